"""The entries of a legend: a sample of each shape and sign, drawn as on the map, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.condensed import CondensedCard, condensed_coupling
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.legend.uses import Uses
from pipeline.compose.lettering import Lettering
from pipeline.compose.off_page import sign_drawn, sign_size, sign_words
from pipeline.compose.step_card import RING, Card, letter_items, ring_items
from pipeline.geometry import Point, Rect, Size
from pipeline.lengths import Pt
from pipeline.model import Step, StepKind
from pipeline.scene import Item
from pipeline.typeface import Face

_SAMPLE_ARROW = 5.0  # length of a sample arrow, em
_GAP = 1.1  # between a sample and its text, em
_SAMPLE_NUMBER = "1"
_OFF_PAGE = 0.8  # size of an off-page sign, part of the other samples


@dataclass(frozen=True)
class Entry:
    """A sample, what it means, and the room that both take, mm. Items begin at 0, 0."""

    items: tuple[Item, ...]
    size: Size
    said: str
    name: str = ""


@dataclass(frozen=True)
class Samples:
    """Makes entries at the sheet's legend size, with samples drawn at `sample` pt."""

    brief: Brief
    uses: Uses
    sample: Pt

    @property
    def em(self) -> float:
        """The size of the legend's text, mm."""
        return self.brief.sheet.legend.mm

    @property
    def bold(self) -> Lettering:
        """The letters of names and of the title."""
        return Lettering(self.brief.typesetter, self.brief.sheet.legend, self.brief.theme.inks.ink, Face.BOLD)

    @property
    def _plain(self) -> Lettering:
        return Lettering(self.brief.typesetter, self.brief.sheet.legend, self.brief.theme.inks.ink)

    def shapes(self, room: float) -> tuple[Entry, ...]:
        """One entry for each kind that the sheet uses, its text at most `room` em wide."""
        return tuple(self._shape(kind, room) for kind in self.uses.kinds)

    def _shape(self, kind: StepKind, room: float) -> Entry:
        card = self._sample_card(kind)
        name, text = self._meaning(kind)
        lines = self._plain.balanced(text, room * self.em)
        left = card.size.width + _GAP * self.em
        first = self.bold.cap
        words = (self.bold.line(name, left, first), *self._plain.lines(lines, left, first + self.bold.pitch))
        height = max(card.size.height, self.bold.cap + len(lines) * self._plain.pitch)
        width = left + max(self.bold.width(name), *(self._plain.width(line) for line in lines))
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
            rect = Rect(_SAMPLE_ARROW * self.em - size.width, (self.em - size.height) / 2, size.width, size.height)
            drawn = sign_drawn(self.brief, alike[0], rect, sample)
            yield self._sign(drawn.items, sign_words(self.brief, alike[0], number))

    def _arrow(self, text: str, loop: bool) -> Entry:
        return self._line(Connector("sample", "", "", loop=loop), text)

    def _coupling(self, text: str) -> Entry:
        return self._line(Connector("sample", "", "", coupling=text), text)

    def _line(self, sample: Connector, text: str) -> Entry:
        pen, middle = Pen(self.brief, self.sample), self.em / 2
        way = (Point(0, middle), Point(_SAMPLE_ARROW * self.em, middle))
        drawn = pen.lines((sample,), {sample.name: way})
        return self._sign(tuple(item for group in drawn for item in group.items), text)

    def _answer(self, text: str, affirms: bool) -> Entry:
        pen, words = Pen(self.brief, self.sample), self.brief.wording.map
        sample = Connector("sample", "", "", words.yes if affirms else words.no, affirms)
        room = pen.label(sample) or Size(0, 0)
        left = _SAMPLE_ARROW * self.em - room.width
        rect = Rect(left, (self.em - room.height) / 2, room.width, room.height)
        return self._sign(pen.tags((sample,), {"sample": rect}).items, text)

    def _number(self, text: str, ringed: bool) -> Entry:
        middle = Point(_SAMPLE_ARROW * self.em - RING * self.sample.mm / 2, self.em / 2)
        number = str(self.uses.phase)
        if not ringed:
            return self._sign((self.bold.centred(number, middle),), text)
        stroke = Card(self.brief, self.sample, StepKind.FAN, self.uses.phase, "", ("",)).stroke()
        return self._sign(ring_items(self.brief, number, middle, self.sample, stroke), text)

    def _letter(self, text: str, leaves: bool) -> Entry:
        middle = Point(_SAMPLE_ARROW * self.em - RING * self.sample.mm / 2, self.em / 2)
        return self._sign(letter_items(self.brief, "A", middle, self.sample, leaves), text)

    def _sign(self, sample: tuple[Item, ...], text: str) -> Entry:
        left = (_SAMPLE_ARROW + _GAP * 0.7) * self.em
        words = self._plain.line(text, left, self.em / 2 + self._plain.cap / 2)
        return Entry((*sample, words), Size(left + words.width, self.em), text)
