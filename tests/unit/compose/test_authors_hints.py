"""What authors wish about their maps reaches the drawing, and gives way before a map is refused."""

from dataclasses import replace

import pytest

from pipeline.compose.actor_map import cards_of
from pipeline.compose.map_sheets import Ground, placed_sheets
from pipeline.geometry import Size
from tests.support.real import brief_for

BRIEF = brief_for("karta", "forsakringskassan")
STEPS = [step.name_id for step in BRIEF.actor.steps]
ROOM = Size(396, 175)


def placed(hints, room=ROOM, portrait=False):
    """The map with hints on some of its steps."""
    steps = tuple(step.model_copy(update=hints.get(step.name_id, {})) for step in BRIEF.actor.steps)
    brief = replace(BRIEF, actor=BRIEF.actor.model_copy(update={"steps": steps}))
    (found,) = placed_sheets(brief, cards_of(brief), lambda _: Ground(room, (), portrait))
    return found


def row(of, step):
    """The row of a step from the top, among those that steps stand in."""
    rows = sorted({seat.row for _, seat in of.drawing.hold.seats})
    return rows.index(of.drawing.hold.by_name[step].row) + 1


def test_hints_are_followed():
    plain = placed({})
    low = max(STEPS, key=lambda step: row(plain, step))
    other = next(step for step in STEPS if row(plain, step) not in (1, row(plain, low)))
    found = placed({low: {"row": 1}, other: {"same_row_as": low}})
    assert row(found, low) == row(found, other) == 1


def test_on_upright_paper_a_row_is_a_column():
    room, wished = Size(139, 235), {STEPS[3]: {"row": 2}, STEPS[5]: {"same_row_as": STEPS[3]}}
    boxes = placed(wished, room, portrait=True).drawing.boxes
    assert boxes[STEPS[3]].centre.x == pytest.approx(boxes[STEPS[5]].centre.x, abs=0.01)
    assert min(box.centre.x for box in boxes.values()) < boxes[STEPS[3]].centre.x


def test_hints_that_contradict_leave_the_map_as_it_is():
    late = BRIEF.actor.steps[-1]
    hints = {STEPS[0]: {"after": late.name_id, "same_row_as": "no-such-step", "row": 99}}
    assert placed(hints).drawing == placed({}).drawing


def test_hints_give_way_before_a_map_is_split():
    """Every step in the row of the first of its phase: far too wide for this room, which the map alone just fits."""
    first = {step.phase: step.name_id for step in reversed(BRIEF.actor.steps)}
    others = [step for step in BRIEF.actor.steps if step.name_id != first[step.phase]]
    found = placed({step.name_id: {"same_row_as": first[step.phase]} for step in others}, Size(300, 116))
    assert found.size_pt == BRIEF.sheet.step_least
    assert found.drawing.size.width <= 300.01
