"""Making what is planned: compose once for each publication, actor or unit, and paper; stamp, write each format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.compose import COMPOSERS
from pipeline.compose.brief import A4, Brief, CannotCompose, FileBeside
from pipeline.compose.flaws import flaws
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.compose.standing import Standing, standing
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.document import Content
from pipeline.geometry import Size
from pipeline.release.locks import locks_of, map_name
from pipeline.release.plan import Artefact, planned
from pipeline.release.project import Project, wording
from pipeline.release.templates import template_for
from pipeline.release.verify import verified
from pipeline.spans import Place
from pipeline.theme import Paper, Sheet
from pipeline.typesetting import FontFault
from pipeline.writers import WRITERS
from pipeline.writers.look import HouseTemplate, Look
from pipeline.writers.written import TooLarge

_FONT_CODES = {
    "font_missing": "U691",
    "font_package": "U692",
    "font_unreadable": "U693",
    "font_not_truetype": "U694",
    "font_variable": "U695",
    "font_alphabet": "U696",
}

# A sheet with less between its margins shows nothing, mm.
_LEAST_ROOM = 40.0

# Called before each file with its number, how many there are, and its path.
Progress = Callable[[int, int, str], None]


class CannotBuild(Exception):
    """Something stands in the way that only showed while building."""

    def __init__(self, finding: Diagnostic) -> None:
        """Keep what to tell the author."""
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Made:
    """A finished artefact: its bytes, pages (None where the reader's program decides), content code and title.

    `findings` are what is wrong with it, if it was verified; `status` is how the publication stands.
    """

    artefact: Artefact
    data: bytes
    pages: int | None
    code: str
    title: str
    findings: tuple[Diagnostic, ...] = ()
    status: Standing = Standing.DRAFT


def build(
    project: Project, artefacts: Sequence[Artefact], progress: Progress, verify: bool = False
) -> tuple[Made, ...]:
    """All of the artefacts, in order; each is checked where `verify` is set. Raises CannotBuild."""
    made: list[Made] = []
    for (publication, *_), group in groupby(artefacts, key=lambda artefact: artefact.content):
        wanted = tuple(group)
        progress(len(made), len(artefacts), publication)
        whole = composed(project, wanted[0])
        made += (written(project, whole, artefact, verify) for artefact in wanted)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Composed:
    """One publication of one actor or unit, on one paper, for all formats: its brief, stamped content and its code."""

    brief: Brief
    content: Content
    code: str


def composed(project: Project, artefact: Artefact, beside: Sequence[Artefact] | None = None) -> Composed:
    """What an artefact and its other formats show; `beside` as in `brief_of`. Raises CannotBuild."""
    brief = brief_of(project, artefact, beside)
    return Composed(brief, *_composed(brief, artefact))


def written(project: Project, whole: Composed, artefact: Artefact, verify: bool = True) -> Made:
    """One file of what was composed. Raises CannotBuild."""
    brief, content = whole.brief, whole.content
    look = look_of(brief, template_for(project.theme, project.templates, artefact.actor_id))
    writer = WRITERS[artefact.format]
    try:
        file = writer.write(content, replace(look, native_maps=artefact.native_maps))
    except TooLarge as fault:
        place, name = brief.sheet.place("title"), artefact.publication.target
        raise CannotBuild(diagnose("U699", place, publication=name)) from fault
    in_template = look.template is not None and writer.takes_templates
    found = tuple(verified(artefact, file.data, content, in_template)) if verify else ()
    return Made(artefact, file.data, file.pages, whole.code, content.metadata.title, found, standing(brief))


def look_of(brief: Brief, template: HouseTemplate | None = None) -> Look:
    """What a writer of the publication is handed beside the content; `template` is the agency's, if it has one."""
    behind = Look(brief.family, brief.theme, brief.text_sheet, brief.text_paper)
    return Look(brief.family, brief.theme, brief.sheet, brief.paper, behind, template)


def _composed(brief: Brief, artefact: Artefact) -> tuple[Content, str]:
    """The stamped content, and its code: that of the same content without its edition's address (decision 0027)."""
    compose = COMPOSERS[artefact.publication.kind].compose
    try:
        content = compose(brief)
        neutral = compose(replace(brief, current="")) if brief.current else content
    except CannotCompose as fault:
        raise CannotBuild(diagnose(fault.code, artefact.publication.place("papers"), **fault.details)) from fault
    if found := flaws(content):
        name, what = artefact.publication.target, "; ".join(found)
        raise CannotBuild(diagnose("U720", artefact.publication.place("kind"), publication=name, flaws=what))
    code = content_code(neutral)
    return stamped(brief, content, Stamp(content.metadata.date, code)), code


def brief_of(project: Project, artefact: Artefact, beside: Sequence[Artefact] | None = None) -> Brief:
    """What the composer of an artefact is given; the project is one that was read whole. Raises CannotBuild.

    `beside` are all files of the same folder, by default all that are planned.
    """
    if project.programme is None or project.theme is None or project.fonts is None:
        raise ValueError(project.root)  # the caller builds only what was read whole
    paper = _paper(project, artefact)
    words = wording(artefact.publication.language or project.programme.settings.language)
    try:
        family = project.fonts.family
        family.require(words.letters.all)
    except FontFault as fault:
        raise CannotBuild(font_finding(fault, project.theme.typeface.place("files"))) from fault
    if beside is None:
        beside = planned(project.programme)
    brief = Brief(
        programme=project.programme,
        theme=project.theme,
        wording=words,
        family=family,
        publication=artefact.publication,
        paper=Size(paper.width, paper.height),
        actor=artefact.actor,
        unit=artefact.unit,
        lock=project.locks.get(map_name(project.programme, artefact)),
        locks=locks_of(project.programme, artefact.publication, project.locks),
        pictures=project.pictures,
        released=project.released,
        current=_current(project, artefact),
        beside=_beside(artefact, beside) if COMPOSERS[artefact.publication.kind].gives == "site" else (),
    )
    if COMPOSERS[brief.publication.kind].gives == "sheets":
        _require_room(brief.text_sheet, brief.text_paper, paper.name_id if brief.text_paper != A4 else "A4")
    return brief


def _current(project: Project, artefact: Artefact) -> str:
    """Where one sees if the sheet is current: the place of its release on the page of all; nothing in a draft."""
    settings = project.programme.settings if project.programme else None
    if not (project.released and settings and settings.web):
        return ""
    return f"{settings.web}#{settings.release}/{artefact.anchor}"


def _beside(artefact: Artefact, every: Sequence[Artefact]) -> tuple[FileBeside, ...]:
    """Every other file, whether or not it is made now."""
    return tuple(
        FileBeside(one.path, one.publication, one.format, one.actor, one.unit, one.variant)
        for one in every
        if one.key != artefact.key
    )


def _paper(project: Project, artefact: Artefact) -> Paper:
    """The paper, if the theme's margins leave a sheet to draw on. Raises CannotBuild."""
    publication = artefact.publication
    paper = project.paper(publication.paper)
    sheet = project.theme.sheet(publication.kind, publication.paper, publication.view) if project.theme else None
    if sheet:
        _require_room(sheet, Size(paper.width, paper.height), paper.name_id)
    return paper


def _require_room(sheet: Sheet, paper: Size, name: str) -> None:
    """Raises CannotBuild if the margins leave next to nothing of the paper."""
    width, height = paper.width - sheet.outer - sheet.inner, paper.height - sheet.top - sheet.bottom
    if min(width, height) < _LEAST_ROOM:
        raise CannotBuild(diagnose("U697", sheet.place("outer"), paper=name))


def font_finding(fault: FontFault, place: Place) -> Diagnostic:
    """What to tell the author about a font that cannot be used."""
    return diagnose(_FONT_CODES[fault.kind], place, **fault.details)
