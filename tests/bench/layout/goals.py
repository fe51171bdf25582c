"""The goals of the layout engine and what was reached: one row each, computed from the rows of the drawings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.layout.cases import (
    CASES,
    FAST_CASES,
    HARD_CASES,
    OURS,
    REAL_CASES,
    SET_CASES,
    Case,
    at_8,
    at_11,
    on_a0,
    on_a1,
    upright,
)
from tests.bench.layout.graphs import GENERATED, MAPS, REAL_MAPS, REAL_POSTERS
from tests.bench.layout.tables import Number, Rows
from tests.bench.layout.yardsticks import DOT, ELK, ELK_LANES, YARDSTICKS

AS_IT_IS = "as it is"  # what a yardstick is asked: it knows neither paper nor text

Measure = Callable[[Rows, str], Number]


@dataclass(frozen=True)
class Goal:
    """A goal: its number in the list of goals, what is measured, and the limit. Yardsticks where they can be asked."""

    number: str
    text: str
    limit: float
    measure: Measure
    at_most: bool = True
    yardsticks: bool = True

    @property
    def limit_text(self) -> str:
        """The goal as it stands in the table."""
        return f"{'≤' if self.at_most else '≥'} {self.limit:,g}"

    def is_met(self, value: float) -> bool:
        """True if this value reaches the goal."""
        return value <= self.limit if self.at_most else value >= self.limit

    def cells(self, rows: Rows) -> list[object]:
        """Number, text, limit, our value, whether it is met, and those of the yardsticks."""
        ours = self.measure(rows, OURS)
        others = [self.measure(rows, engine) if self.yardsticks else None for engine in YARDSTICKS]
        met = None if ours is None else "yes" if self.is_met(ours) else "**no**"
        return [self.number, self.text, self.limit_text, ours, met, *others]


HEADS = ("#", "goal", "limit", OURS, "met", *YARDSTICKS)


def _values(rows: Rows, engine: str, cases: Sequence[Case], column: str) -> Iterator[Number]:
    for case in cases:
        key = (case.graph, engine, case.asked if engine == OURS else AS_IT_IS)
        yield rows[key][column] if key in rows else None


def _total(cases: Sequence[Case], column: str) -> Measure:
    """The sum over drawings; nothing where one of them is missing."""

    def measure(rows: Rows, engine: str) -> Number:
        values = list(_values(rows, engine, cases, column))
        return None if None in values else sum(value for value in values if value is not None)

    return measure


def _least(cases: Sequence[Case], column: str) -> Measure:
    """The smallest of the drawings' values; nothing where none has one."""

    def measure(rows: Rows, engine: str) -> Number:
        return min((value for value in _values(rows, engine, cases, column) if value is not None), default=None)

    return measure


def _count(cases: Sequence[Case], column: str) -> Measure:
    """How many drawings have any, or are missing; nothing where all are."""

    def measure(rows: Rows, engine: str) -> Number:
        values = list(_values(rows, engine, cases, column))
        return sum(value != 0 for value in values) if any(value is not None for value in values) else None

    return measure


def _more_than_elk(rows: Rows, engine: str) -> Number:
    """How many graphs of the set have more crossings than with ELK in lanes."""
    own = list(_values(rows, engine, SET_CASES, "crossings"))
    elk = list(_values(rows, ELK_LANES, SET_CASES, "crossings"))
    pairs = [(one, other) for one, other in zip(own, elk, strict=True) if one is not None and other is not None]
    return sum(one > other for one, other in pairs) if len(pairs) == len(own) else None


def _of_the_shorter(cases: Sequence[Case]) -> Measure:
    """Length as a part of the shorter yardstick's."""

    def measure(rows: Rows, engine: str) -> Number:
        lengths = [_total(cases, "length")(rows, one) for one in (DOT, ELK)]
        own = _total(cases, "length")(rows, engine)
        known = [length for length in lengths if length is not None]
        return round(own / min(known), 2) if own is not None and known else None

    return measure


_MAPS_8, _MAPS_11, _POSTER = at_8(MAPS), at_11(MAPS), on_a1(("poster",))
_TO_25 = at_11(("map_af", "map_fk", "map_rs"))
_EVERY = (*CASES, *FAST_CASES)

