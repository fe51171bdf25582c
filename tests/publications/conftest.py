"""All publications of the real sources, built once for the tests that read them."""

import pytest

from pipeline.release.build import Made, build
from pipeline.release.plan import planned
from tests.support.real import real_programme, real_project


@pytest.fixture(scope="session")
def made() -> dict[str, Made]:
    """Every artefact by its path, each checked by its writer's gate."""
    found = build(real_project(), planned(real_programme()), lambda *_: None, verify=True)
    return {one.artefact.path: one for one in found}
