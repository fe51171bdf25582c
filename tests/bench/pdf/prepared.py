"""What WeasyPrint and Typst read, written before the clock runs: the handbook in their languages, fonts, figures."""

from pathlib import Path

from pipeline.document import Figure
from tests.bench.pdf.faces import FAMILY, FILES, files
from tests.bench.pdf.figure import svg
from tests.bench.pdf.handbook import handbook
from tests.bench.pdf.typst_source import typst_source
from tests.bench.pdf.web_page import web_page


def prepare(folder: Path, pages: int) -> None:
    """Writes `handbook.html`, `handbook.typ`, the fonts and `figure-<n>.svg` into the folder."""
    document = handbook(pages)
    for face, data in files().items():
        (folder / FILES[face]).write_bytes(data)
    figures = [block.scene for block in document.blocks if isinstance(block, Figure)]
    for number, scene in enumerate(figures):
        (folder / f"figure-{number}.svg").write_text(svg(scene, FAMILY), encoding="utf-8")
    (folder / "handbook.html").write_text(web_page(document, folder), encoding="utf-8")
    (folder / "handbook.typ").write_text(typst_source(document), encoding="utf-8")
