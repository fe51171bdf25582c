"""The key of a condensed map: every step of the sheet once, with number and full title, in columns that fit."""

from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.compose.brief import CannotCompose
from pipeline.compose.condensed_key import CondensedKey, key_above, key_height
from pipeline.compose.off_page import MapSheet
from pipeline.geometry import Rect
from pipeline.scene import TextLine, walk
from pipeline.typeface import Face
from tests.support.real import brief_for, condensed_brief, real_programme

BRIEF = condensed_brief()
WHOLE = MapSheet(tuple(phase.number for phase in BRIEF.phases()))
WIDE = 396.0


def _lines(brief, sheet, width=WIDE):
    return [item for item in walk((CondensedKey(brief, sheet, width).drawn(10, 20),)) if isinstance(item, TextLine)]


def _joined(lines):
    return "".join(line.text for line in lines if line.face is Face.REGULAR).replace(" ", "").replace("\u00a0", "")


def test_every_full_title_is_there_in_reading_order():
    found = _joined(_lines(BRIEF, WHOLE)).replace("-", "")
    at = -1
    for _, step in real_programme().steps():
        title = step.title.replace(" ", "").replace("\u00a0", "").replace("-", "")
        assert found.find(title, at + 1) > at, step.title
        at = found.find(title, at + 1)


def test_a_number_stands_left_of_each_title_and_an_actors_name_above_its_steps():
    bold = [line.text for line in _lines(BRIEF, WHOLE) if line.face is Face.BOLD]
    wanted = []
    for actor in real_programme().actors:
        wanted += [actor.name, *(str(actor.number(step)) for step in actor.steps)]
    assert bold == wanted


def test_a_coupling_says_at_which_step_of_the_other_actor_it_goes_on():
    actor, step = real_programme().found("af-gemensam")
    other, there = real_programme().found(step.link.step)
    assert actor is not other
    assert f"({other.short}{other.number(there)})" in _joined(_lines(BRIEF, WHOLE))


def test_a_sheet_of_some_phases_tells_only_their_steps():
    numbers = [line.text for line in _lines(BRIEF, MapSheet((1, 2))) if line.face is Face.BOLD and line.text.isdigit()]
    steps = ((actor.number(step), step) for actor, step in real_programme().steps())
    assert numbers == [str(number) for number, step in steps if step.phase in {1, 2}]


@pytest.mark.parametrize("width", [396.0, 250.0, 190.0])
def test_nothing_reaches_outside_and_columns_do_not_touch(width):
    key = CondensedKey(BRIEF, WHOLE, width)
    lines = _lines(BRIEF, WHOLE, width)
    assert min(line.at.x for line in lines) >= 10 - 0.01
    assert max(line.at.x + line.width for line in lines) <= 10 + width + 0.01
    assert max(line.at.y for line in lines) <= 20 + key.height
    by_row: dict[float, list[TextLine]] = {}
    for line in lines:
        by_row.setdefault(round(line.at.y, 2), []).append(line)
    for row in by_row.values():
        for left, right in pairwise(sorted(row, key=lambda line: line.at.x)):
            assert right.at.x >= left.at.x + left.width


def test_all_text_is_of_the_legends_size_which_is_readable_in_the_hand():
    assert {line.size for line in _lines(BRIEF, WHOLE)} == {BRIEF.sheet.legend}
    assert BRIEF.sheet.legend >= 8


def test_an_actors_own_key_has_a_heading_instead_of_the_name():
    brief = replace(BRIEF, actor=real_programme().actors[0])
    assert _lines(brief, WHOLE)[0].text == brief.wording.map.key_title


def test_a_key_with_no_room_for_its_titles_is_refused():
    with pytest.raises(CannotCompose) as fault:
        _ = CondensedKey(BRIEF, WHOLE, 40.0).height
    assert fault.value.code == "U698"


def test_a_full_map_has_no_key():
    full = brief_for("affisch")
    assert key_height(full, WHOLE, WIDE) == 0
    assert key_above(full, WHOLE, Rect(0, 0, WIDE, 20)) == ()
