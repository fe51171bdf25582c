"""The second judge reads: drawings made by hand whose graph is known, path data, transforms, and distances."""

import io
import math
from base64 import b64encode

import pytest
from fontTools.ttLib import TTFont

from pipeline.typeface import Face
from tests.support.real import real_project
from tests.support.svg_judge import overlaps
from tests.support.svg_judge.anatomy import Anatomy
from tests.support.svg_judge.graph import Arrow, Graph
from tests.support.svg_judge.page import read_page
from tests.support.svg_judge.path_data import tracks
from tests.support.svg_judge.plane import apart, areas_overlap, cuts, inside, to_border

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
INK = 'fill="none" stroke="#1A1A1A" stroke-width="0.5"'
SOLID = 'fill="#1A1A1A"'
FACES = {Face.REGULAR: (400, "normal"), Face.BOLD: (700, "normal"), Face.ITALIC: (400, "italic")}


@pytest.fixture(scope="module")
def style():
    """The project's fonts whole, as a file carries them."""
    rules = []
    for face, (weight, slant) in FACES.items():
        font, packed = TTFont(io.BytesIO(real_project().fonts.family.fonts[face].data)), io.BytesIO()
        font.flavor = "woff2"
        font.save(packed)
        source = f"url(data:font/woff2;base64,{b64encode(packed.getvalue()).decode()})"
        rules.append(f"@font-face{{font-weight:{weight};font-style:{slant};src:{source} format('woff2')}}")
    return f"<style>{''.join(rules)}</style>"