GOALS = (
    Goal("1", "hard faults, the set", 0, _total(SET_CASES, "hard")),
    Goal("1", "hard faults, real maps and posters, every wish", 0, _total(REAL_CASES, "hard"), yardsticks=False),
    Goal("1", "hard faults, every drawing below", 0, _total(_EVERY, "hard"), yardsticks=False),
    Goal("1", "hard cases with a hard fault, of 17", 0, _count(HARD_CASES, "hard")),
    Goal("2", "crossings, four maps at 8 pt", 0, _total(_MAPS_8, "crossings")),
    Goal("2", "crossings, gen020 and gen040", 0, _total(at_8(GENERATED), "crossings")),
    Goal("2", "crossings, real maps at 8 pt", 0, _total(at_8(REAL_MAPS), "crossings")),
    Goal("2", "crossings, real maps at 11.5 pt", 0, _total(at_11(REAL_MAPS), "crossings"), yardsticks=False),
    Goal("2", "crossings, poster", 15, _total(_POSTER, "crossings")),
    Goal("2", "crossings, gen100", 17, _total(on_a1(("gen100",)), "crossings")),
    Goal("2", "graphs of the set with more crossings than elk-lanes", 0, _more_than_elk),
    Goal("2", "crossings, four maps at 11.5 pt", 3, _total(_MAPS_11, "crossings"), yardsticks=False),
    Goal("3", "bends, four maps at 8 pt", 39, _total(_MAPS_8, "bends")),
    Goal("3", "bends, poster", 85, _total(_POSTER, "bends")),
    Goal("4", "length, four maps at 8 pt, pt", 10230, _total(_MAPS_8, "length")),
    Goal("4", "length, poster, pt", 23400, _total(_POSTER, "length")),
    Goal("4", "length, four maps, part of the shorter of dot-ortho and elk", 0.9, _of_the_shorter(_MAPS_8)),
    Goal("4", "length, poster, part of the shorter of dot-ortho and elk", 0.9, _of_the_shorter(_POSTER)),
    Goal("5", "smallest text on A3, to 28 steps, pt", 8, _least(at_8((*MAPS, "gen020")), "pt A3"), at_most=False),
    Goal("5", "text on A3, gen040, pt", 7, _least(at_8(("gen040",)), "pt A3"), at_most=False),
    Goal("5", "text on A3, to 25 steps, 11.5 pt wanted", 11.5, _least(_TO_25, "pt A3"), False, False),
    Goal("5", "text on A3, real maps, 11.5 pt wanted", 11.5, _least(at_11(REAL_MAPS), "pt A3"), False, False),
    Goal("5", "text on portrait A4, to 25 steps", 7.5, _least(upright(MAPS[:3]), "pt A4"), False, False),
    Goal("5", "text on portrait A4, real maps", 8, _least(upright(REAL_MAPS), "pt A4"), False, False),
    Goal("5", "text on A1, poster, pt", 9, _least(_POSTER, "pt A1"), at_most=False),
    Goal("5", "text on A2, poster, pt", 6.5, _least(_POSTER, "pt A2"), at_most=False),
    Goal("5", "text on A0, poster, pt", 13, _least(on_a0(("poster",)), "pt A0"), at_most=False),
    Goal("5", "text on A1, real poster, pt", 9, _least(on_a1(REAL_POSTERS), "pt A1"), at_most=False),
    Goal("5", "text on A0, real poster, pt", 13, _least(on_a0(REAL_POSTERS), "pt A0"), at_most=False),
    Goal("6", "ends off the outline, the set", 0, _total(SET_CASES, "off")),
    Goal("6", "ends off the outline, every drawing below", 0, _total(_EVERY, "off"), yardsticks=False),
    Goal("7", "tight tracks, the set", 0, _total(SET_CASES, "tight")),
    Goal("7", "tight tracks, every drawing below", 0, _total(_EVERY, "tight"), yardsticks=False),
    Goal("7", "smallest gap between tracks, the set, pt", 8, _least(SET_CASES, "gap"), at_most=False),
    Goal("7", "smallest gap between tracks, every drawing below, pt", 8, _least(_EVERY, "gap"), False, False),
    Goal("7", "arrows that set off against the flow, the set", 0, _total(SET_CASES, "back")),
    Goal("7", "arrows that set off against the flow, every drawing below", 0, _total(_EVERY, "back"), yardsticks=False),
)
