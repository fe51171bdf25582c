"""What a sheet is asked to keep of its lock, and what a lock keeps of sheets just placed and of the earlier lock."""

from dataclasses import replace

import pytest

from pipeline.compose.brief import Brief
from pipeline.compose.keeping import hold_for, lock_of, locked_sheets, locked_text
from pipeline.compose.off_page import MapSheet
from pipeline.compose.process_map import PlacedMap
from pipeline.geometry import Size
from pipeline.layout import Hold, Lines, Seat
from pipeline.layout.drawing import Drawing
from pipeline.lengths import Pt
from pipeline.model import LayoutLock, LockedStep
from pipeline.reading import read_programme
from pipeline.reading.locks import read_lock
from tests.diagnostics.project import covers, small_project
from tests.support.real import brief_for
from tests.support.small import LOCK, LOCK_FILE

SIZE = Pt(11.5)
WHOLE = (1, 2)
SEATS = {"ss-start": Seat(0, 0, 1, 1), "ss-mote": Seat(0, 0, 1, 2), "ss-slut": Seat(1, 0, 1, 1)}
LINES = Lines(Size(380, 200), ((0, 1, 40), (1, 1, 200)), ((0, 1, 40), (0, 2, 120)), (0, 200))


def locked(text: str = LOCK) -> LayoutLock:
    lock, findings = read_lock(LOCK_FILE, text.encode(), covers)
    assert lock, findings
    return lock


def changed_step(name: str, **changed: object) -> LayoutLock:
    """The lock with one step otherwise than it is."""
    steps = tuple(one.model_copy(update=changed) if one.name_id == name else one for one in locked().steps)
    return locked().model_copy(update={"steps": steps})


def brief_of(lock: LayoutLock | None, actor: str = "ss", without: str = "") -> Brief:
    """The smallest project's map, with a lock; one step may be left out."""
    files = {path: data for path, data in small_project().items() if path.startswith("sources/")}
    programme = read_programme(files, "sources", covers).programme
    assert programme
    actors = tuple(
        one.model_copy(update={"steps": tuple(step for step in one.steps if step.name_id != without)})
        for one in programme.actors
    )
    programme = replace(programme, actors=actors)
    brief = brief_for("karta", "stockholms-stad")
    publication = programme.publications[0]
    return replace(brief, programme=programme, publication=publication, actor=programme.actor(actor), lock=lock)


def sheet(brief: Brief, hold: Hold, phases: tuple[int, ...] = WHOLE, size: Pt = SIZE) -> PlacedMap:
    drawing = Drawing(Size(380, 200), {}, {}, (), (), hold)
    return PlacedMap(brief, size, (), (), drawing, MapSheet(phases))


def held(*, lines: Lines | None = LINES, **seats: Seat) -> Hold:
    names = {name.replace("_", "-"): seat for name, seat in seats.items()}
    return Hold(tuple(sorted({**SEATS, **names}.items())), lines, thorough=True)


def test_without_a_lock_nothing_is_held():
    brief = brief_of(None)
    assert (hold_for(brief, WHOLE, SIZE), locked_text(brief), locked_sheets(brief)) == (None, None, None)


def test_a_lock_holds_seats_and_places():
    brief = brief_of(locked())
    assert hold_for(brief, WHOLE, SIZE) == Hold(tuple(sorted(SEATS.items())), LINES, thorough=True)
    assert (locked_text(brief), locked_sheets(brief)) == (11.5, (WHOLE,))


@pytest.mark.parametrize(
    ("old", "new", "size"),
    [
        ("motor: 1", "motor: 1", 11.0),
        ("motor: 1", "motor: 8", 11.5),
        ("papper: A3", "papper: A2", 11.5),
        ("till_fas: 2", "till_fas: 1", 11.5),
        ("lage: 40}\n  - {fas: 2", "lage: 240}\n  - {fas: 2", 11.5),
        ("[0, 200]", "[0, 100, 200]", 11.5),
        ("- {rad: 1", "- {aktor: fk, rad: 1", 11.5),
    ],
)
def test_places_are_kept_on_the_same_ground_only(old, new, size):
    """Another text, engine, paper or sheet, or places that contradict each other or today's lanes: seats only."""
    assert old in LOCK
    hold = hold_for(brief_of(locked(LOCK.replace(old, new))), WHOLE, Pt(size))
    assert hold == Hold(tuple(sorted(SEATS.items())))


