"""The doctor's look at the installation, also where it is broken."""

import importlib
import shutil
import tomllib
from importlib import metadata
from types import SimpleNamespace

import pytest

from pipeline.authoring.doctor import State, installation
from pipeline.reading import yaml_tree
from tests.support.real import ROOT


def answers(topic):
    return {answer.subject: answer for answer in installation.examined() if answer.topic == topic}


def test_every_library_of_the_project_is_looked_at():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = answers("library")
    assert len(found) == len(project["dependencies"])
    for name, answer in found.items():
        assert answer.gaps["version"] == metadata.version(name)
        assert answer.state is State.OK


def test_the_list_comes_from_what_is_installed(monkeypatch):
    requires = ["click<1,>=0.5", "saknas>=2", 'extra>=1; extra == "x"', "pytest (>=1); python_version > '3'"]
    installed = SimpleNamespace(metadata={"Requires-Python": ">=3.99"}, requires=requires)
    monkeypatch.setattr(installation, "distribution", lambda _: installed)
    found = answers("library")
    assert {name: (one.state, one.sentence) for name, one in found.items()} == {
        "click": (State.WARNING, "other_version"),
        "saknas": (State.FAULT, "library_missing"),
        "pytest": (State.OK, "version"),
    }
    assert answers("python")[""].state is State.FAULT


def test_without_a_list_of_libraries_that_is_said(monkeypatch, tmp_path):
    """Neither installed nor in its own folder."""

    def not_installed(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(installation, "distribution", not_installed)
    monkeypatch.setattr(installation, "_HERE", tmp_path / "pipeline")
    assert answers("libraries")[""].state is State.WARNING


@pytest.mark.parametrize(
    ("found", "wanted", "fits"),
    [
        ("6.0.3", ">=6.0.2,<7", True),
        ("7", ">=6.0.2,<7", False),
        ("7.0.0", "<7,>=6.0.2", False),
        ("6.0.1", ">=6.0.2,<7", False),
        ("10.0", ">=9", True),
        ("5", ">=5.0", True),
        ("1.006", ">=1.6,<2", True),
        ("3.11.0", "", True),
    ],
)
def test_versions_are_compared_by_their_numbers(found, wanted, fits):
    assert installation._fits(found, wanted) is fits


def test_a_part_that_cannot_be_loaded_is_a_fault_and_not_a_stop(monkeypatch):
    whole = importlib.import_module

    def broken(name):
        if name in {"pipeline.writers.pdf", "pipeline.reading.yaml_tree"}:
            raise OSError("libqpdf.so:\n  no such file")
        return whole(name)

    monkeypatch.setattr(installation, "import_module", broken)
    making = answers("making")
    assert making["PDF"].state is State.FAULT
    assert making["PDF"].gaps["reason"] == "OSError: libqpdf.so: no such file"
    assert making["SVG"].state is State.OK
    assert answers("parser")[""].state is State.FAULT


def test_a_slow_parser_is_a_warning(monkeypatch):
    monkeypatch.setitem(yaml_tree.PARSERS, "c", yaml_tree.PARSERS["pure"])
    assert answers("parser")[""].state is State.WARNING


def test_tools_for_tests_are_never_more_than_named(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    found = {answer.subject: (answer.state, answer.sentence) for answer in installation.outside_tools()}
    assert found.pop("git") == (State.WARNING, "git_missing")
    assert set(found.values()) == {(State.OK, "only_for_tests")}
    assert "qpdf" in found


def test_without_the_page_about_tools_only_git_is_looked_for(monkeypatch, tmp_path):
    monkeypatch.setattr(installation, "_HERE", tmp_path / "pipeline")
    assert [answer.subject for answer in installation.outside_tools()] == ["git"]
