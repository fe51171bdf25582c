"""A step as a box on a map: its ring with the phase number, its step number, its title, and a coupling's foot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering, part_of
from pipeline.geometry import Point, Rect, Size, circle, line, polygon
from pipeline.lengths import Pt
from pipeline.model import Actor, End, Step, StepKind
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.shapes import SHAPES
from pipeline.shapes.base import Shape
from pipeline.theme import PhaseColours
from pipeline.typeface import Face

RING = 1.6  # diameter, em
_RING_NUMBER = 1.1
_STEP_NUMBER = 0.84
_NUMBER_DROP = 0.24  # between ring and step number, em
_TEXT_GAP = 0.45
_FOOT_TEXT = 0.87
_FOOT_ARROW = 1.15
_LETTER = 1.5  # diameter of a letter's disc, em
_LETTER_TEXT = 0.86
_LETTER_STEP = 1.65
_EXTENT = 1.0  # height of a text block beyond its pitches, em


@dataclass(frozen=True)
class Card:
    """What a box shows, measured at a type size. Numbers as text; an empty step number is left out (legend)."""

    brief: Brief
    size_pt: Pt
    kind: StepKind
    phase: int
    number: str
    lines: tuple[str, ...]
    label: str = ""
    name: str = ""
    stops: bool = False
    foot: str = ""
    leaves: str = ""
    arrives: tuple[str, ...] = ()
    may_leave: bool = False  # the foot keeps room for a letter, whether or not it gets one

    @property
    def em(self) -> float:
        """The size of the step text, mm; every measure is a multiple of it."""
        return self.size_pt.mm

    @property
    def shape(self) -> Shape:
        """The shape that the theme gives this kind."""
        return SHAPES[self.brief.theme.shape(self.kind.value)]

    @cached_property
    def size(self) -> Size:
        """The box's size, mm."""
        return self.shape.size(self._content, self.em, bool(self.foot))

    @cached_property
    def _content(self) -> Size:
        text = max(self._text.width(line) for line in self.lines)
        ring = (RING + _TEXT_GAP) * self.em
        stack = (RING + _NUMBER_DROP + 0.56 if self.number else RING) * self.em
        block = (len(self.lines) - 1) * self._text.pitch + _EXTENT * self.em
        return Size(max(ring + text, self._foot_width), max(stack, block))

    @property
    def _foot_width(self) -> float:
        if not self.foot:
            return 0.0
        disc = (_LETTER + 0.4) * self.em if self.leaves or self.may_leave else 0.0
        return (_FOOT_ARROW + 0.35) * self.em + self._foot_text.width(self.foot) + disc

    @property
    def _colours(self) -> PhaseColours:
        return self.brief.theme.colours(self.phase)

    @property
    def _text(self) -> Lettering:
        return Lettering(self.brief.typesetter, self.size_pt, self._colours.text)

    @property
    def _foot_text(self) -> Lettering:
        return self._ink(_FOOT_TEXT)

    def _ink(self, part: float) -> Lettering:
        return Lettering(self.brief.typesetter, part_of(self.size_pt, part), self.brief.theme.inks.ink, Face.BOLD)

    def stroke(self, part: float = 1.0) -> Stroke:
        """The pen: ink, as heavy as the theme's outline, never under its thinnest line."""
        strokes = self.brief.theme.strokes
        return Stroke(self._colours.edge, max(strokes.outline * self.em * part, strokes.thinnest * min(part, 1.0)))

    def drawn(self, rect: Rect) -> Group:
        """The box at its place."""
        content = self.shape.content(rect, self.em, bool(self.foot))
        inside = (*self._ring(content), *self._title(content))
        items = (*self._body(rect), *inside, *self._foot(rect), *self._letters(rect))
        return Group(Role.STEP, items, self.label, self.name)

    def _body(self, rect: Rect) -> tuple[Item, ...]:
        body: list[Item] = [Outline(self.shape.outline(rect, self.em), self._colours.fill, self.stroke())]
        if self.stops:
            second = Stroke(self._colours.text, self.stroke().width * 0.8)
            body.append(Outline(self.shape.inner(rect, self.em), None, second))
        return tuple(body)

    def _ring(self, content: Rect) -> tuple[Item, ...]:
        radius = RING * self.em / 2
        stack = RING + (_NUMBER_DROP + 0.56 if self.number else 0)
        top = content.centre.y - stack * self.em / 2
        middle = Point(content.x + radius, top + radius)
        ring = ring_items(self.brief, str(self.phase), middle, self.size_pt, self.stroke())
        if not self.number:
            return ring
        below = Lettering(self.brief.typesetter, part_of(self.size_pt, _STEP_NUMBER), self._colours.text, Face.BOLD)
        baseline = top + (RING + _NUMBER_DROP) * self.em + below.cap
        return (*ring, below.line(self.number, middle.x - below.width(self.number) / 2, baseline))

    def _title(self, content: Rect) -> tuple[Item, ...]:
        first = content.centre.y - self._text.height(len(self.lines)) / 2 + self._text.cap
        return self._text.lines(self.lines, content.x + (RING + _TEXT_GAP) * self.em, first)

    def _foot(self, rect: Rect) -> tuple[Item, ...]:
        if not self.foot:
            return ()
        path = self.shape.foot(rect, self.em)
        content = self.shape.content(rect, self.em, True)
        middle = Point(content.x, rect.bottom - 0.75 * self.em)
        text = self._foot_text.line(
            self.foot, content.x + (_FOOT_ARROW + 0.35) * self.em, middle.y + self._foot_text.cap / 2
        )
        items = (Outline(path, self.brief.theme.inks.paper, self.stroke()), *self._foot_arrow(middle), text)
        if not self.leaves:
            return items
        disc = Point(text.at.x + text.width + (0.4 + _LETTER / 2) * self.em, middle.y)
        return (*items, *letter_items(self.brief, self.leaves, disc, self.size_pt, True))

    def _foot_arrow(self, start: Point) -> tuple[Item, ...]:
        ink = self.brief.theme.inks.ink
        tip = start.moved(_FOOT_ARROW * self.em, 0)
        neck, wing = tip.x - 0.55 * self.em, 0.27 * self.em
        head = (tip, Point(neck, tip.y - wing), Point(neck, tip.y + wing))
        shaft = Outline(line(start, Point(neck + 0.1 * self.em, tip.y)), None, Stroke(ink, 0.12 * self.em))
        return (shaft, Outline(polygon(head), ink))

    def _letters(self, rect: Rect) -> tuple[Item, ...]:
        found: list[Item] = []
        for n, letter in enumerate(self.arrives):
            middle = Point(rect.x + (_LETTER / 2 + n * _LETTER_STEP) * self.em, rect.y - 0.4 * self.em)
            found += letter_items(self.brief, letter, middle, self.size_pt, False)
        return tuple(found)


