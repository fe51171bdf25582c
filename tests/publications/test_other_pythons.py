"""The same release on every Python that is here, in another folder, time zone, locale, umask and hash seed: same bytes.

An interpreter that is missing is skipped, visibly. For each that is there the packages of the lock are installed once a
run, which takes a quarter of a minute; where no index can be reached, even by the Python that runs, that is skipped.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.release.edition.environments import NoEnvironment, new_environment
from tests.support.editions import write_every_kind
from tests.support.real import ROOT
from tests.support.released_project import command, everything_in
from tests.support.repository import committed

LOCK = ROOT / ".lock" / "run.txt"
NAME = "2026.1"
HERE = "{}.{}".format(*sys.version_info)
# Each differs from the others, and from this process, in all that a machine can differ in.
SETTINGS = {
    "3.11": ("Pacific/Chatham", "C", 0o002, "1"),
    "3.12": ("Asia/Kathmandu", "C.UTF-8", 0o077, "4711"),
    "3.13": ("America/St_Johns", "POSIX", 0o027, "86400"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committed project with a publication of every kind."""
    root = write_every_kind(tmp_path_factory.mktemp("everywhere") / "p")
    (root / ".gitignore").write_text("/output/\n", encoding="utf-8")
    command("-q", "-C", root, "layout", "--update")
    committed(root)
    return root


@pytest.fixture(scope="module")
def here(project: Path) -> dict[str, bytes]:
    """All files of the release that this process makes, and what lies beside it."""
    command("-q", "-C", project, "release", NAME)
    return everything_in(project / "output")


@pytest.fixture(scope="module")
def python_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """An interpreter of a version with the packages of the lock; skips where that is not to be had."""

    def found(version: str) -> str:
        bare = next((path for path in _candidates(version) if _is(path, version)), None)
        if bare is None:
            pytest.skip(f"another Python: {version} is not installed")
        folder = tmp_path_factory.mktemp("python") / version
        try:
            return new_environment(LOCK, folder, bare)
        except NoEnvironment as fault:
            if _reaches_an_index(tmp_path_factory.mktemp("probe")):
                raise
            pytest.skip(f"another Python: no package index for {version} ({fault.said})")

    return found


def _candidates(version: str) -> Iterator[str]:
    """Where an interpreter may be: this one, on the PATH, of pyenv, of uv."""
    if version == HERE:
        yield sys.executable
    if path := shutil.which(f"python{version}"):
        yield path
    for root in (os.environ.get("PYENV_ROOT"), Path.home() / ".pyenv"):
        yield from (str(one) for one in sorted(Path(root or os.devnull).glob(f"versions/{version}.*/bin/python")))
    if uv := shutil.which("uv"):
        asked = subprocess.run([uv, "python", "find", version], capture_output=True, text=True, check=False)
        yield from asked.stdout.split()


def _is(path: str, version: str) -> bool:
    """Whether it runs: a shim of pyenv may lead to a version that is not chosen."""
    code = "import sys; print('{}.{}'.format(*sys.version_info))"
    found = subprocess.run([path, "-c", code], capture_output=True, text=True, check=False)
    return found.stdout.strip() == version


def _reaches_an_index(folder: Path) -> bool:
    """Whether this Python gets a package of the lock that is not here already."""
    line = LOCK.read_text(encoding="utf-8").partition("annotated-types==")[2].partition("\n")[0].strip(" \\")
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir", "--dest", str(folder))
    return subprocess.run([*pip, f"annotated-types=={line}"], capture_output=True, check=False).returncode == 0


def _released_by(python: str, version: str, project: Path, folder: Path) -> dict[str, bytes]:
    """All files of the release of a clone, made by another interpreter in surroundings of its own."""
    zone, locale, mask, seed = SETTINGS[version]
    clone = folder / "en mapp med å" / version
    subprocess.run(["git", "clone", "--quiet", str(project), str(clone)], check=True)
    settings = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed}
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "cache")}
    start = f"import os; os.umask({mask}); from pipeline.cli import main; main()"
    arguments = [python, "-W", "error", "-c", start, "-q", "release", NAME]
    done = subprocess.run(arguments, cwd=clone, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return everything_in(clone / "output")


@pytest.mark.parametrize("version", sorted(SETTINGS))
def test_the_same_release_has_the_same_bytes(
    version: str,
    python_of: Callable[[str], str],
    project: Path,
    here: dict[str, bytes],
    tmp_path: Path,
) -> None:
    there = _released_by(python_of(version), version, project, tmp_path)
    assert sorted(there) == sorted(here)
    assert [path for path in sorted(here) if here[path] != there[path]] == []


def test_what_was_compared(here: dict[str, bytes]) -> None:
    """All formats and all lists, so that nothing was equal by not being there."""
    endings = {Path(path).suffix for path in here if path.startswith(f"{NAME}/")}
    assert {".pdf", ".docx", ".svg", ".html", ".json", ".yaml"} <= endings
    lists = ("manifest.json", "SHA256SUMS", "modell.json", "sbom.cdx.json", "provenance.intoto.json")
    assert {f"{NAME}/{name}" for name in lists} | {"releases.json", "gallande.html", "LATEST"} <= set(here)
