"""What every test may use, and the rule about skips: a test skipped for a missing tool fails in CI."""

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
)


def tools() -> dict[str, str]:
    """Outside tools and their Debian packages, as the table in docs/tools.md names them."""
    table = (ROOT / "docs" / "tools.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([\w-]+)` \| `([\w-]+)` \|", table, re.MULTILINE))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `@pytest.mark.tool("qpdf")` where that tool is missing, and say which package has it."""
    for mark in item.iter_markers("tool"):
        for name in mark.args:
            if shutil.which(name) is None:
                pytest.skip(f"missing tool: {name} (package {tools()[name]})")


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
