"""Locks of a small project: written, kept through edits, undone, begun anew, compared and pinned."""

from dataclasses import replace

import pytest

from pipeline.authoring import layout_locks
from pipeline.authoring.layout_locks import (
    Drift,
    Quality,
    locked_steps,
    map_names,
    pin,
    quality,
    relayout,
    status,
    update,
)
from pipeline.compose import COMPOSERS
from pipeline.compose.brief import CannotCompose
from pipeline.compose.off_page import MapSheet
from pipeline.compose.process_map import PlacedMap
from pipeline.geometry import Point, Size
from pipeline.layout import Effort, Hold, Seat
from pipeline.layout.drawing import Drawing, Route
from pipeline.lengths import Pt
from pipeline.release.build import CannotBuild, brief_of
from pipeline.release.locks import maps_of
from pipeline.release.project import read_project
from tests.support.small import LOCK, LOCK_FILE, MAP, with_a_new_step, write_small_project
from tests.unit.compose.lanes import placed

HEAD = "A lock."
ACTOR = "sources/aktorer/ss.yaml"


@pytest.fixture
def folder(tmp_path):
    write_small_project(tmp_path)
    return tmp_path


def updated(folder, name=MAP):
    return update(read_project(folder), name, HEAD)


def edit(folder, old="", new="", path=ACTOR):
    """Another text in the sources; the text before it."""
    file = folder / path
    before = file.read_text("utf-8")
    after = before.replace(old, new) if old else new
    assert after != before
    file.write_text(after, "utf-8")
    return before


def seats(folder):
    lock = read_project(folder).locks[MAP]
    return {step.name_id: (step.phase, step.column, step.row) for step in lock.steps}


def row_of(folder, step):
    """The line of a step in the lock."""
    return next(line for line in (folder / LOCK_FILE).read_text("utf-8").splitlines() if f"id: {step}," in line)


def codes(folder):
    return [f.code for f in read_project(folder).report.findings if f.code[0] == "M" and f.code != "M801"]


def test_the_first_time_every_step_gets_its_seat(folder):
    written = updated(folder)
    assert (written.path, written.is_changed, written.drift) == (LOCK_FILE, True, None)
    assert (folder / LOCK_FILE).read_text("utf-8").startswith("# A lock.\nformat: 1\n")
    assert set(seats(folder)) == {"ss-start", "ss-mote", "ss-slut"}
    assert codes(folder) == []


def test_nothing_is_touched_where_nothing_changed(folder):
    updated(folder)
    # As git gives it to those who have Windows.
    (folder / LOCK_FILE).write_bytes((folder / LOCK_FILE).read_bytes().replace(b"\n", b"\r\n"))
    touched = []
    assert not update(read_project(folder), MAP, HEAD, lambda *file: touched.append(file)).is_changed
    assert touched == []


def test_a_new_step_moves_no_known_one_and_taking_it_back_gives_the_old_lock_but_for_its_seat(folder):
    updated(folder)
    first, known = (folder / LOCK_FILE).read_bytes(), seats(folder)
    before = edit(folder, new=with_a_new_step((folder / ACTOR).read_text("utf-8")))
    assert codes(folder) == ["M809"]
    assert updated(folder).drift is not None
    assert codes(folder) == []
    assert seats(folder).items() >= known.items()
    new = seats(folder)["ss-brev"]
    edit(folder, new=before)
    assert codes(folder) == ["M810"]
    updated(folder)
    assert seats(folder) == known
    assert (folder / LOCK_FILE).read_bytes().startswith(first)
    # When it comes back, so does its seat.
    edit(folder, new=with_a_new_step(before))
    assert codes(folder) == []
    updated(folder)
    assert seats(folder)["ss-brev"] == new


def test_a_longer_title_moves_no_step_to_another_cell(folder):
    updated(folder)
    known = seats(folder)
    edit(folder, "titel: Titeln ss-mote", "titel: Ett betydligt utförligare namn på mötet, på flera rader")
    updated(folder)
    assert seats(folder) == known


def test_a_damaged_lock_is_written_anew(folder):
    edit_path = folder / LOCK_FILE
    edit_path.parent.mkdir()
    edit_path.write_text(LOCK[:300], "utf-8")
    assert codes(folder) == ["M803"]
    assert updated(folder).is_changed
    assert codes(folder) == []


def test_a_map_that_does_not_fit_keeps_its_lock(folder, monkeypatch):
    (folder / LOCK_FILE).parent.mkdir()
    (folder / LOCK_FILE).write_text(LOCK, "utf-8")

    def refuse(*_):
        raise CannotCompose("U690", actor="Staden", least="8")

    project = read_project(folder)
    monkeypatch.setattr("pipeline.compose.actor_map.placed", refuse)
    with pytest.raises(CannotBuild) as fault:
        update(project, MAP, HEAD)
    assert fault.value.finding.code == "U690"
    assert (folder / LOCK_FILE).read_text("utf-8") == LOCK


