"""The page of steadiness: what twelve edits of each graph move, and what went wrong in random sequences of edits.

    python -m tests.bench.layout.steadiness_page [--sequences N]

The second half of `nox -s layout-bench`; about half an hour with 500 sequences.
"""

import argparse
from collections.abc import Mapping, Sequence
from statistics import mean

from tests.bench.layout.cases import at_once
from tests.bench.layout.page import ROOT
from tests.bench.layout.steadiness import EDITS, HEADS, SEQUENCE, STEADY, Steadiness, sequences, steadiness
from tests.bench.layout.tables import markdown

STEADY_PAGE = ROOT / "docs" / "reference" / "layout-steadiness.md"

_OPENING = f"""\
# Layout steadiness

What a lock holds when a map is edited, judged by a program that does not know the engine (`tests/bench/layout/judge`).
Written by `nox -s layout-bench`; a test draws everything anew and holds every number.

Each graph is laid out by a full search and its lock kept. Then each of {EDITS} edits (split an arrow, hang on a link,
add an arrow, drop a step, widen a box) is drawn with that lock: one pass, no search. "Order kept" is the share of pairs
of steps whose left/right and above/below is not turned round, "unmoved" the share of steps in the same place (2 pt)
after the best shift of the whole, "moved cells" how many known steps change column or row. "Undone": the unedited
graph, drawn with the lock that an edit left behind, is the old drawing. "Drift" is crossings and bends after {EDITS}
edits in a row, held and afresh; above 1.2 `processpil layout --status` says that it is worth while to begin anew.
"""


def steady_page(found: Mapping[str, Steadiness], count: int, faults: Sequence[str]) -> str:
    """The whole page."""
    lines = [[name, *one.cells()] for name, one in found.items()]
    return "\n".join(
        [
            _OPENING,
            *("## Goals\n", markdown(("goal", "limit", "reached", "met"), goal_lines(found, faults)) + "\n"),
            *("## Edits\n", markdown(HEADS, lines) + "\n"),
            *("## Random sequences\n", _sequences(count, faults)),
        ]
    )


def goal_lines(found: Mapping[str, Steadiness], faults: Sequence[str]) -> list[list[object]]:
    """Goal, limit, what was reached, and whether that is enough."""
    every = list(found.values())
    undone, edits = sum(one.undone for one in every), sum(len(one.kept) for one in every)
    return [
        _line("order kept, lowest mean of a graph", min(mean(one.kept) for one in every), 0.999, at_most=False),
        _line("order kept, worst", min(min(one.kept) for one in every), 0.99, at_most=False),
        _line("unmoved, lowest mean of a graph", min(mean(one.unmoved) for one in every), 0.75, at_most=False),
        _line("known steps in another cell, most", max(max(one.moved_cells) for one in every), 2),
        _line("hard faults after an edit", sum(one.hard for one in every), 0),
        _line(f"edits undone, of {edits}", undone, edits, at_most=False),
        _line("graphs drawn again with the same bytes", sum(one.repeated for one in every), len(every), at_most=False),
        _line("drift after 12 edits, highest (or a notice)", max(one.ratio for one in every), 1.2),
        _line("faults in random sequences", len(faults), 0),
    ]


def _line(goal: str, value: float, limit: float, at_most: bool = True) -> list[object]:
    met = value <= limit if at_most else value >= limit
    return [goal, f"{'≤' if at_most else '≥'} {limit:g}", f"{value:.3f}", "yes" if met else "**no**"]


def _sequences(count: int, faults: Sequence[str]) -> str:
    head = (
        f"{count} random graphs of 4 to 14 steps, of each {SEQUENCE} edits in a row, the lock carried along:\n"
        f"{count * SEQUENCE:,} held drawings. A fault is a hard fault of the judge, or a known step in another cell.\n"
    )
    return head + "".join(f"\n- {fault}" for fault in faults) + ("\n" if faults else "\nNone was found.\n")


def main() -> None:
    """Measure, write, and say where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sequences", type=int, default=500, metavar="N", help="random sequences of edits")
    count = parser.parse_args().sequences
    steady = dict(zip(STEADY, at_once(steadiness, STEADY), strict=True))
    faults = [fault for found in at_once(sequences, ([number] for number in range(count))) for fault in found]
    STEADY_PAGE.write_text(steady_page(steady, count, faults), encoding="utf-8")
    print(STEADY_PAGE)


if __name__ == "__main__":
    main()
