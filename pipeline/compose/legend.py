"""The legend, drawn from what a sheet uses: shapes with their meaning, arrows and signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.condensed import CondensedCard, condensed_coupling
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.lettering import Lettering
from pipeline.compose.off_page import MapSheet, Sign, sign_drawn, sign_size, sign_words
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.step_card import RING, Card, letter_items, ring_items
from pipeline.geometry import Point, Rect, Size
from pipeline.lengths import Pt
from pipeline.model import Actor, End, Step, StepKind
from pipeline.scene import Group, Item, Role, shifted
from pipeline.typeface import Face

_SAMPLE_ARROW = 5.0  # length of a sample arrow, em
_TEXT_ROOMS = (13.0, 11.0, 9.5)  # widest text beside a sample shape, em: the widest that needs no more height
_GAP = 1.1  # between a sample and its text, em
_BETWEEN = (1.2, 6.6)  # between two columns of a row, at least and at most, em
_BELOW = 1.2  # between two rows, em
_BELOW_TITLE = 1.2
_SIGNS_IN_COLUMN = 3
_SIGNS_IN_COLUMN_CONDENSED = 2
_SIGN_PITCH = 1.75  # between signs in a column, em
_SAMPLE_NUMBER = "1"
_OFF_PAGE = 0.8  # size of an off-page sign, part of the other samples
_SIGN_DROP = 0.25  # signs below each other begin so much lower than shapes, em


@dataclass(frozen=True, slots=True)
class Uses:
    """What of the notation a sheet shows."""

    kinds: tuple[StepKind, ...]
    phase: int
    loops: bool = False
    stops: bool = False
    letters: bool = False
    couplings: bool = False
    signs: tuple[Sign, ...] = ()


def uses_of_sheet(actors: Sequence[Actor], sheet: MapSheet, linked: bool = False) -> Uses:
    """What a sheet of these actors' map may show; `linked` if its couplings have letters or lines."""
    shown = [step for actor in actors for step in actor.steps if step.phase in sheet.phases]
    names = {step.name_id for step in shown}
    steps = [step for actor in actors for step in actor.steps]
    links = linked and any(step.link for step in shown)
    return Uses(
        kinds=tuple(kind for kind in StepKind if any(step.kind is kind for step in shown)),
        phase=min((step.phase for step in shown), default=sheet.phases[0]),
        loops=any(arrow.loop and {step.name_id, arrow.target} & names for step in steps for arrow in step.arrows),
        stops=any(step.end is End.STOP for step in shown),
        letters=links or (linked and any(step.link and step.link.step in names for step in steps)),
        couplings=links,
        signs=sheet.signs,
    )


def uses_of(drawn: PlacedMap) -> Uses:
    """What a map shows, read from what was drawn."""
    cards = [card for lane in drawn.lanes for card in lane.cards]
    return replace(
        uses_of_sheet([lane.actor for lane in drawn.lanes], drawn.sheet),
        letters=any(card.leaves or card.arrives for card in cards),
        couplings=any(connector.coupling for connector in drawn.drawn),
    )


def uses_of_all(sheets: Sequence[Uses]) -> Uses:
    """What several sheets show together."""
    first = min(sheets, key=lambda uses: uses.phase)
    return Uses(
        kinds=tuple(kind for kind in StepKind if any(kind in uses.kinds for uses in sheets)),
        phase=first.phase,
        loops=any(uses.loops for uses in sheets),
        stops=any(uses.stops for uses in sheets),
        letters=any(uses.letters for uses in sheets),
        couplings=any(uses.couplings for uses in sheets),
        signs=tuple(sign for uses in sheets for sign in uses.signs),
    )


@dataclass(frozen=True)
class Entry:
    """A sample, what it means, and the room that both take, mm. Items begin at 0, 0."""

    items: tuple[Item, ...]
    size: Size
    said: str
    name: str = ""


