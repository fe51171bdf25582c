"""The canvas: everything painted is marked, no mark is empty or crosses a saved state, artifacts stay artifacts."""

import io

import pikepdf
import pytest

from pipeline.typesetting import Family
from pipeline.writers.pdf.canvas import TaggedCanvas, Unmarked
from pipeline.writers.pdf.engine import font_names
from pipeline.writers.pdf.structure import DECORATION, HEADER, Mark, Node, Pressed


@pytest.fixture
def canvas(family: Family) -> TaggedCanvas:
    made = TaggedCanvas(font_names(family))
    made.setFont(next(iter(font_names(family).values())), 10)
    return made


def code(canvas: TaggedCanvas) -> list[str]:
    """The operators of the first page; of a mark also its tag and number."""
    canvas.save()
    with pikepdf.Pdf.open(io.BytesIO(canvas.target.getvalue())) as pdf:
        return [_said(step) for step in pikepdf.parse_content_stream(pdf.pages[0])]


def _said(step: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage) -> str:
    name = str(step.operator)
    if name not in ("BDC", "BMC"):
        return name
    tag, *properties = (step.operands[0], *list(step.operands)[1:])
    numbers = [str(one["/MCID"]) for one in properties if "/MCID" in one]
    return " ".join((name, str(tag), *numbers))


def marks(canvas: TaggedCanvas) -> list[str]:
    return [one for one in code(canvas) if one.startswith(("BDC", "BMC", "EMC", "q", "Q", "Tj", "S"))]


def test_painting_outside_every_mark_is_refused(canvas: TaggedCanvas) -> None:
    for paint in (
        lambda: canvas.drawString(0, 0, "x"),
        lambda: canvas.line(0, 0, 1, 1),
        lambda: canvas.rect(0, 0, 1, 1),
        lambda: canvas.circle(0, 0, 1),
        lambda: canvas.drawPath(canvas.beginPath()),
    ):
        with pytest.raises(Unmarked):
            paint()


def test_a_mark_begins_when_something_is_painted(canvas: TaggedCanvas) -> None:
    paragraph = Node("P")
    with canvas.inside(paragraph):
        canvas.setLineWidth(1)
        with canvas.inside(Node("Span")):
            pass
        canvas.drawString(0, 0, "x")
        canvas.drawString(0, 9, "y")
    assert marks(canvas) == ["BDC /P 0", "Tj", "Tj", "EMC"]
    assert paragraph.kids == [Mark(0, 0)]


def test_a_mark_ends_before_a_saved_state_begins_and_ends(canvas: TaggedCanvas) -> None:
    with canvas.inside(Node("P")):
        canvas.drawString(0, 0, "x")
        canvas.saveState()
        canvas.drawString(0, 0, "y")
        canvas.restoreState()
    assert marks(canvas) == ["BDC /P 0", "Tj", "EMC", "q", "BDC /P 1", "Tj", "EMC", "Q"]


def test_words_of_an_element_inside_another_stand_between_its_words(canvas: TaggedCanvas) -> None:
    paragraph = Node("P")
    link = paragraph.loose("Link")
    for node in (paragraph, link, paragraph):
        with canvas.inside(node):
            canvas.drawString(0, 0, "x")
    assert paragraph.kids == [Mark(0, 0), link, Mark(0, 2)]


def test_all_inside_an_artifact_is_part_of_it(canvas: TaggedCanvas) -> None:
    node = Node("P")
    with canvas.inside(HEADER), canvas.inside(node), canvas.inside(DECORATION):
        canvas.drawString(0, 0, "x")
        canvas.link(node, (0, 0, 1, 1), "https://x.se", "x")
    assert marks(canvas) == ["BDC /Artifact", "Tj", "EMC"]
    assert node.kids == []


def test_a_link_is_pressed_where_it_was_drawn(canvas: TaggedCanvas) -> None:
    link = Node("Link")
    canvas.link(link, (0, 0, 1, 1), "https://x.se", "x")
    canvas.link(link, (0, 9, 1, 10), "https://x.se", "x")
    canvas.showPage()
    canvas.link(link, (0, 0, 1, 1), "https://x.se", "x")
    assert link.kids == [Pressed(0, 0, "x"), Pressed(0, 1, "x"), Pressed(1, 0, "x")]


def test_what_waited_is_drawn_on_its_page_with_marks_of_its_own(canvas: TaggedCanvas) -> None:
    node = Node("P")

    def draw(late: TaggedCanvas) -> None:
        with late.inside(node):
            late.drawString(0, 0, "2")

    with canvas.inside(node):
        canvas.drawString(0, 0, "x")
    canvas.later(draw)
    canvas.showPage()
    with canvas.inside(node):
        canvas.drawString(0, 0, "y")
    canvas.showPage()
    assert marks(canvas) == ["BDC /P 0", "Tj", "EMC", "q", "BDC /P 1", "Tj", "EMC", "Q"]
    assert node.kids == [Mark(0, 0), Mark(1, 0), Mark(0, 1)]
    assert [len(page) for page in canvas.pages] == [2, 1]
