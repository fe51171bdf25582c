"""Tries generated projects: `python -m tests.support.generated_trial 1000 200` begins with seed 1,000 and tries 200.

Of each, some PDFs are made and put before our own gate and a typographer's rules, and the same texts as Word files
before theirs; of every fifth project the PDFs go before poppler, pdf.js and qpdf too. A seed that fails is printed with
what is wrong.
"""

import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

from pipeline.compose.brief import CannotCompose
from pipeline.diagnostics import Severity
from pipeline.release.project import Project
from pipeline.writers import WRITERS
from pipeline.writers.written import Finding
from tests.support.generated import Made, pdfs, project_of, titles_of, word_of
from tests.support.pdf_judge import outer_findings
from tests.support.pdf_readers import qpdf_faults
from tests.support.pdf_typography import typographic_faults

_FIRST, _COUNT = 1000, 100
_READERS_EACH = 5


def project_without_faults(seed: int, folder: Path) -> Project:
    """The project of a seed; raises AssertionError if the sources have a fault, which they never should."""
    project = project_of(seed, folder)
    faults = [finding for finding in project.report.findings if finding.severity is Severity.ERROR]
    assert not faults, faults
    return project


def gate_findings(seed: int, folder: Path) -> list[str]:
    """What our gates find in the PDFs and the Word files of the project, and what a typographer would mark in a PDF."""
    project = project_without_faults(seed, folder)
    return [
        f"{made.artefact.path}: {fault}"
        for made in pdfs(project, seed)
        for fault in (
            *map(str, WRITERS["pdf"].check(made.data, made.content)),
            *typographic_faults(made.data, made.sheet),
            *(f"Word: {one}" for one in word_findings(project, made)),
        )
    ]


def word_findings(project: Project, made: Made) -> tuple[Finding, ...]:
    """What our gate finds in the Word file of the same content; nothing for a drawing."""
    data = word_of(project, made)
    return () if data is None else WRITERS["docx"].check(data, made.content)


def reader_findings(seed: int, folder: Path) -> list[str]:
    """What poppler and pdf.js hear that the content does not say, and what qpdf finds unsound."""
    return [
        f"{made.artefact.path}: {fault}"
        for made in pdfs(project_without_faults(seed, folder), seed)
        for fault in (*qpdf_faults(made.data), *outer_findings(made.data, made.content, titles_of(made)))
    ]


def main(arguments: list[str]) -> int:
    """Try the seeds; 1 if any fails."""
    first, count = (*map(int, arguments), *(_FIRST, _COUNT)[len(arguments) :])
    failed = [seed for seed in range(first, first + count) if not _passes(seed)]
    sys.stdout.write(f"{count - len(failed)} of {count} seeds pass; failed: {failed}\n")
    return 1 if failed else 0


def _passes(seed: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        faults = list(_faults(seed, Path(folder)))
    if faults:
        sys.stdout.write(f"seed {seed}:\n" + "".join(f"  {fault}\n" for fault in faults))
    return not faults


def _faults(seed: int, folder: Path) -> Iterator[str]:
    """What is wrong; a text too wide for its drawing is told to its author and is no fault here."""
    try:
        yield from gate_findings(seed, folder / "gate")
        if seed % _READERS_EACH == 0:
            yield from reader_findings(seed, folder / "readers")
    except CannotCompose as told:
        sys.stdout.write(f"seed {seed} is refused: {told.code} {told.details}\n")
    except Exception:  # whatever it is, the seed must be told and the next one tried
        yield traceback.format_exc()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