def words(x: float, y: float, text: object, size: float = 3, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="#1A1A1A" {more}>{text}</text>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    d = f"M{x - radius},{y} a{radius},{radius} 0 1 1 {2 * radius},0 a{radius},{radius} 0 1 1 {-2 * radius},0 z"
    return f'<path d="{d}" fill="{fill}" stroke="#1A1A1A" stroke-width="0.3"/>'


def step(x: float, y: float, number: int, phase: int, foot: str = "") -> str:
    """30 x 15 mm, its upper left corner at a point; a foot takes the lowest 4 mm."""
    ring = circle(4, 4, 2.5, "#FFFFFF") + words(3.2, 5, str(phase)) + words(3.2, 10, str(number), 2.5)
    strip = '<path d="M0,11 h30 v4 h-30 Z" fill="#FFFFFF" stroke="#1A1A1A" stroke-width="0.3"/>' if foot else ""
    box = '<path d="M0,0 H30 V15 H0 Z" fill="#FDCA77" stroke="#1A1A1A" stroke-width="0.3"/>'
    return f'<g transform="translate({x} {y})">{box}{ring}{words(9, 6, "Steg")}{strip}{foot}</g>'


def head(x: float, y: float, turn: float = 0, more: str = SOLID) -> str:
    """A head with its tip at a point, leading to the right; turned by so many degrees."""
    return f'<path d="M0,0 L-3,-1.3 L-3,1.3 Z" transform="translate({x},{y}) rotate({turn})" {more}/>'


def line(d: str, more: str = INK) -> str:
    return f'<path d="{d}" {more}/>'


def letter(x: float, y: float, black: bool, name: str = "A") -> str:
    ground, ink = ("#1A1A1A", "#FFFFFF") if black else ("#FFFFFF", "#1A1A1A")
    return circle(x, y, 1.8, ground) + words(x - 1, y + 1, name, 2.6).replace("#1A1A1A", ink)


def sheet(style: str, *parts: str) -> Graph:
    """A sheet with two phases that meet at x = 100, from 10 to 200 mm, and what is added."""
    pieces = '<path d="M10,10 H95 L100,20 L95,30 H10 Z" fill="#F7EAB3" stroke="#1A1A1A" stroke-width="0.3"/>'
    pieces += '<path d="M96,10 H195 L200,20 L195,30 H96 L101,20 Z" fill="#FDCA77" stroke="#1A1A1A" stroke-width="0.3"/>'
    names = "".join(
        words(x, y, text, 5) for x, y, text in ((14, 18, 1), (14, 26, "Ett"), (110, 18, 2), (110, 26, "Tv"))
    )
    hairline = '<path d="M95.5,40 V190" fill="none" stroke="#C9CCD1" stroke-width="0.25"/>'
    opening = '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="200mm" viewBox="0 0 210 200">'
    return Graph(Anatomy(read_page(f"{opening}{style}{pieces}{names}{hairline}{''.join(parts)}</svg>")))


def said(graph: Graph) -> list[str]:
    """What the judge has to say against a drawing."""
    return [*graph.faults, *(fault for check in overlaps.EVERY for fault in check(graph))]


def test_a_straight_arrow(style):
    graph = sheet(style, step(20, 50, 1, 1), step(120, 50, 2, 2), line("M50,57 H118"), head(120, 57))
    assert graph.arrows == (Arrow((0, 1), (0, 2), "", False),)
    assert said(graph) == []


def test_two_arrows_that_join_before_one_head(style):
    """The second turns into the first with a bend and has no head of its own."""
    graph = sheet(
        style,
        step(20, 50, 1, 1) + step(20, 90, 2, 1) + step(140, 50, 3, 2),
        line("M50,57 H138") + head(140, 57) + line("M50,97 H108 A2,2 0 0 0 110,95 V59 Q110,57 112,57"),
    )
    assert set(graph.arrows) == {Arrow((0, 1), (0, 3), "", False), Arrow((0, 2), (0, 3), "", False)}
    assert said(graph) == []


def test_a_straight_arrow_goes_on_where_another_ends_its_bend(style):
    graph = sheet(
        style,
        step(20, 50, 1, 1) + step(20, 90, 2, 1) + step(140, 90, 3, 2),
        line("M50,57 H108 A2,2 0 0 1 110,59 V95 A2,2 0 0 0 112,97 H138") + head(140, 97) + line("M50,97 H112"),
    )
    assert set(graph.arrows) == {Arrow((0, 1), (0, 3), "", False), Arrow((0, 2), (0, 3), "", False)}
    assert said(graph) == []


def test_an_arrow_that_only_meets_another_does_not_join_it(style):
    """It ends square on the other's line: nobody can tell where it goes."""
    graph = sheet(
        style,
        step(20, 50, 1, 1) + step(20, 90, 2, 1) + step(140, 50, 3, 2),
        line("M50,57 H138") + head(140, 57) + line("M50,97 H110 V57"),
    )
    assert len(graph.arrows) == 1
    assert "line from (50.0, 97.0) to (110.0, 57.0) has no head" in graph.faults


def test_a_dashed_way_back_in_nested_groups(style):
    way = line("m160,65 v8 c0,2 0,2 -2,2 h-121 q-2,0 -2,-2 v-6", f'{INK} stroke-dasharray="2 1"')
    back = f'<g transform="translate(10 -5)"><g transform="matrix(1 0 0 1 -10 5)">{way}{head(35, 65, -90)}</g></g>'
    graph = sheet(style, step(20, 50, 1, 1), step(145, 50, 2, 2), back)
    assert graph.arrows == (Arrow((0, 2), (0, 1), "", True),)
    assert said(graph) == []


def test_letters_couple_two_steps(style):
    foot = words(4, 14, "FK", 2.5) + letter(20, 13, True)
    graph = sheet(style, step(20, 50, 1, 1, foot), step(120, 90, 2, 2), letter(122, 89, False))
    assert graph.couplings == (((0, 1), (0, 2)),)
    assert said(graph) == []


@pytest.mark.parametrize(
    "letters",
    [
        letter(122, 89, False) + letter(140, 89, False),  # a third
        letter(122, 89, True),  # two that leave
        letter(122, 89, False, "B"),  # another
        letter(122, 70, False),  # beside no step
        "",
    ],
)
def test_letters_that_make_no_pair(style, letters):
    foot = words(4, 14, "FK", 2.5) + letter(20, 13, True)
    graph = sheet(style, step(20, 50, 1, 1, foot), step(120, 90, 2, 2), letters)
    assert graph.couplings == ()
    assert graph.faults


def test_a_cased_line_couples_two_steps(style):
    """Two rails: paper on a wider line of ink, and a hollow head; it is no arrow."""
    way = "M35,65 V95 A2,2 0 0 0 37,97 H116.8"
    rails = line(way, INK.replace("0.5", "1.5")) + line(way, 'fill="none" stroke="#FFFFFF" stroke-width="0.7"')
    hollow = head(119.8, 97, 0, 'fill="#FFFFFF" stroke="#1A1A1A" stroke-width="0.4"')
    graph = sheet(style, step(20, 50, 1, 1), step(120, 90, 2, 2), rails, hollow)
    assert graph.couplings == (((0, 1), (0, 2)),)
    assert graph.arrows == ()
    assert said(graph) == []


def _condition(x: float, y: float) -> str:
    ground = f'<path d="M{x},{y} h12 v4 h-12 Z" fill="#FFFFFF"/>'
    return ground + words(x, y + 3, "om det", 3, 'font-style="italic"')


PARALLEL = step(20, 50, 1, 1) + step(120, 50, 2, 2) + step(20, 75, 3, 1) + step(120, 75, 4, 2)
PARALLEL += line("M50,57 H118") + head(120, 57) + line("M50,82 H118") + head(120, 82)


def test_a_condition_belongs_to_the_arrow_it_lies_beside(style):
    graph = sheet(style, PARALLEL, _condition(60, 52))
    assert {arrow.source: arrow.label for arrow in graph.arrows} == {(0, 1): "om det", (0, 3): ""}
    assert said(graph) == []


@pytest.mark.parametrize(("y", "fault"), [(67.5, "beside no arrow"), (66, "beside no arrow"), (55, "hides arrow")])
def test_a_condition_that_leaves_a_doubt(style, y, fault):
    graph = sheet(style, PARALLEL, _condition(60, y))
    assert graph.arrows
    assert fault in " ".join(said(graph))


def test_a_condition_between_two_arrows(style):
    """5 mm apart, with the words in the middle."""
    near = PARALLEL.replace("M50,82 H118", "M50,76 H60 V62 H118").replace(head(120, 82), head(120, 62))
    graph = sheet(style, near, _condition(80, 57.5))
    assert "lies as near to two arrows" in " ".join([*map(str, graph.arrows), *graph.faults])


def test_paper_that_cuts_an_arrow_off_where_another_leaves_it(style):
    """A crossing leaves ink between two gaps; a halo along the first piece leaves a stump."""
    paper = 'fill="none" stroke="#FFFFFF" stroke-width="2.5"'
    crossing = (
        step(65, 62, 5, 1) + step(65, 95, 6, 1) + head(80, 95, 90) + line("M80,79 V91", paper) + line("M80,77 V93")
    )
    fork = "M50,57 H60 A2,2 0 0 1 62,59 V80 A2,2 0 0 0 64,82 H118"
    cut = line(fork, paper) + line(fork) + head(120, 82)
    assert said(sheet(style, PARALLEL, crossing)) == []
    assert "is cut off" in " ".join(overlaps.broken_ways(sheet(style, PARALLEL, cut)))


@pytest.mark.parametrize(
    ("d", "end"),
    [
        ("M1,2 3,4 5,6", (5, 6)),
        ("m1,2 3,4 5,6", (9, 12)),
        ("M1 2H7V9h-2v-3", (5, 6)),
        ("M0 0C1 1 2 1 3 0s2-1 3 0", (6, 0)),
        ("M0 0Q1 1 2 0T4 0t2 0", (6, 0)),
        ("M0,0L1e1-5", (10, -5)),
        ("M10 0A10 10 0 0 1 0 10", (0, 10)),
    ],
)
def test_path_data(d, end):
    assert tracks(d)[0].points[-1] == pytest.approx(end)


def test_bends_are_followed():
    """A quarter of a circle, a half ellipse turned by its axes, and the middle of a curve."""
    quarter = tracks("M10,0 A10,10 0 0 1 0,10")[0].points
    assert all(math.hypot(*p) == pytest.approx(10) for p in quarter)
    assert min(math.dist(p, (7.0711, 7.0711)) for p in quarter) < 0.01
    large = tracks("M10,0 A10,10 0 1 0 0,10")[0].points
    assert min(math.dist(p, (-7.0711, -7.0711)) for p in large) < 1
    assert min(math.dist(p, (1.5, 0.75)) for p in tracks("M0 0C1 1 2 1 3 0")[0].points) < 0.01


@pytest.mark.parametrize("d", ["M0 0 L1", "M0,0 X1,1", "M0,0 L1,1 px"])
def test_what_is_no_path_data_is_refused(d):
    with pytest.raises(ValueError, match=r"path data|numbers"):
        tracks(d)


@pytest.mark.parametrize(
    "painted", ['<rect width="1" height="1"/>', "<use/>", '<text x="1" y="1" font-size="1"><tspan/></text>']
)
def test_what_the_judge_cannot_follow_it_refuses(style, painted):
    with pytest.raises(ValueError, match="cannot follow"):
        sheet(style, painted)


def test_areas():
    assert inside((5, 5), SQUARE)
    assert not inside((11, 5), SQUARE)
    assert to_border((5, 2), SQUARE) == 2
    assert cuts(((-5, 5), (15, 5)), SQUARE)
    assert not cuts(((-5, 0), (15, 0)), SQUARE)
    assert not cuts(((-5, 11), (15, 11)), SQUARE)
    assert apart(((-5, 12), (15, 12)), SQUARE) == 2
    assert areas_overlap(SQUARE, tuple((x + 9, y + 9) for x, y in SQUARE))
    assert areas_overlap(SQUARE, SQUARE)
    assert areas_overlap(SQUARE, tuple((x / 2 + 2, y / 2 + 2) for x, y in SQUARE))
    assert not areas_overlap(SQUARE, tuple((x + 10, y) for x, y in SQUARE))
