"""The page of the layout bench: goals, drawings, hard cases, random graphs and times, in Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.layout import goals, randoms
from tests.bench.layout.cases import CASES, FAST_CASES, GROWTH_CASES, HARD_CASES, OURS, Case, Judged
from tests.bench.layout.goals import AS_IT_IS, GOALS
from tests.bench.layout.graphs import REAL_MAPS, REAL_POSTERS, SET, graph
from tests.bench.layout.randoms import Sample
from tests.bench.layout.tables import COLUMNS, KEYS, NONE, Key, Rows, cell, markdown, row
from tests.bench.layout.yardsticks import YARDSTICKS, Values

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "reference" / "layout-bench.md"
PICTURES = ROOT / "docs" / "bilder" / "layout-bench.svg"

GRAPHS = (*SET, *REAL_MAPS, *REAL_POSTERS)
HARD_GRAPHS = tuple(case.graph for case in HARD_CASES)

OPENING = """\
# Layout bench

How well the layout engine draws, judged by a program that does not know it (`tests/bench/layout/judge/metrics.py`),
beside dot and ELK on the same graphs. Written by `nox -s layout-bench`; a test draws everything anew and holds every
number but the times and the yardsticks'. [All drawings on one sheet](../bilder/layout-bench.svg).

`map_*`, `gen*` and `poster` are the judge's own graphs. `karta-*` and `affisch` are the project's maps and joint poster
as `processpil export layout --graph` writes them; `affisch-kopplingar` has the couplings as arrows. "Asked" is the
paper and the size of text that the drawing was laid out for. The yardsticks know neither, nor rhombuses: they are drawn
as they are. Lengths are pt.
"""


@dataclass(frozen=True)
class Bench:
    """Everything that was measured."""

    ours: dict[Case, Judged]
    yardsticks: dict[str, Values]
    missing: dict[str, str]
    versions: list[str]
    samples: list[Sample]
    differing: int
    seconds: dict[str, float] = field(default_factory=dict)


def our_rows(ours: dict[Case, Judged], cases: Sequence[Case]) -> Rows:
    """Our rows of the table, as they are held by the test."""
    return {(case.graph, OURS, case.asked): row(ours[case].values) for case in cases}


def their_rows(yardsticks: dict[str, Values]) -> Rows:
    """The yardsticks' rows."""
    return {
        (name, engine, AS_IT_IS): row(values) for engine, found in yardsticks.items() for name, values in found.items()
    }


def page(bench: Bench) -> str:
    """The whole page."""
    theirs = their_rows(bench.yardsticks)
    rows = our_rows(bench.ours, (*CASES, *FAST_CASES, *HARD_CASES, *GROWTH_CASES)) | theirs
    return "\n".join(
        [
            OPENING,
            f"Yardsticks of this run: {', '.join(bench.versions) or 'none'}.\n",
            *("## Goals\n", _goals(bench, rows)),
            *("## Drawings\n", markdown([*KEYS, *COLUMNS], _lines(bench, rows, GRAPHS)) + "\n"),
            *("## Hard cases\n", markdown([*KEYS, *COLUMNS], _lines(bench, rows, HARD_GRAPHS)) + "\n"),
            *("## Random graphs\n", _randoms(bench.samples)),
            *("## Growth\n", _growth(bench, rows)),
            *("## Times\n", _times(bench)),
        ]
    )


def goal_lines(rows: Rows, samples: Sequence[Sample], differing: int) -> list[list[object]]:
    """The lines of the table of goals."""
    lines = [goal.cells(rows) for goal in GOALS]
    every = samples[0]
    bad = len(every.faulty) + every.undrawn
    faults: list[object] = [
        *("1", f"of {every.count:,} random graphs (one pass), with a hard fault or not drawn", "≤ 0"),
        *(bad, _met(bad), *[None] * len(YARDSTICKS)),
    ]
    last: list[object] = [
        *("11", "runs with other bytes: hash seeds, processes, order of arrows", "≤ 0"),
        *(differing, _met(differing), *[None] * len(YARDSTICKS)),
    ]
    return [*lines[:4], faults, *lines[4:], last]


def _met(count: int) -> str:
    return "**no**" if count else "yes"


def _goals(bench: Bench, rows: Rows) -> str:
    return markdown(goals.HEADS, goal_lines(rows, bench.samples, bench.differing)) + "\n"


def _lines(bench: Bench, rows: Rows, names: Sequence[str]) -> Iterator[list[object]]:
    """A graph's rows together: ours, then the yardsticks'; one that was not drawn says why."""
    for name in names:
        yield from ([*key, *values.values()] for key, values in rows.items() if key[:2] == (name, OURS))
        for engine in YARDSTICKS:
            key: Key = (name, engine, AS_IT_IS)
            why = bench.missing[engine] or "not drawn"
            yield [*key, *rows[key].values()] if key in rows else [name, engine, why, *[NONE] * len(COLUMNS)]


def _randoms(samples: Sequence[Sample]) -> str:
    head = (
        "Made by the judge's `fuzz_graphs.py` (seed 1): flows of 6 to 60 steps in one to four lanes, every fourth a\n"
        f"hard case. The yardsticks draw the first {randoms.COMPARED}, ELK at one setting; crossings and bends are\n"
        "those of the graphs that were drawn.\n"
    )
    faulty = samples[0].faulty
    named = f"\nOurs with a hard fault: {', '.join(faulty)}.\n" if faulty else ""
    return "\n".join([head, markdown(randoms.HEADS, (one.cells() for one in samples)), named])


def _growth(bench: Bench, rows: Rows) -> str:
    """Flows in four lanes, one pass: what comes out; the seconds stand below Times."""
    lines = ([*key, *rows[key].values()] for case in GROWTH_CASES for key in [(case.graph, OURS, case.asked)])
    return "Flows of so many steps in four lanes.\n\n" + markdown([*KEYS, *COLUMNS], lines) + "\n"


def _times(bench: Bench) -> str:
    head = (
        "Seconds; they differ between machines and runs, and no test holds them. Ours is CPU of one process; the\n"
        "yardsticks' is their own clock, for ELK at the setting that was kept. Goals: one pass 0.2 a map and 1 the\n"
        "poster, search 3 a map and 20 the poster, 500 steps in one pass 20.\n"
    )
    usual = {case.graph: case for case in CASES[::-1] if case.text in {8, 9.2} and not case.portrait}
    lines = [
        [
            name,
            *_size(name),
            _seconds(bench, FAST_CASES, name),
            f"{bench.ours[usual[name]].seconds:.1f}",
            *_theirs(bench, name),
        ]
        for name in GRAPHS
    ]
    lines += [
        [case.graph, *_size(case.graph), _seconds(bench, GROWTH_CASES, case.graph), None, *_theirs(bench, case.graph)]
        for case in GROWTH_CASES
    ]
    whole = ", ".join(f"{what} {seconds:.0f}" for what, seconds in bench.seconds.items())
    heads = ("graph", "steps", "arrows", "one pass", "search", *YARDSTICKS)
    return "\n".join([head, markdown(heads, lines), f"\nThe run itself, seconds of the clock: {whole}.\n"])


def _size(name: str) -> tuple[int, int]:
    return len(graph(name)["nodes"]), len(graph(name)["edges"])


def _seconds(bench: Bench, cases: Sequence[Case], name: str) -> str:
    return next(f"{bench.ours[case].seconds:.2f}" for case in cases if case.graph == name)


def _theirs(bench: Bench, name: str) -> list[str]:
    return [cell(bench.yardsticks[engine].get(name, {}).get("time_s")) for engine in YARDSTICKS]
