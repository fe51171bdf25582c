"""PDF with ReportLab (painting, flowing) and pikepdf (finishing): sheets of finished drawings, and documents."""

from __future__ import annotations

from pipeline.document import Document, Sheets
from pipeline.writers.look import Look
from pipeline.writers.pdf.document import document_pdf
from pipeline.writers.pdf.finish import finished
from pipeline.writers.pdf.sheets import sheets_pdf
from pipeline.writers.written import Written

__all__ = ["write"]


def write(content: Sheets | Document, look: Look) -> Written:
    """A publication as PDF 1.7, every font embedded, dated by its metadata; the same bytes for the same content."""
    raw = sheets_pdf(content.pages, look.family) if isinstance(content, Sheets) else document_pdf(content, look)
    return Written(finished(raw.data, content.metadata), raw.pages)
