"""The joint poster: the process arrow and one lane for each actor, couplings as cased lines or pairs of letters."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from pipeline.compose.actor_map import map_description, sheet_title
from pipeline.compose.brief import Brief
from pipeline.compose.condensed import condensed_cards
from pipeline.compose.condensed_key import key_above, key_height
from pipeline.compose.coupling_letters import lettered
from pipeline.compose.current_words import with_check
from pipeline.compose.lane_heads import head_height, lane_heads, without_lines_through_names
from pipeline.compose.legend import Legend, uses_of, uses_of_sheet
from pipeline.compose.map_sheets import Ground, placed_sheets
from pipeline.compose.masthead import ground, mark_height
from pipeline.compose.off_page import MapSheet
from pipeline.compose.process_map import Cards, PlacedMap, hairlines
from pipeline.compose.sheet_page import Foot, SheetPage
from pipeline.compose.step_card import Card, step_card
from pipeline.compose.text_pages import named_head, poster_text
from pipeline.document import Sheets
from pipeline.geometry import Size
from pipeline.layout.drawing import Extent
from pipeline.lengths import Pt
from pipeline.model import Actor
from pipeline.scene import Item, Scene, shifted

_LEAST_SAMPLE = 8.0  # pt
LABEL_ROOM = 5.7  # widest short title before it is broken, em


def poster(brief: Brief) -> Sheets:
    """The poster in landscape, on as many sheets as it needs, and what it shows in words."""
    title = f"{brief.programme.settings.name}: {brief.publication.name}"
    drawings = tuple(_poster_sheet(brief, drawn) for drawn in placed(brief))
    return Sheets(brief.metadata(title), drawings, poster_text(brief, title))


def placed(brief: Brief) -> tuple[PlacedMap, ...]:
    """The sheets of the map with their places, and letters for the couplings that are no lines. Raises CannotCompose.

    Boxes have room for a letter whether or not they get one. In a condensed view the key does what letters do.
    """
    sheets = placed_sheets(brief, cards_of(brief), lambda sheet: _Page(brief, sheet).ground)
    clear = tuple(without_lines_through_names(drawn) for drawn in sheets)
    return clear if brief.is_condensed else lettered(clear)


class _Page(SheetPage):
    """Where everything is on a sheet, mm."""

    @property
    def names(self) -> tuple[str, str]:
        return "", self.brief.programme.settings.name

    @property
    def arrow_top(self) -> float:
        """Below the title and, where the status mark is taller than that, clear of the mark."""
        unit = self.brief.sheet.unit
        return max(self.head_bottom + unit, self.frame.y + mark_height(self.brief) + 0.4 * unit)

    @property
    def map_top(self) -> float:
        return self.arrow_top + self.arrow.full_height + 0.6 * self.brief.sheet.unit

    @cached_property
    def foot(self) -> Foot:
        """The room of the legend and of what says if the poster is current.

        Before the map is drawn, couplings may come to be lines, letters or both.
        """
        uses = uses_of_sheet(self.brief.programme.actors, self.sheet, linked=True)
        if self.brief.is_condensed:
            uses = replace(uses, letters=False)
        legend = Legend(self.brief, uses, _sample(self.brief))
        return self.foot_for(legend, legend.most_height, 0.5 * self.brief.sheet.unit)

    @property
    def ground(self) -> Ground:
        bottom = self.foot.whole.y - key_height(self.brief, self.sheet, self.frame.width)
        room = Size(self.frame.width, bottom - self.map_top - 1.5 * self.brief.sheet.unit)
        lane_head = head_height(self.brief) + self.brief.sheet.unit * 0.5
        return Ground(room, self.arrow.band_minimum(), lane_head=lane_head)


def _poster_sheet(brief: Brief, drawn: PlacedMap) -> Scene:
    page, settings = _Page(brief, drawn.sheet), brief.programme.settings
    frame = page.frame
    bands = tuple(Extent(band.lo + frame.x, band.hi + frame.x) for band in drawn.drawing.bands)
    items = (
        ground(brief, page.paper),
        named_head(page.head, drawn.sheet),
        page.arrow.drawn(bands, page.arrow_top),
        *shifted(_lanes(brief, drawn), frame.x, page.map_top),
        *key_above(brief, drawn.sheet, page.foot.whole),
        Legend(brief, uses_of(drawn), _sample(brief)).row(page.foot.legend),
        *page.foot.check,
    )
    title = sheet_title(brief, settings.name, drawn.sheet)
    return Scene(page.paper, items, title, _description(brief, drawn.sheet), brief.language)


def _sample(brief: Brief) -> Pt:
    """The size of the legend's samples, pt: never below the step text of any sheet in the hand."""
    return Pt(max(brief.sheet.legend * 0.85, _LEAST_SAMPLE))


def cards_of(brief: Brief) -> Cards:
    """The cards that the poster's steps get."""
    if brief.is_condensed:
        return lambda actor, size: condensed_cards(brief, actor, size)
    return poster_cards(brief)


def poster_cards(brief: Brief) -> Cards:
    """The cards of an actor's steps with short titles, and with room for the letter that a coupling may get."""

    def cards(actor: Actor, size: Pt) -> tuple[Card, ...]:
        return tuple(
            replace(step_card(brief, actor, step, size, LABEL_ROOM, short=True), may_leave=step.link is not None)
            for step in actor.steps
        )

    return cards


def _lanes(brief: Brief, drawn: PlacedMap) -> tuple[Item, ...]:
    return (hairlines(brief, drawn.drawing), *lane_heads(drawn), *drawn.items(linked=True))


def _description(brief: Brief, sheet: MapSheet) -> str:
    actors = brief.programme.actors
    intro = brief.wording.map.poster_description.format(
        phases=len(sheet.phases), actors=", ".join(actor.name for actor in actors)
    )
    own = replace(brief, current="")  # said once for the whole poster
    return "\n".join((with_check(brief, intro), *(map_description(own, actor, sheet) for actor in actors)))
