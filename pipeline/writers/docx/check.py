"""Our own look at a finished .docx: what the schema allows and a reader, a screen reader or Word still trips over.

The Open XML SDK finds faults of schema only: doubled picture ids, lone bookmarks and links to nowhere pass it. What is
asked is in docs/reference/word-gate.md, rule by rule, with what was done to a good file to see each of them find it.
"""

from __future__ import annotations

from collections.abc import Collection
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from pipeline.document import Document, Sheets, addresses_of
from pipeline.writers.docx.gate import audit, contrast, formats, marks, package, pictures, reading, relations
from pipeline.writers.docx.links import safe_address
from pipeline.writers.docx.opened import NEEDED, OpenedFile
from pipeline.writers.written import Finding

_RULES = tuple(
    rule for part in (package, relations, marks, formats, pictures, reading, contrast) for rule in part.RULES
)


def checked(data: bytes, content: Sheets | Document) -> tuple[Finding, ...]:
    """Everything wrong with the Word file of this content: by itself, and against what the content says.

    Links out of it lead to the content's own addresses only, but for those in a header or footer, which may be an
    agency's. A publication of drawings is compared with the text behind them.
    """
    document = content if isinstance(content, Document) else content.text
    opened = _opened(data)
    if isinstance(opened, Finding):
        return (opened,)
    differing = tuple(audit.against(opened, document)) if document else ()
    return (*_found(opened, addresses_of(content)), *differing)


def findings(data: bytes, addresses: Collection[str] | None = None) -> tuple[Finding, ...]:
    """Everything wrong with a .docx by itself; `addresses` are the web links it may hold, None for any."""
    opened = _opened(data)
    return (opened,) if isinstance(opened, Finding) else _found(opened, addresses)


def _opened(data: bytes) -> OpenedFile | Finding:
    """The file with every part parsed, or why that cannot be done."""
    try:
        opened = OpenedFile(data)
        lost = {*NEEDED} - {*opened.roots}
    except (BadZipFile, XMLSyntaxError) as told:
        return Finding("file_unreadable", str(told))
    return Finding("file_unreadable", ", ".join(sorted(lost))) if lost else opened


def _found(opened: OpenedFile, addresses: Collection[str] | None) -> tuple[Finding, ...]:
    allowed = None if addresses is None else {safe_address(address) for address in addresses}
    own = (finding for rule in _RULES for finding in rule(opened))
    return (*own, *relations.externals(opened, allowed))
