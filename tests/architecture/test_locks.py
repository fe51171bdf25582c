"""The locks hold what pyproject.toml asks for, every file with its digest."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def _project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def _pins(root: Path, name: str) -> dict[str, str]:
    """Package → version, for a lock."""
    text = (root / ".lock" / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in PIN.findall(text)}


@pytest.fixture
def project(root: Path) -> dict[str, Any]:
    return _project(root)


@pytest.mark.parametrize("name", ["run.txt", "tests.txt"])
def test_every_pin_has_a_digest(root: Path, name: str) -> None:
    text = (root / ".lock" / name).read_text(encoding="utf-8")
    bare = [
        pin[0] for pin in PIN.finditer(text) if not text[pin.end() :].split("\n", 2)[1].strip().startswith("--hash=")
    ]
    assert bare == []
    assert len(PIN.findall(text)) > 20


def test_runtime_and_build_backend_are_locked_within_the_declared_ranges(root: Path, project: dict[str, Any]) -> None:
    _assert_locked(_pins(root, "run.txt"), project["project"]["dependencies"] + project["build-system"]["requires"])


def test_test_tools_are_locked_within_the_declared_ranges(root: Path, project: dict[str, Any]) -> None:
    asked = [entry for entry in project["dependency-groups"]["tests"] if isinstance(entry, str)]
    _assert_locked(_pins(root, "tests.txt"), asked)


def _assert_locked(pins: dict[str, str], asked: list[str]) -> None:
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


def test_the_test_lock_holds_the_runtime_lock(root: Path) -> None:
    assert _pins(root, "run.txt").items() <= _pins(root, "tests.txt").items()


def test_the_build_backend_is_declared_once_more_for_the_lock(project: dict[str, Any]) -> None:
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]


def test_every_runtime_dependency_has_a_line_in_the_docs(root: Path, project: dict[str, Any]) -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \|", (root / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(rows) == sorted(Requirement(asked).name for asked in project["project"]["dependencies"])
