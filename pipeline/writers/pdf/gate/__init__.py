"""The gate that a PDF must pass before it is published. It reads the finished file and knows nothing of its writer.

Six parts, each with a module: the validator's rules (PDF/UA-1, PDF/A-2a), the file as a whole, structure, speech,
contrast, and the audit of what may not be there. What each finds is shown in docs/reference/pdf-gate.md.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Set

import pikepdf

from pipeline.document import Document, Sheets, addresses_of
from pipeline.writers.pdf.gate.audit import audit_findings
from pipeline.writers.pdf.gate.content import PageContent, read_page
from pipeline.writers.pdf.gate.contrast import contrast_findings
from pipeline.writers.pdf.gate.file import file_findings
from pipeline.writers.pdf.gate.fonts import Font, font_of
from pipeline.writers.pdf.gate.marks import Mark
from pipeline.writers.pdf.gate.objects import below, pairs
from pipeline.writers.pdf.gate.speech import speech_findings
from pipeline.writers.pdf.gate.structure import structure_findings
from pipeline.writers.pdf.gate.tree import Key, read_tree
from pipeline.writers.pdf.gate.validator import PROFILES, validator_findings
from pipeline.writers.written import Finding, Part

__all__ = ["checked", "findings", "own_findings"]

# What reading raises where a file is built in a way that no writer should: it is bad, whatever else it is.
_BROKEN = (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError)


def checked(data: bytes, content: Sheets | Document) -> tuple[Finding, ...]:
    """Everything wrong with the PDF of this content; links out of it lead to the content's own addresses only."""
    return findings(data, content, addresses_of(content))


def findings(
    data: bytes, content: Sheets | Document | None = None, addresses: Set[str] | None = None
) -> tuple[Finding, ...]:
    """Everything wrong with a PDF. Without content its words are not compared; without addresses any web link is well.

    `addresses` are as the content has them, not percent-encoded.
    """
    outer = (finding for profile in PROFILES for finding in validator_findings(data, profile))
    return (*outer, *own_findings(data, content, addresses))


def own_findings(
    data: bytes, content: Sheets | Document | None = None, addresses: Set[str] | None = None
) -> tuple[Finding, ...]:
    """The same without the validator."""
    try:
        pdf = pikepdf.Pdf.open(io.BytesIO(data))
    except pikepdf.PdfError as fault:
        return (Finding("file_unreadable", str(fault)[:80]),)
    with pdf:
        found = [
            *_safely(lambda: file_findings(pdf), Part.FORM),
            *_safely(lambda: audit_findings(pdf, addresses), Part.SAFETY),
            *_safely(lambda: _content_findings(pdf, content), Part.STRUCTURE),
        ]
    return tuple(found)


def _safely(part: Callable[[], Iterator[Finding]], kind: Part) -> list[Finding]:
    """The findings of a part; that it cannot read the file is one more, and never hides what it found before."""
    found: list[Finding] = []
    try:
        for finding in part():
            found.append(finding)
    except _BROKEN as fault:
        found.append(Finding("part_unreadable", f"{type(fault).__name__}: {fault}"[:120], kind))
    return found


def _content_findings(pdf: pikepdf.Pdf, content: Sheets | Document | None) -> Iterator[Finding]:
    """Findings that need the pages' content, each page read once and only its words kept."""
    fonts: dict[Key, Font] = {}
    marks: list[Mapping[int, Mark]] = []
    for number, page in enumerate(pdf.pages, start=1):
        found = _read(page, number, fonts)
        yield from (*found.faults, *found.marks.faults)
        yield from contrast_findings(number, found)
        marks.append(found.marks.found)
    tree = read_tree(pdf, {page.obj.objgen: number for number, page in enumerate(pdf.pages)})
    yield from structure_findings(pdf, tree, marks)
    if content is not None:
        yield from speech_findings(tree, marks, content)


def _read(page: pikepdf.Page, number: int, known: dict[Key, Font]) -> PageContent:
    """The page's content; fonts are shared by pages and read once."""
    fonts: dict[str, Font] = {}
    for name, described in pairs(below(page.obj, "/Resources", "/Font")):
        key = described.objgen
        if key == (0, 0) or key not in known:
            known[key] = font_of(described)
        fonts[name] = known[key]
    return read_page(page, number, fonts)