Column = tuple[Entry, ...]


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
        return self._shapes(_TEXT_ROOMS[0])

    def _shapes(self, room: float) -> tuple[Entry, ...]:
        return tuple(self._shape(kind, room) for kind in self.uses.kinds)

    def _shape(self, kind: StepKind, room: float) -> Entry:
        card = self._sample_card(kind)
        name, text = self._meaning(kind)
        lines = self._plain.balanced(text, room * self._em)
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
        if self.brief.is_condensed:
            title = condensed_coupling(self.brief, foot, examples[kind])
            return CondensedCard(self.brief, self.sample, kind, self.uses.phase, _SAMPLE_NUMBER, (title,))
        return Card(self.brief, self.sample, kind, self.uses.phase, "", (examples[kind],), foot=foot)

    def _meaning(self, kind: StepKind) -> tuple[str, str]:
        words, meaning = self.brief.wording.legend, self.brief.programme.meaning(kind)
        text = meaning.meaning
        if kind is StepKind.TERMINAL and self.uses.stops:
            text = f"{text} {words.stop_note}"
        if kind is StepKind.LINK and not self.brief.is_condensed:
            text = f"{text} {words.foot_note}"
        return meaning.name, text

    def signs(self) -> tuple[Entry, ...]:
        """Arrows, answers, numbers and letters, each on one line."""
        words = self.brief.wording.legend
        found = [self._arrow(words.flow, False)]
        if self.uses.loops:
            found.append(self._arrow(words.loop, True))
        if self.uses.couplings:
            found.append(self._coupling(words.coupling))
        if StepKind.DECISION in self.uses.kinds:
            found += [self._answer(words.yes, True), self._answer(words.no, False)]
        if self.brief.is_condensed:
            found.append(self._number(words.key_number, ringed=False))
        else:
            found.append(self._number(words.phase_number, ringed=True))
            found.append(self._number(words.step_number, ringed=False))
        if self.uses.letters:
            found += [self._letter(words.leaves, True), self._letter(words.arrives, False)]
        return (*found, *self._off_page())

    def _off_page(self) -> Iterator[Entry]:
        """The signs of arrows to and from each other sheet; several are told by the first of them."""
        ways = sorted({(not sign.leaves, sign.other) for sign in self.uses.signs})
        for arrives, other in ways:
            alike = [sign for sign in self.uses.signs if (not sign.leaves, sign.other) == (arrives, other)]
            number = "" if len(alike) == 1 else self.brief.wording.map.same_sign
            sample = Pt(self.sample * _OFF_PAGE)
            size = sign_size(sample)
            rect = Rect(_SAMPLE_ARROW * self._em - size.width, (self._em - size.height) / 2, size.width, size.height)
            drawn = sign_drawn(self.brief, alike[0], rect, sample)
            yield self._sign(drawn.items, sign_words(self.brief, alike[0], number))

    def _arrow(self, text: str, loop: bool) -> Entry:
        return self._line(Connector("sample", "", "", loop=loop), text)

    def _coupling(self, text: str) -> Entry:
        return self._line(Connector("sample", "", "", coupling=text), text)

    def _line(self, sample: Connector, text: str) -> Entry:
        pen, middle = Pen(self.brief, self.sample), self._em / 2
        way = (Point(0, middle), Point(_SAMPLE_ARROW * self._em, middle))
        drawn = pen.lines((sample,), {sample.name: way})
        return self._sign(tuple(item for group in drawn for item in group.items), text)

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
        """Title, shapes side by side and signs in columns after them, over the width of `frame`; top at its y.

        Below the key of a condensed map it has no title of its own. Where shapes and signs do not stand beside each
        other, texts are broken sooner or columns go on in a row below. Raises CannotCompose (U698) for a text that is
        wider than the frame.
        """
        title = self._bold.line(self.brief.wording.legend.title, frame.x, frame.y + self._bold.cap)
        top = frame.y + self._title_height
        items: list[Item] = [] if self.brief.is_condensed else [title]
        for columns in self._rows(frame.width):
            items += shifted(self._set(columns, frame.width), frame.x, top)
            top += max(self._column_height(column) for column in columns) + _BELOW * self._em
        return Group(Role.LEGEND, tuple(items), self.brief.wording.legend.title)

    def row_height(self, width: float) -> float:
        """The height that `row` takes over this width, mm. Raises CannotCompose (U698)."""
        return self._title_height + self._rows_height(self._rows(width))

    def most_height(self, width: float) -> float:
        """The height for which it is still open whether couplings come to be lines, letters or both, mm.

        With fewer signs columns are made up anew, and may take more rows. Raises CannotCompose (U698).
        """
        uses = self.uses
        letters, lines = ({shown, False} for shown in (uses.letters, uses.couplings))
        ways = [replace(uses, letters=letter, couplings=line) for letter in letters for line in lines]
        return max(replace(self, uses=some).row_height(width) for some in ways)

    @property
    def _title_height(self) -> float:
        return 0.0 if self.brief.is_condensed else self._bold.cap + _BELOW_TITLE * self._em

    def _set(self, columns: Sequence[Column], width: float) -> tuple[Item, ...]:
        """One row, from 0, 0; columns share the width that is left, up to a distance that still reads as a row."""
        spare = width - sum(_width(column) for column in columns)
        gap = min(spare / max(len(columns) - 1, 1), _BETWEEN[1] * self._em)
        items: list[Item] = []
        left = 0.0
        for column in columns:
            for entry, drop in zip(column, self._drops(column), strict=True):
                items += shifted(entry.items, left, drop)
            left += _width(column) + gap
        return tuple(items)

    def _rows(self, width: float) -> list[list[Column]]:
        """The columns in as little height as can be; of equal ones, with the widest texts."""
        trials = [self._wrapped(self._columns(room), width) for room in _TEXT_ROOMS]
        return min(trials, key=self._rows_height)

    def _wrapped(self, columns: Sequence[Column], width: float) -> list[list[Column]]:
        rows: list[list[Column]] = [[]]
        left = 0.0
        for column in columns:
            if _width(column) > width:
                raise CannotCompose("U698", text=max(column, key=lambda entry: entry.size.width).said)
            if rows[-1] and left + _width(column) > width:
                rows.append([])
                left = 0.0
            rows[-1].append(column)
            left += _width(column) + _BETWEEN[0] * self._em
        return rows

    def _rows_height(self, rows: Sequence[Sequence[Column]]) -> float:
        heights = [max(self._column_height(column) for column in columns) for columns in rows if columns]
        return sum(heights) + max(len(heights) - 1, 0) * _BELOW * self._em

    def _column_height(self, column: Column) -> float:
        over = max(RING * self.sample.mm - self._em, 0.0) / 2  # a ring or disc is taller than the sign's line of text
        return max(
            drop + entry.size.height + (0.0 if entry.name else over)
            for entry, drop in zip(column, self._drops(column), strict=True)
        )

    def _drops(self, column: Column) -> tuple[float, ...]:
        """How far below the row's top each entry of a column begins, mm."""
        first = _SIGN_DROP if len(column) > 1 else 0.0
        return tuple((first + number * _SIGN_PITCH) * self._em for number in range(len(column)))

    def _columns(self, room: float) -> list[Column]:
        """A column for each shape, then the signs in columns."""
        return [*((entry,) for entry in self._shapes(room)), *_chunks(self.signs(), self._in_column)]

    @property
    def _in_column(self) -> int:
        return _SIGNS_IN_COLUMN_CONDENSED if self.brief.is_condensed else _SIGNS_IN_COLUMN

    def page(self, width: float) -> tuple[tuple[Item, ...], float]:
        """Shapes and signs over `width` mm, for a page, in two columns where both hold them; and the height they take.

        Raises CannotCompose (U698) for a text that is wider than the page.
        """
        unit = self.brief.sheet.unit
        entries = (*self.shapes(), *self.signs())
        widest = max(entries, key=lambda entry: entry.size.width)
        if widest.size.width > width:
            raise CannotCompose("U698", text=widest.said)
        column = (width - 2 * unit) / 2
        abreast = 2 if widest.size.width <= column else 1
        items: list[Item] = []
        top = 0.0
        for part, pitch in ((self.shapes(), unit), (self.signs(), unit * 0.5)):
            for pair in _chunks(part, abreast):
                for n, entry in enumerate(pair):
                    items += shifted(entry.items, n * (column + 2 * unit), top)
                top += max(entry.size.height for entry in pair) + pitch
            top += unit
        return tuple(items), top - unit


def _width(column: Column) -> float:
    return max(entry.size.width for entry in column)


def _chunks(entries: Sequence[Entry], size: int) -> list[tuple[Entry, ...]]:
    return [tuple(entries[n : n + size]) for n in range(0, len(entries), size)]
