"""What a clone looks like: the top level, the trail, the two commands, and nothing of the machine it was written on."""

import re
import subprocess
from pathlib import Path

import pytest

TOP_LEVEL = {
    *("pipeline", "sources", "styles", "output", "tests", "docs"),
    *("noxfile.py", "pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
}

# Put together from pieces, so that this file does not name what it looks for.
HOSTS = [host + ".org" for host in ("pypi", "pythonhosted", "npmjs", "anaconda", "crates")]
FOLDERS = re.compile(r"(?<![\w.])/(?:root|home|work|Users)/[\w.]|[A-Z]:[\\/]+Users[\\/]|" + "/opt/" + "pypi")


# Hostile strings collected by others.
CORPORA = "tests/security/corpora/"


def _clone_files(root: Path) -> list[str]:
    """What git tracks or would track."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=root, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return [name for name in names.split("\0") if name and (root / name).is_file()]


@pytest.fixture(scope="module")
def files(root: Path) -> list[str]:
    return _clone_files(root)


def test_the_top_level_holds_only_the_agreed_names(files: list[str]) -> None:
    tops = {name.split("/")[0] for name in files}
    assert {top for top in tops if not top.startswith(".")} == TOP_LEVEL


def test_of_what_is_built_only_the_readme_is_tracked(files: list[str]) -> None:
    assert [name for name in files if name.startswith("output/")] == ["output/README.md"]


def test_no_file_names_a_machine_or_a_package_index(root: Path, files: list[str]) -> None:
    found = []
    for name in (name for name in files if not name.startswith(CORPORA)):
        text = (root / name).read_bytes().decode("utf-8", errors="ignore")
        found += [f"{name}: {hit}" for hit in HOSTS if hit in text]
        found += [f"{name}: {hit[0]}" for hit in FOLDERS.finditer(text)]
    assert found == []


@pytest.mark.parametrize("task", ["build", "tests"])
def test_the_readme_gives_both_commands_for_both_shells(root: Path, task: str) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert f"python3 .ci/start.py {task}" in text
    assert f"py .ci/start.py {task}" in text


def test_ci_runs_the_second_command(root: Path) -> None:
    assert "python3 .ci/start.py tests" in (root / ".ci" / "run").read_text(encoding="utf-8")


def test_the_changelog_has_a_section_for_what_is_not_released(root: Path) -> None:
    assert "\n## [Unreleased]\n" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_links_between_documents_lead_somewhere(root: Path, files: list[str]) -> None:
    broken = []
    for name in (name for name in files if name.endswith(".md")):
        text = (root / name).read_text(encoding="utf-8")
        targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
        broken += [f"{name}: {target}" for target in targets if not (root / name).parent.joinpath(target).exists()]
    assert broken == []
