"""A release whose repository holds the program: made once more by the program of its commit, or told from another."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.real import ROOT
from tests.support.released_project import changed_everywhere, everything_in, with_other_bytes
from tests.support.repository import committed
from tests.support.small import with_a_new_step, write_small_project

FIRST, SECOND = "2026.1", "2026.2"
MAP = f"karta/karta-fk-A3-{FIRST}.svg"
STEPS = "sources/aktorer/stockholms-stad.yaml"


def processpil(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program of this very repository, in a process of its own."""
    command = [sys.executable, "-m", "pipeline", "-C", str(root), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def done(root: Path, *arguments: str) -> str:
    found = processpil(root, *arguments)
    assert found.returncode == 0, found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases: after the first, the program and a word in one map changed. Nobody changes it."""
    root = tmp_path_factory.mktemp("rebuilt") / "p"
    shutil.copytree(ROOT / "pipeline", root / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (root / ".lock").mkdir()
    shutil.copy(ROOT / ".lock/run.txt", root / ".lock/run.txt")
    shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
    write_small_project(root)
    (root / ".gitignore").write_text("/output/\n__pycache__/\n", encoding="utf-8")
    done(root, "layout", "--update")
    committed(root)
    done(root, "release", FIRST)
    return root


def test_the_program_and_packages_of_the_commit(root: Path) -> None:
    found = processpil(root, "verify", "--rebuild", "--bytes")
    assert found.returncode == 0, found.stderr
    assert {line.partition("\t")[2] for line in found.stdout.splitlines()} == {"lika"}
    assert len(found.stdout.splitlines()) == 5
    assert "paketen är de som är installerade" in found.stderr


@pytest.fixture(scope="module")
def second(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After a second release, for which the town got a step more, the program changed as well."""
    again = tmp_path_factory.mktemp("again") / "p"
    shutil.copytree(root, again)
    town = again / "sources/aktorer/ss.yaml"
    town.write_text(with_a_new_step(town.read_text(encoding="utf-8")), encoding="utf-8")
    done(again, "layout", "--update")
    committed(again)
    done(again, "release", SECOND)
    texts = again / "pipeline/locale/sv/texts.yaml"
    texts.write_text(texts.read_text(encoding="utf-8").replace("Fortsätt till", "Gå vidare till"), encoding="utf-8")
    composer = again / "pipeline/compose/map_chapter.py"
    composer.write_text("raise SystemExit('this version makes nothing')\n", encoding="utf-8")
    committed(again)
    return again


def test_each_file_by_the_commit_that_made_it_whatever_the_program_is_today(second: Path) -> None:
    manifest = json.loads((second / "output" / SECOND / "manifest.json").read_bytes())
    made_in = {one["path"]: one["made_in"] for one in manifest["artefacts"]}
    assert set(made_in.values()) == {FIRST, SECOND}
    found = processpil(second, "verify", SECOND, "--rebuild", "--bytes", "--json")
    assert found.returncode == 0, found.stderr
    rebuilt = {one["path"]: (one["made_in"], one["verdict"]) for one in json.loads(found.stdout)["rebuilt"]}
    assert rebuilt == {path: (name, "equal") for path, name in {**made_in, "modell.json": SECOND}.items()}


def test_one_byte_in_a_frozen_file_with_all_sums_and_registers_made_right(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "p")
    for path in (tmp_path / "p/output").rglob("*"):
        path.chmod(0o755)
    changed_everywhere(tmp_path / "p", with_other_bytes(MAP, lambda data: data.replace(b"A3", b"A4", 1) + b"\n"))
    found = processpil(tmp_path / "p", "verify", "--rebuild", "--bytes")
    assert found.returncode == 1
    assert f"{MAP}\tannorlunda" in found.stdout
    assert found.stdout.count("\tlika") == 4


def test_a_lock_that_is_not_the_one_of_the_manifest(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "p")
    for path in (tmp_path / "p/output").rglob("*"):
        path.chmod(0o755)

    def other(manifest: dict[str, Any], _: Path) -> None:
        manifest["origins"][FIRST]["lock_sha256"] = "0" * 64

    changed_everywhere(tmp_path / "p", other)
    found = processpil(tmp_path / "p", "verify", "--rebuild", "--bytes")
    assert found.returncode == 3
    assert ".lock/run.txt" in found.stderr


def test_nothing_is_left_behind_or_changed(root: Path) -> None:
    before = {path: data for path, data in everything_in(root).items() if "__pycache__" not in path}
    processpil(root, "verify", "--rebuild", "--bytes")
    assert {path: data for path, data in everything_in(root).items() if "__pycache__" not in path} == before
