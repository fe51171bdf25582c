"""Format, style and types of all code; here rather than before the tests, so that one run shows everything."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = {
    "format": ("ruff", "format", "--check", "--quiet"),
    "style": ("ruff", "check", "--quiet", "--output-format", "concise"),
    "types": ("mypy", "--no-error-summary"),
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_is_clean(root: Path, check: str) -> None:
    run = subprocess.run([sys.executable, "-m", *CHECKS[check]], cwd=root, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.fail(run.stdout + run.stderr, pytrace=False)
