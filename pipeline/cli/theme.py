"""`processpil theme`: the project's themes as a list; or what the checks measure in one of them, and its proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import candidates
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings, exit_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.tables import table
from pipeline.cli.visible import as_json
from pipeline.cli.words import columns, word

if TYPE_CHECKING:
    from pipeline.checks.theme_measures import PhaseMeasures, SizeMeasure
    from pipeline.release.project import Project
    from pipeline.theme import Sheet, Theme

_LIST, _CHECK = "list", "check"
_STANDARD = "standard"
# As pipeline.release.themes.PROOF_FORMATS has them (a test compares); named here so that a wrong one costs nothing.
SUFFIXES = (".pdf", ".svg")

Row = Mapping[str, str | int]


@click.command(cls=SwedishCommand, help=word("help", "theme"))
@click.argument("what", metavar="VAD", type=click.Choice([_LIST, _CHECK]))
@click.argument("name", metavar="[TEMA]", required=False, shell_complete=candidates.themes)
@click.option("--theme", "named", metavar="TEMA", help=word("help", "theme_name"), shell_complete=candidates.themes)
@click.option(
    "--proof", type=click.Path(path_type=Path), metavar=word("help", "file_metavar"), help=word("help", "proof")
)
@click.option("--strict", is_flag=True, help=word("help", "strict"))
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def theme(
    settings: Settings, what: str, name: str | None, named: str | None, proof: Path | None, strict: bool, json: bool
) -> int:
    """Exit 1 if a theme has faults, or when strict warnings."""
    if what == _LIST:
        if name or named or proof or strict:
            raise Ended(Exit.USAGE, word("theme", "list_alone"))
        return _listed(settings, json)
    if name and named:
        raise Ended(Exit.USAGE, word("theme", "one_name"))
    if proof and proof.suffix.lower() not in SUFFIXES:
        raise Ended(Exit.USAGE, word("theme", "no_form", file=proof, known=", ".join(SUFFIXES)))
    return _checked(settings, name or named or _STANDARD, proof, strict, json)


def _listed(settings: Settings, json: bool) -> int:
    """Each theme; of one with faults its file alone, and the faults."""
    from pipeline.diagnostics import Report
    from pipeline.release.themes import listed_themes

    if not (settings.folder / "sources").is_dir():
        raise Ended(Exit.USAGE, word("faults", "no_project", folder=settings.folder.resolve()))
    found = listed_themes(settings.folder)
    rows = [
        {
            "id": one.name_id,
            "name": one.theme.name if one.theme else "",
            "phases": len(one.theme.phases) if one.theme else "",
            "file": one.path,
        }
        for one in found
    ]
    _show("themes", rows, json)
    report = Report.of(finding for one in found for finding in one.report.findings)
    if report.findings:
        settings.tell_of({one.path: one.data for one in found}, report)
    return exit_of(report)


def _checked(settings: Settings, name: str, proof: Path | None, strict: bool, json: bool) -> int:
    """The measures on stdout, the findings as `check` tells them; the proof is made of a theme with faults too."""
    project = _project(settings, name)
    if project.theme:
        _measured(project, project.theme, json)
    report = project.report.strict if strict else project.report
    settings.tell(project, report)
    if proof:
        _prove(settings, project, proof)
    return exit_of(report)


def _project(settings: Settings, name: str) -> Project:
    from pipeline.release.themes import NoSuchTheme, themed_project
    from pipeline.release.workspace import NotAProject

    try:
        return themed_project(settings.folder, name)
    except NotAProject:
        raise Ended(Exit.USAGE, word("faults", "no_project", folder=settings.folder.resolve())) from None
    except NoSuchTheme as fault:
        raise Ended(Exit.USAGE, word("theme", "no_theme", name=name, known=", ".join(fault.known))) from None


def _measured(project: Project, found: Theme, json: bool) -> None:
    """The two tables, of all phases that the theme has colours for."""
    from pipeline.checks.theme_measures import phase_measures, size_measures

    colours = sorted(found.phases, key=lambda one: one.number)
    phases = [_phase_row(one) for one in phase_measures(colours, found.inks.paper)]
    sheets = [_sheet_row(sheet, size_measures(sheet)) for sheet in found.all_sheets()]
    if json:
        click.echo(as_json({"theme": found.name, "phases": phases, "sheets": sheets}))
        return
    click.echo(word("theme", "measured", name=found.name, file=found.place().file))
    click.echo("\n" + table(columns("theme_phases"), phases))
    click.echo("\n" + table(columns("theme_sheets"), sheets))


def _phase_row(one: PhaseMeasures) -> Row:
    from pipeline.checks.palette import one_decimal
    from pipeline.checks.theme_measures import SIGHTS

    sights = ("normal", "protanopia", "deuteranopia", "tritanopia")
    nearest = [one_decimal(one.nearest[sight].difference) if sight in one.nearest else "" for sight in SIGHTS]
    return {
        "phase": one.colours.number,
        "fill": one.colours.fill.hex,
        "text": one_decimal(one.text),
        "edge": one_decimal(one.edge),
        "lightness": one_decimal(one.lightness),
        "step": "" if one.step is None else one_decimal(one.step),
        **dict(zip(sights, nearest, strict=True)),
    }


def _sheet_row(sheet: Sheet, sizes: Sequence[SizeMeasure]) -> Row:
    """A sheet's sizes, each with what is asked of it."""
    from pipeline.compose.proof.numbers import sheet_name

    return {"sheet": sheet_name(sheet), "distance": _distance(sheet), **dict(_sizes(sizes))}


def _sizes(sizes: Sequence[SizeMeasure]) -> Iterator[tuple[str, str]]:
    from pipeline.compose.proof.numbers import number

    for one in sizes:
        size, sign = number(one.size), ">=" if one.is_enough else "<"
        yield one.field, size if one.least is None else f"{size} {sign} {number(round(one.least, 1))}"


def _distance(sheet: Sheet) -> str:
    from pipeline.compose.proof.numbers import number

    if not sheet.distances:
        return word("theme", "in_hand")
    steps, heads = number(sheet.distances.steps), number(sheet.distances.heads)
    return word("theme", "on_wall", steps=steps, heads=heads)


def _prove(settings: Settings, project: Project, file: Path) -> None:
    """The proof in its file. Where the sources cannot be read there is nothing to draw with."""
    from pipeline.authoring.replacing import replace_file
    from pipeline.diagnostics import Report
    from pipeline.release.build import CannotBuild
    from pipeline.release.themes import PROOF_FORMATS, proof_file

    if project.theme is None or project.programme is None:
        why = "theme_unread" if project.theme is None else "sources_unread"
        raise Ended(Exit.FINDINGS, word("theme", why))
    try:
        data = proof_file(project, PROOF_FORMATS[file.suffix.lower()])
    except CannotBuild as fault:
        # A fault of the fonts was told among the findings.
        told = {finding.code for finding in project.report.findings}
        settings.tell(project, Report.of([fault.finding] if fault.finding.code not in told else []))
        raise Ended(Exit.FINDINGS, word("theme", "not_proved")) from None
    replace_file(file, data)
    if not settings.quiet:
        click.echo(word("theme", "proved", file=file.as_posix()), err=True)


def _show(section: str, rows: list[dict[str, str | int]], json: bool) -> None:
    click.echo(as_json(rows) if json else table(columns(section), rows))
