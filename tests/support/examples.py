"""The examples beside the real sources: each read once a process, and built once a test run."""

from functools import cache

import pytest

from pipeline.model import Programme
from pipeline.release.build import Made, build
from pipeline.release.plan import planned
from pipeline.release.project import Project, read_project
from tests.support.real import ROOT
from tests.support.shared import made_once

FOLDER = ROOT / "docs" / "examples"


@cache
def example_project(name: str) -> Project:
    return read_project(FOLDER / name)


def example_programme(name: str) -> Programme:
    programme = example_project(name).programme
    assert programme is not None
    return programme


def example_made(name: str, paths: pytest.TempPathFactory) -> dict[str, Made]:
    """Every artefact of the example by its path."""

    def built() -> dict[str, Made]:
        found = build(example_project(name), planned(example_programme(name)), lambda *_: None)
        return {one.artefact.path: one for one in found}

    return made_once(paths, f"example-{name}", built)
