"""An actor's process map as sheets: arrow, map and legend, and the same in words on the pages behind."""

from __future__ import annotations

from functools import cached_property

from pipeline.compose.brief import Brief
from pipeline.compose.condensed import condensed_cards
from pipeline.compose.condensed_key import key_above, key_height
from pipeline.compose.current_words import with_check
from pipeline.compose.legend import Legend, uses_of, uses_of_sheet
from pipeline.compose.map_in_words import map_in_words
from pipeline.compose.map_phrases import described
from pipeline.compose.map_sheets import Ground, placed_sheets
from pipeline.compose.masthead import ground
from pipeline.compose.off_page import MapSheet
from pipeline.compose.process_map import Cards, PlacedMap, hairlines
from pipeline.compose.sheet_page import Foot, SheetPage
from pipeline.compose.step_card import Card, spoken, step_card
from pipeline.compose.text_pages import map_text, named_head
from pipeline.document import Sheets
from pipeline.geometry import Size
from pipeline.layout.drawing import Extent
from pipeline.lengths import Pt
from pipeline.model import Actor
from pipeline.scene import Group, Item, Role, Scene, shifted

LABEL_ROOM = 7.6  # widest title in a box before it is broken, em: 31 mm at 11.5 pt


def actor_map(brief: Brief) -> Sheets:
    """The map in landscape on as many sheets as it needs, and what it shows in words."""
    title = f"{brief.publication.name} {brief.subject.name}"
    drawings = tuple(_map_sheet(brief, title, drawn) for drawn in placed(brief))
    return Sheets(brief.metadata(title), drawings, map_text(brief, title))


def placed(brief: Brief) -> tuple[PlacedMap, ...]:
    """The sheets of the map with their places. Raises CannotCompose."""
    return placed_sheets(brief, cards_of(brief), lambda sheet: _Page(brief, sheet).ground)


class _Page(SheetPage):
    """Where everything is on a sheet, mm."""

    @property
    def names(self) -> tuple[str, str]:
        return self.brief.publication.name, self.brief.subject.name

    @property
    def arrow_top(self) -> float:
        return self.head_bottom + 1.2 * self.brief.sheet.unit

    @property
    def map_top(self) -> float:
        return self.arrow_top + self.arrow.full_height + 0.5 * self.brief.sheet.unit

    @cached_property
    def foot(self) -> Foot:
        """The room of the legend and of what says if the sheet is current."""
        uses = uses_of_sheet((self.brief.subject,), self.sheet)
        legend = Legend(self.brief, uses, self.brief.sheet.legend)
        return self.foot_for(legend, legend.row_height, self.brief.sheet.unit)

    @property
    def ground(self) -> Ground:
        bottom = self.foot.whole.y - key_height(self.brief, self.sheet, self.frame.width)
        room = Size(self.frame.width, bottom - self.map_top - 2 * self.brief.sheet.unit)
        return Ground(room, self.arrow.band_minimum())


def _map_sheet(brief: Brief, title: str, drawn: PlacedMap) -> Scene:
    page, actor = _Page(brief, drawn.sheet), brief.subject
    frame = page.frame
    bands = tuple(Extent(band.lo + frame.x, band.hi + frame.x) for band in drawn.drawing.bands)
    items = (
        ground(brief, page.paper),
        named_head(page.head, drawn.sheet),
        page.arrow.drawn(bands, page.arrow_top),
        Group(Role.LANE, shifted(_map_items(brief, drawn), frame.x, page.map_top), actor.name),
        *key_above(brief, drawn.sheet, page.foot.whole),
        Legend(brief, uses_of(drawn), brief.sheet.legend).row(page.foot.legend),
        *page.foot.check,
    )
    description = map_description(brief, actor, drawn.sheet)
    return Scene(page.paper, items, sheet_title(brief, title, drawn.sheet), description, brief.language)


def _map_items(brief: Brief, drawn: PlacedMap) -> tuple[Item, ...]:
    return (hairlines(brief, drawn.drawing), *drawn.items(linked=True))


def cards_of(brief: Brief) -> Cards:
    """The cards that the map's steps get."""
    if brief.is_condensed:
        return lambda actor, size: condensed_cards(brief, actor, size)
    return lambda actor, size: cards(brief, actor, size)


def cards(brief: Brief, actor: Actor, size: Pt) -> tuple[Card, ...]:
    """The cards of an actor's steps with their full titles."""
    return tuple(step_card(brief, actor, step, size, LABEL_ROOM) for step in actor.steps)


def sheet_title(brief: Brief, title: str, sheet: MapSheet) -> str:
    """The title of a sheet: the map's own, and which sheet it is if there are several."""
    if not sheet.is_part:
        return title
    return brief.wording.map.sheet_title.format(title=title, number=sheet.number, count=sheet.count)


def map_description(brief: Brief, actor: Actor, sheet: MapSheet) -> str:
    """What a sheet shows of the map, in words: every step in order, and all it hangs on."""
    words = brief.wording.map
    every = zip(actor.steps, map_in_words(brief, actor), strict=True)
    shown = [(step, words) for step, words in every if step.phase in sheet.phases]
    intro = words.map_description.format(actor=actor.name, steps=len(shown), phases=len(sheet.phases))
    said = (described(brief, actor.name, spoken(brief, actor, step), words) for step, words in shown)
    return "\n".join((with_check(brief, intro), *said))
