"""Fonts are read as ISO 32000-1, 9.6, 9.7 and 9.10 say: words by ToUnicode, widths by Widths or W."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.writers.pdf.gate.fonts import UNREADABLE, Font, font_of, is_embedded


def font(cmap: bytes) -> Font:
    pdf = pikepdf.new()
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, DW=700, W=Array([1, Array([100, 200]), 5, 7, 300]))
    described = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, DescendantFonts=Array([below]), ToUnicode=pdf.make_stream(cmap)
    )
    return font_of(described)


def test_codes_of_two_bytes_and_widths_in_two_forms() -> None:
    glyphs = font(b"").glyphs(bytes([0, 1, 0, 2, 0, 3, 0, 5, 0, 7]))
    assert [glyph.width for glyph in glyphs] == pytest.approx([0.1, 0.2, 0.7, 0.3, 0.3])


@pytest.mark.parametrize(
    ("cmap", "text"),
    [
        (b"1 beginbfchar <0001> <0041> endbfchar", "A"),
        (b"1 beginbfchar <0001> <00660069> endbfchar", "fi"),
        (b"1 beginbfchar <0001> <d83dde00> endbfchar", "\U0001f600"),
        (b"1 beginbfrange <0000> <0002> <0040> endbfrange", "A"),
        (b"1 beginbfrange <0000> <0002> [<0058> <0059> <005a>] endbfrange", "Y"),
        (b"1 beginbfchar <0001> <0000> endbfchar", UNREADABLE),
        (b"1 beginbfchar <0001> <> endbfchar", UNREADABLE),
        (b"1 beginbfchar <0001> <41> endbfchar", UNREADABLE),
        (b"1 beginbfchar <0002> <0041> endbfchar", UNREADABLE),
    ],
)
def test_words_of_a_code(cmap: bytes, text: str) -> None:
    (glyph,) = font(cmap).glyphs(b"\x00\x01")
    assert glyph.text == text


@pytest.mark.parametrize("well", [True, False])
def test_a_font_is_embedded_if_the_one_below_it_is(well: bool) -> None:
    program = Dictionary(FontFile2=pikepdf.new().make_stream(b"x")) if well else Dictionary()
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=program)
    assert is_embedded(Dictionary(Subtype=Name.Type0, DescendantFonts=Array([below]))) is well
    assert is_embedded(below) is well
    del below.FontDescriptor
    assert not is_embedded(below)