def test_another_paper_has_its_own_text_and_sheets():
    brief = brief_of(locked(LOCK.replace("papper: A3", "papper: A2")))
    assert (locked_text(brief), locked_sheets(brief)) == (None, None)


def test_sheets_that_miss_a_phase_of_today_are_not_kept():
    assert locked_sheets(brief_of(locked(LOCK.replace("till_fas: 2", "till_fas: 1")))) is None


def test_bands_are_counted_on_the_sheet():
    hold = hold_for(brief_of(locked()), (2,), SIZE)
    assert hold == Hold((("ss-slut", Seat(0, 0, 1, 1)),))


@pytest.mark.parametrize("changed", [{"phase": 1, "column": 3}, {"actor": "fk"}])
def test_a_step_of_another_phase_or_actor_has_no_seat(changed):
    hold = hold_for(brief_of(changed_step("ss-slut", **changed)), WHOLE, SIZE)
    assert hold.by_name.keys() == {"ss-start", "ss-mote"}


def test_steps_that_are_gone_keep_their_seats_unless_taken():
    gone = "borttagna:\n- {id: ss-a, fas: 1, kolumn: 2, rad: 1}\n- {id: ss-b, fas: 1, kolumn: 1, rad: 1}\n"
    assert hold_for(brief_of(locked(LOCK + gone)), WHOLE, SIZE).by_name == {**SEATS, "ss-a": Seat(0, 0, 2, 1)}
    # A step that is still locked, but was taken out of the sources since.
    assert hold_for(brief_of(locked(), without="ss-mote"), WHOLE, SIZE).by_name == SEATS


def test_a_step_that_is_there_goes_before_one_that_is_gone():
    """The start is back, where the meeting was put that has been taken out of the sources since."""
    back = LockedStep(name_id="ss-start", phase=1, column=1, row=2)
    lock = locked().model_copy(update={"steps": locked().steps[1:], "gone": (back,)})
    assert hold_for(brief_of(lock, without="ss-mote"), WHOLE, SIZE).by_name == {
        "ss-start": Seat(0, 0, 1, 2),
        "ss-slut": SEATS["ss-slut"],
    }


def test_a_step_that_is_both_there_and_noted_as_gone_has_one_seat():
    noted = LockedStep(name_id="ss-mote", phase=1, column=5, row=5)
    hold = hold_for(brief_of(locked().model_copy(update={"gone": (noted,)})), WHOLE, SIZE)
    assert hold.seats == tuple(sorted(SEATS.items()))


def test_a_step_that_is_back_in_a_phase_has_the_seat_it_left_there():
    left = LockedStep(name_id="ss-slut", phase=2, column=4, row=5)
    lock = changed_step("ss-slut", phase=1, column=9).model_copy(update={"gone": (left,)})
    assert hold_for(brief_of(lock), WHOLE, SIZE).by_name["ss-slut"] == Seat(1, 0, 4, 5)


def test_what_was_placed_gives_the_lock_that_gives_it_back():
    brief = brief_of(None)
    lock = lock_of(brief, [sheet(brief, held())])
    assert lock == locked()
    assert hold_for(replace(brief, lock=lock), WHOLE, SIZE) == held()


