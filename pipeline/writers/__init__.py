"""The writers: one line per format, and what each of them can write.

A format's library is imported when it is first written, so that the list itself costs nothing to `check` and `--help`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.document import Document
from pipeline.scene import Sheets
from pipeline.writers.written import Written

if TYPE_CHECKING:
    from pipeline.writers.look import Look

Content = Sheets | Document


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its name, file suffix, media type (RFC 6838), what it accepts, and the function that writes it."""

    format: str
    suffix: str
    media_type: str
    accepts: tuple[type[Content], ...]
    write: Callable[[Content, Look], Written]


def _svg(content: Content, look: Look) -> Written:
    from pipeline.writers import svg  # noqa: PLC0415 - late, see the module's docstring

    return svg.write(_sheets(content), look)


def _pdf(content: Content, look: Look) -> Written:
    from pipeline.writers import pdf  # noqa: PLC0415 - late, see the module's docstring

    return pdf.write(content, look)


def _docx(content: Content, look: Look) -> Written:
    from pipeline.writers import docx  # noqa: PLC0415 - late, see the module's docstring

    return docx.write(_document(content), look)


def _sheets(content: Content) -> Sheets:
    if not isinstance(content, Sheets):
        raise TypeError(type(content).__name__)
    return content


def _document(content: Content) -> Document:
    if not isinstance(content, Document):
        raise TypeError(type(content).__name__)
    return content


_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALL = (
    Writer("svg", ".svg", "image/svg+xml", (Sheets,), _svg),
    Writer("pdf", ".pdf", "application/pdf", (Sheets, Document), _pdf),
    Writer("docx", ".docx", _DOCX_TYPE, (Document,), _docx),
)

WRITERS: Mapping[str, Writer] = MappingProxyType({writer.format: writer for writer in _ALL})
