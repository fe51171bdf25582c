"""The page of the Word bench: goals and CPU, in Markdown."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.docx.rounds import EVERY, FEW, LEAN, MANY, MAP, STEPS, TEXT, Row
from tests.bench.layout.tables import NONE, markdown

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "docx-bench.md"
_STEADY, _WHOLE, _GROWTH = 1.3, 3.0, 12.0

_OPENING = """\
# Word bench

What a Word handout costs: a real handout whose step pages are repeated until it has so many steps
(`tests/bench/docx/handouts.py`), written by our writer and by plain python-docx: the same headings, paragraphs, lists
and tables, with its own template and no links, bookmarks, boxes, columns, fonts or figures
(`tests/bench/docx/plain.py`). Plain python-docx looks the name of a style up anew for each paragraph, which is most of
what it costs; "lean" sets the style's id instead, and is the yardstick. Written by `nox -s docx-bench`, which
`nox -s bench` also runs; no test holds the numbers.

CPU is user and system time of writing, in one warm process, as medians of rounds in which the writings take turns; a
ratio is the median of each round's own. Seconds differ between machines and runs, ratios less so. "All figures" has a
small drawing a step beside the map: drawing them as pixels is nearly all of it.
"""


def page(versions: str, rows: Sequence[Row], grown: Sequence[Row]) -> str:
    """The whole page: rows of the handout, and of its growth."""
    return "\n".join(
        [
            _OPENING,
            f"This run: {versions}.\n",
            *("## Goals\n", markdown(("goal", "limit", "reached", "met"), goal_lines(rows, grown)) + "\n"),
            *(f"## A handout of {STEPS} steps\n", markdown(_heads("of lean"), _lines(rows)) + "\n"),
            *("## Growth, text\n", markdown(_heads(f"of {FEW:,} steps"), _lines(grown)) + "\n"),
        ]
    )


def _heads(ratio: str) -> tuple[str, ...]:
    return "what", "CPU ms", ratio, "kB", "rounds"


def goal_lines(rows: Sequence[Row], grown: Sequence[Row]) -> list[list[object]]:
    """Goal, limit, what was reached, and whether that is enough; what has no goal is told too."""
    found = {row.name: row.ratio for row in rows}
    return [
        _goal(f"CPU of {LEAN}, text", found[TEXT], _STEADY),
        _goal(f"CPU of {LEAN}, text and map", found[MAP], _WHOLE),
        [f"CPU of {LEAN}, with a figure a step too", NONE, f"{found[EVERY]:.2f}", NONE],
        _goal(f"CPU of {MANY:,} steps, times {FEW:,}", grown[-1].ratio, _GROWTH),
    ]


def _goal(goal: str, value: float, limit: float) -> list[object]:
    return [goal, f"≤ {limit:g}", f"{value:.2f}", "yes" if value <= limit else "**no**"]


def _lines(rows: Sequence[Row]) -> Iterator[list[object]]:
    for row in rows:
        yield [row.name, f"{row.cpu * 1000:.0f}", f"{row.ratio:.2f}", row.size // 1000, len(row.seconds)]
