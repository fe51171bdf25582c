"""The file of a lock: what was written is read back as it was, a line for each step, equal bytes for equal locks."""

from pipeline.authoring.layout_lock_file import lock_bytes
from pipeline.model import LayoutLock, LockedSheet, LockedSign, LockedStep
from pipeline.reading.locks import read_lock
from tests.diagnostics.project import covers
from tests.support.small import LOCK, LOCK_FILE


def read(data: bytes) -> LayoutLock:
    lock, findings = read_lock(LOCK_FILE, data, covers)
    assert lock, findings
    assert findings == ()
    return lock


def test_a_lock_as_a_person_may_find_it_is_written_as_it_was():
    assert lock_bytes(read(LOCK.encode()), "") == LOCK.encode()


def test_each_line_of_the_head_is_a_comment():
    data = lock_bytes(read(LOCK.encode()), "One.\nTwo.\n")
    assert data.decode().splitlines()[:3] == ["# One.", "# Two.", "format: 1"]
    assert read(data) == read(LOCK.encode())


def test_everything_that_a_lock_can_hold_comes_back():
    sign = LockedSign(arrow="it's: a #1 -> 'b'", actor="af", phase=1, column=0.5, row=2.0625)
    step = LockedStep(name_id="no", actor="af", phase=1, column=1.5, row=12, pinned=True)
    sheet = LockedSheet(
        first=1, last=1, length=0, breadth=1189.5, columns=(), rows=(), rims=(), signs=(sign,), thorough=False
    )
    whole = read(LOCK.encode())
    lock = whole.model_copy(update={"paper": "A0", "sheets": (sheet,), "steps": (step,), "gone": (whole.steps[0],)})
    data = lock_bytes(lock, "")
    assert read(data) == lock
    assert b"- {id: no, aktor: af, fas: 1, kolumn: 1.5, rad: 12, fast: true}\n" in data
    assert b"  kolumner: []\n" in data
