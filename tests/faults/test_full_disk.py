"""A disk that is really full, and one that may only be read: nothing is damaged, and the next run does it."""

import errno
import subprocess

import pytest

from pipeline.release.disk import THIS_DISK
from tests.faults.deeds import DEEDS
from tests.faults.judging import End, prepare, tree
from tests.faults.small_disk import CannotMount, filled, mounted, placed


@pytest.fixture
def small_disk(tmp_path):
    try:
        with mounted(tmp_path / "disk") as disk:
            yield disk
    except CannotMount:
        pytest.skip("not this system: only root may mount a small disk")


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_full_disk_leaves_all_as_it_was(small_disk, tmp_path, deed):
    ends = {end for end, _ in filled(deed, small_disk, tmp_path)}
    # What `latest` sweeps leaves room enough for what it writes.
    assert ends >= ({End.DONE.value} if deed.name == "latest" else {End.DONE.value, End.FAILED.value})


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_disk_that_may_only_be_read_stays_as_it_is(small_disk, tmp_path, deed):
    root = placed(prepare(deed, tmp_path), small_disk)
    before = tree(root)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OSError, match="Read-only") as refused:
        deed.run(THIS_DISK, root)
    assert refused.value.errno == errno.EROFS
    assert tree(root) == before
