"""No packed stream ends in a carriage return: some readers take that and the line feed after it for one line end."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.writers.pdf.finish import _saved, _without_returns_at_ends

BAD = b"\r\nendstream"


def small_file(content: bytes, words: str) -> bytes:
    """A page with this content, and an element with these words, which is packed with others in an object stream."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = pdf.make_stream(content)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, Alt=pikepdf.String(words)))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([element])))
    return _saved(pdf)


@pytest.mark.parametrize(
    "make",
    [
        lambda number: small_file(b"% " + str(number).encode(), "x"),
        lambda number: small_file(b"% x", f"ord {number}"),
    ],
    ids=["content", "objects packed together"],
)
def test_a_stream_that_ends_so_is_packed_anew(make: Callable[[int], bytes]) -> None:
    found = next(data for data in map(make, range(5000)) if BAD in data)
    mended = _without_returns_at_ends(found)
    assert BAD not in mended
    with pikepdf.Pdf.open(io.BytesIO(found)) as before, pikepdf.Pdf.open(io.BytesIO(mended)) as after:
        old, new = (pdf.pages[0].Contents.read_bytes() for pdf in (before, after))
        assert new.rstrip(b"\n") == old
        assert [str(pdf.Root.StructTreeRoot.K[0].Alt) for pdf in (before, after)] == [
            str(before.Root.StructTreeRoot.K[0].Alt)
        ] * 2
        assert int(after.Root.StructTreeRoot.K[0].get("/R", 0)) == 0


def test_a_good_file_stays_as_it_is() -> None:
    good = next(data for data in (small_file(str(number).encode(), "x") for number in range(99)) if BAD not in data)
    assert _without_returns_at_ends(good) is good
