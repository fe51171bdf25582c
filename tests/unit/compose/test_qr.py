"""The outline of a QR code says module by module what the symbol says, with room round it and modules that print."""

import pytest
import segno
import zxingcpp
from PIL import Image

from pipeline.colour import Colour
from pipeline.compose.qr import QUIET_ZONE, qr_code
from pipeline.geometry import Close, Line, Move, Point, points_of

INK, PAPER = Colour(26, 26, 26), Colour(255, 255, 255)
ADDRESS = "https://exempel.se/gallande.html#2026.1/karta-forsakringskassan-A3"


def _loops(path):
    """The corners of each closed part of a path."""
    found = []
    for piece in path:
        match piece:
            case Move(to):
                found.append([to])
            case Line(to):
                found[-1].append(to)
            case Close():
                pass
    return found


def _winding(loops, at: Point) -> int:
    """How often the loops turn round a point: what the non-zero rule asks (SVG 1.1, 11.3)."""
    turns = 0
    for loop in loops:
        for one, other in zip(loop, [*loop[1:], loop[0]], strict=True):
            if one.x == other.x and one.x > at.x and min(one.y, other.y) < at.y < max(one.y, other.y):
                turns += 1 if other.y > one.y else -1
    return turns


@pytest.mark.parametrize("content", [ADDRESS, "a", "https://exempel.se/" + "x" * 300])
def test_the_outline_holds_every_dark_module_and_no_light_one(content):
    code = qr_code(content, 24.0)
    loops = _loops(code.drawn(10, 20, INK, PAPER)[1].path)
    rows = [list(row) for row in segno.make_qr(content, error="m").matrix]
    left, top, step = 10 + code.quiet, 20 + code.quiet, code.module
    centre = [
        [Point(left + (x + 0.5) * step, top + (y + 0.5) * step) for x in range(len(rows))] for y in range(len(rows))
    ]
    assert [[int(_winding(loops, at) != 0) for at in row] for row in centre] == rows


def test_a_reader_of_others_reads_the_modules():
    code = qr_code(ADDRESS, 24.0)
    side, scale = len(code.rows) + 2 * QUIET_ZONE, 4
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(code.rows):
        for x, dark in enumerate(row):
            image.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0 if dark else 255)
    (found,) = zxingcpp.read_barcodes(image.resize((side * scale, side * scale), Image.Resampling.NEAREST))
    assert (found.text, found.format) == (ADDRESS, zxingcpp.BarcodeFormat.QRCode)


def test_ground_and_symbol_leave_the_quiet_zone_empty():
    code = qr_code(ADDRESS, 24.0)
    ground, symbol = code.drawn(0, 0, INK, PAPER)
    assert (ground.fill, symbol.fill) == (PAPER, INK)
    assert max(point.x for point in points_of(ground.path)) == pytest.approx(code.side)
    places = [value for point in points_of(symbol.path) for value in (point.x, point.y)]
    assert min(places) == pytest.approx(4 * code.module)
    assert max(places) == pytest.approx(code.side - 4 * code.module)


@pytest.mark.parametrize(("content", "wanted"), [(ADDRESS, 24.0), (ADDRESS, 48.0), (ADDRESS, 1.0), ("x" * 2_000, 24.0)])
def test_no_module_is_too_small_to_print_and_all_are_whole_hundredths(content, wanted):
    code = qr_code(content, wanted)
    assert code.module >= 0.4
    assert code.module * 100 == pytest.approx(round(code.module * 100))
    assert code.side <= max(wanted, 0.4 * (len(code.rows) + 8)) + 1e-9


def test_an_ordinary_address_is_a_code_as_wide_as_was_asked_for():
    assert 23.0 <= qr_code(ADDRESS, 24.0).side <= 24.0


def test_the_same_text_gives_the_same_symbol_and_another_text_another():
    assert qr_code(ADDRESS, 24.0) == qr_code(ADDRESS, 24.0)
    assert qr_code(ADDRESS, 24.0) != qr_code(ADDRESS.replace("2026.1", "2026.2"), 24.0)


def test_what_no_symbol_holds_is_refused():
    with pytest.raises(ValueError, match="too large"):
        qr_code("x" * 2_500, 24.0)
