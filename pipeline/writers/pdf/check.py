"""Reads a finished PDF with pikepdf and lists what may not be in it. Knows nothing of how it was written."""

from __future__ import annotations

import io
from collections.abc import Iterator, Set
from typing import Any

import pikepdf

_ACTIVE = ("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/SubmitForm", "/ImportData", "/AA")
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def audit(data: bytes, addresses: Set[str] | None = None) -> tuple[str, ...]:
    """What is wrong, one sentence each; empty for a good file.

    Every font is embedded; nothing runs, launches or is attached; links inside the file lead somewhere; links out of it
    lead to these addresses, if they are given (percent-encoded as in the file).
    """
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        found = [*pdf.check_pdf_syntax(), *_fonts(pdf), *_active(pdf)]
        found += _links(pdf, addresses)
    return tuple(found)


def uris(data: bytes) -> tuple[str, ...]:
    """The addresses that links in the file lead to, page by page."""
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        actions = (note["/A"] for page in pdf.pages for note in _annotations(page) if "/A" in note)
        return tuple(str(action["/URI"]) for action in actions if "/URI" in action)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file at any depth, streams' own included."""
    waiting: list[Any] = list(pdf.objects)
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting += [part for part in thing if _is_direct(part)]
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            waiting += [part for _, part in thing.items() if _is_direct(part)]


def _is_direct(part: Any) -> bool:
    return isinstance(part, pikepdf.Object) and not part.is_indirect


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in _dictionaries(pdf):
        if thing.get("/Type") == "/Font" and thing.get("/Subtype") not in ("/Type0", "/Type3"):
            described = thing.get("/FontDescriptor")
            if described is None or not any(name in described for name in _FONT_FILES):
                yield f"font {thing.get('/BaseFont')} is not embedded"


def _active(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in _dictionaries(pdf):
        yield from (f"{name} in the file" for name in _ACTIVE if name in thing)
        if str(thing.get("/S", "")) in _ACTIVE or str(thing.get("/Type", "")) in _ACTIVE:
            yield f"{thing.get('/S') or thing.get('/Type')} in the file"


def _links(pdf: pikepdf.Pdf, addresses: Set[str] | None) -> Iterator[str]:
    pages = {page.obj.objgen for page in pdf.pages}
    for number, page in enumerate(pdf.pages, start=1):
        for note in _annotations(page):
            action = note.get("/A")
            if action is not None and "/URI" in action:
                address = str(action["/URI"])
                if addresses is not None and address not in addresses:
                    yield f"page {number}: link to {address!r}, which the content does not have"
            elif not _leads_somewhere(note.get("/Dest"), pages):
                yield f"page {number}: link to nowhere"


def _annotations(page: pikepdf.Page) -> Iterator[Any]:
    yield from page.obj.get("/Annots", ())


def _leads_somewhere(target: Any, pages: Set[tuple[int, int]]) -> bool:
    """True for an explicit destination on a page of the file (ISO 32000-1, 12.3.2.2)."""
    return isinstance(target, pikepdf.Array) and target[0].objgen in pages
