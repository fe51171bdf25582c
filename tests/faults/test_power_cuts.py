"""A lost power takes what is not safe yet, in any order: never half a release, and what was told to be done stays."""

import pytest

from tests.faults.deeds import RELEASES
from tests.faults.page import by_replay, replay_table, written
from tests.faults.power import Recorder


@pytest.mark.parametrize("deed", RELEASES, ids=lambda deed: deed.name)
def test_every_state_after_a_lost_power_is_sound(deed):
    assert by_replay(deed).states > 10


def test_the_page_says_what_was_tried():
    assert written("replay") == replay_table()


def test_the_model_loses_what_was_not_synced(tmp_path):
    """The judge judges: bytes that were never synced may be gone, wholly or by half, though their name is there."""
    disk = Recorder(tmp_path)
    disk.create(tmp_path / "a", b"whole")
    assert {state.get("a") for state in disk.states} == {None, b"", b"wh", b"whole"}
    assert disk.safe.state() == {}
    disk.sync_folder(tmp_path)
    assert disk.safe.state() == {"a": b"whole"}


def test_the_model_keeps_a_renaming_whole(tmp_path):
    (tmp_path / "stage").mkdir()
    (tmp_path / "stage" / "a").write_bytes(b"x")
    disk = Recorder(tmp_path)
    disk.rename(tmp_path / "stage", tmp_path / "2026.1")
    assert [set(state) for state in disk.states] == [{"stage", "stage/a"}, {"2026.1", "2026.1/a"}]
