"""The environment in which files are made once more: the one that runs, if its packages are the locked ones, else new.

A new one holds what the lock names, each package by its digest. Only making it may ask a package index; what is made in
it sees nothing of this process's environment (decision 0031).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path

_LOCKED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
# As unlike a usual one as can be: what is made must not show it.
_ODD = {"LC_ALL": "C", "TZ": "Pacific/Chatham", "PYTHONHASHSEED": "20261"}
# What Python cannot start without on some systems.
_KEPT = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH")
# A process of the program in another folder: the umask first, then nothing but that program, whatever is installed.
_START = """\
import os, runpy, sys
os.umask(0o027)
sys.path.insert(0, sys.argv.pop(1))
import pipeline
assert os.path.realpath(pipeline.__file__).startswith(os.path.realpath(sys.path[0])), pipeline.__file__
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
"""


class NoEnvironment(Exception):
    """Neither uv nor pip could install what the lock names; `said` is the last line of what they said."""

    def __init__(self, said: str) -> None:
        """Keep the line."""
        super().__init__(said)
        self.said = said


def runs_as_locked(lock: Path) -> bool:
    """True if every package of the lock is installed here in its locked version."""
    pairs = _LOCKED.findall(lock.read_text(encoding="utf-8"))
    return bool(pairs) and all(_plain(_installed(name)) == _plain(version) for name, version in pairs)


def _plain(version: str) -> str:
    """A version without zeros before its numbers: 1.006 and 1.6 are the same (PEP 440, integer normalization)."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", version)


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def new_environment(lock: Path, folder: Path, python: str = sys.executable) -> str:
    """An interpreter like `python` in a new environment with the packages of a lock. Raises NoEnvironment."""
    said = ""
    for commands in _ways(lock, folder, python):
        done = [subprocess.run(command, capture_output=True, text=True, check=False) for command in commands]
        if all(one.returncode == 0 for one in done):
            return str(_python_in(folder))
        said = next((one.stderr.strip() for one in done if one.returncode), "").rpartition("\n")[2]
        shutil.rmtree(folder, ignore_errors=True)
    raise NoEnvironment(said)


def _ways(lock: Path, folder: Path, python: str) -> Iterator[tuple[Sequence[str], ...]]:
    """The commands that make it: with uv where that is, then with pip."""
    inside = str(_python_in(folder))
    strict = ("--require-hashes", "--only-binary", ":all:", "--no-deps", "--requirement", str(lock))
    if uv := shutil.which("uv"):
        install = (uv, "pip", "install", "--quiet", "--python", inside, *strict)
        yield ((uv, "venv", "--quiet", "--python", python, str(folder)), install)
    pip = (python, "-m", "pip", "--python", inside, "install", "--quiet", "--disable-pip-version-check", *strict)
    yield ((python, "-m", "venv", "--without-pip", str(folder)), pip)


def _python_in(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run_apart(python: str, program: Path, module: str, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """A module of the program in a folder, run by itself, with nothing of this process's environment."""
    command = (python, "-P", "-s", "-c", _START, str(program), module, *arguments)
    return subprocess.run(
        command, env=_surroundings(), capture_output=True, encoding="utf-8", errors="replace", check=False
    )


def _surroundings() -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, **_ODD}
