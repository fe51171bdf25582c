"""The page of the PDF bench: goals, CPU and peak memory, in Markdown."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.bench.layout.tables import NONE, markdown
from tests.bench.pdf.rounds import OURS, PLAIN, TYPST, WEASYPRINT, Row

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "pdf-bench.md"
# Documents of other lengths would not be the same work.
COMPARABLE = 0.15

_OPENING = """\
# PDF bench

What a tagged PDF costs: one handbook with made-up text (`tests/bench/pdf/handbook.py`: headings, paragraphs with bold
and links, lists, definitions, tables that run over pages, a drawing every other page, a list of contents, "page x of
y") written by five writers. Written by `nox -s pdf-bench`, which `nox -s bench` also runs; no test holds the numbers.

| writer | what it writes |
|---|---|
| `processpil` | our writer: PDF/UA-1 and PDF/A-2a in one file and one pass; "cold" also reads theme and font metrics |
| `plain` | Platypus, untagged, with the same fonts and sizes, in two passes and binary streams: as fast as it gets |
| `plain-manual` | the same as ReportLab's manual has it: three passes, text streams |
| `weasyprint` | `pdf/ua-1`, from HTML |
| `typst` | `a-2a` and `ua-1` in one file, from Typst's language |

CPU is user and system time of a process. "Cold" is a whole process, median of rounds in which the writers take turns;
"of plain" is the median of each round's own ratio. "Warm" is one time of writing after the first in the same process.
Seconds differ between machines and runs, ratios less so. "Words" are found again in the file by PDFium: the same work.
Typst remembers within a process what it has set, so its warm time is no second writing.
"""


def page(versions: str, cpu: Sequence[Sequence[Row]], memory: Sequence[Sequence[Row]]) -> str:
    """The whole page: rows of each size for CPU, and for memory."""
    return "\n".join(
        [
            _OPENING,
            f"This run: {versions}.\n",
            *("## Goals\n", markdown(("goal", "limit", "reached", "met"), goal_lines(cpu, memory)) + "\n"),
            *("## CPU\n", markdown(_CPU, (line for rows in cpu for line in _cpu_lines(rows))) + "\n"),
            *("## Memory\n", "Peak of the whole process; the interpreter and the imports are in it.\n"),
            markdown(_MEMORY, (line for rows in memory for line in _memory_lines(rows))) + "\n",
        ]
    )


_CPU = ("pages", "writer", "made", "words", "cold s", "of plain", "warm s", "of plain, warm", "kB", "rounds")
_MEMORY = ("pages", "writer", "made", "peak MB", "of plain", "cold s", "of plain, s")


def _named(rows: Sequence[Row], name: str) -> Row | None:
    """The writer's row, if it wrote."""
    return next((row for row in rows if row.writer == name and not row.why), None)


def goal_lines(cpu: Sequence[Sequence[Row]], memory: Sequence[Sequence[Row]]) -> list[list[object]]:
    """Goal, limit, what was reached, and whether that is enough."""
    largest = cpu[-1]
    asked = largest[0].asked
    ours, plain, weasyprint = (_named(largest, name) for name in (OURS, PLAIN, WEASYPRINT))
    both = ours and plain
    lines = [
        _goal(f"CPU of plain, {asked} pages, cold", ours.cold_ratio(plain) if both else None, 2.0),
        _goal(f"CPU of plain, {asked} pages, warm", ours.warm_ratio(plain) if both else None, 2.0),
        _goal("times as fast as WeasyPrint, cold", weasyprint.cold_ratio(ours) if ours and weasyprint else None, -1.5),
        _goal("times as fast as WeasyPrint, warm", weasyprint.warm_ratio(ours) if ours and weasyprint else None, -1.5),
        *(_goal(f"peak memory of plain, {rows[0].asked} pages", _memory_ratio(rows), 3.0) for rows in memory),
        _goal("growth of memory: last doubling of the one before (linear: 2)", _growth(memory), 2.2),
        _goal("pages made, most off plain's", max(_off(rows) for rows in (*cpu, *memory)), COMPARABLE),
    ]
    typst = _named(largest, TYPST)
    if ours and typst:
        lines.append(
            ["CPU of Typst, cold and warm", NONE, f"{ours.cold_ratio(typst):.2f}, {ours.warm_ratio(typst):.2f}", NONE]
        )
    return lines


def _goal(goal: str, value: float | None, limit: float) -> list[object]:
    """A line; a limit below zero is one to reach, not one to keep under."""
    asked = f"{'≥' if limit < 0 else '≤'} {abs(limit):g}"
    if value is None:
        return [goal, asked, NONE, NONE]
    met = value >= -limit if limit < 0 else value <= limit
    return [goal, asked, f"{value:.2f}", "yes" if met else "**no**"]


def _memory_ratio(rows: Sequence[Row]) -> float | None:
    ours, plain = _named(rows, OURS), _named(rows, PLAIN)
    return ours.memory / plain.memory if ours and plain else None


def _growth(memory: Sequence[Sequence[Row]]) -> float | None:
    """How much more the last doubling of pages takes than the one before it; twice as much when memory is linear."""
    ours = [row.memory for rows in memory if (row := _named(rows, OURS))]
    return (ours[-1] - ours[-2]) / (ours[-2] - ours[-3]) if len(ours) > 2 else None


def _off(rows: Sequence[Row]) -> float:
    """How far the number of pages is from plain's, at most, as a part of plain's."""
    plain = _named(rows, PLAIN)
    return max(abs(row.pages / plain.pages - 1) for row in rows if not row.why) if plain else 0.0


def _cpu_lines(rows: Sequence[Row]) -> Iterator[list[object]]:
    plain = _named(rows, PLAIN)
    for row in rows:
        if row.why:
            yield [row.asked, row.writer, row.why, *[NONE] * 7]
            continue
        cold, warm = (f"{row.cold_ratio(plain):.2f}", f"{row.warm_ratio(plain):.2f}") if plain else (NONE, NONE)
        seconds = f"{row.cpu:.2f}", cold, f"{median(row.warm):.2f}", warm
        yield [row.asked, row.writer, row.pages, row.words, *seconds, row.size // 1000, len(row.cold)]


def _memory_lines(rows: Sequence[Row]) -> Iterator[list[object]]:
    plain = _named(rows, PLAIN)
    for row in rows:
        if row.why:
            yield [row.asked, row.writer, row.why, *[NONE] * 4]
            continue
        of_plain = f"{row.memory / plain.memory:.2f}" if plain else NONE
        seconds = f"{row.cpu:.1f}", f"{row.cold_ratio(plain):.2f}" if plain else NONE
        yield [row.asked, row.writer, row.pages, f"{row.memory:.0f}", of_plain, *seconds]
