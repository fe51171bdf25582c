"""The legend, drawn from what a sheet uses: shapes with their meaning, arrows and signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.lettering import Lettering
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.step_card import RING, Card, letter_items, ring_items
from pipeline.geometry import Point, Rect, Size
from pipeline.lengths import Pt
from pipeline.model import Step, StepKind
from pipeline.scene import Group, Item, Role, shifted
from pipeline.typeface import Face

_SAMPLE_ARROW = 5.0  # length of a sample arrow, em
_TEXT_ROOM = 13.0  # widest text beside a sample shape, em
_GAP = 1.1  # between a sample and its text, em
_BETWEEN = 2.2  # between two entries of a row, em
_SIGNS_IN_COLUMN = 3
_SIGN_PITCH = 1.75  # between signs in a column, em


@dataclass(frozen=True, slots=True)
class Uses:
    """What of the notation a sheet shows."""

    kinds: tuple[StepKind, ...]
    phase: int
    loops: bool = False
    stops: bool = False
    letters: bool = False


def uses_of(drawn: PlacedMap) -> Uses:
    """What a map shows, read from what was drawn."""
    cards = [card for lane in drawn.lanes for card in lane.cards]
    return Uses(
        kinds=tuple(kind for kind in StepKind if any(card.kind is kind for card in cards)),
        phase=min(card.phase for card in cards),
        loops=any(connector.loop for connector in drawn.connectors),
        stops=any(card.stops for card in cards),
        letters=any(card.leaves for card in cards),
    )


@dataclass(frozen=True)
class Entry:
    """A sample, what it means, and the room that both take, mm. Items begin at 0, 0."""

    items: tuple[Item, ...]
    size: Size
    said: str
    name: str = ""


@dataclass(frozen=True)
class Legend:
    """Builds entries at the sheet's legend size, with samples drawn at `sample` pt."""

    brief: Brief
    uses: Uses
    sample: Pt

    @property
    def _em(self) -> float:
        return self.brief.sheet.legend.mm

    @property
    def _bold(self) -> Lettering:
        return Lettering(self.brief.typesetter, self.brief.sheet.legend, self.brief.theme.inks.ink, Face.BOLD)

    @property
    def _plain(self) -> Lettering:
        return Lettering(self.brief.typesetter, self.brief.sheet.legend, self.brief.theme.inks.ink)

    def shapes(self) -> tuple[Entry, ...]:
        """One entry for each kind that the sheet uses."""
        return tuple(self._shape(kind) for kind in self.uses.kinds)

    def _shape(self, kind: StepKind) -> Entry:
        card = self._sample_card(kind)
        name, text = self._meaning(kind)
        lines = self._plain.balanced(text, _TEXT_ROOM * self._em)
        left = card.size.width + _GAP * self._em
        first = self._bold.cap
        words = (self._bold.line(name, left, first), *self._plain.lines(lines, left, first + self._bold.pitch))
        height = max(card.size.height, self._bold.cap + len(lines) * self._plain.pitch)
        width = left + max(self._bold.width(name), *(self._plain.width(line) for line in lines))
        box = card.drawn(Rect(0, 0, card.size.width, card.size.height))
        return Entry((box, *words), Size(width, height), text, name)

    def _sample_card(self, kind: StepKind) -> Card:
        words, programme = self.brief.wording.legend, self.brief.programme
        examples = {
            StepKind.TERMINAL: words.start_example,
            StepKind.FAN: words.fan_example,
            StepKind.DECISION: words.decision_example,
            StepKind.LINK: words.link_example,
        }
        linked: Step | None = next((step for _, step in programme.steps() if step.link), None)
        target = programme.actor(linked.link.actor) if linked and linked.link else None
        foot = target.short if target and kind is StepKind.LINK else ""
        return Card(self.brief, self.sample, kind, self.uses.phase, "", (examples[kind],), foot=foot)

    def _meaning(self, kind: StepKind) -> tuple[str, str]:
        words, meaning = self.brief.wording.legend, self.brief.programme.meaning(kind)
        text = meaning.meaning
        if kind is StepKind.TERMINAL and self.uses.stops:
            text = f"{text} {words.stop_note}"
        if kind is StepKind.LINK:
            text = f"{text} {words.foot_note}"
        return meaning.name, text

    def signs(self) -> tuple[Entry, ...]:
        """Arrows, answers, numbers and letters, each on one line."""
        words = self.brief.wording.legend
        found = [self._arrow(words.flow, False)]
        if self.uses.loops:
            found.append(self._arrow(words.loop, True))
        if StepKind.DECISION in self.uses.kinds:
            found += [self._answer(words.yes, True), self._answer(words.no, False)]
        found.append(self._number(words.phase_number, ringed=True))
        found.append(self._number(words.step_number, ringed=False))
        if self.uses.letters:
            found += [self._letter(words.leaves, True), self._letter(words.arrives, False)]
        return tuple(found)

    def _arrow(self, text: str, loop: bool) -> Entry:
        pen, middle = Pen(self.brief, self.sample), self._em / 2
        way = (Point(0, middle), Point(_SAMPLE_ARROW * self._em, middle))
        arrow = pen.lines((Connector("sample", "", "", loop=loop),), {"sample": way})
        return self._sign(arrow.items, text)

    def _answer(self, text: str, affirms: bool) -> Entry:
        pen, words = Pen(self.brief, self.sample), self.brief.wording.map
        sample = Connector("sample", "", "", words.yes if affirms else words.no, affirms)
        room = pen.label(sample) or Size(0, 0)
        left = _SAMPLE_ARROW * self._em - room.width
        rect = Rect(left, (self._em - room.height) / 2, room.width, room.height)
        return self._sign(pen.tags((sample,), {"sample": rect}).items, text)

    def _number(self, text: str, ringed: bool) -> Entry:
        middle = Point(_SAMPLE_ARROW * self._em - RING * self.sample.mm / 2, self._em / 2)
        number = str(self.uses.phase)
        if not ringed:
            return self._sign((self._bold.centred(number, middle),), text)
        stroke = Card(self.brief, self.sample, StepKind.FAN, self.uses.phase, "", ("",)).stroke()
        return self._sign(ring_items(self.brief, number, middle, self.sample, stroke), text)

    def _letter(self, text: str, leaves: bool) -> Entry:
        middle = Point(_SAMPLE_ARROW * self._em - RING * self.sample.mm / 2, self._em / 2)
        return self._sign(letter_items(self.brief, "A", middle, self.sample, leaves), text)

    def _sign(self, sample: tuple[Item, ...], text: str) -> Entry:
        left = (_SAMPLE_ARROW + _GAP * 0.7) * self._em
        words = self._plain.line(text, left, self._em / 2 + self._plain.cap / 2)
        return Entry((*sample, words), Size(left + words.width, self._em), text)

    def row(self, frame: Rect) -> Group:
        """Title, shapes side by side and signs in columns after them, over the width of `frame`; top at its y."""
        title = self._bold.line(self.brief.wording.legend.title, frame.x, frame.y + self._bold.cap)
        top = frame.y + self._bold.cap + 1.3 * self._em
        columns = self._columns()
        widths = [max(entry.size.width for entry in column) for column in columns]
        gap = (frame.width - sum(widths)) / max(len(columns) - 1, 1)
        items: list[Item] = [title]
        left = frame.x
        for column, width in zip(columns, widths, strict=True):
            for n, entry in enumerate(column):
                drop = n * _SIGN_PITCH * self._em + (0.25 * self._em if len(column) > 1 else 0)
                items += shifted(entry.items, left, top + drop)
            left += width + min(gap, _BETWEEN * 3 * self._em)
        return Group(Role.LEGEND, tuple(items), self.brief.wording.legend.title)

    def _columns(self) -> list[tuple[Entry, ...]]:
        """A column for each shape, then the signs in columns of up to three."""
        return [*((entry,) for entry in self.shapes()), *_chunks(self.signs(), _SIGNS_IN_COLUMN)]


def _chunks(entries: Sequence[Entry], size: int) -> list[tuple[Entry, ...]]:
    return [tuple(entries[n : n + size]) for n in range(0, len(entries), size)]


def legend_scene(legend: Legend, width: float) -> tuple[tuple[Item, ...], float]:
    """Shapes and signs in two columns over `width` mm, for a page; and the height they take."""
    gutter = legend.brief.sheet.unit * 2
    column = (width - gutter) / 2
    items: list[Item] = []
    top = 0.0
    for entries, pitch in ((legend.shapes(), legend.brief.sheet.unit), (legend.signs(), legend.brief.sheet.unit * 0.5)):
        for pair in _chunks(entries, 2):
            for n, entry in enumerate(pair):
                items += shifted(entry.items, n * (column + gutter), top)
            top += max(entry.size.height for entry in pair) + pitch
        top += legend.brief.sheet.unit
    return tuple(items), top - legend.brief.sheet.unit
