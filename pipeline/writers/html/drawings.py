"""The drawings of the page: maps whose boxes and arrow lead to places of the page, and the shapes of the steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.document import Site, SiteActor
from pipeline.typesetting import Family
from pipeline.writers.html.openings import drawing
from pipeline.writers.html.rules import map_id
from pipeline.writers.svg.inline import Leads, inline, symbol


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A sheet of an actor's map, drawn: the id of its region, its number among `of`, the drawing and its caption."""

    region: str
    number: int
    of: int
    svg: Markup


def drawn_maps(site: Site, family: Family) -> dict[str, tuple[DrawnMap, ...]]:
    """Every actor's map, by the actor's id."""
    leads = _leads(site)
    return {actor.name_id: tuple(_sheets(actor, family, leads)) for actor in site.actors}


def _sheets(actor: SiteActor, family: Family, leads: Leads) -> Iterator[DrawnMap]:
    for number, sheet in enumerate(actor.maps, start=1):
        svg = drawing(inline(sheet.figure, family, f"k--{actor.name_id}--{number}--", leads))
        yield DrawnMap(map_id(actor.name_id, number), number, len(actor.maps), svg)


def _leads(site: Site) -> Leads:
    """What a link of a map carries: which step or phase it leads to, and the row of the list that tells more of it."""
    found: dict[str, dict[str, str]] = {}
    for actor in site.actors:
        for step in actor.steps:
            row = f"rad--{step.anchor}"
            found[f"#{step.anchor}"] = {"data_step": step.anchor, "aria_describedby": row}
        for phase in site.phases:
            found[f"#aktor--{actor.name_id}--fas-{phase.number}"] = {"data_phase": str(phase.number)}
    return found


def symbols(site: Site, family: Family) -> tuple[Markup, ...]:
    """Every shape in the colours of every phase, and every sign, once: lists show them by name."""
    shapes = [
        symbol(icon, family, f"form-{shape.key}-{phase.number}")
        for shape in site.shapes
        for phase, icon in zip(site.phases, shape.icons, strict=False)
    ]
    signs = [symbol(sign.icon, family, f"tecken-{number}") for number, sign in enumerate(site.signs, start=1)]
    return tuple(drawing(one) for one in (*shapes, *signs))
