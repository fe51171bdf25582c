"""Pictures of lines for Office: nothing but paths, in the right places, and small."""

import re

import pytest
from lxml import etree

from pipeline.compose import COMPOSERS
from pipeline.document import Document, Figure, walk
from pipeline.geometry import Curve, Line, Move, Path, Point, Rect, Size, circle
from pipeline.lengths import Pt
from pipeline.scene import Image, Link, Outline, Scene, Stroke, TextLine
from pipeline.scene import walk as items_of
from pipeline.typesetting import Family
from pipeline.writers.docx.figures import is_map
from pipeline.writers.vector import VectorPainter, can_outline
from tests.support.real import brief_for
from tests.unit.writers.conftest import APRICOT, INK

SVG = "{http://www.w3.org/2000/svg}"
ATTRIBUTES = {"d", "fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray"}


def paths(family: Family, *items) -> list[etree._Element]:
    root = etree.fromstring(VectorPainter(family).svg(Scene(Size(50, 40), items, "T", "")))
    assert (root.get("width"), root.get("viewBox")) == ("50mm", "0 0 5000 4000")
    return list(root)


def points(d: str) -> list[tuple[int, int]]:
    """The ends of a path's pieces, by a reader of our own for M, m, l, c, q and z."""
    here = start = (0, 0)
    found = []
    for command, text in re.findall(r"([MmlcqzZ])([^MmlcqzZ]*)", d):
        numbers = [int(number) for number in re.findall(r"-?\d+", text)]
        if command in "zZ":
            here = start
            continue
        x, y = numbers[-2:]
        here = (x, y) if command == "M" else (here[0] + x, here[1] + y)
        start = here if command in "Mm" else start
        found.append(here)
    return found


def test_a_picture_holds_paths_and_nothing_else(family: Family, scene: Scene) -> None:
    root = etree.fromstring(VectorPainter(family).svg(scene))
    assert {element.tag for element in root} == {f"{SVG}path"}
    assert {name for element in root for name in element.attrib} <= ATTRIBUTES
    drawn = [item for item in items_of(scene.items) if isinstance(item, Outline | TextLine)]
    assert len(root) == len(drawn)


def test_an_outline_keeps_its_places_to_a_hundredth(family: Family) -> None:
    path = (Move(Point(1.234, 2)), Line(Point(3, 4.567)), Curve(Point(4, 4), Point(5, 5), Point(6.006, 5)))
    (found,) = paths(family, Outline(path, APRICOT, Stroke(INK, 0.35, (2.5, 1.4))))
    assert points(found.get("d"))[1:] == [(123, 200), (300, 457), (601, 500)]
    assert found.get("stroke-width") == "35"
    assert found.get("stroke-dasharray") == "250 140"


def test_rounding_does_not_add_up(family: Family) -> None:
    path: Path = (Move(Point(0, 0)), *(Line(Point(n * 0.104, 0)) for n in range(1, 301)))
    (found,) = paths(family, Outline(path, None, Stroke(INK, 0.3)))
    assert points(found.get("d"))[-1] == (3120, 0)


def test_letters_stand_at_the_widths_that_they_were_measured_with(family: Family) -> None:
    (one, three) = paths(family, TextLine("l", Point(5, 9), Pt(10), INK), TextLine("lll", Point(5, 9), Pt(10), INK))
    step = family.width("l", Pt(10)) * 100
    starts = [int(found) for found in re.findall(r"M(-?\d+) 900", three.get("d"))]
    assert starts == [round(500 + n * step) for n in range(3)]
    assert three.get("d").startswith(one.get("d"))


def test_a_letter_is_as_large_as_its_type(family: Family) -> None:
    (found,) = paths(family, TextLine("H", Point(5, 9), Pt(36), INK))
    heights = [y for _, y in points(found.get("d"))[1:]]
    assert max(heights) - min(heights) == pytest.approx(family.cap_height(Pt(36)) * 100, abs=2)
    assert max(heights) == 900


def test_words_in_links_are_drawn_and_a_round_form_stays_round(family: Family) -> None:
    link = Link("https://example.org", Rect(0, 0, 9, 9), (TextLine("Läs", Point(1, 5), Pt(9), INK),))
    letters, disc = paths(family, link, Outline(circle(Point(20, 20), 5), INK))
    assert letters.get("d").count("M") == 3
    assert disc.get("d").count("c") == 4  # not squeezed into quadratic pieces


def test_a_photograph_is_no_drawing(family: Family) -> None:
    scene = Scene(Size(9, 9), (Image(b"", Rect(0, 0, 9, 9), "Foto"),), "T", "")
    assert not can_outline(scene)
    with pytest.raises(ValueError, match="Foto"):
        VectorPainter(family).svg(scene)


def test_a_painter_that_has_drawn_before_writes_the_same(family: Family, scene: Scene) -> None:
    painter = VectorPainter(family)
    assert painter.svg(scene) == painter.svg(scene) == VectorPainter(family).svg(scene)


def test_the_real_figures_are_small() -> None:
    brief = brief_for("handout", "stockholms-stad")
    document = COMPOSERS["handout"].compose(brief)
    assert isinstance(document, Document)
    figures = [block.scene for block in walk(document.blocks) if isinstance(block, Figure)]
    painter = VectorPainter(brief.family)
    (size,) = [len(painter.svg(scene)) for scene in figures if is_map(scene)]
    assert size < 300_000
    assert sum(len(painter.svg(scene)) < 40_000 for scene in figures) >= len(figures) - 2  # the map and the legend
