"""All publications of the real sources, built once for the tests that read them."""

from pathlib import Path

import pytest

from pipeline.release.build import Made, build
from pipeline.release.plan import planned
from tests.support.real import real_programme, real_project
from tests.support.shared import made_once
from tests.support.web_reader import page_of


def _built() -> dict[str, Made]:
    found = build(real_project(), planned(real_programme()), lambda *_: None, verify=True)
    return {one.artefact.path: one for one in found}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every artefact by its path, each checked by its writer's gate."""
    return made_once(tmp_path_factory, "publications", _built)


@pytest.fixture(scope="session")
def web_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web page of the real sources as a file for the browser."""
    file = tmp_path_factory.mktemp("web") / "page.html"
    file.write_bytes(page_of(real_project())[1])
    return file
