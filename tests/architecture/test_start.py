"""The start script: it says in plain words what is missing, and knows when there is nothing to install."""

import ast
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

# Writes what an old Python would make of the script.
PRETEND = "import runpy, sys; sys.version_info = (3, 8); runpy.run_path({script!r}, run_name='__main__')"
NEW_SYNTAX = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.FunctionDef, ast.Match)


@pytest.fixture
def environment(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """.ci/environment.py, with a folder of its own that holds only locks and pyproject.toml."""
    spec = importlib.util.spec_from_file_location("environment", root / ".ci" / "environment.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]\nname='p'\n[build-system]\nrequires=[]\n", encoding="utf-8")
    (tmp_path / "lock.txt").write_text("click==1\n", encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "FOLDER", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(module, "LOCKS", {"build": tmp_path / "lock.txt", "tests": tmp_path / "lock.txt"})
    return module


def _stamp(environment: ModuleType, **changed: object) -> None:
    """The stamp of a finished installation of `build`, with some of it changed."""
    keys = {"build": environment._key(environment.LOCKS["build"])}
    stamp = {**environment._identity(), "installed": "['click==1']", "keys": keys, **changed}
    environment.STAMP.write_text(json.dumps(stamp), encoding="utf-8")


def test_an_old_python_is_told_what_is_needed(root: Path) -> None:
    code = PRETEND.format(script=str(root / ".ci" / "start.py"))
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 1
    assert run.stderr.startswith("Python 3.11 eller senare behövs; det här är Python 3.8.")
    assert "Traceback" not in run.stderr


def test_an_old_python_can_read_the_script(root: Path) -> None:
    tree = ast.parse((root / ".ci" / "start.py").read_text(encoding="utf-8"))
    assert [node for node in ast.walk(tree) if isinstance(node, NEW_SYNTAX)] == []


@pytest.mark.parametrize("arguments", [[], ["bygg"]])
def test_wrong_use_is_told_how(
    environment: ModuleType, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert environment.main(arguments) == 2
    assert "python3 .ci/start.py build" in capsys.readouterr().err


def test_a_python_without_venv_is_told_which_package(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert environment.main(["build"]) == 3
    assert "sudo apt install python{}.{}-venv".format(*sys.version_info[:2]) in capsys.readouterr().err


def test_a_torn_clone_is_told_which_file(environment: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    environment.LOCKS["build"].unlink()
    assert environment.main(["build"]) == 3
    assert "lock.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "stämmer inte med låset"),
        ("[Errno 28] No space left on device", "Disken är full"),
        ("Could not fetch URL", "Kontrollera nätverket"),
    ],
)
def test_a_failure_shows_its_own_words_and_what_to_do(environment: ModuleType, words: str, advice: str) -> None:
    command = [sys.executable, "-c", f"import sys; sys.exit({words!r})"]
    with pytest.raises(environment.Fault) as raised:
        environment._run(command, environment.OTHERWISE)
    assert words in str(raised.value)
    assert advice in str(raised.value)


def test_nothing_is_installed_while_the_stamp_holds(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_installed", lambda: "['click==1']")
    monkeypatch.setattr(environment, "_install", lambda lock: pytest.fail("installs"))
    _stamp(environment)
    environment._prepare("build")


@pytest.mark.parametrize(
    "changed",
    [{"python": "3.10"}, {"root": "elsewhere"}, {"installed": "[]"}, {"keys": {"build": "other"}}, {"keys": None}],
    ids=lambda changed: next(iter(changed)),
)
def test_the_environment_is_made_anew_when_anything_differs(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, changed: dict[str, object]
) -> None:
    done: list[object] = []
    monkeypatch.setattr(environment, "_installed", lambda: "['click==1']")
    monkeypatch.setattr(environment, "_make_anew", lambda: done.append("anew"))
    monkeypatch.setattr(environment, "_install", lambda lock: done.append("install"))
    _stamp(environment, **changed)
    environment._prepare("build")
    assert done == ["anew", "install"]
    environment._prepare("build")
    assert done == ["anew", "install"], "the new stamp does not hold"


def test_test_tools_are_added_to_an_environment_that_holds(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    (environment.ROOT / "tests.txt").write_text("click==1\npytest==1\n", encoding="utf-8")
    environment.LOCKS["tests"] = environment.ROOT / "tests.txt"
    monkeypatch.setattr(environment, "_installed", lambda: "['click==1']")
    monkeypatch.setattr(environment, "_make_anew", lambda: pytest.fail("made anew"))
    monkeypatch.setattr(environment, "_install", done.append)
    _stamp(environment)
    environment._prepare("tests")
    environment._prepare("build")
    assert done == [environment.LOCKS["tests"]]
