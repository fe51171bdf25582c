"""What a reader sees on a map: steps, arrows, heads, tags, conditions, letters, phases and lanes; by their looks only.

Nothing is asked of ids, roles or hidden texts. A step is a coloured outline with a ring and a number below it;
samples in the legend have a ring alone. A sign is a white signpost with a number alone. An arrow is an open line in ink
outside steps; a head is a small filled triangle. What lies between the upper and lower ends of the phases' hairlines is
the map, the rest is not.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tests.support.svg_judge.page import Page, Shape, Words
from tests.support.svg_judge.plane import Box, Line, Point, inside, to_border, to_line

# An end touches an outline if it lies no farther from its middle, mm.
TOUCH = 0.3

# A step's lane, counted from 0, and its number; of a sign its number, in no lane.
Name = tuple[int, int]
SIGN = -1


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle with a number (a phase's ring) or a letter (of a coupling)."""

    shape: Shape
    words: Words

    @property
    def middle(self) -> Point:
        return self.shape.box.middle

    @property
    def radius(self) -> float:
        return (self.shape.box.right - self.shape.box.left) / 2

    @property
    def is_black(self) -> bool:
        return self.shape.is_black


@dataclass(frozen=True, slots=True)
class Step:
    """A box of the map: its outline, the numbers of its phase and of itself, its words from top to bottom."""

    outline: Shape
    ring: Disc
    number: Words
    words: tuple[Words, ...]
    parts: tuple[Shape, ...]

    @property
    def area(self) -> Line:
        return self.outline.points

    @property
    def held(self) -> frozenset[int]:
        """The identities of the closed shapes inside."""
        return frozenset(id(part) for part in self.parts if part.is_closed)

    @property
    def phase(self) -> int:
        return int(self.ring.words.text)

    @property
    def foot(self) -> Shape | None:
        """The white part at the bottom that names another actor."""
        return next((part for part in self.parts if part.on_paper and part.stroke is not None), None)

    @property
    def title(self) -> str:
        return " ".join(words.text for words in self.words if not self._in_foot(words))

    @property
    def foot_text(self) -> str:
        return " ".join(words.text for words in self.words if self._in_foot(words))

    @property
    def is_doubled(self) -> bool:
        """True if a second contour runs inside the first."""
        return any(part.fill is None and part.is_closed for part in self.parts)

    @property
    def form(self) -> str:
        """What the outline looks like."""
        corners = len(self.area) - (self.area[0] == self.area[-1])
        if not self.outline.bends:
            return {5: "signpost", 6: "hexagon"}.get(corners, f"{corners} corners")
        box = self.outline.box
        pointed = to_border((box.left, box.top), self.area)  # a round corner of radius r lies 0.41 r from its point
        return "pill" if pointed > 0.3 * (box.bottom - box.top) / 2 else "rectangle"

    def _in_foot(self, words: Words) -> bool:
        return self.foot is not None and inside(words.box.middle, self.foot.points)


@dataclass(frozen=True, slots=True)
class Sign:
    """A white signpost with a number: an arrow goes on at the like of it on another sheet."""

    shape: Shape
    words: Words

    @property
    def name(self) -> Name:
        return (SIGN, int(self.words.text))


@dataclass(frozen=True, slots=True)
class Head:
    """A filled triangle, or a hollow one at the end of a cased line."""

    shape: Shape

    @property
    def tip(self) -> Point:
        """Where the ink ends: half a stroke beyond the corner of a hollow head, whose joints are round."""
        (x, y), (bx, by) = self._corner, self.base
        reach = self.shape.width / 2 / math.dist(self._corner, self.base) if self.shape.in_ink else 0.0
        return (x + reach * (x - bx), y + reach * (y - by))

    @property
    def _corner(self) -> Point:
        """The corner farthest from the two others."""
        corners = self.shape.points[:3]
        return max(corners, key=lambda p: sum(math.dist(p, other) for other in corners))

    @property
    def base(self) -> Point:
        """The middle of the side against the tip."""
        (ax, ay), (bx, by) = (p for p in self.shape.points[:3] if p != self._corner)
        return ((ax + bx) / 2, (ay + by) / 2)


@dataclass(frozen=True, slots=True)
class Label:
    """An answer in its frame, or the lines of a condition on their ground."""

    ground: Shape
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        return " ".join(words.text for words in self.words)

    @property
    def is_answer(self) -> bool:
        return self.ground.stroke is not None

    @property
    def box(self) -> Box:
        return self.ground.box


@dataclass(frozen=True, slots=True)
class Phase:
    """A piece of the process arrow: its number, its outline, and the ends of its upper edge."""

    shape: Shape
    number: int
    words: tuple[Words, ...]
    left: float
    right: float

    @property
    def end(self) -> float:
        """Where its band ends: a point reaches beyond it, the head of the whole arrow does not."""
        upper = min(y for x, y in self.shape.points if abs(x - self.left) < 0.01)
        has_wings = self.shape.box.top < upper - 0.1
        return self.shape.box.right if has_wings else self.right


