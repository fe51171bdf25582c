"""Many at once: one wins, the others are told why, and nobody who reads meanwhile sees half of anything."""

import json
import subprocess
import sys

import pytest

from pipeline.release.edition.verifying import verify
from tests.conftest import ROOT
from tests.faults.crowd import HALF
from tests.faults.deeds import RELEASES
from tests.faults.forks import BUSY, REFUSED
from tests.faults.judging import tree
from tests.faults.prepared import FIRST, SECOND, numbered

CROWD = 8


def _crowd(what, root):
    command = [sys.executable, "-m", "tests.faults.crowd", what, str(root), str(CROWD)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300).stdout)


@pytest.mark.parametrize("turn", range(5))
def test_of_eight_that_make_the_same_release_one_wins(tmp_path, turn):
    root = tmp_path / "output"
    codes = _crowd("same", root)
    assert codes.count(0) == 1
    assert set(codes) <= {0, BUSY, REFUSED}
    assert tree(root / "2026.1") == FIRST[1]
    assert not list(root.glob(".*"))


def test_of_eight_releases_at_once_none_is_ever_seen_half(tmp_path):
    root = tmp_path / "output"
    codes = _crowd("many", root)
    assert HALF not in codes
    assert codes == [0] * CROWD
    for number in range(1, CROWD + 1):
        assert tree(root / f"2026.{number}") == numbered(number)[1]
    assert (root / "LATEST").read_text() == f"2026.{CROWD}\n"


def test_what_these_tests_release_are_releases(tmp_path):
    """The program's own eye: else they would prove little."""
    second = next(deed for deed in RELEASES if deed.name == "withdrawal")
    second.before(tmp_path)
    for frozen, _ in (FIRST, SECOND):
        found = verify(tmp_path / frozen.release)
        assert (found.flaws, found.frozen) == ((), frozen)
