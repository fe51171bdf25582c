"""What may not be in a published file: anything that runs, launches, asks or is attached, and links nobody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

import pikepdf

from pipeline.writers.pdf.gate.objects import below, pairs
from pipeline.writers.written import Finding, Part

# Keys that are wrong wherever they stand, and what actions and objects may not be.
_ACTIVE_KEYS = ("/JavaScript", "/JS", "/AA", "/EF", "/EmbeddedFiles", "/AcroForm", "/XFA", "/OpenAction", "/RichMedia")
_ACTIVE_KINDS = frozenset(
    {"/JavaScript", "/Launch", "/EmbeddedFile", "/Filespec", "/SubmitForm", "/ResetForm", "/ImportData", "/GoToR"}
    | {"/GoToE", "/Named", "/Rendition", "/Movie", "/Sound", "/Thread", "/Hide", "/SetOCGState", "/Trans"}
)
_NAMES = frozenset({"/Dests"})


def audit_findings(pdf: pikepdf.Pdf, addresses: Set[str] | None) -> Iterator[Finding]:
    """What is there and may not be; `addresses` are those that links may lead to, None for any on the web."""
    if pdf.is_encrypted:
        yield _finding("encrypted", "Encrypt")
    for thing in _dictionaries(pdf):
        yield from (_finding("active_content", name) for name in _ACTIVE_KEYS if name in thing)
        for key in ("/S", "/Type"):
            if isinstance(thing.get(key), pikepdf.Name) and str(thing[key]) in _ACTIVE_KINDS:
                yield _finding("active_content", str(thing[key]))
    yield from (_finding("names_unwanted", name) for name, _ in pairs(pdf.Root.get("/Names")) if name not in _NAMES)
    yield from _links(pdf, None if addresses is None else {in_ascii(address) for address in addresses})


def in_ascii(address: str) -> str:
    """The address as a PDF holds it: what is not ASCII as percent-encoded UTF-8 (RFC 3987, 3.1)."""
    return "".join(char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in address)


def _finding(code: str, detail: str) -> Finding:
    return Finding(code, detail, Part.SAFETY)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of the file at any depth, streams' own included."""
    waiting: list[Any] = list(pdf.objects)
    waiting.append(pdf.trailer)
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting += [part for part in thing if _is_direct(part)]
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            waiting += [part for _, part in thing.items() if _is_direct(part)]


def _is_direct(part: Any) -> bool:
    return isinstance(part, pikepdf.Array | pikepdf.Dictionary) and not part.is_indirect


def _links(pdf: pikepdf.Pdf, addresses: Set[str] | None) -> Iterator[Finding]:
    targets = _Targets(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        for note in page.obj.get("/Annots", ()):
            if note.get("/Subtype") != "/Link":
                yield _finding("annotation_unwanted", f"page {number}: {note.get('/Subtype')}")
            else:
                yield from _link(note, f"page {number}", targets, addresses)
    for item in _outline(below(pdf.Root, "/Outlines", "/First")):
        yield from _link(item, f"outline {str(item.get('/Title', ''))[:40]}", targets, frozenset())


def _link(holder: Any, where: str, targets: _Targets, addresses: Set[str] | None) -> Iterator[Finding]:
    """One way to lead somewhere: a URI of the content, or a place in the file."""
    action = holder.get("/A", {})
    kind = str(action.get("/S", "/GoTo"))
    if kind == "/URI":
        address = str(action.get("/URI", ""))
        web = address.startswith(("https://", "http://", "mailto:"))
        if not web or (addresses is not None and address not in addresses):
            yield _finding("address_unknown", f"{where}: {address[:80]}")
    elif kind != "/GoTo":
        yield _finding("action_unwanted", f"{where}: {kind}")
    elif not targets.has(action.get("/D") if action else holder.get("/Dest")):
        yield _finding("link_to_nowhere", where)


def _outline(first: Any) -> Iterator[Any]:
    waiting, seen = [first], set()
    while waiting:
        item = waiting.pop()
        if item is not None and item.objgen not in seen:
            seen.add(item.objgen)
            yield item
            waiting += [item.get("/Next"), item.get("/First")]


class _Targets:
    """The places in a file that something may lead to (ISO 32000-1, 12.3.2)."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen for page in pdf.pages}
        tree = below(pdf.Root, "/Names", "/Dests")
        self._named = {} if tree is None else {str(key): value for key, value in pikepdf.NameTree(tree).items()}
        self._named |= {key[1:]: value for key, value in pairs(pdf.Root.get("/Dests"))}

    def has(self, target: Any) -> bool:
        """True for a place on a page of the file, given as such or by its name."""
        if isinstance(target, pikepdf.String | pikepdf.Name | str):
            target = self._named.get(str(target).removeprefix("/"))
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D")
        return isinstance(target, pikepdf.Array) and len(target) > 0 and target[0].objgen in self._pages
