"""The maps of the web page: arrow and map alone, every box and piece to be clicked, and maps on several sheets."""

from dataclasses import replace
from functools import cache

from pipeline.compose.brief import Brief
from pipeline.compose.web import placed
from pipeline.compose.web.maps import site_map
from pipeline.compose.web.notation import shapes, signs
from pipeline.document import SiteMap
from pipeline.geometry import Rect, Size, bounds, points_of
from pipeline.model import StepKind
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from pipeline.scene import Group, Link, Outline, Role, TextLine, walk
from pipeline.scene import texts as lines_of
from tests.support.real import real_programme, real_project

_CLOSE = 0.01  # mm


@cache
def brief() -> Brief:
    """Of the first actor, with the locks of the project, so that nothing is laid out anew."""
    page = brief_of(real_project(), next(one for one in planned(real_programme()) if one.format == "html"))
    return page.of_actor(real_programme().actors[0])


def maps(one: Brief) -> list[SiteMap]:
    return [site_map(one, sheet) for sheet in placed(one.map_of(one.subject))]


@cache
def small() -> Brief:
    """The same actor on a paper so small that the map takes several sheets."""
    return replace(brief(), paper=Size(210, 297), locks={})


@cache
def split() -> tuple[SiteMap, ...]:
    return tuple(maps(small()))


def links(drawn: SiteMap) -> list[Link]:
    return [item for item in walk(drawn.figure.scene.items) if isinstance(item, Link)]


def holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x - _CLOSE <= inner.x
        and outer.y - _CLOSE <= inner.y
        and inner.right <= outer.right + _CLOSE
        and inner.bottom <= outer.bottom + _CLOSE
    )


def test_nothing_but_the_arrow_and_the_map_is_drawn() -> None:
    (drawn,) = maps(brief())
    scene = drawn.figure.scene
    roles = {item.role for item in walk(scene.items) if isinstance(item, Group)}
    assert {Role.ARROW, Role.MAP, Role.LANE} <= roles
    assert roles.isdisjoint({Role.TITLE, Role.ABOUT, Role.LEGEND, Role.STAMP, Role.SHEET})
    assert brief().wording.stamp.draft not in lines_of(scene)


def test_the_drawing_is_inside_its_page_and_fills_it() -> None:
    (drawn,) = maps(brief())
    scene = drawn.figure.scene
    page = Rect(0, 0, scene.size.width, scene.size.height)
    inked = [bounds(points_of(item.path)) for item in walk(scene.items) if isinstance(item, Outline)]
    assert all(holds(page, rect) for rect in inked)
    # Less than the height of two lines of text is left free on any side.
    free = 2 * drawn.text.mm
    assert min(rect.x for rect in inked) < free
    assert min(rect.y for rect in inked) < free
    assert max(rect.right for rect in inked) > page.right - free
    assert max(rect.bottom for rect in inked) > page.bottom - 2 * free


def test_what_is_clicked_holds_the_words_that_it_leads_by() -> None:
    (drawn,) = maps(brief())
    for link in links(drawn):
        words = [item for item in walk(link.items) if isinstance(item, TextLine)]
        assert words
        assert all(link.rect.x <= line.at.x <= line.at.x + line.width <= link.rect.right + _CLOSE for line in words)
        assert all(link.rect.y <= line.at.y <= link.rect.bottom for line in words)


def test_boxes_come_in_reading_order_and_say_their_kind() -> None:
    (drawn,) = maps(brief())
    boxes = [item for item in walk(drawn.figure.scene.items) if isinstance(item, Group) and item.role is Role.STEP]
    assert [box.name for box in boxes] == [step.name_id for step in brief().subject.steps]
    for box, step in zip(boxes, brief().subject.steps, strict=True):
        assert brief().programme.meaning(step.kind).name in box.label


def test_the_size_of_the_text_is_that_of_the_boxes() -> None:
    (drawn,) = maps(brief())
    boxes = [item for item in walk(drawn.figure.scene.items) if isinstance(item, Group) and item.role is Role.STEP]
    sizes = {item.size for box in boxes for item in walk(box.items) if isinstance(item, TextLine)}
    assert drawn.text in sizes


def test_a_map_on_several_sheets_has_each_step_and_each_phase_once() -> None:
    assert len(split()) > 1
    targets = [link.target for drawn in split() for link in links(drawn)]
    actor = brief().subject
    steps = [f"#{step.name_id}" for step in actor.steps]
    phases = [f"#aktor--{actor.name_id}--fas-{phase.number}" for phase in brief().phases()]
    assert sorted(targets) == sorted((*steps, *phases))


def test_each_sheet_says_which_it_is() -> None:
    titles = [drawn.figure.scene.title for drawn in split()]
    assert len(set(titles)) == len(titles)
    assert all(f"blad {number} av {len(titles)}" in title for number, title in enumerate(titles, 1))
    (whole,) = maps(brief())
    assert "blad" not in whole.figure.scene.title


def test_signs_are_those_of_every_sheet_and_tell_of_no_single_one() -> None:
    drawn = placed(small().map_of(small().subject))
    assert any(sheet.sheet.signs for sheet in drawn)
    said = [sign.text for sign in signs(small(), drawn)]
    assert brief().wording.legend.flow in said
    assert not [text for text in said if "blad" in text]


def test_every_kind_of_step_has_its_shape_in_each_phase() -> None:
    made = shapes(brief())
    assert [shape.key for shape in made] == [kind.value for kind in StepKind]
    for shape in made:
        assert len(shape.icons) == len(brief().phases())
        for phase, icon in zip(brief().phases(), shape.icons, strict=True):
            fills = {item.fill for item in walk(icon.items) if isinstance(item, Outline)}
            assert brief().theme.colours(phase.number).fill in fills