def test_pins_are_set_in_every_lock_that_has_the_step_and_taken_out_again(folder):
    updated(folder)
    before = (folder / LOCK_FILE).read_bytes()
    assert locked_steps(read_project(folder)) == {"ss-start", "ss-mote", "ss-slut"}
    assert pin(read_project(folder), ["ss-mote"], True, HEAD) == [LOCK_FILE]
    assert b"id: ss-mote" in next(
        line for line in (folder / LOCK_FILE).read_bytes().split(b"\n") if b"fast: true" in line
    )
    assert pin(read_project(folder), ["ss-mote"], True, HEAD) == []
    assert not updated(folder).is_changed
    assert pin(read_project(folder), ["ss-mote"], False, HEAD) == [LOCK_FILE]
    assert (folder / LOCK_FILE).read_bytes() == before


def test_anew_without_a_lock_there_is_nothing_to_compare_with(folder):
    written = relayout(read_project(folder), MAP, HEAD)
    assert written.is_changed
    assert written.drift.locked is None


def test_anew_what_is_not_pinned_goes_back_to_its_best_place(folder):
    updated(folder)
    best = seats(folder)
    edit(folder, row_of(folder, "ss-start"), "- {id: ss-start, fas: 1, kolumn: 7, rad: 9}", LOCK_FILE)
    written = relayout(read_project(folder), MAP, HEAD)
    assert (written.is_changed, seats(folder)) == (True, best)
    assert written.drift.locked is not None


def test_anew_a_pinned_step_stays_and_who_would_have_its_place_finds_another(folder):
    updated(folder)
    _, column, row = best = seats(folder)["ss-start"]
    pinned = f"- {{id: ss-mote, fas: 1, kolumn: {column:g}, rad: {row:g}, fast: true}}"
    edit(folder, row_of(folder, "ss-start") + "\n", "", LOCK_FILE)
    edit(folder, row_of(folder, "ss-mote"), pinned, LOCK_FILE)
    assert relayout(read_project(folder), MAP, HEAD).is_changed
    assert seats(folder)["ss-mote"] == best
    assert seats(folder)["ss-start"] != best
    assert pinned in (folder / LOCK_FILE).read_text("utf-8")
    assert not relayout(read_project(folder), MAP, HEAD).is_changed


def test_a_lock_is_that_of_the_map_as_it_is_drawn_by_its_lock(folder, monkeypatch):
    """A search comes first where there is no lock; then the map is drawn once more, as every build will."""
    efforts = []

    def placed_by(brief):
        efforts.append(brief.effort)
        drawing = Drawing(Size(380, 200), {}, {}, (), (), Hold((("ss-mote", Seat(0, 0, 1, 1)),)))
        return (PlacedMap(brief, Pt(11) if brief.lock else Pt(12), (), (), drawing, MapSheet((1, 2))),)

    monkeypatch.setattr("pipeline.compose.actor_map.placed", placed_by)
    updated(folder)
    assert efforts == [Effort.SEARCH, Effort.PASS]
    assert "text: 11\n" in (folder / LOCK_FILE).read_text("utf-8")


def test_the_drift_of_a_fresh_lock_is_none(folder):
    assert status(read_project(folder), MAP).locked is None
    updated(folder)
    drift = status(read_project(folder), MAP)
    assert drift.locked == drift.fresh
    assert not drift.is_much


@pytest.mark.parametrize(("locked", "fresh", "is_much"), [(12, 10, False), (13, 10, True), (0, 0, False), (1, 0, True)])
def test_much_is_more_than_a_fifth(locked, fresh, is_much):
    one, other = Quality(2, locked - 2, Pt(9)), Quality(0, fresh, Pt(9))
    assert Drift(one, other).is_much is is_much
    assert not Drift(None, other).is_much


def test_crossings_and_bends_are_counted_over_all_sheets():
    """A level line crossed by one that bends twice, and beside it a line that only touches."""
    level = Route((Point(0, 5), Point(20, 5)))
    bent = Route((Point(5, 0), Point(5, 10), Point(15, 10), Point(15, 20)))
    beside = Route((Point(10, 5), Point(10, 0)))
    sheet = placed({})
    crossed = replace(sheet, drawing=Drawing(Size(20, 20), {}, {"a": level, "b": bent, "c": beside}, (), ()))
    assert quality([crossed, crossed]) == Quality(2, 4, sheet.size_pt)
    small = Pt(7)
    assert quality([replace(crossed, size_pt=small), crossed]).text == small


def test_the_maps_are_those_of_the_publications_that_show_one(folder):
    assert map_names(read_project(folder)) == ("karta-fk", "karta-ss")
    shown = {"affisch", "karta", "handout", "handout-kort", "bilaga", "handbok", "webb"}
    assert {kind for kind, one in COMPOSERS.items() if one.map} == shown
    assert layout_locks.MUCH == 1.2


def test_a_build_is_given_the_lock_of_its_map(folder):
    updated(folder)
    project = read_project(folder)
    locks = {name: brief_of(project, artefact).lock for name, artefact in maps_of(project.programme).items()}
    assert locks == {"karta-fk": None, "karta-ss": project.locks["karta-ss"]}
    assert locks["karta-ss"] is not None