def letter_items(brief: Brief, letter: str, middle: Point, size: Pt, leaves: bool) -> tuple[Item, ...]:
    """A coupling's letter: a black disc where the way leaves, a white one where it arrives."""
    inks = brief.theme.inks
    ground, colour = (inks.ink, inks.paper) if leaves else (inks.paper, inks.ink)
    text = Lettering(brief.typesetter, part_of(size, _LETTER_TEXT), colour, Face.BOLD)
    width = max(brief.theme.strokes.outline * size.mm, brief.theme.strokes.thinnest)
    disc = Outline(circle(middle, _LETTER * size.mm / 2), ground, Stroke(inks.ink, width))
    return (disc, text.centred(letter, middle))


def ring_items(brief: Brief, number: str, middle: Point, size: Pt, stroke: Stroke) -> tuple[Item, ...]:
    """The white ring that a phase's number always stands in, for step text of this size."""
    inks = brief.theme.inks
    text = Lettering(brief.typesetter, Pt(size * _RING_NUMBER), inks.ink, Face.BOLD)
    ring = Outline(circle(middle, RING * size.mm / 2), inks.paper, Stroke(inks.ink, stroke.width))
    return (ring, text.centred(number, middle))


def step_card(brief: Brief, actor: Actor, step: Step, size: Pt, room: float, short: bool = False) -> Card:
    """The card of a step; `room` is the widest label wanted, in em; `short` takes the step's short title."""
    title = drawn_title(step, short)
    colour = brief.theme.colours(step.phase).text
    lines = Lettering(brief.typesetter, size, colour).balanced(title, room * size.mm)
    target = brief.programme.actor(step.link.actor) if step.link else None
    return Card(
        brief=brief,
        size_pt=size,
        kind=step.kind,
        phase=step.phase,
        number=str(actor.number(step)),
        lines=lines,
        label=spoken(brief, actor, step),
        name=step.name_id,
        stops=step.end is End.STOP,
        foot=target.short if target else "",
    )


def drawn_title(step: Step, short: bool = False) -> str:
    """The title in a box: a coupling drops the part before its colon, since its foot names the actor."""
    title = step.short if short else step.title
    if step.kind is not StepKind.LINK:
        return title
    rest = title.partition(": ")[2]
    return rest[:1].upper() + rest[1:] if rest else title


def spoken(brief: Brief, actor: Actor, step: Step) -> str:
    """The step in one sentence, for screen readers."""
    words = brief.wording.map
    phase = brief.programme.phase(step.phase)
    text = words.step_label.format(
        number=actor.number(step),
        total=len(actor.steps),
        title=step.title,
        kind=brief.programme.meaning(step.kind).name,
        phase=step.phase,
        phase_name=phase.name if phase else "",
    )
    return text.replace("?.", "?")
