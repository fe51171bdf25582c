"""Random graphs: how many drawings have a hard fault, ours by the fast pass and those of the yardsticks."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.layout.cases import OURS, at_once, judged, random_case
from tests.bench.layout.yardsticks import DOT, ELK_ONE, Values

COMPARED = 136  # as many as the yardsticks' own table has
CHUNK = 10


@dataclass(frozen=True)
class Sample:
    """What an engine did with so many random graphs: those with hard faults, those not drawn, crossings and bends."""

    engine: str
    count: int
    faulty: tuple[str, ...]
    undrawn: int
    crossings: int
    bends: int

    def cells(self) -> list[object]:
        """The line in the table."""
        return [self.engine, self.count, len(self.faulty), self.undrawn, self.crossings, self.bends]


HEADS = ("engine", "graphs", "with a hard fault", "not drawn", "crossings", "bends")


def name(number: int) -> str:
    """The name of a random graph in the bench."""
    return f"random-{number}"


def ours(count: int) -> Values:
    """The judge's answers for the first so many random graphs; nothing for a graph on which the engine broke down."""
    chunks = [range(first, min(first + CHUNK, count)) for first in range(0, count, CHUNK)]
    return {name: values for chunk in at_once(_judged, chunks) for name, values in chunk.items()}


def _judged(numbers: Sequence[int]) -> Values:
    found = {}
    for number in numbers:
        try:
            found[name(number)] = judged(random_case(number)).values
        except Exception:  # whatever it was, it is told with its traceback and counted
            traceback.print_exc()
    return found


def samples(count: int, drawn: Values, dot: Values, elk: Values) -> list[Sample]:
    """Ours, ours of those that the yardsticks drew too, and theirs."""
    names = [name(number) for number in range(min(count, COMPARED))]
    found = [sample(f"{OURS}, one pass", drawn, count)]
    for engine, values in ((f"{OURS}, one pass", drawn), (DOT, dot), (ELK_ONE, elk)):
        if values:
            found.append(sample(engine, {one: values[one] for one in names if one in values}, len(names)))
    return found


def sample(engine: str, values: Values, count: int) -> Sample:
    """The sums of an engine."""
    faulty = tuple(f"{name} ({one['graph']})" for name, one in values.items() if one["hard_faults"])
    crossings, bends = (sum(one[key] for one in values.values()) for key in ("crossings", "bends"))
    return Sample(engine, count, faulty, count - len(values), crossings, bends)
