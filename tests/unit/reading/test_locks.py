"""Locks that are read: what is used of a sound one and of each kind of bad one, and what is said about the rest."""

import pytest

from pipeline.layout import ENGINE_VERSION
from pipeline.model import LAYOUT_ENGINE
from pipeline.reading.folder import Folder
from pipeline.reading.locks import lock_path, locked_map, read_lock
from pipeline.rules import Severity
from tests.diagnostics.project import covers
from tests.support.small import LOCK, LOCK_FILE, MAP

START, MEETING = "- {id: ss-start, fas: 1, kolumn: 1, rad: 1}\n", "- {id: ss-mote, fas: 1, kolumn: 1, rad: 2}\n"


def read(text: str):
    lock, findings = read_lock(LOCK_FILE, text.encode(), covers)
    assert all(finding.severity is Severity.WARNING for finding in findings)
    assert all(dict(finding.details)["map"] == MAP for finding in findings)
    return lock, [(finding.code, finding.place.line) for finding in findings]


def steps_of(lock) -> list[str]:
    return [step.name_id for step in lock.steps]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_version_that_check_knows_is_that_of_the_engine():
    assert LAYOUT_ENGINE == ENGINE_VERSION


def test_a_file_and_the_map_it_is_for():
    assert lock_path(MAP) == "layout/karta-ss.lock.yaml"
    assert locked_map(lock_path(MAP)) == MAP
    for other in ("layout/karta-ss.yaml", "karta-ss.lock.yaml", "layout/a/b.lock.yaml", "layout/.a.lock.yaml"):
        assert locked_map(other) is None


def test_locks_are_no_files_of_the_programme_and_others_beside_them_are_told():
    names = ("layout/karta-ss.lock.yaml", "layout/karta-ss.yaml")
    found = [f.place.file for f in Folder([f"s/{name}" for name in names], "s").findings() if f.code == "L028"]
    assert found == ["s/layout/karta-ss.yaml"]


def test_a_sound_lock_is_read_whole_and_without_a_word():
    lock, told = read(LOCK)
    assert told == []
    assert steps_of(lock) == ["ss-start", "ss-mote", "ss-slut"]
    assert (lock.text, lock.paper, lock.gone) == (11.5, "A3", ())
    assert lock.sheets[0].columns[1].position == 200


@pytest.mark.parametrize("end", range(0, len(LOCK), 7))
def test_half_a_file_is_one_warning_at_most_and_never_a_crash(end):
    """Where the cut happens to leave a whole lock with fewer steps, those are told as steps without a place."""
    lock, told = read(LOCK[:end])
    assert (lock is None) == (len(told) == 1)
    assert {code for code, _ in told} <= {"M803"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rad: 2}\n- {id: ss-slut", "rad: mitten}\n- {id: ss-slut"),
        ("text: 11.5", "text: stor"),
        ("text: 11.5", "text: 1"),
        ("papper: A3", "papper: [A3]"),
        ("steg:\n", "stig:\n"),
        ("  till_fas: 2", "  till_fas: 0"),
        ("granser: [0, 200]", "granser: 200"),
        ("blad:\n", "blad: &a\n"),
        ("id: ss-mote", "id: Ss Möte"),
        ("id: ss-mote", "id: ss-mote, id: ss-annat"),
        ("lage: 120", "lage: -1"),
        ("noggrann: true", "noggrann: \u0007"),
    ],
)
def test_damage_is_one_warning_at_its_place_and_nothing_is_used(old, new):
    text = LOCK.replace(old, new, 1)
    assert text != LOCK
    lock, told = read(text)
    assert lock is None
    where = next(
        number for number, (a, b) in enumerate(zip(LOCK.split("\n"), text.split("\n"), strict=True), 1) if a != b
    )
    assert [code for code, _ in told] == ["M803"]
    # A key that is wrong may be told where the one that is missing should stand: at the beginning of its mapping.
    assert told[0][1] in {where, 1}


