"""Metrics are those of the file, and fonts that cannot be embedded are refused by name."""

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from pipeline.lengths import Pt
from pipeline.typeface import Face
from pipeline.typesetting import FontFault, read_family, woff2_subset
from tests.support.real import brief_for

ALPHABET = "abcåäö 123"
FAMILY = brief_for("karta", "stockholms-stad").family


def _font(characters: str, *, glyf: bool = True) -> bytes:
    """A small font with an empty glyph of width 500 for each character."""
    names = [".notdef", *(f"g{n}" for n in range(len(characters)))]
    builder = FontBuilder(1000, isTTF=glyf)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"g{n}" for n, char in enumerate(characters)})
    if glyf:
        builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    else:
        builder.setupCFF("Test", {}, {name: _charstring() for name in names}, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular", "psName": "Test-Regular"})
    builder.setupOS2(sCapHeight=700, sxHeight=500)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _charstring():
    return T2CharStringPen(500, None).getCharString()


def _read(data: bytes):
    return read_family("Test", "sans-serif", dict.fromkeys(Face, data))


def test_width_is_the_sum_of_the_advances():
    assert _read(_font(ALPHABET)).width("abc", Pt(10)) == pytest.approx(3 * 0.5 * 10 * 25.4 / 72)


def test_metrics_of_the_base_family_are_those_that_another_reader_finds():
    for face, font in FAMILY.fonts.items():
        table = TTFont(io.BytesIO(font.data))
        em = table["head"].unitsPerEm
        assert font.advances[ord("å")] == table["hmtx"][table.getBestCmap()[ord("å")]][0] / em, face


def test_the_base_family_has_the_swedish_letters_and_lacks_arrows():
    assert all(FAMILY.covers(char) for char in "åäöÅÄÖ§–”’é")
    assert not FAMILY.covers("→")


def test_a_font_without_the_swedish_letters_is_refused_and_they_are_named():
    family = _read(_font(ALPHABET.replace("å", "")))
    with pytest.raises(FontFault) as fault:
        family.require(ALPHABET)
    assert fault.value.kind == "font_alphabet"
    assert fault.value.details["chars"] == "å"


def test_a_font_with_postscript_outlines_is_refused():
    with pytest.raises(FontFault) as fault:
        _read(_font(ALPHABET, glyf=False))
    assert fault.value.kind == "font_not_truetype"


def test_a_file_that_is_no_font_is_refused():
    with pytest.raises(FontFault) as fault:
        _read(b"not a font")
    assert fault.value.kind == "font_unreadable"


def test_a_subset_holds_the_asked_characters_only_and_is_the_same_for_the_same_set():
    font = FAMILY.fonts[Face.REGULAR]
    data = woff2_subset(font, "åka åka")
    assert data == woff2_subset(font, "aåk ")
    assert sorted(map(chr, TTFont(io.BytesIO(data)).getBestCmap())) == [" ", "a", "k", "å"]
