"""What the engine is asked: a graph, a paper, a size of text and an effort; and what comes out, judged."""

import json
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Any, TypeVar

from pipeline.authoring.layout_exchange import Wish, graph_of, read_graph, result_bytes
from pipeline.layout import Effort, laid_out
from pipeline.lengths import Pt
from tests.bench.layout.graphs import GENERATED, GROWTH_STEPS, HARD, MAPS, REAL_MAPS, REAL_POSTERS, graph
from tests.bench.layout.judge import metrics

PROCESSES = 2
OURS = "processpil"

Task = TypeVar("Task")
Done = TypeVar("Done")


@dataclass(frozen=True)
class Case:
    """A graph and what is asked for it: paper, pt of text, upright or not, one pass or the full search."""

    graph: str
    paper: str = "A3"
    text: float = 8
    portrait: bool = False
    fast: bool = False

    @property
    def asked(self) -> str:
        """The wish in words, as it stands in the table."""
        return f"{self.paper}{' portrait' * self.portrait}, {self.text:g} pt{', one pass' * self.fast}"


@dataclass(frozen=True)
class Judged:
    """A drawing, what the judge says about it, and how many seconds of CPU the engine took."""

    result: dict[str, Any]
    values: dict[str, Any]
    seconds: float


def default(name: str) -> Case:
    """The wish of the goals: 8 pt on A3, for several lanes 9.2 pt on A1."""
    return Case(name, "A1", 9.2) if len(graph(name)["lanes"]) > 1 else Case(name)


def at_8(names: Iterable[str]) -> tuple[Case, ...]:
    """Maps on A3 with text of 8 pt."""
    return tuple(Case(name) for name in names)


def at_11(names: Iterable[str]) -> tuple[Case, ...]:
    """Maps on A3 with text that survives reduction to A4."""
    return tuple(Case(name, text=11.5) for name in names)


def upright(names: Iterable[str]) -> tuple[Case, ...]:
    """Maps on an upright A4."""
    return tuple(Case(name, "A4", portrait=True) for name in names)


def on_a1(names: Iterable[str]) -> tuple[Case, ...]:
    """Several lanes on A1."""
    return tuple(Case(name, "A1", 9.2) for name in names)


def on_a0(names: Iterable[str]) -> tuple[Case, ...]:
    """Several lanes on A0."""
    return tuple(Case(name, "A0", 13.0) for name in names)


SET_CASES = (*at_8(MAPS), *at_8(GENERATED), *on_a1(("gen100", "poster")))
REAL_CASES = (
    *(*at_8(REAL_MAPS), *at_11(REAL_MAPS), *upright(REAL_MAPS)),
    *(*on_a1(REAL_POSTERS), *on_a0(REAL_POSTERS)),
)
CASES = (*SET_CASES, *at_11(MAPS), *upright(MAPS), *on_a0(("poster",)), *REAL_CASES)
FAST_CASES = tuple(replace(case, fast=True) for case in (*SET_CASES, *at_8(REAL_MAPS), *on_a1(REAL_POSTERS)))
HARD_CASES = tuple(default(f"hard-{kind}") for kind in HARD)
GROWTH_CASES = tuple(replace(case, fast=True) for case in on_a1(f"growth-{steps}" for steps in GROWTH_STEPS))


def random_case(number: int) -> Case:
    """A random graph by the fast pass, at the wish that suits it."""
    return replace(default(f"random-{number}"), fast=True)


def judged(case: Case) -> Judged:
    """Lay out and judge; the engine is called as the command calls it, through the formats."""
    source = graph(case.graph)
    read, report = read_graph(case.graph, json.dumps(source).encode())
    assert read is not None, report
    asked = graph_of(read, Wish(case.paper, case.portrait, Pt(case.text)))
    begun = time.process_time()
    drawing = laid_out(asked, Effort.PASS if case.fast else Effort.SEARCH)
    seconds = time.process_time() - begun
    result = json.loads(result_bytes(read, drawing, case.portrait))
    return Judged(result, metrics.measure(source, result), seconds)


def at_once(work: Callable[[Task], Done], tasks: Iterable[Task]) -> list[Done]:
    """The work on all tasks, in their order, by several processes."""
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        return list(pool.map(work, tasks))
