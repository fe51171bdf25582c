"""Programmes that npm installs from a lock in tests/support: once, into a folder below build/ in the clone."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def npm_home(name: str, *options: str) -> Path:
    """The folder where tests/support/NAME is installed; npm fills it the first time, and again when its lock changes.

    Skips the test where npm is missing or cannot install.
    """
    files = sorted(path for path in (ROOT / "tests" / "support" / name).iterdir() if path.is_file())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
    home = ROOT / "build" / f"{name}-{digest}"
    if not home.is_dir():
        _install(files, home, options)
    return home


def _install(files: Sequence[Path], home: Path, options: Sequence[str]) -> None:
    """Made beside its place and renamed, so that a broken installation is never taken for a whole one."""
    home.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as beside:
        made = Path(beside) / home.name
        made.mkdir()
        for path in files:
            shutil.copy(path, made)
        # No package may run a script.
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
        done = subprocess.run(
            [tool("npm"), "ci", *options, *quiet], cwd=made, capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"missing tool: {home.name}, which npm could not install: {done.stderr.strip()[-300:]}")
        if not home.is_dir():  # another worker may have been quicker
            made.rename(home)


def tool(name: str) -> str:
    """Where an outside tool is; skips the test where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"missing tool: {name} (docs/tools.md)")
    return path
