"""What a release was read from, copied into it: it can be built again from there without git, at any place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path, PurePath

from pipeline.release.edition.frozen import COPIES
from pipeline.release.edition.manifest import sha256
from pipeline.release.edition.refusals import refused
from pipeline.release.edition.sums import sums_bytes
from pipeline.release.project import Project
from pipeline.release.templates import TEMPLATES
from pipeline.release.workspace import SOURCES, theme_bytes, theme_files
from pipeline.theme import Typeface

LICENCES = "licenser"
_STYLES = "styles"
# How the files begin that say under what terms something may be used, in any case of letters.
_TERMS = re.compile("licen[cs]e|copying|notice|ofl", re.IGNORECASE)


def copies(root: Path, project: Project) -> dict[str, bytes]:
    """The files below `kallor/` by their paths in the release, in order; `check` and `build` take that as a project.

    Raises Refused for fonts outside the project's folder, or OSError.
    """
    found = {**originals(root, project), **_font_terms(project)}
    return {f"{COPIES}/{path}": found[path] for path in sorted(found)}


def originals(root: Path, project: Project) -> dict[str, bytes]:
    """The project's own files by their paths in it: all that it was read from, every theme, and its own licence.

    Raises Refused for fonts outside the project's folder, or OSError.
    """
    pictures = {f"{SOURCES}/{path}": data for path, data in project.pictures.items()}
    templates = {f"{TEMPLATES}/{name}": data for name, data in project.templates.items()}
    themes = dict(theme_bytes(file, root) for file in theme_files(root))
    terms = {path.name: path.read_bytes() for path in _terms_in(root)}
    return {**terms, **themes, **project.files, **pictures, **templates, **_own_fonts(root, project)}


def theme_sha256(project: Project) -> str:
    """The digest of all that decides how things look: the lines of SHA256SUMS for `kallor/styles/`, in their order."""
    found = copies(project.root, project)
    styles = {path: sha256(data) for path, data in found.items() if path.startswith(f"{COPIES}/{_STYLES}/")}
    return sha256(sums_bytes(styles))


def _terms_in(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in folder.iterdir() if _TERMS.match(path.name) and path.is_file())


def _own_fonts(root: Path, project: Project) -> dict[str, bytes]:
    """The files of a type family of the project's own, with the terms that lie beside them."""
    typeface = _typeface(project)
    if typeface is None or typeface.package:
        return {}
    names = typeface.files
    fonts = {root / _font_path(name) for name in (names.regular, names.bold, names.italic, names.bold_italic)}
    terms = {path for folder in {font.parent for font in fonts} for path in _terms_in(folder)}
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in fonts | terms}


def _font_path(name: str) -> str:
    """A font's path from the project's folder. Raises Refused for one outside, where no copy would find it."""
    path = posixpath.normpath(posixpath.join(_STYLES, name))
    if path.split("/")[0] in {"..", ""} or Path(path).is_absolute():
        raise refused("font_outside", file=name)
    return path


def _font_terms(project: Project) -> Mapping[str, bytes]:
    """The terms of a type family from a package, as its distribution has them."""
    typeface = _typeface(project)
    if typeface is None or not typeface.package:
        return {}
    distribution = _distribution(typeface.package)
    if distribution is None:
        return {}
    files = (file for file in distribution.files or () if file.parts[0].endswith(".dist-info"))
    return {
        f"{LICENCES}/{distribution.name}/{_below(file)}": Path(str(file.locate())).read_bytes()
        for file in files
        if _TERMS.match(file.name)
    }


def _below(file: PurePath) -> str:
    """The path of a licence within its distribution's own folder (PEP 639 puts it into one more)."""
    inner = file.relative_to(file.parts[0])
    return (inner.relative_to("licenses") if inner.parts[0] == "licenses" else inner).as_posix()


def _distribution(package: str) -> metadata.Distribution | None:
    """The distribution that a package came with."""
    names = metadata.packages_distributions().get(package, ())
    return metadata.distribution(names[0]) if names else None


def _typeface(project: Project) -> Typeface | None:
    return project.theme.typeface if project.theme else None
