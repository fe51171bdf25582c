"""Path data of SVG 1.1, section 8.3: every command, curves and arcs followed in short straight pieces."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tests.support.svg_judge.plane import Line, Point, simple

_PARTS = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_PIECES = 16  # a curve is followed in so many pieces: a bend of 8 mm is met within 0.01 mm


@dataclass(frozen=True, slots=True)
class Track:
    """One part of a path: its points, whether it is closed, and how many of its pieces are bent."""

    points: Line
    is_closed: bool
    bends: int


def tracks(text: str) -> tuple[Track, ...]:
    """The parts of a path; raises ValueError for what is no path data."""
    pen = _Pen()
    for command, numbers in _commands(text):
        pen.draw(command, numbers)
    pen.lift(False)
    return tuple(pen.done)


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    """Each command once for each set of its numbers; more pairs after a move are lines."""
    if _PARTS.sub("", text).strip(" ,\t\r\n"):
        raise ValueError(f"no path data: {text[:80]}")
    letter, numbers = "", list[float]()
    for found in (*_PARTS.finditer(text), None):
        if found is None or found[1]:
            yield from _split(letter, numbers)
            letter, numbers = (found[1] if found else ""), []
        else:
            numbers.append(float(found[2]))


def _split(letter: str, numbers: list[float]) -> Iterator[tuple[str, list[float]]]:
    if not letter:
        return
    takes = _TAKES[letter.upper()]
    if takes == 0:
        yield letter, []
        return
    if not numbers or len(numbers) % takes:
        raise ValueError(f"{letter} with {len(numbers)} numbers")
    for n in range(0, len(numbers), takes):
        follows = n > 0 and letter in "Mm"
        yield ({"M": "L", "m": "l"}[letter] if follows else letter), numbers[n : n + takes]


@dataclass
class _Pen:
    done: list[Track] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    bends: int = 0
    at: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    control: Point | None = None  # the last control point, which S and T mirror
    degree: str = ""

    def draw(self, letter: str, numbers: list[float]) -> None:
        command = letter.upper()
        ends = self._absolute(command, numbers, self.at if letter.islower() else (0.0, 0.0))
        if command == "M":
            self.lift(False)
            self.at = self.start = ends[0]
            self.points = [self.at]
        elif command == "Z":
            self.lift(True)
            self.at, self.points = self.start, [self.start]
        elif command == "A":
            self._bend(_arc(self.at, numbers, ends[0]), ends[0])
        elif command in "CSQT":
            self._curve(command, ends)
        else:
            self.points.append(ends[0])
            self.at = ends[0]
        if command not in "CSQT":
            self.control, self.degree = None, ""

    def _absolute(self, command: str, numbers: list[float], origin: Point) -> list[Point]:
        if command == "H":
            return [(numbers[0] + origin[0], self.at[1])]
        if command == "V":
            return [(self.at[0], numbers[0] + origin[1])]
        pairs = numbers[-2:] if command == "A" else numbers
        return [(x + origin[0], y + origin[1]) for x, y in zip(pairs[::2], pairs[1::2], strict=True)]

    def _curve(self, command: str, ends: list[Point]) -> None:
        degree = "C" if command in "CS" else "Q"
        if command in "ST":
            mirrored = self.control if self.control and self.degree == degree else self.at
            ends = [(2 * self.at[0] - mirrored[0], 2 * self.at[1] - mirrored[1]), *ends]
        hull = [self.at, *ends]
        self._bend(lambda t: _between(hull, t), ends[-1])
        self.control, self.degree = ends[-2], degree

    def _bend(self, at: Callable[[float], Point], end: Point) -> None:
        self.points += [at(n / _PIECES) for n in range(1, _PIECES)]
        self.points.append(end)
        self.at = end
        self.bends += 1

    def lift(self, is_closed: bool) -> None:
        if len(self.points) > 1:
            self.done.append(Track(simple(self.points), is_closed, self.bends))
        self.points, self.bends = [], 0


def _between(hull: list[Point], part: float) -> Point:
    """The point of a Bezier curve, by de Casteljau's halving."""
    while len(hull) > 1:
        hull = [(a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])) for a, b in pairwise(hull)]
    return hull[0]


def _arc(start: Point, numbers: list[float], end: Point) -> Callable[[float], Point]:
    """An elliptical arc from its ends to its centre (SVG 1.1, appendix F.6)."""
    rx, ry, turn, large, sweep = abs(numbers[0]), abs(numbers[1]), math.radians(numbers[2]), numbers[3], numbers[4]
    if not rx or not ry or start == end:
        return lambda t: (start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1]))
    cos, sin = math.cos(turn), math.sin(turn)
    hx, hy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * hx + sin * hy, -sin * hx + cos * hy
    grow = max(1.0, math.sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * y) ** 2 + (ry * x) ** 2
    root = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (1 if bool(large) != bool(sweep) else -1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    sweeping = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and sweeping < 0:
        sweeping += 2 * math.pi
    elif not sweep and sweeping > 0:
        sweeping -= 2 * math.pi
    middle = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)

    def at(part: float) -> Point:
        angle = first + part * sweeping
        ex, ey = rx * math.cos(angle), ry * math.sin(angle)
        return (middle[0] + cos * ex - sin * ey, middle[1] + sin * ex + cos * ey)

    return at
