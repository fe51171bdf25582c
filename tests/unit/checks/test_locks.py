"""Locks beside the maps of today: what they do not know yet, what is gone, and what cannot be held."""

from pipeline.checks.locks import LockedMap, lock_findings
from pipeline.reading import read_programme
from pipeline.reading.locks import read_lock
from pipeline.release.locks import read_locks
from tests.diagnostics.project import covers, small_project
from tests.support.small import LOCK, LOCK_FILE, MAP

SOURCES = {path: data for path, data in small_project().items() if path.startswith("sources/")}
JOINT = "".join(line.replace("fas:", "aktor: ss, fas:") if "id:" in line else line for line in LOCK.splitlines(True))


def programme():
    read = read_programme(SOURCES, "sources", covers).programme
    assert read
    return read


def told(text: str, is_joint: bool = False) -> list[tuple[str, int, str]]:
    """Code, line and the steps that are named."""
    lock, faults = read_lock(LOCK_FILE, text.encode(), covers)
    assert lock
    assert not faults
    actor = programme().actor("ss")
    locked = LockedMap(MAP, programme().publications[0], (actor,), is_joint, lock)
    return [(f.code, f.place.line, dict(f.details).get("steps", "")) for f in lock_findings(locked)]


def whole(files: dict[str, str], program=None):
    paths = {f"sources/layout/{name}.lock.yaml": text.encode() for name, text in files.items()}
    return read_locks({**SOURCES, **paths}, program or programme(), covers)


def test_a_lock_of_today_is_silent():
    assert told(LOCK) == []
    assert told(JOINT, is_joint=True) == []


def test_steps_without_a_seat_are_named_together():
    short = "".join(line for line in LOCK.splitlines(True) if "ss-mote" not in line and "ss-slut" not in line)
    assert told(short) == [("M809", 18, "ss-mote, ss-slut")]


def test_steps_that_are_gone_are_named_at_the_first():
    more = "- {id: ss-a, fas: 1, kolumn: 3, rad: 1}\n- {id: ss-b, fas: 1, kolumn: 3, rad: 2}\n"
    assert told(LOCK + more) == [("M810", 22, "ss-a, ss-b")]


def test_what_is_noted_as_gone_is_silent_and_has_a_seat_when_it_is_back():
    assert told(LOCK + "borttagna:\n- {id: ss-a, fas: 1, kolumn: 1, rad: 1}\n") == []
    assert told(LOCK.replace("- {id: ss-slut", "borttagna:\n- {id: ss-slut")) == []


def test_a_step_that_changed_its_phase_has_no_seat_and_a_pin_is_told():
    moved = LOCK.replace("ss-slut, fas: 2, kolumn: 1", "ss-slut, fas: 1, kolumn: 4, fast: false")
    assert told(moved) == [("M809", 18, "ss-slut")]
    assert told(moved.replace("false", "true")) == [("M811", 21, "")]


def test_a_step_that_changed_its_actor_has_no_seat():
    assert told(JOINT.replace("ss-slut, aktor: ss", "ss-slut, aktor: fk"), is_joint=True) == [("M809", 18, "ss-slut")]


def test_another_paper_is_told():
    assert told(LOCK.replace("A3", "A2")) == [("M812", 3, "")]


def test_many_steps_are_not_all_named():
    many = "".join(f"- {{id: ss-x{number}, fas: 1, kolumn: 9, rad: {number}}}\n" for number in range(9))
    assert told(LOCK + many)[0][2] == "ss-x0, ss-x1, ss-x2, ss-x3, ss-x4, ss-x5 \u2026"


def test_maps_without_a_lock_are_one_note_and_a_lock_without_a_map_is_left_out():
    found = whole({"karta-ss": LOCK, "karta-soc": LOCK})
    assert [(f.code, f.place.file) for f in found.report.findings] == [("M802", "sources/layout/karta-soc.lock.yaml")]
    assert [(f.code, dict(f.details)["maps"]) for f in found.note.findings] == [("M801", "karta-fk")]
    assert set(found.by_map) == {"karta-ss"}
    assert whole({"karta-ss": LOCK, "karta-fk": LOCK}).note.findings == ()


def test_without_a_programme_only_the_locks_themselves_are_judged():
    found = read_locks({LOCK_FILE: b"x"}, None, covers)
    assert [finding.code for finding in found.report.findings] == ["M803"]
