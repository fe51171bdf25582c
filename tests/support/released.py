"""A small project of every kind of publication as released, with the page where one sees which edition is current."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.compose import COMPOSERS
from pipeline.compose.brief import Brief
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from pipeline.release.project import Project
from tests.support.editions import changed, sound, write_every_kind

PAGE = "https://exempel.se/vagen-till-stod/gallande.html"
SHOWN = "exempel.se/vagen-till-stod/gallande.html"


@cache
def project_of_every_kind() -> Project:
    """The project, with the address in its program.yaml; also the condensed view of its poster and its map."""
    with TemporaryDirectory() as folder:
        root = write_every_kind(Path(folder) / "projekt")
        changed(root / "sources/program.yaml", lambda settings: settings.update(webbadress=PAGE))
        changed(root / "sources/publikationer.yaml", _with_short_views)
        return sound(root)


def _with_short_views(found: dict[str, Any]) -> None:
    short = [one for one in found["publikationer"] if one["sort"] in ("affisch", "karta")]
    found["publikationer"] += [{**one, "id": f"{one['id']}-kort", "vy": "kort"} for one in short]
    for one in found["publikationer"]:
        if one["sort"] in ("affisch", "karta"):
            one["format"] = ["svg", "pdf"]


def with_address(project: Project, address: str | None) -> Project:
    settings = project.programme.settings.model_copy(update={"web": address})
    return replace(project, programme=replace(project.programme, settings=settings))


def released(address: str | None = PAGE, release: str = "2026.1", date: str = "2026-11-21") -> Project:
    return with_address(project_of_every_kind(), address).as_of(release, date)


def briefs(project: Project) -> dict[str, Brief]:
    """The brief of every content, by its anchor."""
    return {one.anchor: brief_of(project, one) for one in planned(project.programme)}


def drawn_briefs(project: Project) -> dict[str, Brief]:
    """Those of posters and maps."""
    every = briefs(project)
    return {name: one for name, one in every.items() if COMPOSERS[one.publication.kind].gives == "sheets"}
