"""Small PDFs with one page of content written by hand, and the content read by the gate."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from pipeline.writers.pdf.gate.content import PageContent, read_page
from pipeline.writers.pdf.gate.fonts import font_of

# Codes a to z and space, each half an em wide; the code for x has no word.
CMAP = b"""1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfchar <20> <0020> <41> <00c5> endbfchar
1 beginbfrange <61> <77> <0061> endbfrange"""


def page_of(content: bytes) -> PageContent:
    """The content of a page with a font F1 that is half an em wide and has bold in its name as FB."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    page.obj.Contents = pdf.make_stream(content)
    fonts = {f"/{name}": font_of(font(pdf, base)) for name, base in (("F1", "Plain"), ("FB", "PlainBold"))}
    return read_page(page, 1, fonts)


def font(pdf: pikepdf.Pdf, name: str = "Plain") -> Dictionary:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name(f"/{name}"),
        FirstChar=0,
        Widths=Array([500] * 256),
        ToUnicode=pdf.make_stream(CMAP),
    )


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()
