"""The real sources, read once, and briefs for their publications."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.compose import COMPOSERS
from pipeline.compose.brief import Brief
from pipeline.document import Sheets
from pipeline.geometry import Size
from pipeline.model import Programme
from pipeline.release import build
from pipeline.release.project import Project, read_project, wording
from pipeline.values import View
from pipeline.writers.look import Look

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def real_project() -> Project:
    return read_project(ROOT)


def real_programme() -> Programme:
    programme = real_project().programme
    assert programme is not None
    return programme


def brief_for(target: str, actor: str = "", programme: Programme | None = None) -> Brief:
    """A brief for a publication of the real project, or of a changed copy of its programme."""
    project, programme = real_project(), programme or real_programme()
    assert project.theme is not None
    assert project.fonts is not None
    publication = next(one for one in programme.publications if one.target == target)
    paper = project.paper(publication.paper)
    return Brief(
        programme=programme,
        theme=project.theme,
        wording=wording("sv-SE"),
        family=project.fonts.family,
        publication=publication,
        paper=Size(paper.width, paper.height),
        actor=programme.actor(actor) if actor else None,
    )


def sheets_for(target: str, actor: str = "") -> Sheets:
    """A publication of sheets, composed but not stamped."""
    brief = brief_for(target, actor)
    content = COMPOSERS[brief.publication.kind].compose(brief)
    assert isinstance(content, Sheets)
    return content


def look_of(brief: Brief) -> Look:
    """What a build hands to the writers of the publication."""
    return build.look_of(brief)


def condensed_brief() -> Brief:
    """A brief for the joint poster as a condensed view on A3; the project itself has no such publication."""
    brief = brief_for("affisch")
    paper = real_project().paper("A3")
    fields = {"target": "oversikt", "view": View.SHORT, "papers": ("A3",)}
    publication = brief.publication.model_copy(update=fields)
    return replace(brief, publication=publication, paper=Size(paper.width, paper.height))
