"""`nox -s layout-bench`: everything through the judge; writes the page and the contact sheet. About ten minutes.

    python -m tests.bench.layout [--random N]

What processes share stands in other modules than this: a spawned process does not find a package's `__main__`.

The yardsticks need `dot` (Graphviz), and node with elkjs: `npm ci` in tests/bench/layout/judge, or NODE_PATH.
"""

import argparse
import time
from collections.abc import Callable
from typing import TypeVar

from tests.bench.layout import randoms, same_bytes, yardsticks
from tests.bench.layout.cases import CASES, FAST_CASES, GROWTH_CASES, HARD_CASES, at_once, judged
from tests.bench.layout.contact_sheet import contact_sheet
from tests.bench.layout.page import GRAPHS, HARD_GRAPHS, PAGE, PICTURES, Bench, page
from tests.bench.layout.yardsticks import DOT, ELK, ELK_LANES, ELK_ONE

Done = TypeVar("Done")


def main() -> None:
    """Measure, write, and say where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=1000, metavar="N", help="random graphs (fast pass)")
    count = parser.parse_args().random
    clock: dict[str, float] = {}
    cases = (*CASES, *FAST_CASES, *HARD_CASES, *GROWTH_CASES)
    ours = dict(zip(cases, _timed(clock, "drawings", lambda: at_once(judged, cases)), strict=True))
    drawn = _timed(clock, "random graphs", lambda: randoms.ours(count))
    theirs = _timed(clock, "yardsticks", lambda: at_once(yardsticks.drawn, _WORK))
    differing = _timed(clock, "same bytes", lambda: sum(at_once(same_bytes.differing, _SAME)))
    samples = randoms.samples(count, drawn, theirs[-2], theirs[-1])
    found = dict(zip((DOT, ELK, ELK_LANES), theirs[:3], strict=True))
    bench = Bench(ours, found, yardsticks.missing(), yardsticks.versions(), samples, differing, clock)
    PAGE.write_text(page(bench), encoding="utf-8")
    PICTURES.write_text(contact_sheet([(case, ours[case].result) for case in CASES]), encoding="utf-8")
    print(PAGE, PICTURES, sep="\n")


# The yardsticks' work: dot, ELK and ELK in lanes on all graphs, then dot and ELK at one setting on random ones.
_ALL = (*GRAPHS, *HARD_GRAPHS, *(case.graph for case in GROWTH_CASES))
_RANDOM = tuple(map(randoms.name, range(randoms.COMPARED)))
_WORK = ((DOT, _ALL), (ELK, _ALL), (ELK_LANES, _ALL), (DOT, _RANDOM), (ELK_ONE, _RANDOM))
_SAME = (*((name, False) for name in same_bytes.SEARCHED), *((name, True) for name in same_bytes.FAST))


def _timed(clock: dict[str, float], what: str, work: Callable[[], Done]) -> Done:
    begun = time.perf_counter()
    found = work()
    clock[what] = time.perf_counter() - begun
    print(f"{what}: {clock[what]:.0f} s", flush=True)
    return found


if __name__ == "__main__":
    main()
