"""Environments for making files once more: what counts as the locked one, and what a process in one sees."""

import sys
from importlib import metadata
from pathlib import Path

import pytest

from pipeline.release.edition.environments import NoEnvironment, new_environment, run_apart, runs_as_locked

HASH = "--hash=sha256:" + "0" * 64


def lock(folder: Path, *lines: str) -> Path:
    file = folder / "run.txt"
    file.write_text("# made by a tool\n" + "".join(f"{line} \\\n    {HASH}\n" for line in lines), encoding="utf-8")
    return file


def test_the_locked_versions_are_installed(tmp_path: Path) -> None:
    names = ("click", "reportlab", "fontpkg-atkinson-hyperlegible")
    assert runs_as_locked(lock(tmp_path, *(f"{name}=={metadata.version(name)}" for name in names)))


def test_zeros_before_a_number_make_no_other_version(tmp_path: Path) -> None:
    """Its files say 1.006 where the registry says 1.6."""
    assert runs_as_locked(lock(tmp_path, "fontpkg-atkinson-hyperlegible==1.6"))
    assert not runs_as_locked(lock(tmp_path, "fontpkg-atkinson-hyperlegible==1.60"))


@pytest.mark.parametrize("line", ["click==0.0.1", "no-such-package-of-ours==1.0"])
def test_another_version_or_none(tmp_path: Path, line: str) -> None:
    assert not runs_as_locked(lock(tmp_path, f"reportlab=={metadata.version('reportlab')}", line))


def test_an_empty_lock_is_no_lock(tmp_path: Path) -> None:
    assert not runs_as_locked(lock(tmp_path))


def test_without_an_index_the_last_line_of_what_pip_said_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PIP_NO_INDEX", "UV_OFFLINE", "UV_NO_INDEX"):
        monkeypatch.setenv(name, "1")
    for name in ("PIP_FIND_LINKS", "UV_FIND_LINKS"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    with pytest.raises(NoEnvironment) as fault:
        new_environment(lock(tmp_path, "click==0.0.1"), tmp_path / "environment")
    assert "click" in fault.value.said
    assert "\n" not in fault.value.said
    assert not (tmp_path / "environment").exists()


SHOWING = """\
import locale, os, sys, time
import pipeline
mask = os.umask(0)
print(sorted(name for name in os.environ if name.startswith(("PYTHON", "PROCESSPIL", "SOURCE_DATE"))))
print(os.environ["LC_ALL"], time.tzname[0], oct(mask), sys.argv[1:], pipeline.NAME)
"""


def test_a_process_apart_sees_the_other_program_and_nothing_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pipeline").mkdir()
    (tmp_path / "pipeline/__init__.py").write_text('NAME = "another"\n', encoding="utf-8")
    (tmp_path / "pipeline/showing.py").write_text(SHOWING, encoding="utf-8")
    for name in ("PYTHONPATH", "PYTHONSTARTUP", "PROCESSPIL_X", "SOURCE_DATE_EPOCH"):
        monkeypatch.setenv(name, "/x")
    found = run_apart(sys.executable, tmp_path, "pipeline.showing", ["a", "b"])
    assert found.stderr == ""
    assert found.stdout.splitlines() == ["['PYTHONHASHSEED']", "C +1245 0o27 ['a', 'b'] another"]


def test_a_program_that_is_not_there_is_never_mistaken_for_this_one(tmp_path: Path) -> None:
    assert run_apart(sys.executable, tmp_path, "pipeline.release.edition.remaking", []).returncode == 1
