"""What a code stands for, as readers need it: real characters only, in blocks of a hundred, in UTF-16."""

import io
import re
from collections.abc import Callable

import pikepdf
import pytest

from pipeline.document import Document, Heading, Paragraph, Text
from pipeline.typesetting import Family
from pipeline.writers import pdf
from pipeline.writers.look import Look
from pipeline.writers.pdf.fonts import mend_fonts

DocumentOf = Callable[..., Document]


def fonts(data: bytes) -> list[tuple[str, str, bytes]]:
    """Of each font: its name, the name in its descriptor, and the map of its codes."""
    with pikepdf.Pdf.open(io.BytesIO(data)) as found:
        subsets = [one for one in found.objects if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one]
        return [(str(one.BaseFont), str(one.FontDescriptor.FontName), one.ToUnicode.read_bytes()) for one in subsets]


@pytest.fixture(scope="module")
def many(document_of: DocumentOf, look: Look, family: Family) -> bytes:
    """A file with every character that the family has: several subsets of one font."""
    letters = "".join(chr(code) for code in sorted(next(iter(family.fonts.values())).advances) if code > 0x20)
    return pdf.write(document_of(Heading(1, "a"), Paragraph((Text(" ".join(letters)),))), look).data


def test_blocks_are_small_and_hold_what_they_say(many: bytes) -> None:
    maps = [codes for _, _, codes in fonts(many)]
    assert len(maps) >= 3  # two subsets of regular, one of bold
    blocks = [block for one in maps for block in re.findall(rb"(\d+) beginbfchar\n(.*?)\nendbfchar", one, re.DOTALL)]
    sizes = [int(count) for count, _ in blocks]
    assert sizes == [len(lines.split(b"\n")) for _, lines in blocks]
    assert max(sizes) == 100
    assert not any(re.search(rb"<0000>", lines) for _, lines in blocks)


def test_every_subset_has_a_name_of_its_own(many: bytes) -> None:
    names = [name for name, _, _ in fonts(many)]
    assert all(re.fullmatch(r"/[A-Z]{6}\+[\w-]+", name) for name in names)
    assert len(set(names)) == len(names)
    assert all(name == described for name, described, _ in fonts(many))


def test_a_character_beyond_the_first_plane_is_a_pair() -> None:
    made = pikepdf.new()
    written = made.make_stream(
        b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n3 beginbfchar\n"
        b"<00> <0000>\n<01> <0041>\n<02> <1F600>\nendbfchar"
    )
    descriptor = pikepdf.Dictionary(FontFile2=made.make_stream(b"x"), FontName=pikepdf.Name("/AAAAAA+Abc"))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, BaseFont=pikepdf.Name("/AAAAAA+Abc"), ToUnicode=written, FontDescriptor=descriptor
    )
    made.Root.Font = made.make_indirect(font)
    mend_fonts(made)
    assert b"2 beginbfchar\n<01> <0041>\n<02> <D83DDE00>\nendbfchar" in written.read_bytes()
