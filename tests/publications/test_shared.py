"""What is made once for all processes of a run (tests/support/shared.py)."""

import pytest

from tests.support import shared
from tests.support.shared import made_once


@pytest.fixture
def paths(tmp_path, monkeypatch) -> pytest.TempPathFactory:
    """A run of its own, of which this is one process."""
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw7")
    worker = tmp_path / "worker"
    worker.mkdir()
    return pytest.TempPathFactory(worker, 3, "all", lambda *_: None, worker, _ispytest=True)


def never():
    raise AssertionError("made twice")


def test_the_second_process_reads_what_the_first_one_made(paths):
    assert made_once(paths, "thing", lambda: {"a": b"1"}) == {"a": b"1"}
    assert made_once(paths, "thing", never) == {"a": b"1"}


def test_things_are_told_apart_by_name(paths):
    assert made_once(paths, "one", lambda: 1) == 1
    assert made_once(paths, "other", lambda: 2) == 2


def test_where_the_first_one_fails_each_makes_its_own(paths):
    with pytest.raises(AssertionError):
        made_once(paths, "thing", never)
    assert made_once(paths, "thing", lambda: 1) == 1


def test_no_process_waits_for_ever(paths, tmp_path, monkeypatch):
    monkeypatch.setattr(shared, "PATIENCE", 0.0)
    (tmp_path / "thing.claim").touch()
    assert made_once(paths, "thing", lambda: 2) == 2
