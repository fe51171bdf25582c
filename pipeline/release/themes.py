"""The themes of a project: which there are, what is wrong with one, and its proof as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.proof import proof, proof_brief, stamped_proof
from pipeline.diagnostics import Report, diagnose
from pipeline.document import Sheets
from pipeline.reading import read_value
from pipeline.release.build import CannotBuild, font_finding, look_of
from pipeline.release.project import Project, read_project, wording
from pipeline.release.workspace import theme_bytes, theme_files
from pipeline.theme import Theme
from pipeline.typesetting import FontFault
from pipeline.writers import WRITERS

PROOF_FORMATS = {".pdf": "pdf", ".svg": "svg"}
"""The formats of a proof, by the suffix of its file."""


class NoSuchTheme(Exception):
    """No theme has this name, and no file; `known` are the names that there are."""

    def __init__(self, known: tuple[str, ...]) -> None:
        """Keep the names."""
        super().__init__(known)
        self.known = known


@dataclass(frozen=True, slots=True)
class ListedTheme:
    """A theme by its id (its file's name without .yaml) and path; `theme` is None where it has faults."""

    name_id: str
    path: str
    data: bytes
    theme: Theme | None
    report: Report


def listed_themes(root: Path) -> tuple[ListedTheme, ...]:
    """The themes of `styles/teman`, in the order of their ids. Raises OSError."""
    return tuple(_listed(file, root) for file in theme_files(root))


def _listed(file: Path, root: Path) -> ListedTheme:
    path, data = theme_bytes(file, root)
    theme, report = read_value(path, data, Theme, lambda _: True)
    return ListedTheme(file.stem, path, data, theme, report)


def themed_project(root: Path, name: str) -> Project:
    """The project with the theme of this name, or of this file. Its report holds what concerns the theme's file only.

    Raises NoSuchTheme, NotAProject, or OSError.
    """
    files = {file.stem: file for file in theme_files(root)}
    file = files.get(name) or Path(name)
    if not file.is_file():
        raise NoSuchTheme(tuple(files))
    project = read_project(root, theme_file=file)
    path, _ = theme_bytes(file, root)
    own = [finding for finding in project.report.findings if finding.place.file == path]
    codes = {finding.code for finding in own}
    unusable = [finding for finding in _unusable_fonts(project).findings if finding.code not in codes]
    return replace(project, files={path: project.files[path]}, report=Report.of([*own, *unusable]))


def _unusable_fonts(project: Project) -> Report:
    """What is wrong with the theme's font files, if anything is."""
    if project.theme is None or project.fonts is None:
        return Report()
    try:
        project.fonts.family  # noqa: B018 - loading is what is asked
    except FontFault as fault:
        return Report.of([font_finding(fault, project.theme.typeface.place("files"))])
    return Report()


def proof_file(project: Project, form: str) -> bytes:
    """The proof of the project's theme in one of PROOF_FORMATS; as SVG its first sheet alone.

    The project is one whose programme and theme could be read; they may have findings. Raises CannotBuild.
    """
    brief, content = _composed(project)
    if form == "svg":
        content = replace(content, pages=content.pages[:1], text=None)
    return WRITERS[form].write(stamped_proof(brief, content), look_of(brief)).data


def _composed(project: Project) -> tuple[Brief, Sheets]:
    if project.programme is None or project.theme is None or project.fonts is None:
        raise ValueError(project.root)  # the caller proves only what could be read
    place, words = project.theme.place("sheets"), wording(project.programme.settings.language)
    try:
        family = project.fonts.family
        family.require(words.letters.all)
        brief = proof_brief(project.programme, project.theme, words, family)
        return brief, proof(brief)
    except FontFault as fault:
        raise CannotBuild(font_finding(fault, project.theme.typeface.place("files"))) from fault
    except CannotCompose as fault:
        raise CannotBuild(diagnose(fault.code, place, **fault.details)) from fault
