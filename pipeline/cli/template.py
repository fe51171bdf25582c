"""`processpil template`: what an agency's Word template has and lacks, and what will happen with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings, exit_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.tables import table
from pipeline.cli.visible import as_json, visible
from pipeline.cli.words import columns, word

if TYPE_CHECKING:
    from pipeline.diagnostics import Report
    from pipeline.writers.docx.inspection import FontUse, Inspected

Row = dict[str, str]


@click.command(cls=SwedishCommand, help=word("help", "template"))
@click.argument("what", metavar="VAD", type=click.Choice(["check"]))
@click.argument("file", metavar=word("help", "file_metavar"), type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help=word("help", "strict"))
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def template(settings: Settings, what: str, file: Path, strict: bool, json: bool) -> int:
    """Exit 1 if the template is refused, or when strict if anything will look other than it says."""
    from pipeline.release.templates import examined

    # As written, or from the project's folder, as `check` takes paths.
    found = next((path for path in (file, settings.folder / file) if path.is_file()), None)
    if found is None:
        raise Ended(Exit.USAGE, word("faults", "no_file", file=file))
    one = examined(found, settings.folder)
    report = one.report.strict if strict else one.report
    if json:
        click.echo(as_json(_data(settings, found, one.seen, report)))
    elif not one.seen.is_refused:
        click.echo(_told(found, one.seen))
    settings.tell_of({found.as_posix(): b"", **one.files}, report)
    return exit_of(report)


def _told(file: Path, seen: Inspected) -> str:
    """The facts in lines, and the two tables."""
    facts = [
        word("template", "head", file=file.as_posix()),
        _pages(seen),
        word("template", "running", count=seen.running) if seen.running else word("template", "no_running"),
        word("template", "macros"),
        word("template", "names", names=", ".join(seen.names)) if seen.names else word("template", "no_names"),
    ]
    parts = ["\n".join(facts), table(columns("template_styles"), list(_styles(seen)))]
    if seen.fonts:
        parts.append(table(columns("template_fonts"), [_font(font) for font in seen.fonts]))
    return "\n\n".join(parts)


def _pages(seen: Inspected) -> str:
    room = seen.room
    if not room.width:
        return word("template", "no_pages")
    return word(
        "template", "pages", width=f"{room.width:.0f}", height=f"{room.height:.0f}", text=f"{room.text_width:.0f}"
    )


def _styles(seen: Inspected) -> Iterator[Row]:
    """The styles of Word, and those of ours alone that the template has."""
    from pipeline.theme import StyleNames
    from pipeline.writers.docx.inspection import KNOWN_STYLES

    known = {style.key: style for style in KNOWN_STYLES}
    for use in seen.styles:
        if use.found or known[use.key].is_word:
            name = word("template.styles", use.key)
            is_same = use.found.casefold() == use.name.casefold()
            yield {
                "style": name,
                "found": name if is_same else visible(use.found),
                "state": word("template", "kept" if use.found else "made"),
                "key": StyleNames.key(known[use.key].field),
            }


def _font(font: FontUse) -> Row:
    state = "embedded" if font.is_embedded else "of_theme" if font.is_of_theme else "foreign"
    return {"name": visible(font.name), "state": word("template", state)}


def _data(settings: Settings, file: Path, seen: Inspected, report: Report) -> Mapping[str, object]:
    """The same for other programs, with the findings."""
    return {
        "file": file.as_posix(),
        "refused": seen.is_refused,
        "styles": [{"key": use.key, "name": use.name, "found": use.found} for use in seen.styles],
        "names": list(seen.names),
        "fonts": [{"name": one.name, "embedded": one.is_embedded, "of_theme": one.is_of_theme} for one in seen.fonts],
        "width": round(seen.room.width, 1),
        "height": round(seen.room.height, 1),
        "text_width": round(seen.room.text_width, 1),
        "headers_and_footers": seen.running,
        "findings": list(_findings(settings, report)),
    }


def _findings(settings: Settings, report: Report) -> Iterator[Row]:
    from pipeline.cli.reports.sentences import hint, message, severity_word
    from pipeline.release.project import fault_texts

    texts = fault_texts(settings.language, {finding.code for finding in report.findings})
    for one in report.findings:
        yield {
            "rule": one.code,
            "severity": severity_word(one.severity, texts),
            "message": message(one, texts),
            "hint": hint(one, texts),
        }