@dataclass
class Anatomy:
    """The parts of one sheet, found by their looks."""

    page: Page

    @cached_property
    def hairlines(self) -> tuple[Shape, ...]:
        """The upright grey lines between the phases, from left to right."""
        found = [s for s in self.page.shapes if not s.is_closed and s.in_grey and _is_upright(s)]
        return tuple(sorted(found, key=lambda s: s.box.left))

    @cached_property
    def area(self) -> Box:
        """The map: as high as the hairlines, as wide as the process arrow."""
        left, right = min(p.left for p in self.phases), max(p.end for p in self.phases)
        boxes = [line.box for line in self.hairlines]
        if boxes:
            return Box(left, min(b.top for b in boxes), right, max(b.bottom for b in boxes))
        return Box(left, self.phases[0].shape.box.bottom, right, self._legend_top)

    @property
    def _legend_top(self) -> float:
        """The upper edge of the first sample; its outline is the one round a ring that is no step's."""
        steps = {id(step.ring) for step in self.steps}
        rings = [disc for disc in self.discs if id(disc) not in steps and disc.words.text.isdigit()]
        around = (s for s in self.page.shapes if s.is_closed and s.in_ink and not s.on_paper)
        return min(s.box.top for s in around if any(inside(ring.middle, s.points) for ring in rings))

    @cached_property
    def discs(self) -> tuple[Disc, ...]:
        """Circles round one short text."""
        found = []
        for shape in filter(_is_round, self.page.shapes):
            held = [words for words in self._words_in(shape) if words.order > shape.order]
            if len(held) == 1:
                found.append(Disc(shape, held[0]))
        return tuple(found)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """In the order in which they are painted."""
        rings = [disc for disc in self.discs if disc.words.text.isdigit()]
        outlines = [s for s in self.page.shapes if s.is_closed and s.fill is not None and s.in_ink and not _is_round(s)]
        found = (self._step(outline, rings) for outline in outlines)
        return tuple(step for step in found if step)

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """The ends of arrows that go on on another sheet."""
        found = []
        for shape in self.page.shapes:
            corners = len(shape.points) - (shape.points[0] == shape.points[-1])
            if shape.is_closed and shape.on_paper and shape.in_ink and not shape.bends and corners == 5:
                words = self._words_in(shape)
                if len(words) == 1 and words[0].text.isdigit() and self._on_map(shape.box):
                    found.append(Sign(shape, words[0]))
        return tuple(found)

    @cached_property
    def letters(self) -> tuple[Disc, ...]:
        """The letters of couplings on the map."""
        return tuple(d for d in self.discs if not d.words.text.isdigit() and self._on_map(d.shape.box))

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """The pieces of the process arrow, from left to right."""
        found = []
        for shape in self.page.shapes:
            if shape.is_closed and shape.fill is not None and shape.stroke is not None and not shape.bends:
                words = self._words_in(shape)
                if len(words) > 1 and words[0].text.isdigit() and not self._discs_in(shape):
                    found.append(_phase(shape, words))
        return tuple(sorted(found, key=lambda phase: phase.shape.box.left))

    @cached_property
    def rules(self) -> tuple[Shape, ...]:
        """The heavy lines over the lanes, from top to bottom: level, and as wide as the process arrow."""
        wide = self.area
        lines = (s for s in self.page.shapes if not s.is_closed and s.in_ink and _is_level(s) and self._on_map(s.box))
        found = (s for s in lines if abs(s.box.left - wide.left) < TOUCH and abs(s.box.right - wide.right) < TOUCH)
        return tuple(sorted(found, key=lambda s: s.box.top))

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """On the map, outside steps; the same triangle painted twice is one."""
        found: dict[tuple[Point, ...], Head] = {}
        for shape in self.page.shapes:
            if _is_triangle(shape) and self._on_map(shape.box) and not self._within_a_step(shape):
                key = tuple(sorted((round(x, 1), round(y, 1)) for x, y in shape.points[:3]))
                found.setdefault(key, Head(shape))
        return tuple(found.values())

    @cached_property
    def lines(self) -> tuple[Shape, ...]:
        """Open lines in ink on the map: the arrows."""
        rules = {id(rule) for rule in self.rules}
        return tuple(
            s
            for s in self.page.shapes
            if not s.is_closed and s.fill is None and s.in_ink and id(s) not in rules
            if self._on_map(s.box) and not self._within_a_step(s)
        )

    def core(self, line: Shape) -> Shape | None:
        """The narrower line of paper that runs on a line and makes it two rails, the sign of a coupling."""
        later = (s for s in self.page.shapes if s.order > line.order and not s.is_closed and s.in_paper)
        return next((s for s in later if s.width < line.width and _same_way(s.points, line.points)), None)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Answers and conditions on the map, in the order in which they are painted."""
        steps = {id(step.outline) for step in self.steps}
        discs = {id(disc.shape) for disc in self.discs} | {id(sign.shape) for sign in self.signs}
        found = []
        for shape in self.page.shapes:
            if not shape.is_closed or id(shape) in steps or id(shape) in discs or not self._on_map(shape.box):
                continue
            words = tuple(w for w in self._words_in(shape) if w.order > shape.order)
            if words and not self._within_a_step(shape) and _is_label(shape, words):
                found.append(Label(shape, words))
        return tuple(found)

    def lane(self, point: Point) -> int:
        """Which lane a point lies in, counted from 0; all of a map without rules is one lane."""
        return max(0, sum(rule.box.top < point[1] for rule in self.rules) - 1)

    def name(self, step: Step) -> Name:
        """What a reader calls a step: the number of its lane and its own."""
        return (self.lane(step.outline.box.middle), int(step.number.text))

    def _step(self, outline: Shape, rings: Iterable[Disc]) -> Step | None:
        ring = next((r for r in rings if inside(r.middle, outline.points) and r.shape.order > outline.order), None)
        if ring is None:
            return None
        words = [w for w in self._words_in(outline) if w.order > outline.order]
        number = next((w for w in words if _is_below(w, ring)), None)
        if number is None:
            return None
        discs = self._discs_in(outline)
        taken = {id(number), *(id(disc.words) for disc in discs)}
        rest = tuple(words_ for words_ in words if id(words_) not in taken)
        round_ = {id(disc.shape) for disc in discs}
        parts = tuple(
            s
            for s in self.page.shapes
            if s.order > outline.order and id(s) not in round_ and all(inside(p, outline.points) for p in _middles(s))
        )
        return Step(outline, ring, number, rest, parts)

    def _words_in(self, shape: Shape) -> tuple[Words, ...]:
        box = shape.box
        return tuple(
            w
            for w in self.page.words
            if box.left < w.box.middle[0] < box.right and box.top < w.box.middle[1] < box.bottom
            if inside(w.box.middle, shape.points)
        )

    def _discs_in(self, shape: Shape) -> tuple[Disc, ...]:
        return tuple(d for d in self.discs if inside(d.middle, shape.points))

    def _on_map(self, box: Box) -> bool:
        return box.bottom > self.area.top - TOUCH and box.top < self.area.bottom

    def _within_a_step(self, shape: Shape) -> bool:
        return any(
            step.outline.box.grown(0.01).holds(shape.box) and (id(shape) in step.held or _is_deep(shape, step.area))
            for step in self.steps
        )


def _is_deep(line: Shape, area: Line) -> bool:
    """True if both ends lie well inside: the small arrow in a foot, not an arrow between steps."""
    return all(inside(p, area) and to_border(p, area) > TOUCH for p in (line.points[0], line.points[-1]))


def _middles(shape: Shape) -> tuple[Point, ...]:
    """Points in the middle of the pieces: corners may lie on the border of what holds the shape."""
    middle = shape.box.middle
    return tuple(
        ((a[0] + b[0]) / 2 * 0.98 + middle[0] * 0.02, (a[1] + b[1]) / 2 * 0.98 + middle[1] * 0.02)
        for a, b in pairwise(shape.points)
    )


def _is_upright(shape: Shape) -> bool:
    return len(shape.points) == 2 and shape.box.right - shape.box.left < 0.01


def _is_level(shape: Shape) -> bool:
    return len(shape.points) == 2 and shape.box.bottom - shape.box.top < 0.01


def _is_round(shape: Shape) -> bool:
    if not shape.is_closed or not shape.bends or shape.stroke is None or shape.fill is None:
        return False
    box = shape.box
    radius = (box.right - box.left) / 2
    return all(abs(math.dist(p, box.middle) - radius) < 0.02 * radius + 0.02 for p in shape.points)


def _is_triangle(shape: Shape) -> bool:
    corners = set(shape.points)
    painted = (shape.is_black and shape.stroke is None) or (shape.on_paper and shape.in_ink)
    return shape.is_closed and not shape.bends and len(corners) == 3 and painted


def _is_label(shape: Shape, words: tuple[Words, ...]) -> bool:
    """A frame round one bold word, or a ground of paper below slanting words."""
    if shape.stroke is None:
        return shape.on_paper and all(w.italic for w in words)
    return len(words) == 1 and words[0].bold


def _is_below(words: Words, ring: Disc) -> bool:
    across = abs(words.box.middle[0] - ring.middle[0])
    return words.text.isdigit() and across < ring.radius and words.box.top >= ring.middle[1] + ring.radius - 0.01


def _phase(shape: Shape, words: tuple[Words, ...]) -> Phase:
    """The upper edge is the longest level piece above the middle."""
    middle = shape.box.middle[1]
    pairs = pairwise((*shape.points, shape.points[0]))
    upper = [(a, b) for a, b in pairs if abs(a[1] - b[1]) < 0.01 and a[1] < middle]
    (x1, _), (x2, _) = max(upper, key=lambda pair: abs(pair[0][0] - pair[1][0]))
    return Phase(shape, int(words[0].text), words[1:], min(x1, x2), max(x1, x2))


def _same_way(one: Line, other: Line) -> bool:
    """True if the bends of both lie on each other; at the ends one may be shorter than the other."""
    bends = zip(one[1:-1], other[1:-1], strict=False)
    return (
        len(one) == len(other)
        and all(math.dist(a, b) < 2 * TOUCH for a, b in bends)
        and all(to_line(p, other) < TOUCH for p in (one[0], one[-1]))
    )
