"""The page of the release bench: goals and speeds, in Markdown."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.layout.tables import NONE, markdown
from tests.bench.verify.rounds import OURS, Row

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "release-bench.md"
LEAST = 500

_OPENING = """\
# Release bench

How fast the bytes of a release are verified (`tests/bench/verify`): every file against the manifest, the list of sums
and the set of files, beside `sha256sum -c` and plain hashlib over the same files. Written by `nox -s release-bench`; no
test holds the numbers.

Seconds on the clock, medians of rounds in which the ways take turns; a ratio is the median of each round's own. On a
machine with other work the speeds are lower, the ratios less so. The files lie in the memory of the system, so that no
disk is measured. The command's time has the start of Python in it, which a larger release does not pay more of.
Two or more files are hashed at a time, where there are so many processors; `sha256sum` and plain hashlib take one.
Memory is the most that the whole process had: the manifest of so many files, and a block of half a megabyte for each
file that is being read.
"""


def page(machine: str, rows: Sequence[Row]) -> str:
    """The whole page."""
    heads = ("what", "MB/s", "ms", "time of sha256sum", "MB of memory")
    tables = [
        f"## {kind.name}\n\n{markdown(heads, list(_lines([row for row in rows if row.kind == kind])))}\n"
        for kind in dict.fromkeys(row.kind for row in rows)
    ]
    goals = markdown(("goal", "limit", "reached", "met"), list(_goals(rows)))
    return "\n".join([_OPENING, f"This run: {machine}.\n", f"## Goals\n\n{goals}\n", *tables])


def _goals(rows: Sequence[Row]) -> Iterator[list[object]]:
    for row in rows:
        if row.way == OURS:
            met = "yes" if row.speed >= LEAST else "**no**"
            yield [f"{row.way}, {row.kind.name}", f"≥ {LEAST} MB/s", f"{row.speed:.0f}", met]


def _lines(rows: Sequence[Row]) -> Iterator[list[object]]:
    for row in rows:
        middle = sorted(row.seconds)[len(row.seconds) // 2]
        memory = f"{row.memory:.0f}" if row.memory else NONE
        yield [row.way, f"{row.speed:.0f}", f"{middle * 1000:.0f}", f"{row.ratio:.2f}", memory]
