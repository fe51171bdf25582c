"""The page of the web bench: goals, what a reader waits for, and sizes, in Markdown."""

from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench.layout.tables import NONE, markdown
from tests.bench.web.pages import LARGE, PLAIN, REAL, STEPS
from tests.bench.web.visits import DOINGS, LOAD, Visit, middle

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "web-bench.md"
_PAINT, _TASK = 500.0, 100.0  # ms

_OPENING = f"""\
# Web bench

What a reader waits for on the web page: of the real project, and of one with {STEPS} steps of four actors
(`tests/bench/projects.py`), opened from the disk in Chromium, 1,440 px wide, a new context for every visit. Beside them
stand the words of those {STEPS} steps as plain paragraphs, without look or script: what the browser itself costs.
Written by `nox -s web-bench`; no test holds the numbers.

The paint is the browser's largest contentful paint; a task is the longest of the page's main thread in the browser's
own trace, which is itself part of the time. All are medians of rounds in which the pages take turns. The yardstick is a
fixed piece of script (sorting 400,000 numbers and keeping them in a map), run before each visit: milliseconds differ
between machines, multiples of the yardstick less so; those are medians of each visit's own.
"""

Rounds = Mapping[str, list[Visit]]


def page(versions: str, rounds: Rounds, sizes: Mapping[str, int]) -> str:
    """The whole page: visits and bytes by what the pages are."""
    (yardstick,) = {round(middle([one for visits in rounds.values() for one in visits], lambda one: one.yardstick))}
    return "\n".join(
        [
            _OPENING,
            f"This run: {versions}; the yardstick took {yardstick} ms.\n",
            *("## Goals\n", markdown(("goal", "limit", "reached", "met"), goal_lines(rounds)) + "\n"),
            *("## Largest contentful paint, from the disk\n", _paints(rounds, sizes) + "\n"),
            *("## Longest task\n", _tasks(rounds)),
        ]
    )


def goal_lines(rounds: Rounds) -> list[list[object]]:
    """Goal, limit, what was reached, and whether that is enough, for the large project."""
    visits = rounds[LARGE]
    names = (LOAD, *DOINGS)
    return [
        _goal(f"largest contentful paint, {STEPS} steps", middle(visits, lambda one: one.painted), _PAINT),
        *(_goal(f"longest task, {name}", _task(visits, name), _TASK) for name in names),
    ]


def _goal(goal: str, value: float, limit: float) -> list[object]:
    return [goal, f"≤ {limit:g} ms", f"{value:.0f} ms", "yes" if value <= limit else "**no**"]


def _task(visits: list[Visit], name: str) -> float:
    return middle(visits, lambda one: one.tasks[name])


def _paints(rounds: Rounds, sizes: Mapping[str, int]) -> str:
    plain = middle(rounds[PLAIN], lambda one: one.painted)
    lines = []
    for name, visits in rounds.items():
        found = middle(visits, lambda one: one.painted)
        own = middle(visits, lambda one: one.painted / one.yardstick)
        lines.append([name, f"{found:.0f}", f"{own:.2f}", f"{found / plain:.2f}", sizes[name] // 1000, len(visits)])
    return markdown(("page", "ms", "of the yardstick", "of plain words", "kB", "rounds"), lines)


def _tasks(rounds: Rounds) -> str:
    heads = ("doing", f"{REAL}, ms", f"{LARGE}, ms", "of the yardstick", "times the real project")
    lines: list[list[object]] = []
    for name in (LOAD, *DOINGS):
        real, large = _task(rounds[REAL], name), _task(rounds[LARGE], name)
        own = median(one.tasks[name] / one.yardstick for one in rounds[LARGE])
        lines.append([name, f"{real:.0f}", f"{large:.0f}", f"{own:.2f}", f"{large / real:.1f}" if real else NONE])
    return markdown(heads, lines)
