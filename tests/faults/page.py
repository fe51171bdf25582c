"""`python -m tests.faults.page`: tries all faults and writes their tables in docs/reliability.md.

What the seam and the replay give is the same everywhere, and tests compare it; calls of the system are this machine's.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.deeds import DEEDS, RELEASES, Deed
from tests.faults.disks import Kind
from tests.faults.judging import End
from tests.faults.replay import Replayed, replayed
from tests.faults.small_disk import CannotMount, filled, mounted
from tests.faults.strace_points import KINDS, forks, struck
from tests.faults.trial import Counts, tried

PAGE = ROOT / "docs" / "reliability.md"
_BEFORE, _AFTER = {"absent", "as before"}, {"whole", "changed"}
_ENDS = ("points", "done", "not done", "done, ways to it not yet", "interrupted", "killed")


@cache
def by_seam(deed: Deed, kind: Kind) -> Counts:
    """One way of going wrong at every operation of a deed; tried once in a process."""
    with tempfile.TemporaryDirectory() as folder:
        return tried(deed, kind, Path(folder))


@cache
def by_replay(deed: Deed) -> Replayed:
    """A lost power at every moment of a deed; tried once in a process."""
    with tempfile.TemporaryDirectory() as folder:
        return replayed(deed, Path(folder))


def seam_table() -> str:
    """Rows by deed, then by kind."""
    deeds = [(deed.name, _sum(by_seam(deed, kind) for kind in Kind)) for deed in DEEDS]
    kinds = [(kind.value, _sum(by_seam(deed, kind) for deed in DEEDS)) for kind in Kind]
    total = _sum(counts for _, counts in deeds)
    return f"{_of_ends('what is done', [*deeds, ('all', total)])}\n\n{_of_ends('what goes wrong', kinds)}"


def replay_table() -> str:
    """Rows by deed."""
    found = [(deed.name, by_replay(deed)) for deed in RELEASES]
    cuts, total = sum(one.cuts for _, one in found), _sum(one.counts for _, one in found)
    rows = [(name, one.cuts, one.states, *_two(one.counts, End.KILLED.value)) for name, one in found]
    rows.append(("all", cuts, total.total(), *_two(total, End.KILLED.value)))
    return _table(("what is done", "cuts", "different states", "as before", "done"), rows)


def calls_table() -> str:
    """Rows by deed and by what strace does; tried on this machine."""
    by_deed: dict[str, Counts] = {}
    by_kind: dict[str, Counts] = {kind: Counter() for kind in KINDS}
    with forks() as served:
        for deed in DEEDS:
            with tempfile.TemporaryDirectory() as folder:
                found = struck(served, deed, Path(folder))
            by_deed[deed.name] = _sum(found.values())
            by_kind = {kind: counts + found[kind] for kind, counts in by_kind.items()}
    rows = [*by_deed.items(), ("all", _sum(by_deed.values()))]
    return f"{_of_ends('what is done', rows)}\n\n{_of_ends('what strace does', list(by_kind.items()))}"


def full_table() -> str:
    """Rows by deed; tried on this machine. Raises CannotMount."""
    rows = []
    for deed in DEEDS:
        with tempfile.TemporaryDirectory() as folder, mounted(Path(folder) / "disk") as disk:
            rows.append((deed.name, filled(deed, disk, Path(folder))))
    return _of_ends("what is done", [*rows, ("all", _sum(counts for _, counts in rows))])


TABLES: dict[str, Callable[[], str]] = {
    "seam": seam_table,
    "replay": replay_table,
    "calls": calls_table,
    "full disk": full_table,
}


def _sum(many: Iterable[Counts]) -> Counts:
    return sum(many, Counter())


def _two(counts: Counts, end: str) -> tuple[int, int]:
    """How often all was as before and how often it was done."""
    before = sum(number for (one, found), number in counts.items() if one == end and found in _BEFORE)
    after = sum(number for (one, found), number in counts.items() if one == end and found in _AFTER)
    return before, after


def _of_ends(head: str, rows: Sequence[tuple[str, Counts]]) -> str:
    return _table((head, *_ENDS), [(name, *_cells(counts)) for name, counts in rows])


def _cells(counts: Counts) -> Iterator[object]:
    yield counts.total()
    for end in (End.DONE, End.FAILED, End.UNFINISHED):
        yield sum(_two(counts, end.value))
    for end in (End.INTERRUPTED, End.KILLED):
        yield "{} + {}".format(*_two(counts, end.value))


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(_number, line))} |" for line in lines)


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def written(name: str) -> str:
    """The table that the page has."""
    found = _marked(name).search(PAGE.read_text(encoding="utf-8"))
    assert found, name
    return found[2].strip()


def _marked(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name}: written by nox -s faults -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def main(names: Sequence[str]) -> None:
    """Write the tables of these names, by default all that the machine can try."""
    for name in names or TABLES:
        try:
            table = TABLES[name]()
        except CannotMount:
            sys.stderr.write(f"{name}: only root may try this; the table stays\n")
            continue
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(_marked(name).sub(lambda found: f"{found[1]}{table}\n{found[3]}", text), encoding="utf-8")  # noqa: B023 - called at once


if __name__ == "__main__":
    main(sys.argv[1:])
