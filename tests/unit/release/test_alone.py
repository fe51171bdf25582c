"""One at a time: who is refused, what is told, and that a lock never outlives its holder."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.release.alone import LOCK, AnotherBuild, alone

# Takes the lock, says so, and waits for a line before it ends.
HOLDER = """
import sys
from pathlib import Path
from pipeline.release.alone import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def _holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    return process


def test_the_folder_is_made_and_no_lock_stays_in_it(tmp_path):
    with alone(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b" / LOCK).is_file()
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_another_process_is_refused_and_told_who_is_there(tmp_path):
    with _holder(tmp_path) as process:
        with pytest.raises(AnotherBuild) as refused, alone(tmp_path):
            pass
        process.communicate("\n")
    assert (refused.value.folder, refused.value.pid) == (tmp_path, str(process.pid))
    assert refused.value.host not in {"", "?"}
    with alone(tmp_path):
        pass


def test_the_same_process_is_refused_too_and_gets_it_afterwards(tmp_path):
    with alone(tmp_path):
        with pytest.raises(AnotherBuild) as refused, alone(tmp_path):
            pass
        assert refused.value.pid == str(os.getpid())
        with alone(tmp_path, ".other"):
            pass
    with alone(tmp_path):
        pass


def test_a_killed_holder_holds_nothing(tmp_path):
    with _holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (tmp_path / LOCK).is_file()
    with alone(tmp_path):
        assert str(os.getpid()) in (tmp_path / LOCK).read_text()
    assert list(tmp_path.iterdir()) == []


def test_an_error_inside_gives_the_lock_back(tmp_path):
    def interrupted():
        with alone(tmp_path):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with alone(tmp_path):
        pass


def test_every_user_of_the_folder_may_take_over_a_lock_that_was_left(tmp_path):
    before = os.umask(0o077)
    try:
        with alone(tmp_path):
            assert stat.S_IMODE((tmp_path / LOCK).stat().st_mode) == 0o666
    finally:
        os.umask(before)


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path):
    (tmp_path / "letter").write_text("mine")
    (tmp_path / LOCK).symlink_to("letter")
    with pytest.raises(OSError) as refused, alone(tmp_path):
        pass
    assert refused.value.errno == errno.ELOOP
    assert (tmp_path / "letter").read_text() == "mine"


def test_a_holder_that_cannot_be_read_is_unknown(tmp_path):
    with alone(tmp_path):
        (tmp_path / LOCK).write_bytes(b"\xff\xfe not three words")
        with pytest.raises(AnotherBuild) as refused, alone(tmp_path):
            pass
    assert (refused.value.pid, refused.value.host) == ("?", "?")


def test_a_full_disk_can_still_be_locked(tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with alone(tmp_path), pytest.raises(AnotherBuild), alone(tmp_path):
        pass


def test_a_file_system_without_locks_is_refused(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl", reason="not this system: no flock")

    def missing(*_args):
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", missing)
    with pytest.raises(OSError, match="not implemented"), alone(tmp_path):
        pass


def test_a_lock_that_was_opened_before_its_holder_left_is_not_the_lock(tmp_path, monkeypatch):
    """Between our opening and our locking the last holder took the file away: a new one is made."""
    stat_of = Path.stat
    seen: list[Path] = []

    def gone_once(self, **options):
        if self.name == LOCK and not seen:
            seen.append(self)
            self.unlink()
        return stat_of(self, **options)

    monkeypatch.setattr(Path, "stat", gone_once)
    with alone(tmp_path):
        assert (tmp_path / LOCK).is_file()
        with pytest.raises(AnotherBuild), alone(tmp_path):
            pass
    assert seen


def test_of_many_never_two_are_inside_at_once(tmp_path):
    inside, most, turns = [], [], []

    def try_often():
        for _ in range(200):
            try:
                with alone(tmp_path):
                    inside.append(1)
                    most.append(len(inside))
                    turns.append(1)
                    inside.pop()
            except AnotherBuild:
                pass

    threads = [threading.Thread(target=try_often) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(most) == {1}
    assert len(turns) >= 8
