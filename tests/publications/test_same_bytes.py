"""Same input, same bytes: over hash seed, time zone, locale, folder, and whatever SOURCE_DATE_EPOCH says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.real import ROOT

SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "86400"},
)


def _built(folder: Path, settings: dict[str, str]) -> dict[str, bytes]:
    """A whole build of a copy of the project in a folder of its own, in a process of its own."""
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    command = [sys.executable, "-m", "pipeline", "build"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    output = folder / "output" / "utkast"
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    return [
        _built(tmp_path_factory.mktemp("kort"), SETTINGS[0]),
        _built(tmp_path_factory.mktemp("en mapp med å och blanksteg"), SETTINGS[1]),
    ]


def test_two_builds_have_the_same_files(builds):
    assert set(builds[0]) == set(builds[1])
    # A poster, four maps, handouts and to-do lists, each in two formats, and the manifest.
    assert len(builds[0]) == 2 + 8 + 8 + 8 + 1


def test_every_file_has_the_same_bytes(builds):
    assert [path for path in sorted(builds[0]) if builds[0][path] != builds[1][path]] == []


def test_no_file_names_the_folder_it_was_built_in_or_another_day(builds):
    for path, data in builds[0].items():
        assert b"kort0" not in data, path
        assert b"1970-01-02" not in data, path
