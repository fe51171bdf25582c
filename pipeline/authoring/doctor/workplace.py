"""Where the program is to work: fixed texts, the project, its theme and fonts, and folders to write in.

Everything is imported late and each look has its own net: a broken library or theme gives an answer, not a stop.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.authoring.doctor.answers import Answer, State, broken

if TYPE_CHECKING:
    from pipeline.release.project import Project

# What Swedish text needs beyond A to Z.
_LETTERS = (0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xC9, 0xFC, 0xDC, 0xE0, 0xC0)
_DASHES_AND_QUOTES = (0x2013, 0x2014, 0x201D, 0x2019, 0xBB, 0x2026)
_SECTION_DEGREE_HALF_TIMES = (0xA7, 0xB0, 0xBD, 0xD7)
_HARD_SPACE_AND_SOFT_HYPHEN = (0xA0, 0xAD)
SWEDISH = "".join(map(chr, _LETTERS + _DASHES_AND_QUOTES + _SECTION_DEGREE_HALF_TIMES + _HARD_SPACE_AND_SOFT_HYPHEN))
_TEMPLATES = "styles/mallar"


def examined(root: Path) -> Iterator[Answer]:
    """The fixed texts, then the project in a folder if there is one, then where can be written."""
    yield _caught("texts", _texts)
    yield from _project(root)
    yield from _folders(root)


def _caught(topic: str, look: Callable[[], Answer]) -> Answer:
    try:
        return look()
    except Exception as reason:
        return broken(topic, reason)


def _texts() -> Answer:
    from pipeline.release.project import fault_texts, wording  # noqa: PLC0415 - late, see the module's docstring
    from pipeline.release.workspace import languages, spoken_languages  # noqa: PLC0415 - as above

    for language in spoken_languages():
        fault_texts(language)
    for language in languages():
        wording(language)
    found = sorted({*languages(), *spoken_languages()})
    if not languages():
        return Answer("texts", State.FAULT, "texts_missing")
    return Answer("texts", State.OK, "listed", gaps={"names": ", ".join(found)})


def _project(root: Path) -> Iterator[Answer]:
    try:
        from pipeline.release.project import read_project  # noqa: PLC0415 - late, see the module's docstring
        from pipeline.release.workspace import NotAProject  # noqa: PLC0415 - as above
    except Exception as reason:
        yield broken("project", reason)
        return
    try:
        project = read_project(root)
    except NotAProject:
        yield Answer("project", State.WARNING, "no_project", gaps={"folder": str(root.resolve())})
        return
    except Exception as reason:
        yield broken("project", reason)
        return
    yield Answer("project", State.OK, "in_folder", gaps={"folder": str(root.resolve())})
    yield from _contents(project)


def _contents(project: Project) -> Iterator[Answer]:
    from pipeline.diagnostics import Severity  # noqa: PLC0415 - late, see the module's docstring

    faults = project.report.count(Severity.ERROR)
    gaps = {"count": str(len(project.files)), "faults": str(faults)}
    yield Answer("sources", State.WARNING if faults else State.OK, "with_faults" if faults else "files", gaps=gaps)
    if project.theme:
        yield Answer("theme", State.OK, "listed", gaps={"names": project.theme.name})
        yield _caught("fonts", lambda: _fonts(project))
    else:
        yield Answer("theme", State.FAULT, "theme_missing")
    names = [paper.name_id for paper in project.papers]
    yield (
        Answer("papers", State.OK, "listed", gaps={"names": ", ".join(names)})
        if names
        else Answer("papers", State.FAULT, "papers_missing")
    )
    templates = _names(project.root / _TEMPLATES)
    yield Answer("templates", State.OK, "listed" if templates else "none", gaps={"names": ", ".join(templates)})


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _fonts(project: Project) -> Answer:
    """The four faces of the theme's family, and whether they have what Swedish needs."""
    from pipeline.typesetting import FontFault  # noqa: PLC0415 - late, see the module's docstring

    if project.theme is None or project.fonts is None:
        return Answer("fonts", State.FAULT, "theme_missing")
    family = project.theme.typeface.family
    try:
        found = project.fonts.family
    except FontFault as fault:
        what = fault.details.get("file") or fault.details.get("package") or ""
        return Answer("fonts", State.FAULT, "font_fault", gaps={"family": family, "what": what})
    lacking = [char for char in SWEDISH if not found.covers(char)]
    if lacking:
        shown = ", ".join(f"U+{ord(char):04X}" for char in lacking)
        return Answer("fonts", State.WARNING, "font_lacks", gaps={"family": family, "chars": shown})
    return Answer("fonts", State.OK, "font_whole", gaps={"family": family, "count": str(len(found.fonts))})


def _folders(root: Path) -> Iterable[Answer]:
    """Can be written: where publications go, where sources stand, and where temporary files go."""
    if (root / "sources").is_dir():
        yield _writable("output", _nearest(root / "output" / "utkast"), State.FAULT)
        yield _writable("sources_folder", root / "sources", State.WARNING)
    try:
        folder = Path(tempfile.gettempdir())
    except OSError as reason:
        yield broken("temporary", reason)
    else:
        yield _writable("temporary", folder, State.WARNING)


def _nearest(folder: Path) -> Path:
    """The folder, or the one above it that is there and in which it would be made."""
    return next((there for there in (folder, *folder.parents) if there.is_dir()), folder)


def _writable(topic: str, folder: Path, otherwise: State) -> Answer:
    """Tried with a file that is gone at once: permissions alone do not tell about full or shared disks."""
    gaps = {"folder": str(folder)}
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".processpil-"):
            return Answer(topic, State.OK, "writable", gaps=gaps)
    except OSError:
        return Answer(topic, otherwise, "not_writable", gaps=gaps)
