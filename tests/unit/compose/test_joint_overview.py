"""All steps on one drawing: each box once in its phase's band and its actor's column, and none on another."""

from collections import Counter
from dataclasses import replace

import pytest

from pipeline.compose.joint_overview import MOST_ACTORS, joint_overview
from pipeline.document import Figure
from pipeline.geometry import Rect
from pipeline.scene import Group, Link, Role, TextLine, walk
from tests.support.real import brief_for, real_programme

A4_ROOM = 245.0  # mm
LEAST = 8.0  # pt, the least that maps in the hand have
BRIEF = replace(brief_for("handout", "stockholms-stad"), actor=None)


def _boxes(figure: Figure) -> dict[str, Rect]:
    """Where the boxes are, by the steps that they lead to."""
    links = [item for item in walk(figure.scene.items) if isinstance(item, Link)]
    assert len({link.target for link in links}) == len(links)
    return {link.target.removeprefix("#"): link.rect for link in links}


def _pieces(figure: Figure) -> list[Group]:
    return [item for item in walk(figure.scene.items) if isinstance(item, Group) and item.role is Role.PHASE]


def test_every_step_of_every_actor_has_one_box():
    found = Counter(step for figure in joint_overview(BRIEF, A4_ROOM) for step in _boxes(figure))
    assert found == Counter(step.name_id for _, step in real_programme().steps())


def test_no_box_lies_on_another_or_reaches_out_of_the_drawing():
    for figure in joint_overview(BRIEF, A4_ROOM):
        boxes = list(_boxes(figure).values())
        for number, one in enumerate(boxes):
            assert one.x >= 0
            assert one.right <= figure.scene.size.width
            assert one.bottom <= figure.scene.size.height
            assert not any(_overlap(one, other) for other in boxes[number + 1 :])


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_steps_of_one_phase_are_above_those_of_the_next_and_actors_side_by_side():
    (figure,) = joint_overview(BRIEF, A4_ROOM)
    boxes, programme = _boxes(figure), real_programme()
    for earlier, later in zip(programme.phases, programme.phases[1:], strict=False):
        above = [boxes[s.name_id].bottom for _, s in programme.steps() if s.phase == earlier.number]
        below = [boxes[s.name_id].y for _, s in programme.steps() if s.phase == later.number]
        assert max(above) < min(below)
    columns = [{round(boxes[step.name_id].x, 3) for step in actor.steps} for actor in programme.actors]
    assert [len(column) for column in columns] == [1] * len(programme.actors)
    assert sorted(columns, key=min) == columns


def _smallest(figure: Figure) -> float:
    return min(item.size for item in walk(figure.scene.items) if isinstance(item, TextLine))


def test_text_is_as_large_as_one_page_allows_and_never_too_small():
    whole = tuple(joint_overview(BRIEF, A4_ROOM))
    assert len(whole) == 1
    assert LEAST < _smallest(whole[0]) <= BRIEF.sheet.step
    for figure in joint_overview(BRIEF, 120.0):
        assert _smallest(figure) == LEAST


@pytest.mark.parametrize("room", [60.0, 120.0, A4_ROOM])
def test_what_is_too_high_is_parted_between_phases(room):
    figures = tuple(joint_overview(BRIEF, room))
    shown = sum(len(_pieces(figure)) for figure in figures)
    assert shown == len(real_programme().phases)
    for figure in figures:
        assert figure.scene.size.height <= room + 1 or len(_pieces(figure)) == 1


def test_more_actors_than_fit_side_by_side_get_a_drawing_of_their_own():
    actors = (*real_programme().actors, real_programme().actors[0].model_copy(update={"name_id": "femte"}))
    assert len(actors) == MOST_ACTORS + 1
    brief = replace(BRIEF, programme=replace(real_programme(), actors=actors))
    assert len(tuple(joint_overview(brief, A4_ROOM))) == 2
