"""The PDF painter draws what the scene holds, where it stands. Content streams are read back with pikepdf."""

import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pikepdf
import pytest

from pipeline.document import Sheets
from pipeline.geometry import Close, Curve, Line, Move, Point, Rect, Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Link, Metadata, Outline, Role, Scene, TextLine, walk
from pipeline.writers import pdf
from pipeline.writers.look import Look

MM = 72 / 25.4


def opened(content: Sheets, look: Look) -> pikepdf.Pdf:
    return pikepdf.Pdf.open(io.BytesIO(pdf.write(content, look).data))


def operations(page: pikepdf.Page) -> Iterator[tuple[str, list[Any]]]:
    for instruction in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(instruction.operands)
        plain = [float(value) if isinstance(value, Decimal | int) else value for value in operands]
        yield str(instruction.operator), plain


def drawn(page: pikepdf.Page) -> Iterator[tuple[str, list[float]]]:
    """Each path with its numbers, and each line of text with its size and place; in points."""
    numbers: list[float] = []
    size = 0.0
    place: list[float] = []
    for operator, operands in operations(page):
        if operator in ("m", "l", "c"):
            numbers += operands
        elif operator in ("f", "S", "B"):
            yield operator, numbers
            numbers = []
        elif operator == "Tf":
            size = operands[1]
        elif operator == "Tm":
            place = operands[4:]
        elif operator == "Tj":
            yield "Tj", [size, *place]


def expected(scene: Scene) -> Iterator[tuple[str, list[float]]]:
    for item in walk(scene.items):
        if isinstance(item, TextLine):
            yield "Tj", [item.size, *_at(item.at, scene)]
        elif isinstance(item, Outline):
            operator = "B" if item.fill and item.stroke else "f" if item.fill else "S"
            yield operator, [value for point in _points(item) for value in _at(point, scene)]


def _points(outline: Outline) -> Iterator[Point]:
    for piece in outline.path:
        match piece:
            case Move(to) | Line(to):
                yield to
            case Curve(one, two, to):
                yield from (one, two, to)
            case Close():
                pass


def _at(point: Point, scene: Scene) -> tuple[float, float]:
    return point.x * MM, (scene.size.height - point.y) * MM


def test_primitives_are_those_of_the_scene_in_order(scene: Scene, metadata: Metadata, look: Look) -> None:
    with opened(Sheets(metadata, (scene,)), look) as found:
        read, held = list(drawn(found.pages[0])), list(expected(scene))
    assert [operator for operator, _ in read] == [operator for operator, _ in held]
    for (_, numbers), (_, wanted) in zip(read, held, strict=True):
        assert numbers == pytest.approx(wanted, abs=0.002)


def test_every_page_has_the_size_of_its_scene(scene: Scene, metadata: Metadata, look: Look) -> None:
    sizes = [Size(841, 594), Size(420, 297), Size(210, 297)]
    sheets = Sheets(metadata, tuple(replace(scene, size=size) for size in sizes))
    written = pdf.write(sheets, look)
    assert written.pages == 3
    with pikepdf.Pdf.open(io.BytesIO(written.data)) as found:
        for page, size in zip(found.pages, sizes, strict=True):
            assert [float(value) for value in page.mediabox] == pytest.approx(
                [0, 0, size.width * MM, size.height * MM], abs=0.001
            )


def test_dash_and_round_joins(scene: Scene, metadata: Metadata, look: Look) -> None:
    with opened(Sheets(metadata, (scene,)), look) as found:
        read = list(operations(found.pages[0]))
    dashes = [[float(part) for part in operands[0]] for operator, operands in read if operator == "d"]
    assert [pytest.approx([2.5 * MM, 1.4 * MM], abs=0.002)] == [dash for dash in dashes if dash]
    assert ("j", [1.0]) in read


def test_links_lead_where_the_scene_says(scene: Scene, metadata: Metadata, look: Look) -> None:
    words = (TextLine("x", Point(1, 5), Pt(8), scene_ink(scene)),)
    links = tuple(
        Link(target, Rect(10, 20, 30, 5), words)
        for target in ("https://x.se/å", "mailto:a@b.se", "#annat", "#saknas", "javascript:x", "file:///x")
    )
    second = Scene(Size(50, 50), (Group(Role.STEP, words, "", "annat"),), "t", "d")
    with opened(Sheets(metadata, (Scene(Size(50, 50), links, "t", "d"), second)), look) as found:
        notes: list[Any] = list(found.pages[0].obj.get("/Annots", ()))
        assert [str(note["/A"]["/URI"]) for note in notes if "/A" in note] == ["https://x.se/%C3%A5", "mailto:a@b.se"]
        (inside,) = (note for note in notes if "/Dest" in note)
        assert inside["/Dest"][0].objgen == found.pages[1].obj.objgen
        wanted = [10 * MM, 25 * MM, 40 * MM, 30 * MM]  # y from below, the page is 50 mm high
        assert [float(value) for value in inside["/Rect"]] == pytest.approx(wanted, abs=0.01)
        assert all([int(value) for value in note["/Border"]] == [0, 0, 0] for note in notes)


def scene_ink(scene: Scene) -> Any:
    return next(item.colour for item in walk(scene.items) if isinstance(item, TextLine))
