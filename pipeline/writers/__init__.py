"""The writers: one line for each format, and what each of them can write.

A format's library is imported when it is first written, so that the list itself costs nothing to `check` and `--help`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.document import Content
    from pipeline.writers.look import Look
    from pipeline.writers.written import Finding, Written

SHEETS, DOCUMENT, SITE = "sheets", "document", "site"


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its name, file suffix, media type (RFC 6838), and which forms it accepts.

    `home` is the package below this one that has `write(content, look) -> Written`; `gate` is the module or package
    in it that has `checked(data, content)`, which reads a finished file and knows nothing of how it was written.
    `takes_templates`: it writes into an agency's own template, if the look has one. `paged`: its files are on paper,
    whose size their names say. `digest` is the module in `home` that has `content_digest(data)`, of what the file holds
    however it is packed; a format without one is not packed. `judges` are libraries of others that the gate asks.
    """

    format: str
    suffix: str
    media_type: str
    accepts: tuple[str, ...]
    home: str
    gate: str
    takes_templates: bool = False
    paged: bool = True
    digest: str = ""
    judges: tuple[str, ...] = ()

    def write(self, content: Content, look: Look) -> Written:
        """The publication as one file. Raises TypeError for a form that this format does not accept."""
        if form_of(content) not in self.accepts:
            raise TypeError(form_of(content))
        function: Callable[[Content, Look], Written] = import_module(f"{__name__}.{self.home}").write
        return function(content, look)

    def check(self, data: bytes, content: Content) -> tuple[Finding, ...]:
        """Everything wrong with a file that holds this publication; empty for a good one."""
        function: Callable[[bytes, Content], tuple[Finding, ...]]
        function = import_module(f"{__name__}.{self.home}.{self.gate}").checked
        return function(data, content)

    def content_digest(self, data: bytes) -> str:
        """SHA-256, in hexadecimal, of what the file holds: equal for two files that only compression tells apart.

        Raises ValueError for a packed file that cannot be unpacked.
        """
        if not self.digest:
            return hashlib.sha256(data).hexdigest()
        function: Callable[[bytes], str] = import_module(f"{__name__}.{self.home}.{self.digest}").content_digest
        return function(data)


def form_of(content: Content) -> str:
    """The form's name, as in `Writer.accepts` and `Composer.gives`."""
    from pipeline.document import Document, Sheets  # noqa: PLC0415 - late, see the module's docstring

    if isinstance(content, Sheets):
        return SHEETS
    return DOCUMENT if isinstance(content, Document) else SITE


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_JUDGES = ("page-validation",)
_ALL = (
    Writer("svg", ".svg", "image/svg+xml", (SHEETS,), "svg", "check"),
    Writer(
        "pdf", ".pdf", "application/pdf", (SHEETS, DOCUMENT), "pdf", "gate", digest="content_digest", judges=_JUDGES
    ),
    Writer("docx", ".docx", _DOCX, (DOCUMENT,), "docx", "check", takes_templates=True, digest="content_digest"),
    Writer("html", ".html", "text/html", (SITE,), "html", "gate", paged=False),
)

WRITERS: dict[str, Writer] = {writer.format: writer for writer in _ALL}
