"""The SVG painter draws what the scene holds, in its order, and nothing else. Read back with lxml."""

import base64
import io
import re
from dataclasses import replace
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from pipeline.colour import Colour
from pipeline.document import Sheets
from pipeline.geometry import Close, Curve, Line, Move, Path, Point, Rect, Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Image, Link, Metadata, Outline, Role, Scene, Stroke, TextLine, walk
from pipeline.typeface import Face
from pipeline.writers import svg
from pipeline.writers.look import Look

SVG = "{http://www.w3.org/2000/svg}"
INK = Colour(0, 0, 0)
HOSTILE = ("<script>alert(1)</script>", "a & b", "]]>", "{{ x }}", "\"/><script x='", "'; --", "&lt;", "${x}", "a  b")
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

Read = Any  # an lxml element


def read(scene: Scene, metadata: Metadata, look: Look) -> Read:
    return etree.fromstring(svg.write(Sheets(metadata, (scene,)), look).data)


def points(path: Path) -> list[float]:
    found: list[float] = []
    for piece in path:
        match piece:
            case Move(to) | Line(to):
                found += (to.x, to.y)
            case Curve(one, two, to):
                found += (one.x, one.y, two.x, two.y, to.x, to.y)
            case Close():
                pass
    return found


def one_text(text: str) -> Scene:
    return Scene(Size(50, 10), (TextLine(text, Point(1, 5), Pt(8), INK),), "t", "d")


def test_primitives_are_those_of_the_scene_in_order(scene: Scene, metadata: Metadata, look: Look) -> None:
    drawn = list(read(scene, metadata, look).iter(f"{SVG}path", f"{SVG}text"))
    held = [item for item in walk(scene.items) if isinstance(item, Outline | TextLine)]
    assert len(drawn) == len(held)
    for element, item in zip(drawn, held, strict=True):
        if isinstance(item, TextLine):
            assert element.text == item.text
            assert float(element.get("x")) == pytest.approx(item.at.x, abs=0.005)
            assert float(element.get("y")) == pytest.approx(item.at.y, abs=0.005)
            assert float(element.get("font-size")) == pytest.approx(item.size * 25.4 / 72, abs=0.0005)
            assert element.get("fill") == item.colour.hex
            assert (element.get("font-weight") == "700") == (item.face is Face.BOLD)
            assert (element.get("font-style") == "italic") == (item.face is Face.ITALIC)
        else:
            numbers = [float(part) for part in re.findall(r"-?[0-9.]+", element.get("d"))]
            assert numbers == pytest.approx(points(item.path), abs=0.005)
            assert element.get("fill") == (item.fill.hex if item.fill else "none")
            assert element.get("stroke") == (item.stroke.colour.hex if item.stroke else None)
            if item.stroke:
                assert float(element.get("stroke-width")) == pytest.approx(item.stroke.width)
                dash = tuple(float(part) for part in (element.get("stroke-dasharray") or "").split())
                assert dash == item.stroke.dash


def test_size_is_exact_in_millimetres(scene: Scene, metadata: Metadata, look: Look) -> None:
    root = read(replace(scene, size=Size(420, 297)), metadata, look)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("420mm", "297mm", "0 0 420 297")


def test_steps_are_a_list_that_a_screen_reader_hears(scene: Scene, metadata: Metadata, look: Look) -> None:
    root = read(scene, metadata, look)
    assert root.get("role") == "graphics-document document"
    assert root.get("lang") == "sv-SE"
    (found,) = root.iterfind(f"{SVG}g[@role='list']")
    (step,) = found.iterfind(f"{SVG}g[@role='listitem']")
    assert found.get("aria-label") == "Karta"
    assert step.get("id") == "ss-kartlagg"
    assert step.findtext(f"{SVG}title") == "Steg 2: Kartlägg behov"
    titled, described = root.get("aria-labelledby"), root.get("aria-describedby")
    assert root.find(f"{SVG}title[@id='{titled}']").text == scene.title
    assert root.find(f"{SVG}desc[@id='{described}']").text == scene.description


def test_edges_and_decoration_are_hidden(metadata: Metadata, look: Look) -> None:
    items = tuple(Group(role, (TextLine("Ja", Point(1, 5), Pt(8), INK),)) for role in (Role.EDGES, Role.DECORATION))
    root = read(Scene(Size(9, 9), items, "t", "d"), metadata, look)
    assert [group.get("aria-hidden") for group in root.iterfind(f"{SVG}g")] == ["true", "true"]


def test_edges_with_a_name_are_heard(metadata: Metadata, look: Look) -> None:
    line = TextLine("A", Point(1, 5), Pt(8), INK)
    root = read(Scene(Size(9, 9), (Group(Role.EDGES, (line,), "Koppling"),), "t", "d"), metadata, look)
    (found,) = root.iterfind(f"{SVG}g")
    assert (found.get("role"), found.get("aria-label"), found.get("aria-hidden")) == ("group", "Koppling", None)