def test_of_several_faults_the_first_is_the_place():
    assert read(LOCK.replace("text: 11.5", "text: stor").replace("langd: 380", "langd: lang")) == (None, [("M803", 4)])


NO_LOCKS = [b"", b"\xff\xfe\x00", b"- a\n", b"a", b"&a b\n", b"\t", b"{" * 200, b"a: b\n" * 4_000_000]


@pytest.mark.parametrize("data", NO_LOCKS, ids=lambda data: repr(data[:8]))
def test_what_is_no_lock_at_all_is_one_warning(data):
    lock, findings = read_lock(LOCK_FILE, data, covers)
    assert lock is None
    assert [finding.code for finding in findings] == ["M803"]


@pytest.mark.parametrize("form", ["0", "2", "99"])
def test_another_form_is_told_as_that_and_nothing_is_used(form):
    text = LOCK.replace("format: 1", f"format: {form}\nny_nyckel: x")
    assert read(text) == (None, [("M804", 1)])


def test_a_form_that_is_no_number_is_damage():
    assert read(LOCK.replace("format: 1", "format: ett")) == (None, [("M803", 1)])


def test_another_engine_is_told_and_the_rest_is_used():
    lock, told = read(LOCK.replace("motor: 1", "motor: 7"))
    assert told == [("M805", 2)]
    assert steps_of(lock) == ["ss-start", "ss-mote", "ss-slut"]


@pytest.mark.parametrize(
    ("old", "new"), [("lage: 40}\n  - {fas: 2", "lage: 240}\n  - {fas: 2"), ("lage: 120", "lage: 20"), ("[0,", "[300,")]
)
def test_places_in_disorder_are_told_once(old, new):
    assert old in LOCK
    lock, told = read(LOCK.replace(old, new))
    assert [code for code, _ in told] == ["M806"]
    assert len(lock.steps) == 3


def test_the_order_of_lines_says_nothing():
    columns = "  - {fas: 1, kolumn: 1, lage: 40}\n", "  - {fas: 2, kolumn: 1, lage: 200}\n"
    assert read(LOCK.replace("".join(columns), "".join(columns[::-1])))[1] == []


def test_of_a_step_named_twice_the_first_counts():
    text = LOCK.replace(START, START + "- {id: ss-mote, fas: 1, kolumn: 2, rad: 4}\n")
    lock, told = read(text)
    assert told == [("M807", line_of(text, MEETING))]
    assert [(step.column, step.row) for step in lock.steps if step.name_id == "ss-mote"] == [(2, 4)]


def test_of_two_in_a_cell_the_first_stays():
    lock, told = read(LOCK.replace(MEETING, MEETING.replace("rad: 2", "rad: 1")))
    assert told == [("M808", line_of(LOCK, MEETING))]
    assert steps_of(lock) == ["ss-start", "ss-slut"]


def test_of_two_in_a_cell_the_pinned_one_stays():
    lock, told = read(LOCK.replace(MEETING, MEETING.replace("rad: 2", "rad: 1, fast: true")))
    assert told == [("M808", line_of(LOCK, START))]
    assert steps_of(lock) == ["ss-mote", "ss-slut"]


def test_steps_of_two_actors_do_not_share_a_cell():
    assert read(LOCK.replace(MEETING, "- {id: fk-brev, aktor: fk, fas: 1, kolumn: 1, rad: 1}\n"))[1] == []


def test_those_that_are_gone_may_share_cells_and_have_left_several_phases():
    gone = "borttagna:\n- {id: a, fas: 1, kolumn: 1, rad: 1}\n- {id: a, fas: 2, kolumn: 1, rad: 1}\n"
    gone += "- {id: b, fas: 1, kolumn: 1, rad: 1}\n"
    lock, told = read(LOCK + gone)
    assert (told, len(lock.gone)) == ([], 3)
    lock, told = read(LOCK + gone + "- {id: a, fas: 2, kolumn: 5, rad: 5}\n")
    assert (told, len(lock.gone)) == ([("M807", (LOCK + gone).count("\n") + 1)], 3)
