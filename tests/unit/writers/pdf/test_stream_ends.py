"""No packed stream ends in a carriage return: some readers take that and the line feed after it for one line end."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.writers.pdf.finish import _number_before, _saved, _without_returns_at_ends

# The last byte is the sum of the content's bytes, so it goes through all values as letters are added.
BAD = b"\r\nendstream"


def small_file(content: bytes, words: str) -> bytes:
    """A page with this content, and so many elements that several streams hold them; the last one has these words."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = pdf.make_stream(content)
    root = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    below = [pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Alt=pikepdf.String("x"))) for _ in range(250)]
    below[-1].Alt = pikepdf.String(words)
    root.K = Array(below)
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([root])))
    return _saved(pdf)


def read(data: bytes) -> tuple[bytes, list[str]]:
    """The page's content without line feeds at its end, and the words of the elements."""
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        words = [str(element.Alt) for element in pdf.Root.StructTreeRoot.K[0].K]
        return pdf.pages[0].Contents.read_bytes().rstrip(b"\n"), words


def the_bad_one(data: bytes) -> str:
    """What kind of stream ends badly."""
    number = _number_before(data, data.index(BAD))
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        return str(pdf.get_object(number, 0).get("/Type"))


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda number: small_file(b"%" + b"a" * number, "x"), "None"),
        (lambda number: small_file(b"% x", "a" * number), "/ObjStm"),
    ],
    ids=["content", "objects packed together"],
)
def test_a_stream_that_ends_so_is_packed_anew(make: Callable[[int], bytes], kind: str) -> None:
    found = next(data for data in map(make, range(1000)) if BAD in data and the_bad_one(data) == kind)
    mended = _without_returns_at_ends(found)
    assert BAD not in mended
    assert read(mended) == read(found)


def test_a_good_file_stays_as_it_is() -> None:
    good = next(data for data in (small_file(str(number).encode(), "x") for number in range(99)) if BAD not in data)
    assert _without_returns_at_ends(good) is good
