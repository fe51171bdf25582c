"""The seam to the disk: each operation is whole, in its order, and says what it left when it fails."""

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.release.disk import FROZEN, THIS_DISK, Disk


class Watched(Disk):
    """Notes every operation; fails at those named in `failing`, each once for its every mention."""

    pauses: Sequence[float] = ()

    def __init__(self, *failing: str, error: int = errno.ENOSPC) -> None:
        self.failing = list(failing)
        self.error = error
        self.steps: list[str] = []

    def step(self, operation: str, path: Path, source: Path | None = None) -> None:
        self.steps.append(operation)
        if operation in self.failing:
            self.failing.remove(operation)
            raise OSError(self.error, os.strerror(self.error), str(path))


def test_a_file_is_on_the_disk_before_it_counts(tmp_path):
    disk = Watched()
    disk.create(tmp_path / "a", b"x" * 3_000_000, FROZEN)
    assert disk.steps == ["open", "write", "write", "write", "fsync", "close"]
    assert (tmp_path / "a").read_bytes() == b"x" * 3_000_000
    assert not stat.S_IMODE((tmp_path / "a").stat().st_mode) & 0o222


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        THIS_DISK.create(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


@pytest.mark.parametrize("failing", ["open", "write", "fsync", "close"])
def test_a_file_that_fails_leaves_no_open_handle(tmp_path, monkeypatch, failing):
    closed: list[int] = []
    close = os.close

    def noted(handle):
        closed.append(handle)
        close(handle)

    monkeypatch.setattr(os, "close", noted)
    with pytest.raises(OSError, match="No space"):
        Watched(failing).create(tmp_path / "a", b"x")
    assert len(closed) == (failing != "open")


def test_replacing_is_one_step_and_leaves_nothing_beside(tmp_path):
    (tmp_path / ".LATEST.new").write_bytes(b"of a run that was killed")
    (tmp_path / "LATEST").write_bytes(b"2026.1\n")
    disk = Watched()
    disk.replace(tmp_path / "LATEST", b"2026.2\n")
    assert disk.steps == ["unlink", "open", "write", "fsync", "close", "replace", "sync folder"]
    assert (tmp_path / "LATEST").read_bytes() == b"2026.2\n"
    assert [path.name for path in tmp_path.iterdir()] == ["LATEST"]


@pytest.mark.parametrize("failing", ["open", "write", "fsync", "close", "replace"])
def test_a_replacement_that_fails_leaves_the_old_file_alone(tmp_path, failing):
    (tmp_path / "LATEST").write_bytes(b"2026.1\n")
    with pytest.raises(OSError, match="No space"):
        Watched(failing).replace(tmp_path / "LATEST", b"2026.2\n")
    assert (tmp_path / "LATEST").read_bytes() == b"2026.1\n"
    assert [path.name for path in tmp_path.iterdir()] == ["LATEST"]


def test_a_folder_with_something_in_it_is_not_renamed_over(tmp_path):
    (tmp_path / "stage").mkdir()
    (tmp_path / "2026.1").mkdir()
    (tmp_path / "2026.1" / "a").write_bytes(b"old")
    with pytest.raises(OSError) as refused:
        THIS_DISK.rename(tmp_path / "stage", tmp_path / "2026.1")
    assert refused.value.errno in {errno.ENOTEMPTY, errno.EEXIST}
    assert (tmp_path / "2026.1" / "a").read_bytes() == b"old"


class Scanned(Watched):
    """A disk as on Windows, where a scanner may hold a file for a while."""

    pauses = (0.0,) * 3


def test_a_renaming_that_a_scanner_holds_up_is_tried_again(tmp_path):
    (tmp_path / "stage").mkdir()
    disk = Scanned("rename", "rename", "rename", error=errno.EACCES)
    disk.rename(tmp_path / "stage", tmp_path / "2026.1")
    assert disk.steps == ["rename"] * 4
    assert (tmp_path / "2026.1").is_dir()


def test_a_renaming_that_stays_forbidden_fails(tmp_path):
    (tmp_path / "stage").mkdir()
    with pytest.raises(PermissionError):
        Scanned(*["rename"] * 4, error=errno.EACCES).rename(tmp_path / "stage", tmp_path / "2026.1")
    assert (tmp_path / "stage").is_dir()


def test_another_failure_of_a_renaming_is_not_tried_again(tmp_path):
    (tmp_path / "stage").mkdir()
    disk = Scanned("rename", error=errno.EIO)
    with pytest.raises(OSError, match="output error"):
        disk.rename(tmp_path / "stage", tmp_path / "2026.1")
    assert disk.steps == ["rename"]


def test_a_renaming_that_was_done_is_done_whatever_a_share_answers(tmp_path, monkeypatch):
    rename = Path.rename

    def lost(self, target):
        rename(self, target)
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    (tmp_path / "stage").mkdir()
    monkeypatch.setattr(Path, "rename", lost)
    THIS_DISK.rename(tmp_path / "stage", tmp_path / "2026.1")
    assert [path.name for path in tmp_path.iterdir()] == ["2026.1"]


def test_what_was_not_there_was_not_renamed(tmp_path):
    (tmp_path / "2026.1").mkdir()
    with pytest.raises(FileNotFoundError):
        THIS_DISK.rename(tmp_path / "stage", tmp_path / "2026.1")


def test_read_only_files_are_removed_with_their_folder(tmp_path):
    folder = tmp_path / "stage"
    THIS_DISK.make_folder(folder)
    THIS_DISK.create(folder / "a", b"x", FROZEN)
    THIS_DISK.remove_tree(folder)
    assert not folder.exists()


def test_what_is_copied_keeps_its_kind_and_its_time(tmp_path):
    file, folder, link = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    file.write_bytes(b"x")
    os.utime(file, (1_000_000_000, 1_000_000_000))
    folder.mkdir()
    link.symlink_to("nowhere")
    for path in (file, folder, link):
        THIS_DISK.copy(path, tmp_path / f"{path.name}2")
    assert (tmp_path / "a2").stat().st_mtime == 1_000_000_000
    assert (tmp_path / "b2").is_dir()
    assert (tmp_path / "c2").readlink() == Path("nowhere")


@pytest.mark.parametrize(("error", "is_fault"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_only_a_share_that_knows_no_syncing_of_folders_goes_without(tmp_path, monkeypatch, error, is_fault):
    def refused(_handle):
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fsync", refused)
    if is_fault:
        with pytest.raises(OSError, match="output error"):
            THIS_DISK.sync_folder(tmp_path)
    else:
        THIS_DISK.sync_folder(tmp_path)


def test_folders_are_made_from_the_top_and_each_name_is_safe(tmp_path):
    disk = Watched()
    disk.make_folders(tmp_path / "a" / "b")
    disk.make_folders(tmp_path / "a")
    assert disk.steps == ["mkdir", "sync folder"] * 2
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(OSError, match="directory"):
        THIS_DISK.make_folders(tmp_path / "a" / "b")
    assert (tmp_path / "a").read_bytes() == b"x"


def test_removing_what_is_not_there_is_no_fault(tmp_path):
    THIS_DISK.remove(tmp_path / "a")
