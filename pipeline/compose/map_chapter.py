"""An actor's map in a document: drawn on upright pages of its own, and the same in text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.compose.actor_map import cards_of, map_description, sheet_title
from pipeline.compose.brief import Brief
from pipeline.compose.down_arrow import band_minimum, down_arrow
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.map_sheets import Ground, placed_sheets
from pipeline.compose.map_table import SECTION, led, led_parts, map_table
from pipeline.compose.off_page import MapSheet
from pipeline.compose.process_map import Leads, PlacedMap, hairlines
from pipeline.compose.sheet_overview import ROW_HEIGHT, overview_row
from pipeline.document import Block, Break, Figure, Heading
from pipeline.geometry import Size
from pipeline.model import Actor
from pipeline.scene import shifted

_HEAD_AND_FOOT = 36.0  # what running head, heading and foot take from a page, mm
_ARROW_COLUMN = 27.0  # the arrow beside the map, mm
_ARROW_GAP = 3.0
_OVERVIEW_GAP = 4.0  # between the overview of a map's sheets and the map

MAP = "karta"
"""The anchor of the first page of a map."""


@dataclass(frozen=True, slots=True)
class MapNames:
    """What an actor's map is called in a document: the anchors of its drawing and its text, and their headings.

    The headings are the usual ones where they are left out.
    """

    map: str = MAP
    text: str = SECTION
    map_title: str = ""
    text_title: str = ""

    def sheet(self, number: int) -> str:
        """The anchor of a sheet of the drawing, counted from 1."""
        return self.map if number == 1 else f"{self.map}-{number}"


ONLY_MAP = MapNames()
"""The names of the only map of a document, or of its first."""


def names_among(brief: Brief, actor: Actor) -> MapNames:
    """The names of an actor's map where a document shows several: no id has two hyphens in a row, as its anchors do."""
    words = brief.wording.map_text
    return MapNames(
        map=f"{MAP}--{actor.name_id}-",
        text=f"{SECTION}--{actor.name_id}",
        map_title=words.map_of.format(actor=actor.name),
        text_title=words.text_of.format(actor=actor.name),
    )


def placed(brief: Brief) -> tuple[PlacedMap, ...]:
    """The sheets of the map with their places, each for a page of its own. Raises CannotCompose."""
    return placed_sheets(brief, cards_of(brief), lambda sheet: _ground(brief, sheet))


def _ground(brief: Brief, sheet: MapSheet) -> Ground:
    frame = brief.frame(brief.paper)
    height = frame.height - _HEAD_AND_FOOT - _overview_height(sheet)
    room = Size(figure_room(brief) - _ARROW_COLUMN - _ARROW_GAP, height)
    return Ground(room, band_minimum(brief, _ARROW_COLUMN, sheet.phases), portrait=True)


def _overview_height(sheet: MapSheet) -> float:
    return ROW_HEIGHT + _OVERVIEW_GAP if sheet.is_part else 0.0


def map_page(
    brief: Brief, drawn: PlacedMap, names: MapNames = ONLY_MAP, leads: Leads | None = None
) -> tuple[Block, ...]:
    """A sheet of the map on a new page, with its heading and the way to the map in text; `leads` as of `map_figure`."""
    sheet, said = drawn.sheet, brief.wording.map_text
    caption = led_parts(said.caption, "text", names.text_title or said.text, names.text)
    figure = map_figure(brief, drawn, leads)
    captioned = Figure(figure.scene, figure.alternative, caption)
    title = sheet_title(brief, names.map_title or brief.wording.handout.map, sheet)
    return (Break(own=True), Heading(2, title, names.sheet(sheet.number)), captioned)


def map_figure(brief: Brief, drawn: PlacedMap, leads: Leads | None = None) -> Figure:
    """A sheet of the map with the arrow beside it, as a figure; its boxes lead where `leads` says, if anywhere."""
    actor, words, sheet = brief.subject, brief.wording.handout, drawn.sheet
    drawing, top = drawn.drawing, _overview_height(sheet)
    left = _ARROW_COLUMN + _ARROW_GAP
    arrow = down_arrow(brief, drawing.bands, _ARROW_COLUMN, sheet.phases)
    items_of_map = drawn.items(linked=True, leads=leads) if leads else drawn.items()
    inside = (hairlines(brief, drawing, portrait=True), *items_of_map)
    overview = (overview_row(brief, sheet),) if sheet.is_part else ()
    items = (*overview, *shifted((arrow,), 0, top), *shifted(inside, left, top))
    size = Size(left + drawing.size.width, top + drawing.size.height)
    title = sheet_title(brief, f"{words.map}: {actor.name}", sheet)
    scene = figure_scene(brief, size, items, title, map_description(brief, actor, sheet))
    shown = sum(step.phase in sheet.phases for step in actor.steps)
    return Figure(scene, words.map_alternative.format(actor=actor.name, steps=shown))


def map_in_text(
    brief: Brief, shows: Callable[[str], bool] | None = None, names: MapNames = ONLY_MAP, home: Leads = str
) -> tuple[Block, ...]:
    """The map as a table; titles lead to the steps' pages, or to the anchors that `home` gives of the steps' ids.

    `shows` tells of a step's id whether the document has a row for it; without it only the actor's own have.
    """
    words, actor = brief.wording.map_text, brief.subject
    title = names.text_title or words.title
    table = map_table(brief, actor, title, shows or (lambda step_id: actor.step(step_id) is not None), home)
    return (Break(), Heading(2, title, names.text), led(words.lead, "map", words.map, names.map), table)
