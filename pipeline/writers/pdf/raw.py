"""A PDF as ReportLab leaves it, before it is finished."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawPdf:
    """Bytes that `finish.finished` makes into a file, and the number of pages."""

    data: bytes
    pages: int
