"""A process killed, interrupted or refused by the system at its calls: a sample of what `nox -s faults` tries."""

import subprocess
from collections import Counter

import pytest

from tests.faults.deeds import DEEDS
from tests.faults.page import written
from tests.faults.strace_points import KINDS, forks, points_of, struck

# What is tried in CI, and at every how many-th of its points.
SAMPLE = {"second release": 13, "withdrawal": 29, "draft": 29}


@pytest.fixture(scope="module")
def served():
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("not this system: strace may not look on here")
    with forks() as found:
        yield found


@pytest.mark.tool("strace")
@pytest.mark.parametrize("deed", [one for one in DEEDS if one.name in SAMPLE], ids=lambda deed: deed.name)
def test_a_call_of_the_system_may_go_wrong(served, tmp_path, deed):
    counts = struck(served, deed, tmp_path, SAMPLE[deed.name])
    assert all(found.total() for found in counts.values())


def test_every_changing_call_is_a_point_of_every_kind():
    points = points_of(Counter(write=2, read=1))
    assert [(one.kind, one.call, one.number) for one in points] == [
        *((kind, "write", number) for kind in ("KILL", "ENOSPC") for number in (1, 2)),
        *(("EIO", call, number) for call, number in (("write", 1), ("write", 2), ("read", 1))),
        *((kind, "write", number) for kind in ("SIGINT", "SIGTERM") for number in (1, 2)),
    ]


def test_the_page_has_a_row_for_every_deed_and_every_kind():
    rows = {line.split("|")[1].strip() for line in written("calls").splitlines() if line}
    assert rows >= {deed.name for deed in DEEDS} | set(KINDS)
