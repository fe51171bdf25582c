"""What every test may use, and the rule about skips: a test skipped for a missing tool fails in CI.

A tool that docs/tools.md calls optional may be missing in CI too: its tests are skipped, and the report says so.
"""

import os
import re
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Set by .ci/run.
IN_CI = os.environ.get("PROCESSPIL_CI") == "1"

# How the reason of a skip that is right also in CI begins. Everything else must be mended, not skipped.
EXPECTED_SKIPS = (
    "another Python:",  # a run on Python 3.12 or 3.13 where only one is installed
    "not this system:",  # a rule of Windows or macOS
    "missing optional tool:",  # one that docs/tools.md calls optional; .ci/run has tried to install it
)


# The files that take longest, first. Where two processes share the files (`nox -s tests`) both then end together, and
# while one builds the publications for all of them the other has something else to do.
LONG = (
    "publications/test_web_accessibility.py",
    "publications/test_web_visits.py",
    "publications/test_what_is_shown.py",
    "publications/test_other_pythons.py",
    "faults/test_seam.py",
    "publications/test_layout_bench.py",
    "publications/test_layout_steadiness.py",
    "publications/test_rebuilding.py",
    "publications/test_generated_pdfs.py",
    "diagnostics/mutations/test_mutations.py",
    "publications/test_pdf_readers.py",
    "publications/test_handbook.py",
    "publications/test_svg_graph.py",
    "publications/test_same_bytes.py",
    "publications/test_examples.py",
    "publications/test_drawings.py",
    "publications/test_split_maps.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files as `LONG` has them, and leave the others as they were."""
    ranks = {ROOT / "tests" / name: rank for rank, name in enumerate(LONG)}
    items.sort(key=lambda item: ranks.get(item.path, len(LONG)))


def tools() -> dict[str, str]:
    """Outside tools and their Debian packages, as the table in docs/tools.md names them."""
    table = (ROOT / "docs" / "tools.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([\w-]+)` \| `([\w-]+)` \|", table, re.MULTILINE))


def optional_tools() -> set[str]:
    """The tools that CI may be without: programs too large to be asked for everywhere, as a browser is."""
    table = (ROOT / "docs" / "tools.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([\w-]+)` \| `[\w-]+` \| optional", table, re.MULTILINE))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `@pytest.mark.tool("qpdf")` where that tool is missing, and say which package has it."""
    for mark in item.iter_markers("tool"):
        for name in mark.args:
            if shutil.which(name) is None:
                missing = "missing optional tool" if name in optional_tools() else "missing tool"
                pytest.skip(f"{missing}: {name} (package {tools()[name]})")


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not (IN_CI and report.skipped) or hasattr(report, "wasxfail"):
        return
    reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
    if not reason.removeprefix("Skipped: ").startswith(EXPECTED_SKIPS):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, which expects no such skip (tests/conftest.py): {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skip that is not expected counts as a failure."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module that skips itself."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the clone."""
    return ROOT


@pytest.fixture(scope="session")
def browser() -> Generator[object, None, None]:
    """One Chromium for all tests of a process, which are marked `@pytest.mark.tool("chromium")`."""
    from tests.support.browser import launched  # noqa: PLC0415 - only tests of the web page pay for it

    with launched() as found:
        yield found
