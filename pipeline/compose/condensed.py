"""The condensed view of a map: each step is a small box with its number and its short title; a key tells the rest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.compose.step_card import Card, drawn_title, spoken
from pipeline.geometry import Rect, Size
from pipeline.lengths import Pt
from pipeline.model import Actor, End, Step
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

LABEL_ROOMS = (5.7, 6.5, 7.5, 9.0)  # widest line of a title, em: the first that needs no more than two lines
_LINES = 2
_SNUG = 0.5  # insets, part of those of a box with a ring
_GAP = 0.33  # between number and title, em
_EXTENT = 1.0  # height of a text block beyond its pitches, em
_LEADING = 1.15
_INNER = 0.7  # distance of a stop's second line, part of that of a box with a ring


@dataclass(frozen=True)
class CondensedCard(Card):
    """A box without ring, foot or letters: step number, then title. Its colour and the bands tell the phase."""

    @cached_property
    def size(self) -> Size:
        """The box's size, mm."""
        return self.shape.size(self._content, self.shape_em, foot=False)

    @cached_property
    def _content(self) -> Size:
        text = max(self._text.width(line) for line in self.lines)
        block = (len(self.lines) - 1) * self._text.pitch + _EXTENT * self.em
        return Size(self._indent + text, block)

    @property
    def shape_em(self) -> float:
        """What the shape measures its insets and corners in, mm; the second line of a stop needs its full room."""
        return self.em if self.stops else self.em * _SNUG

    @property
    def _indent(self) -> float:
        """From the number's left edge to the title's, mm."""
        return self._numeral.width(self.number) + _GAP * self.em if self.number else 0.0

    @property
    def _text(self) -> Lettering:
        return _lettering(self.brief, self.size_pt, self.phase)

    @property
    def _numeral(self) -> Lettering:
        return Lettering(self.brief.typesetter, self.size_pt, self._colours.text, Face.BOLD)

    def drawn(self, rect: Rect) -> Group:
        """The box at its place."""
        content = self.shape.content(rect, self.shape_em, foot=False)
        first = content.centre.y - self._text.height(len(self.lines)) / 2 + self._text.cap
        title = self._text.lines(self.lines, content.x + self._indent, first)
        number = (self._numeral.line(self.number, content.x, first),) if self.number else ()
        return Group(Role.STEP, (*self._body(rect), *number, *title), self.label, self.name)

    def _body(self, rect: Rect) -> tuple[Item, ...]:
        outline = Outline(self.shape.outline(rect, self.shape_em), self._colours.fill, self.stroke())
        if not self.stops:
            return (outline,)
        second = Stroke(self._colours.text, self.stroke().width * 0.8)
        return (outline, Outline(self.shape.inner(rect, self.shape_em * _INNER), None, second))


def condensed_cards(brief: Brief, actor: Actor, size: Pt) -> tuple[Card, ...]:
    """The condensed cards of an actor's steps."""
    return tuple(_card(brief, actor, step, size) for step in actor.steps)


def _card(brief: Brief, actor: Actor, step: Step, size: Pt) -> CondensedCard:
    return CondensedCard(
        brief=brief,
        size_pt=size,
        kind=step.kind,
        phase=step.phase,
        number=str(actor.number(step)),
        lines=_broken(_lettering(brief, size, step.phase), condensed_title(brief, step)),
        label=spoken(brief, actor, step),
        name=step.name_id,
        stops=step.end is End.STOP,
    )


def _broken(style: Lettering, title: str) -> tuple[str, ...]:
    """The title in two lines at most, or where no room is enough, in as few as there are."""
    trials = [style.balanced(title, room * style.size.mm) for room in LABEL_ROOMS]
    return next((lines for lines in trials if len(lines) <= _LINES), trials[-1])


def condensed_title(brief: Brief, step: Step) -> str:
    """The short title; a coupling's begins with the other actor's short name, since it has no foot to name it."""
    target = brief.programme.actor(step.link.actor) if step.link else None
    return condensed_coupling(brief, target.short if target else "", drawn_title(step, short=True))


def condensed_coupling(brief: Brief, actor: str, title: str) -> str:
    """A title with the short name of the actor that it leads to before it; without one, the title alone."""
    return brief.wording.map.condensed_coupling.format(actor=actor, title=title) if actor else title


def _lettering(brief: Brief, size: Pt, phase: int) -> Lettering:
    return Lettering(brief.typesetter, size, brief.theme.colours(phase).text, leading=_LEADING)
