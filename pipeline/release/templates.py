"""The theme's Word templates: read from `styles/mallar` as bytes, and looked through before anything opens them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, Report, closest, diagnose
from pipeline.reading import read_value
from pipeline.release.workspace import THEME_FILE
from pipeline.spans import Place
from pipeline.theme import ActorTemplate, StyleNames, Theme

if TYPE_CHECKING:
    from pipeline.writers.docx.inspection import Inspected
    from pipeline.writers.look import HouseTemplate

TEMPLATES = "styles/mallar"


@dataclass(frozen=True, slots=True)
class Examined:
    """A template with what is to be told about it; `files` are those that the report points into besides it."""

    seen: Inspected
    report: Report
    files: Mapping[str, bytes]


def read_templates(root: Path, theme: Theme | None) -> tuple[dict[str, bytes], Report]:
    """The sound templates by the names of their files, and what is wrong with any, at the theme's lines.

    A theme that names none costs nothing. Raises OSError.
    """
    if theme is None or theme.word is None:
        return {}, Report()
    sound: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for template in theme.word.templates:
        data = _bytes(root, template.file)
        if data is None:
            names = sorted(path.name for path in (root / TEMPLATES).glob("[!.]*"))
            guess = closest(template.file, names)
            found.append(diagnose("U631", template.place("file"), file=template.file, guess=guess))
            continue
        findings = tuple(_findings(template, data, theme))
        found += findings
        if not Report(findings).has_errors:
            sound[template.file] = data
    return sound, Report.of(found)


def _bytes(root: Path, name: str) -> bytes | None:
    """The file, or as much of it as shows that it is too large; None where there is none of this name in the folder.

    The name must be written as the file is, also on systems that take A for a; a link must not lead out.
    """
    folder = root / TEMPLATES
    file = folder / name
    is_there = folder.is_dir() and name in {path.name for path in folder.iterdir()} and file.is_file()
    if not is_there or not file.resolve().is_relative_to(folder.resolve()):
        return None
    return template_bytes(file)


def template_bytes(file: Path) -> bytes:
    """A template's file, or as much of it as shows that it is too large. Raises OSError."""
    from pipeline.writers.docx.inspection import FILE_LIMIT  # noqa: PLC0415 - few projects have templates

    with file.open("rb") as opened:
        return opened.read(FILE_LIMIT + 1)


def _findings(template: ActorTemplate, data: bytes, theme: Theme) -> Iterator[Diagnostic]:
    seen = inspection(data, theme, template.styles)
    yield from remarks(seen, template.place("file"), template.file)
    if template.styles is None or seen.is_refused:
        return
    yield from _unknown_styles(template.styles, seen, template.file)


def _unknown_styles(styles: StyleNames, seen: Inspected, file: str) -> Iterator[Diagnostic]:
    """A fault for each style that the theme names and that the template lacks or has at another level, at its line."""
    from pipeline.writers.docx.inspection import KNOWN_STYLES  # noqa: PLC0415 - few projects have templates

    by_field = {known.field: known.key for known in KNOWN_STYLES}
    for field, name in styles.named().items():
        told = {"name": name, "file": file}
        if name in seen.unknown.values():
            yield diagnose("U654", styles.place(field), **told, guess=closest(name, seen.names))
        elif seen.odd.get(by_field[field]) == name:
            yield diagnose("U655", styles.place(field), **told, key=styles.key(field))


def examined(file: Path, root: Path) -> Examined:
    """A template anywhere on disk, as the standard theme of the project in `root` sees it, if there is one.

    Raises OSError.
    """
    path = root / THEME_FILE
    theme = read_value(THEME_FILE, path.read_bytes(), Theme, lambda _: True)[0] if path.is_file() else None
    entries = theme.word.templates if theme and theme.word else ()
    entry = next((one for one in entries if file.resolve() == (root / TEMPLATES / one.file).resolve()), None)
    styles = entry.styles if entry else None
    seen = inspection(template_bytes(file), theme, styles)
    findings = [*remarks(seen, Place(file.as_posix(), 0, 0), file.name)]
    if styles and not seen.is_refused:
        findings += _unknown_styles(styles, seen, file.name)
    return Examined(seen, Report.of(findings), {THEME_FILE: path.read_bytes()} if styles else {})


def inspection(data: bytes, theme: Theme | None, styles: StyleNames | None) -> Inspected:
    """What a template holds, as seen from a theme that names some of its styles."""
    from pipeline.writers.docx.inspection import inspected  # noqa: PLC0415 - loads lxml, for the few who need it

    return inspected(data, theme.typeface.family if theme else "", style_names(styles))


def remarks(seen: Inspected, place: Place, file: str) -> Iterator[Diagnostic]:
    """What is to be told about a template, at a place."""
    for remark in seen.remarks:
        yield diagnose(remark.code, place, file=file, **dict(remark.details))


def style_names(styles: StyleNames | None) -> dict[str, str]:
    """The names of a template's styles by the keys of ours."""
    from pipeline.writers.docx.inspection.known_styles import by_key  # noqa: PLC0415 - as above

    return by_key(styles.named()) if styles else {}


def template_for(theme: Theme | None, templates: Mapping[str, bytes], actor: str) -> HouseTemplate | None:
    """The template that files for an actor (its id, or the word for all) are written into; None without one."""
    chosen = theme.word.template_of(actor) if theme and theme.word else None
    if chosen is None or chosen.file not in templates:
        return None
    from pipeline.writers.look import HouseTemplate  # noqa: PLC0415 - loads the fonts' library, which check can do without

    return HouseTemplate(chosen.file, templates[chosen.file], style_names(chosen.styles))