def test_numbers_are_rounded():
    lines = Lines(Size(380.004, 199.996), ((0, 1.00004, 40.006), (1, 1, 200)), ((0, 1, 40),), (-0.001, 200.001))
    lock = lock_of(brief_of(None), [sheet(brief_of(None), held(lines=lines))])
    assert (lock.sheets[0].length, lock.sheets[0].breadth, lock.sheets[0].rims) == (380, 200, (0, 200))
    assert str(lock.sheets[0].rims[0]) == "0.0"
    assert (lock.sheets[0].columns[0].column, lock.sheets[0].columns[0].position) == (1, 40.01)


def test_pins_stay_with_their_steps():
    brief = brief_of(changed_step("ss-mote", pinned=True))
    assert [step.name_id for step in lock_of(brief, [sheet(brief, held())]).steps if step.pinned] == ["ss-mote"]


def test_a_step_that_is_gone_is_kept_until_it_is_back():
    brief = brief_of(locked(), without="ss-mote")
    lock = lock_of(brief, [sheet(brief, held())])
    assert [step.name_id for step in lock.steps] == ["ss-start", "ss-slut"]
    assert lock.gone == (LockedStep(name_id="ss-mote", phase=1, column=1, row=2),)
    assert lock.sheets[0].signs == ()
    assert lock_of(replace(brief, lock=lock), [sheet(brief, held())]).gone == lock.gone
    back = brief_of(lock)
    assert lock_of(back, [sheet(back, held())]) == locked()


def test_the_pin_of_a_step_that_was_gone_comes_back_with_it():
    left = LockedStep(name_id="ss-slut", phase=2, column=4, row=5, pinned=True)
    brief = brief_of(locked().model_copy(update={"steps": locked().steps[:2], "gone": (left,)}))
    assert [step.name_id for step in lock_of(brief, [sheet(brief, held())]).steps if step.pinned] == ["ss-slut"]


def test_the_text_of_several_sheets_is_the_smallest_and_each_sheet_has_its_signs():
    brief = brief_of(None)
    first = Hold((("ss-mote", SEATS["ss-mote"]), ("ut 1", Seat(0, 0, 2, 1.5))), None, thorough=True)
    second = Hold((("in 1", Seat(0, 0, 0.5, 1)), ("ss-slut", Seat(0, 0, 1, 1))))
    lock = lock_of(brief, [sheet(brief, first, (1,), Pt(9)), sheet(brief, second, (2,), Pt(8.5))])
    assert lock.text == 8.5
    assert [(one.first, one.last, [sign.arrow for sign in one.signs]) for one in lock.sheets] == [
        (1, 1, ["ut 1"]),
        (2, 2, ["in 1"]),
    ]
    again = replace(brief, lock=lock)
    assert locked_sheets(again) == ((1,), (2,))
    assert hold_for(again, (1,), Pt(8.5)).seats == first.seats
    assert hold_for(again, (2,), Pt(8.5)).seats == second.seats
    # On one sheet there are no signs.
    assert hold_for(again, WHOLE, Pt(8.5)).by_name.keys() == {"ss-mote", "ss-slut"}


def test_lanes_go_by_their_actors():
    brief = replace(brief_of(None), actor=None)
    seats = (("fk-start", Seat(0, 0, 1, 1)), ("ss-slut", Seat(1, 1, 2, 3)))
    lines = Lines(Size(1, 2), ((0, 1, 0.5),), ((0, 1, 0.2), (1, 1, 0.9)), (0, 0.5, 2))
    lock = lock_of(brief, [sheet(brief, Hold(seats, lines))])
    assert [(step.name_id, step.actor, step.phase) for step in lock.steps] == [
        ("fk-start", "fk", 1),
        ("ss-slut", "ss", 2),
    ]
    again = replace(brief, lock=lock)
    assert hold_for(again, WHOLE, SIZE) == Hold(seats, lines)
    # With the actors the other way round lanes change their numbers, and their places are of no use.
    turned = replace(again, programme=replace(brief.programme, actors=brief.programme.actors[::-1]))
    assert hold_for(turned, WHOLE, SIZE) == Hold((("fk-start", Seat(0, 1, 1, 1)), ("ss-slut", Seat(1, 0, 2, 3))))
