"""The graph that a drawing shows: each arrow followed from the outline it leaves to the outline its head touches."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tests.support.svg_judge.anatomy import TOUCH, Anatomy, Disc, Head, Label, Name, Step
from tests.support.svg_judge.page import Shape
from tests.support.svg_judge.plane import Box, Line, Point, apart, box_of, cuts, inside, to_border, to_line

_TURN = 0.99  # cosine of the widest angle between an arrow's last piece and its head
_JOIN = 0.7  # cosine of the widest angle at which an arrow runs into another
_CLEARLY = 0.3  # a condition lies so much nearer to its own arrow than to any other, mm
_BESIDE = 5.0  # farther from every arrow a condition belongs to none, mm


@dataclass(frozen=True, slots=True)
class Arrow:
    """What an arrow says: from which step to which, on what answer or condition, and whether it is dashed."""

    source: Name
    target: Name
    label: str
    dashed: bool


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow's line with its head: all points from the start to the tip."""

    shape: Shape
    points: Line
    head: Head | None

    @property
    def start(self) -> Point:
        return self.points[0]

    @property
    def tip(self) -> Point:
        return self.points[-1]

    def __str__(self) -> str:
        return f"arrow from {_at(self.start)} to {_at(self.tip)}"


@dataclass
class Graph:
    """What the sheet says, and the faults that keep a reader from following it."""

    anatomy: Anatomy
    faults: list[str] = field(default_factory=list)

    @cached_property
    def steps(self) -> dict[Name, Step]:
        """Each step by its lane and number."""
        found: dict[Name, Step] = {}
        for step in self.anatomy.steps:
            name = self.anatomy.name(step)
            if name in found:
                self.faults.append(f"two steps are number {name[1]} of lane {name[0]}")
            found[name] = step
        return found

    @cached_property
    def ends_of_arrows(self) -> dict[Name, Line]:
        """The outlines at which arrows may begin and end: steps and signs."""
        found = {name: step.area for name, step in self.steps.items()}
        for sign in self.anatomy.signs:
            if sign.name in found:
                self.faults.append(f"two signs are number {sign.name[1]}")
            found[sign.name] = sign.shape.points
        return found

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The arrows within the lanes, in the order in which they are painted. Cased lines are couplings."""
        return self._followed([line for line in self.anatomy.lines if not self.anatomy.core(line)])

    @cached_property
    def cased(self) -> tuple[Way, ...]:
        """The couplings that are drawn as lines."""
        return self._followed([line for line in self.anatomy.lines if self.anatomy.core(line)])

    @property
    def drawn(self) -> tuple[Way, ...]:
        """Arrows and couplings."""
        return (*self.ways, *self.cased)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """Every arrow whose ends are steps or signs."""
        labels = self._labels()
        found = []
        for n, way in enumerate(self.ways):
            source, target = self._touched(way.start, f"{way} starts"), self._touched(way.tip, f"{way} ends")
            if source and target:
                found.append(Arrow(source, target, " ".join(labels[n]), way.shape.dashed))
        self._spare_heads()
        return tuple(found)

    @cached_property
    def couplings(self) -> tuple[tuple[Name, Name], ...]:
        """From a coupling to the step of another actor: by a pair of letters, or by a cased line."""
        pairs = [pair for letter in self._letters() if (pair := self._paired(letter))]
        return (*pairs, *self.cased_couplings)

    @cached_property
    def letters(self) -> dict[str, tuple[list[Name | None], list[Name | None]]]:
        """Of each letter the steps in whose feet it stands black, and those on whose edge it sits white."""
        found: dict[str, tuple[list[Name | None], list[Name | None]]] = {}
        for disc in self.anatomy.letters:
            leaving, arriving = found.setdefault(disc.words.text, ([], []))
            (leaving if disc.is_black else arriving).append(
                self._footed(disc) if disc.is_black else self._headed_by(disc)
            )
        return found

    @cached_property
    def cased_couplings(self) -> tuple[tuple[Name, Name], ...]:
        """The couplings that are drawn as lines."""
        pairs = []
        for way in self.cased:
            source, target = self._touched(way.start, f"{way} starts"), self._touched(way.tip, f"{way} ends")
            if source and target:
                pairs.append((source, target))
        return tuple(pairs)

    def ends(self, way: Way) -> tuple[Name | None, Name | None]:
        """The steps that an arrow's ends touch; None where that cannot be told."""
        return self._nearest(way.start), self._nearest(way.tip)

    def _followed(self, lines: Sequence[Shape]) -> tuple[Way, ...]:
        """Lines with heads first; then those that run into one of them, until no more are found."""
        found: dict[int, Way] = {}
        for n, line in enumerate(lines):
            way = self._headed(line)
            if way:
                found[n] = way
        size = -1
        while len(found) != size:
            size = len(found)
            for n, line in enumerate(lines):
                joined = None if n in found else self._joining(line, tuple(found.values()))
                if joined:
                    found[n] = joined
        for n, line in enumerate(lines):
            if n not in found:
                self.faults.append(f"line from {_at(line.points[0])} to {_at(line.points[-1])} has no head")
        return tuple(found[n] for n in sorted(found))

    def _headed(self, line: Shape) -> Way | None:
        ways = [
            Way(line, (*points, head.tip), head)
            for points in (line.points, line.points[::-1])
            for head in self.anatomy.heads
            if _fits(points, head)
        ]
        if len(ways) > 1:
            self.faults.append(f"{ways[0]} has {len(ways)} heads")
        return ways[0] if ways else None

    def _joining(self, line: Shape, ways: Sequence[Way]) -> Way | None:
        """A line without a head that leaves a step and runs into another arrow: it goes on as that one."""
        found = []
        for points in (line.points, line.points[::-1]):
            for other in ways if self._nearest(points[0]) else ():
                rest = _after(points[-2:], other.points)
                if rest:
                    found.append(Way(line, (*points, *rest), other.head))
        if len({way.tip for way in found}) > 1:
            self.faults.append(f"line from {_at(line.points[0])} to {_at(line.points[-1])} runs into two arrows")
        return found[0] if found else None

    def _nearest(self, point: Point) -> Name | None:
        place = Box(*point, *point)
        areas = self.ends_of_arrows.items()
        near = ((name, area) for name, area in areas if box_of(area).grown(TOUCH).holds(place))
        touched = [name for name, area in near if to_border(point, area) <= TOUCH]
        return touched[0] if len(touched) == 1 else None

    def _touched(self, point: Point, what: str) -> Name | None:
        name = self._nearest(point)
        if name is None:
            distance, nearest = min((to_border(point, area), name) for name, area in self.ends_of_arrows.items())
            self.faults.append(f"{what} {distance:.2f} mm from the outline of {nearest}")
        return name

    def _spare_heads(self) -> None:
        used = {id(way.head.shape) for way in self.drawn if way.head}
        for head in self.anatomy.heads:
            if id(head.shape) not in used:
                self.faults.append(f"head at {_at(head.tip)} ends no line")

    def _labels(self) -> list[list[str]]:
        """What stands on or beside each arrow."""
        found: list[list[str]] = [[] for _ in self.ways]
        for label in self.anatomy.labels:
            n = self._answered(label) if label.is_answer else self._conditioned(label)
            if n is not None:
                found[n].append(label.text)
        return found

    def _answered(self, label: Label) -> int | None:
        """The one arrow that runs below an answer."""
        below = [n for n, way in enumerate(self.ways) if cuts(way.points, label.ground.points)]
        if len(below) != 1:
            self.faults.append(f"{label.text!r} at {_at(label.box.middle)} sits on {len(below)} arrows")
            return None
        if to_line(label.box.middle, self.ways[below[0]].points) > TOUCH:
            self.faults.append(f"{label.text!r} at {_at(label.box.middle)} sits askew on its arrow")
        return below[0]

    def _conditioned(self, label: Label) -> int | None:
        """The arrow nearest to the words of a condition; two equally near leave it open."""
        room = label.box.grown(_BESIDE)
        near = sorted(
            (min(apart(way.points, words.box.corners) for words in label.words), n)
            for n, way in enumerate(self.ways)
            if way.shape.box.grown(0.01).overlaps(room)
        )
        if not near or near[0][0] > _BESIDE:
            self.faults.append(f"{label.text!r} at {_at(label.box.middle)} lies beside no arrow")
            return None
        if len(near) > 1 and near[1][0] - near[0][0] < _CLEARLY:
            two = " and ".join(f"{distance:.2f} mm from {self.ways[n]}" for distance, n in near[:2])
            self.faults.append(f"{label.text!r} at {_at(label.box.middle)} lies as near to two arrows: {two}")
            return None
        return near[0][1]

    def _letters(self) -> list[str]:
        return sorted({disc.words.text for disc in self.anatomy.letters}, key=lambda text: (len(text), text))

    def _paired(self, letter: str) -> tuple[Name, Name] | None:
        discs = [disc for disc in self.anatomy.letters if disc.words.text == letter]
        leaving = [disc for disc in discs if disc.is_black]
        arriving = [disc for disc in discs if disc.shape.on_paper]
        if (len(leaving), len(arriving), len(discs)) != (1, 1, 2):
            self.faults.append(f"letter {letter}: {len(leaving)} black and {len(arriving)} white of {len(discs)}")
            return None
        source, target = self._footed(leaving[0]), self._headed_by(arriving[0])
        if source and target:
            return (source, target)
        self.faults.append(f"letter {letter} belongs to no step: {source} to {target}")
        return None

    def _footed(self, disc: Disc) -> Name | None:
        """The step in whose foot a black letter stands."""
        feet = ((name, step.foot) for name, step in self.steps.items())
        return next((name for name, foot in feet if foot and inside(disc.middle, foot.points)), None)

    def _headed_by(self, disc: Disc) -> Name | None:
        """The one step on whose upper edge a white letter sits."""
        found = [
            name
            for name, step in self.steps.items()
            if step.outline.box.left - TOUCH <= disc.shape.box.left <= disc.shape.box.right <= step.outline.box.right
            if abs(disc.middle[1] - step.outline.box.top) < disc.radius
        ]
        return found[0] if len(found) == 1 else None


def _fits(points: Line, head: Head) -> bool:
    """True if the line ends in this head, which goes on in the line's direction."""
    return to_line(points[-1], (head.base, head.tip)) < TOUCH and _cosine(points[-2:], (head.base, head.tip)) > _TURN


def _after(piece: Line, line: Line) -> Line:
    """The rest of a line from where a piece runs into it in its own direction; empty if it does not."""
    for n in reversed(range(len(line) - 1)):
        if to_line(piece[1], line[n : n + 2]) < TOUCH and _cosine(piece, line[n : n + 2]) > _JOIN:
            return line[n + 1 :]
    return ()


def _cosine(one: Line, other: Line) -> float:
    """Of the angle between two straight pieces; 1 where one of them has no length."""
    ax, ay = one[1][0] - one[0][0], one[1][1] - one[0][1]
    bx, by = other[1][0] - other[0][0], other[1][1] - other[0][1]
    lengths = math.hypot(ax, ay) * math.hypot(bx, by)
    return (ax * bx + ay * by) / lengths if lengths else 1.0


def _at(point: Point) -> str:
    return f"({point[0]:.1f}, {point[1]:.1f})"
