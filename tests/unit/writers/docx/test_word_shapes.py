"""The map as shapes: every step, arrow and word of the scene, where the scene has it, ready to be written over."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from pipeline.compose import COMPOSERS
from pipeline.document import Document, Figure, walk
from pipeline.geometry import Point, Rect, bounds, line, points_of, rounded_rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Image, Item, Outline, Role, Scene, Stroke, TextLine
from pipeline.scene import walk as items_of
from pipeline.shapes import SHAPES
from pipeline.typeface import Face
from pipeline.writers import docx as word
from pipeline.writers.docx.check import findings
from pipeline.writers.docx.figures import is_map
from pipeline.writers.docx.forms import form_of
from pipeline.writers.docx.ooxml import choice
from pipeline.writers.look import Look
from tests.support.real import brief_for, look_of
from tests.unit.writers.conftest import APRICOT, INK
from tests.unit.writers.docx.word_file import WP, Element, W, WordFile

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
EMU = 36_000
NEAR = 0.5  # mm
# A short map and one with loops and couplings; all four are converted and looked at before a release.
ACTORS = ["arbetsformedlingen", "stockholms-stad"]


@cache
def handout(actor: str) -> tuple[Document, Look, Scene]:
    """A handout of the project, its look with native maps, and the scene of its map."""
    brief = brief_for("handout", actor)
    document = COMPOSERS["handout"].compose(brief)
    assert isinstance(document, Document)
    (scene,) = [block.scene for block in walk(document.blocks) if isinstance(block, Figure) and is_map(block.scene)]
    return document, replace(look_of(brief), native_maps=True), scene


@cache
def native_file(actor: str) -> WordFile:
    document, look, _ = handout(actor)
    return WordFile(word.write(document, look).data)


@pytest.fixture(params=ACTORS)
def made(request: pytest.FixtureRequest, painter: object) -> tuple[WordFile, Scene]:
    return native_file(request.param), handout(request.param)[2]


@cache
def native(file: WordFile) -> Element:
    (found,) = file.body.iter(f"{MC}Choice")
    return found


@cache
def scale_of(file: WordFile, scene: Scene) -> float:
    (extent,) = native(file).iter(f"{WP}extent")
    return int(extent.get("cx", "0")) / EMU / scene.size.width


def place(element: Element, file: WordFile, scene: Scene) -> Rect:
    """Where a shape or group is on the drawing, mm."""
    frame = next(element.iter(f"{A}xfrm"))
    off, ext = frame[0], frame[1]
    numbers = [int(side.get(key, "")) for side, key in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))]
    return Rect(*(number / EMU / scale_of(file, scene) for number in numbers))


def near(one: Rect, other: Rect) -> bool:
    pairs = ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
    return all(abs(mine - yours) < NEAR for mine, yours in pairs)


def lines_in(element: Element) -> list[str]:
    """The lines of the paragraphs of a shape or group."""
    found = []
    for paragraph in element.iter(f"{W}p"):
        found.append("")
        for part in paragraph.iter(f"{W}t", f"{W}br"):
            if part.tag == f"{W}br":
                found.append("")
            else:
                found[-1] += part.text or ""
    return found


def steps_of(scene: Scene) -> list[Group]:
    return [item for item in items_of(scene.items) if isinstance(item, Group) and item.role is Role.STEP]


def groups_of(file: WordFile) -> Iterator[tuple[str, Element]]:
    for group in native(file).iter(f"{WPG}grpSp"):
        yield group[0].get("descr", ""), group


def outlines(items: tuple[Item, ...]) -> list[Outline]:
    return [item for item in items_of(items) if isinstance(item, Outline)]


def texts(items: tuple[Item, ...]) -> list[str]:
    return [item.text for item in items_of(items) if isinstance(item, TextLine)]


def test_every_step_is_a_group_with_its_words_in_order(made: tuple[WordFile, Scene]) -> None:
    file, scene = made
    steps = steps_of(scene)
    found = [(said, group) for said, group in groups_of(file) if said in {step.label for step in steps}]
    assert [said for said, _ in found] == [step.label for step in steps]
    for step, (_, group) in zip(steps, found, strict=True):
        assert sorted(lines_in(group)) == sorted(texts(step.items))
        assert near(place(group, file, scene), bounds(p for o in outlines(step.items) for p in points_of(o.path)))


def test_the_title_of_a_step_is_one_paragraph_in_the_steps_own_shape(made: tuple[WordFile, Scene]) -> None:
    file, scene = made
    groups = dict(groups_of(file))
    for step in steps_of(scene):
        body = groups[step.label].find(f"{WPS}wsp")
        assert body is not None
        lines = [item for item in items_of(step.items) if isinstance(item, TextLine)]
        # All else in a box is bold.
        title = [one.text for one in lines if one.face is Face.REGULAR]
        assert len(list(body.iter(f"{W}p"))) == 1
        assert lines_in(body) == title
        assert groups[step.label][0].get("name") == " ".join(title)
        assert near(place(body, file, scene), bounds(points_of(outlines(step.items)[0].path)))
        (fill,) = body.findall(f"{WPS}spPr/{A}solidFill/{A}srgbClr")
        assert f"#{fill.get('val')}" == outlines(step.items)[0].fill.hex


def test_a_title_begins_where_the_scene_has_it_and_has_its_room(made: tuple[WordFile, Scene]) -> None:
    file, scene = made
    groups, scale = dict(groups_of(file)), scale_of(file, scene)
    for step in steps_of(scene):
        body = groups[step.label].find(f"{WPS}wsp")
        title = [one for one in items_of(step.items) if isinstance(one, TextLine) and one.face is Face.REGULAR]
        insets = body.find(f"{WPS}bodyPr")
        shape = form_of(outlines(step.items)[0].path)
        # Word sets text in the shape's own rectangle; a path of ours has the whole.
        preset = body.find(f"{WPS}spPr/{A}prstGeom")
        room = shape.text if preset is not None else bounds(points_of(outlines(step.items)[0].path))
        left = room.x + int(insets.get("lIns")) / EMU / scale
        assert abs(left - title[0].at.x) < NEAR
        assert left + max(one.width for one in title) <= room.right + 0.01
        top, bottom = (int(insets.get(key)) / EMU / scale for key in ("tIns", "bIns"))
        middle = (room.y + top + room.bottom - bottom) / 2
        capitals = (title[0].at.y + title[-1].at.y) / 2 - title[0].size.mm * 0.34
        assert abs(middle - capitals) < NEAR


def test_every_outline_of_the_scene_is_a_shape_at_its_place(made: tuple[WordFile, Scene]) -> None:
    file, scene = made
    drawn = [
        (place(shape, file, scene), shape)
        for shape in native(file).iter(f"{WPS}wsp")
        if shape.find(f"{WPS}cNvSpPr").get("txBox") is None
    ]
    wanted = [bounds(points_of(outline.path)) for outline in outlines(scene.items)]
    assert len(drawn) == len(wanted)
    assert all(near(found, rect) for (found, _), rect in zip(drawn, wanted, strict=True))


def test_every_edge_is_there_with_its_head_and_its_dashes(made: tuple[WordFile, Scene]) -> None:
    file, scene = made
    edges = [item for item in items_of(scene.items) if isinstance(item, Group) and item.role is Role.EDGES]
    inside = outlines(tuple(edges))
    heads = sum(outline.fill is not None for outline in inside)
    assert heads > 10
    arrows = [group for _, group in groups_of(file) if group[0].get("name", "").startswith("Arrow")]
    assert len(arrows) == heads
    assert all(len(group.findall(f"{WPS}wsp")) == 2 for group in arrows)
    dashes = [outline.stroke.dash for outline in inside if outline.stroke and outline.stroke.dash]
    assert len(list(native(file).iter(f"{A}custDash"))) == len(dashes)


def test_every_word_of_the_scene_is_there_once(made: tuple[WordFile, Scene]) -> None:
    file, scene = made
    assert sorted(lines_in(native(file))) == sorted(texts(scene.items))


def test_ids_are_unique_and_the_picture_is_the_fallback(made: tuple[WordFile, Scene]) -> None:
    file, _ = made
    names = {f"{WP}docPr", f"{WPS}cNvPr", f"{WPG}cNvPr"}
    ids = [element.get("id") for element in file.body.iter(*names)]
    assert len(ids) == len(set(ids))
    (fallback,) = file.body.iter(f"{MC}Fallback")
    (blip,) = fallback.iter(f"{A}blip")
    assert blip is not None
    said = [one.get("descr") for part in (native(file), fallback) for one in part.iter(f"{WP}docPr")]
    assert said[0] == said[1] != ""
    assert findings(file.data) == ()


def test_a_prefix_that_is_asked_for_is_known_there(made: tuple[WordFile, Scene]) -> None:
    found = native(made[0])
    assert found.nsmap[found.get("Requires")] == WPG.strip("{}")
    # Also in a file that declares nothing above.
    assert choice("wpg").nsmap["wpg"] == WPG.strip("{}")


def test_the_same_bytes_twice(painter: object) -> None:
    document, look, _ = handout(ACTORS[0])
    assert word.write(document, look).data == native_file(ACTORS[0]).data


def test_without_the_variant_a_map_is_a_picture(painter: object) -> None:
    document, look, _ = handout(ACTORS[0])
    assert not list(WordFile(word.write(document, replace(look, native_maps=False)).data).body.iter(f"{WPS}wsp"))


NATIVE_NAMES = {"pill": "roundRect", "rectangle": "roundRect", "hexagon": "hexagon", "signpost": "homePlate"}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("rect", [Rect(3, 4, 40, 14), Rect(0, 0, 60, 12)])
def test_a_silhouette_is_one_of_words_own(name: str, rect: Rect) -> None:
    form = form_of(SHAPES[name].outline(rect, 3.35))
    assert form.name == NATIVE_NAMES[name]
    assert form.text.width <= rect.width
    # In Word's formulas an adjust value counts 100 000ths of the shorter side.
    first = points_of(SHAPES[name].outline(rect, 3.35))
    depth = {"hexagon": first[1].x - rect.x, "signpost": rect.right - first[1].x}.get(name, first[0].x - rect.x)
    assert dict(form.adjusted)["adj"] == round(depth / rect.height * 100_000)


def step(*items: Outline | TextLine) -> Scene:
    return Scene(handout(ACTORS[0])[2].size, (Group(Role.STEP, items, "Steg", "a"),), "Karta", "")


def made_of(scene: Scene, document_of: Callable[..., Document], look: Look) -> Element:
    file = WordFile(word.write(document_of(Figure(scene, "Karta")), replace(look, native_maps=True)).data)
    return native(file)


def test_words_that_find_no_room_in_a_shape_stand_alone(document_of: Callable[..., Document], look: Look) -> None:
    small = Outline(rounded_rect(Rect(10, 10, 20, 3), 0), APRICOT)
    words = TextLine("Hög text", Point(11, 13), Pt(12), INK, width=17.0)
    body, alone = made_of(step(small, words), document_of, look).iter(f"{WPS}wsp")
    assert lines_in(body) == []
    assert lines_in(alone) == ["Hög text"]
    assert alone.find(f"{WPS}cNvSpPr").get("txBox") == "1"


def test_a_straight_line_has_no_height(document_of: Callable[..., Document], look: Look) -> None:
    flat = Outline(line(Point(10, 10), Point(30, 10)), None, Stroke(INK, 0.5))
    (shape,) = made_of(step(flat), document_of, look).iter(f"{WPS}wsp")
    assert shape.find(f"{WPS}spPr/{A}prstGeom").get("prst") == "line"
    assert next(shape.iter(f"{A}ext")).get("cy") == "0"


def test_a_map_with_a_photograph_stays_a_picture(document_of: Callable[..., Document], look: Look) -> None:
    photo = Group(Role.STEP, (Image(b"", Rect(0, 0, 5, 5), "Foto"),), "Steg", "a")
    scene = Scene(handout(ACTORS[0])[2].size, (photo,), "Karta", "")
    file = WordFile(word.write(document_of(Figure(scene, "Karta")), replace(look, native_maps=True)).data)
    assert not list(file.body.iter(f"{MC}AlternateContent"))
