"""The measurements: every writer in alternation, each time in a new process; one that is missing or breaks is told."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.pdf.measuring import Broken, Spent, made, spent

OURS, PLAIN, MANUAL, WEASYPRINT, TYPST = "processpil", "plain", "plain-manual", "weasyprint", "typst"
WRITERS = (OURS, PLAIN, MANUAL, WEASYPRINT, TYPST)
_OUTER = Path(__file__).with_name("outer_writer.py")
_MODULE = "tests.bench.pdf.writing"
_NAMES = {OURS: "ours", PLAIN: "plain", MANUAL: "manual"}


@dataclass
class Row:
    """One writer at one size: what each of its processes cost, and the file; `why` says why there is none."""

    writer: str
    asked: int
    cold: list[Spent] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    pages: int = 0
    words: int = 0
    size: int = 0
    why: str = ""

    @property
    def cpu(self) -> float:
        """Median CPU seconds of a whole process."""
        return median(one.cpu for one in self.cold)

    @property
    def memory(self) -> float:
        """Highest peak of a process, MB."""
        return max(one.memory for one in self.cold)

    def cold_ratio(self, other: "Row") -> float:
        """Median of each round's ratio to another writer in the same round."""
        return median(one.cpu / its.cpu for one, its in zip(self.cold, other.cold, strict=False))

    def warm_ratio(self, other: "Row") -> float:
        """Ratio of the medians of what was written after the first time in a process."""
        return median(self.warm) / median(other.warm)


@dataclass(frozen=True)
class Bench:
    """Where the prepared handbooks stand, and the Python that has WeasyPrint and Typst."""

    folder: Path
    outer: str

    def versions(self) -> dict[str, str]:
        """The outer writers that are there, with their versions."""
        asked = [self.outer, str(_OUTER), "which"]
        said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        found: dict[str, str] = json.loads(said.splitlines()[-1])
        return found

    def rows(self, asked: int, writers: Sequence[str], rounds: int, warm: int = 0) -> list[Row]:
        """The writers at a size, so many rounds; then each `warm` times more in one process, after a first time."""
        self._prepare(asked)
        rows = [Row(writer, asked, why=self._missing(writer)) for writer in writers]
        for _ in range(rounds):
            for row in rows:
                self._run(row, 1)
        for row in rows:
            if warm:
                self._run(row, 1 + warm)
            if not row.why:
                file = self._file(row)
                (row.pages, row.words), row.size = made(file), file.stat().st_size
        return rows

    def _prepare(self, asked: int) -> None:
        code = "import sys, pathlib; from tests.bench.pdf.prepared import prepare; "
        code += "prepare(pathlib.Path(sys.argv[1]), int(sys.argv[2]))"
        subprocess.run([sys.executable, "-c", code, str(self.folder), str(asked)], check=True)

    def _missing(self, writer: str) -> str:
        return "" if writer in _NAMES or writer in self.versions() else "not installed"

    def _file(self, row: Row) -> Path:
        return self.folder / f"{row.writer}.pdf"

    def _run(self, row: Row, times: int) -> None:
        if row.why:
            return
        try:
            found = spent(self._command(row, times))
        except Broken as reason:
            row.why = "broke down: " + str(reason).strip().splitlines()[-1]
            print(reason, file=sys.stderr)
            return
        print(f"{row.writer}, {row.asked} pages: {found.cpu:.2f} s, {found.memory:.0f} MB", flush=True)
        if times > 1:
            row.warm = list(found.each[1:])
        else:
            row.cold.append(found)

    def _command(self, row: Row, times: int) -> list[str]:
        if row.writer in _NAMES:
            asked = [_NAMES[row.writer], str(row.asked), str(times), str(self._file(row))]
            return [sys.executable, "-m", _MODULE, *asked]
        return [self.outer, str(_OUTER), row.writer, str(self.folder), str(times)]
