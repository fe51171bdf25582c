"""Outlines of characters are those of the font file, in em and upside down."""

import io
from typing import Any

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from pipeline.geometry import Close, Curve, Line, Move, Path, Point
from pipeline.typeface import Face
from tests.support.real import brief_for

FAMILY = brief_for("karta", "stockholms-stad").family
# Straight, round, with a counter, and made of two glyphs.
LETTERS = "lSOåÄ8?"


def _area(path: Path) -> float:
    """What the path goes round, by Green's theorem on each piece, many chords a curve; holes count against."""
    total, at, start = 0.0, Point(0, 0), Point(0, 0)

    def cross(one: Point, two: Point) -> float:
        return (one.x * two.y - two.x * one.y) / 2

    for piece in path:
        match piece:
            case Move(to):
                at = start = to
            case Line(to):
                total, at = total + cross(at, to), to
            case Curve(one, two, to):
                first = at
                for n in range(1, 201):
                    t = n / 200
                    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                    places = (first, one, two, to)
                    x = sum(w * p.x for w, p in zip(weights, places, strict=True))
                    y = sum(w * p.y for w, p in zip(weights, places, strict=True))
                    total, at = total + cross(at, Point(x, y)), Point(x, y)
            case Close():
                total, at = total + cross(at, start), start
    return total


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("letter", LETTERS)
def test_an_outline_goes_round_as_much_as_the_glyph(face, letter):
    font: Any = TTFont(io.BytesIO(FAMILY.fonts[face].data))
    glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
    pen = AreaPen(glyphs)
    glyphs[font.getBestCmap()[ord(letter)]].draw(pen)
    # Turned upside down, an area has the other sign.
    assert _area(FAMILY.fonts[face].outline(letter)) == pytest.approx(-pen.value / em**2, rel=1e-3)


@pytest.mark.parametrize("letter", LETTERS)
def test_an_outline_stands_where_the_glyph_does(letter):
    font: Any = TTFont(io.BytesIO(FAMILY.fonts[Face.BOLD].data))
    glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord(letter)]].draw(pen)
    ends = [piece.to for piece in FAMILY.fonts[Face.BOLD].outline(letter) if not isinstance(piece, Close)]
    left, bottom, right, top = (side / em for side in pen.bounds)
    # The ends of curves may lie inside; nothing lies outside, and somewhere it is met from below and above.
    assert left - 1e-6 <= min(end.x for end in ends) and max(end.x for end in ends) <= right + 1e-6
    assert -top - 1e-6 <= min(end.y for end in ends) <= -top + 0.02
    assert -bottom - 0.02 <= max(end.y for end in ends) <= -bottom + 1e-6


def test_a_space_has_no_outline_and_a_missing_character_is_told():
    assert FAMILY.fonts[Face.REGULAR].outline(" ") == ()
    with pytest.raises(KeyError):
        FAMILY.fonts[Face.REGULAR].outline("→")
