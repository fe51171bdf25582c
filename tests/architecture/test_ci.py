"""CI's rules: the tools it installs are the documented ones, and a test skipped for a missing tool fails there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CASES = """
import pytest

@pytest.mark.tool("no-such-tool")
def test_tool(): pass

@pytest.mark.tool("no-large-tool")
def test_optional_tool(): pass

def test_expected():
    pytest.skip("another Python: 3.13 is not here")

@pytest.mark.xfail(reason="known", strict=True)
def test_known():
    assert False
"""


def test_the_installed_packages_are_the_documented_ones(root: Path) -> None:
    run = (root / ".ci" / "run").read_text(encoding="utf-8")
    table = (root / "docs" / "tools.md").read_text(encoding="utf-8")
    for which, used in (("needed", "tests"), ("optional", "optional")):
        (block,) = re.findall(rf"^{which}=\(\n(.*?)^\)", run, re.MULTILINE | re.DOTALL)
        installed = dict(re.findall(r"^  ([\w-]+):([\w-]+)$", block, re.MULTILINE))
        documented = dict(re.findall(rf"^\| `([\w-]+)` \| `([\w-]+)` \| {used}", table, re.MULTILINE))
        assert installed == documented
        assert installed


def _outcome(root: Path, folder: Path, in_ci: str) -> str:
    """pytest's closing line for the cases above, under a copy of our own conftest."""
    tests = folder / "tests"
    (folder / "docs").mkdir(exist_ok=True)
    tests.mkdir(exist_ok=True)
    table = "| `no-such-tool` | `no-such-package` | tests |\n| `no-large-tool` | `no-package` | optional |\n"
    (folder / "docs" / "tools.md").write_text(table, encoding="utf-8")
    (tests / "conftest.py").write_bytes((root / "tests" / "conftest.py").read_bytes())
    (tests / "test_cases.py").write_text(CASES, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = tool(name): x\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", str(tests)],
        cwd=folder,
        env={**os.environ, "PROCESSPIL_CI": in_ci},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout


@pytest.mark.parametrize(
    ("in_ci", "closing"), [("0", "3 skipped, 1 xfailed"), ("1", "2 skipped, 1 xfailed, 1 error")], ids=["desk", "ci"]
)
def test_a_skip_for_a_missing_tool_fails_in_ci_only(root: Path, tmp_path: Path, in_ci: str, closing: str) -> None:
    output = _outcome(root, tmp_path, in_ci)
    assert closing in output.splitlines()[-1]
    assert "missing tool: no-such-tool (package no-such-package)" in output
    assert "missing optional tool: no-large-tool (package no-package)" in output