def test_links_lead_out_only_by_three_kinds_of_address(metadata: Metadata, look: Look) -> None:
    targets = (
        "https://a.se/?x=1&y=2",
        "http://a.se",
        "mailto:a@b.se",
        "#steg",
        "#borta",
        "javascript:alert(1)",
        "file:///etc/passwd",
    )
    items = tuple(Link(target, Rect(0, 0, 5, 5), one_text("x").items) for target in targets)
    root = read(Scene(Size(9, 9), (*items, Group(Role.STEP, (), "", "steg")), "t", "d"), metadata, look)
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == list(targets[:4])
    assert len(list(root.iter(f"{SVG}text"))) == 7  # what stands in a refused link is drawn all the same


def test_a_link_to_what_the_file_does_not_hold_leaves_no_trace(metadata: Metadata, look: Look) -> None:
    """The steps of a map lead to its text, which stands in the PDF only."""
    line = one_text("x").items
    linked, bare = (Group(Role.STEP, items, "Steg 1", "a") for items in ((Link("#b", Rect(0, 0, 5, 5), line),), line))
    drawn = [read(Scene(Size(9, 9), (step,), "t", "d"), metadata, look) for step in (linked, bare)]
    assert etree.tostring(drawn[0]) == etree.tostring(drawn[1])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_everywhere(text: str, metadata: Metadata, look: Look) -> None:
    line = one_text(text).items
    image = Image(PIXEL, Rect(0, 0, 1, 1), text)
    items = (
        Group(Role.STEP, line, text, text),
        Group(Role.MAP, (*line, image), text),
        Link(f"#{text}", Rect(0, 0, 1, 1), line),
    )
    root = read(Scene(Size(9, 9), items, text, text, "sv-SE"), replace(metadata, title=text, subject=text), look)
    assert {element.text for element in root.iter(f"{SVG}text")} == {text}
    assert root.findtext(f"{SVG}title") == text
    assert root.find(f".//{SVG}image").get("aria-label") == text
    assert root.find(f".//{SVG}a").get("href") == f"#{text}"
    assert not list(root.iter("{*}script"))


def test_ids_are_own_and_unique(metadata: Metadata, look: Look) -> None:
    items = tuple(Group(Role.STEP, (), "", name) for name in ("a b", "a/b", "scene-title", "1"))
    root = read(Scene(Size(9, 9), items, "t", "d"), metadata, look)
    ids = [group.get("id") for group in root.iterfind(f"{SVG}g")]
    assert ids == ["a-b", "a-b-2", "scene-title-2", "n-1"]


def test_fonts_hold_the_characters_used_of_the_faces_used(scene: Scene, metadata: Metadata, look: Look) -> None:
    css = read(scene, metadata, look).findtext(f"{SVG}style")
    rules = re.findall(r"font-weight:(\d+);font-style:(\w+);src:url\(data:font/woff2;base64,([^)]+)\)", css)
    found = {
        (weight, style): (TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap() or {}).keys()
        for weight, style, data in rules
    }
    assert found.keys() == {("400", "normal"), ("700", "normal"), ("400", "italic")}
    assert found["700", "normal"] == {ord("2")}
    assert found["400", "italic"] == {ord(char) for char in "om SIP behövs"}


def test_text_is_set_as_it_was_measured(scene: Scene, metadata: Metadata, look: Look) -> None:
    style = read(scene, metadata, look).get("style")
    assert "font-kerning:none" in style
    assert "font-variant-ligatures:none" in style


def test_numbers_have_two_decimals_at_most(metadata: Metadata, look: Look) -> None:
    path = (Move(Point(0.1 + 0.2, 1 / 3)), Line(Point(-0.001, 10.0)))
    outline = Outline(path, None, Stroke(INK, 0.1 + 0.2))
    (drawn,) = read(Scene(Size(9, 9), (outline,), "t", "d"), metadata, look).iter(f"{SVG}path")
    assert drawn.get("d") == "M0.3,0.33 L0,10"
    assert drawn.get("stroke-width") == "0.3"


def test_picture_is_inside_the_file(metadata: Metadata, look: Look) -> None:
    image = Image(PIXEL, Rect(1, 2, 3, 4), "En bild")
    found = read(Scene(Size(9, 9), (image,), "t", "d"), metadata, look).find(f"{SVG}image")
    assert [found.get(name) for name in ("x", "y", "width", "height")] == ["1", "2", "3", "4"]
    assert base64.b64decode(found.get("href").removeprefix("data:image/png;base64,")) == PIXEL


def test_metadata_is_dublin_core(scene: Scene, metadata: Metadata, look: Look) -> None:
    found = {
        element.tag.rpartition("}")[2]: element.text for element in read(scene, metadata, look).iter("{*}Description")
    }
    assert found.keys() == {"Description"}
    facts = {
        str(element.tag): element.text
        for element in read(scene, metadata, look).iter("{http://purl.org/dc/elements/1.1/}*")
    }
    plain = {tag.rpartition("}")[2]: text for tag, text in facts.items()}
    assert plain["title"] == metadata.title
    assert plain["date"] == "2026-11-21"
    assert plain["subject"] == "karta, utkast"
