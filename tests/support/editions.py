"""A project with every kind of publication to make releases of, and releases of it without a repository around them."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from pipeline.release.edition.frozen import Frozen, Origin
from pipeline.release.edition.making import Edition, Piece, Previous, pieces
from pipeline.release.project import Project, read_project
from tests.support.examples import FOLDER

FIRST, SECOND = Edition("2026.1", "2026-11-21"), Edition("2026.2", "2027-01-15")
# One format of each kind, so that a release costs two seconds; the handout also in the one that is edited.
_KINDS = {
    "affisch": ("A2", ["svg"]),
    "karta": ("A3", ["pdf"]),
    "handout": ("A4", ["pdf", "docx"]),
    "handout-kort": ("A4", ["pdf"]),
    "bilaga": ("A4", ["pdf"]),
    "handbok": ("A4", ["pdf"]),
    "begrepp": ("A4", ["pdf"]),
    "att-gora": ("A4", ["pdf"]),
    "webb": ("A3", ["html"]),
}
_LIKE_HANDOUTS = ("handout-kort", "bilaga", "handbok", "begrepp")


def write_every_kind(root: Path) -> Path:
    """The smallest example, two actors of six and four steps, with a publication of every kind."""
    shutil.copytree(FOLDER / "minimal", root)
    entries = [
        {"id": kind, "sort": kind, "namn": f"Sorten {kind}", "papper": paper, "format": formats, "beskrivning": "En."}
        for kind, (paper, formats) in _KINDS.items()
    ]
    write(root / "sources/publikationer.yaml", {"publikationer": entries})
    changed(root / "styles/teman/standard.yaml", _with_measures)
    return root


def _with_measures(theme: dict[str, Any]) -> None:
    theme["lika_ark"] += [{"sort": kind, "som": "handout"} for kind in _LIKE_HANDOUTS]


def write(file: Path, content: object) -> None:
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def changed(file: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """The YAML file with a change made to what it holds."""
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(found)
    write(file, found)


def sound(root: Path) -> Project:
    project = read_project(root)
    assert not project.report.has_errors, [(found.code, found.place) for found in project.report.findings]
    return project


def made(project: Project, edition: Edition, previous: Previous | None = None) -> dict[str, Piece]:
    """The release's files by what they are known by in every release."""
    found = pieces(project, edition, previous, lambda *_: None)
    assert [finding for one in found for finding in one.findings] == []
    return {"-".join(filter(None, one.entry.key)): one for one in found}


def put(folder: Path, found: Iterable[Piece], edition: Edition = FIRST) -> Previous:
    """The files in a folder, as the release before another one."""
    found = tuple(found)
    for one in found:
        file = folder / one.entry.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.data)
    entries = tuple(one.entry for one in found)
    origins = {one.made_in: Origin(one.date, "0" * 40, None) for one in entries}
    origins[edition.name] = Origin(edition.date, "0" * 40, None)
    return Previous(folder, Frozen(edition.name, None, edition.date, "sv-SE", "", "", "", origins, {}, entries, ()))
