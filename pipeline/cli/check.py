"""`processpil check`: everything that is wrong or worth knowing, in one run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.reports import FORMATS
from pipeline.cli.settings import NEWER_FORMAT, Settings, exit_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.project import Project

_HERE = "."


@click.command(cls=SwedishCommand, help=word("help", "check"))
@click.argument("paths", nargs=-1, metavar="[FIL]...", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help=word("help", "strict"))
@click.option("--output-format", "form", type=click.Choice([*FORMATS]), default="full", help=word("help", "form"))
@click.option(
    "--rules", type=click.Path(path_type=Path), metavar=word("help", "file_metavar"), help=word("help", "rules")
)
@click.pass_obj
def check(settings: Settings, paths: Sequence[Path], strict: bool, form: str, rules: Path | None) -> int:
    """Exit 1 if there is a fault, or when strict a warning; notes never count."""
    if rules and not rules.is_file():
        raise Ended(Exit.USAGE, word("faults", "no_file", file=rules))
    wanted = [_within(settings.folder, path) for path in paths]
    project = settings.project(rules)
    if wanted:
        project = _only(project, wanted, str(rules))
    report = project.report.strict if strict else project.report
    settings.tell(project, report, form)
    return exit_of(report)


def _within(folder: Path, path: Path) -> str:
    """The path as findings name files: from the project's folder, with slashes.

    It may be written so itself, which is how it stands before a finding, or from the folder one stands in.
    """
    found = next((there for there in (folder / path, path) if there.exists()), None)
    if found is None:
        raise Ended(Exit.USAGE, word("faults", "no_path", path=path))
    # As written first: a link within sources/ leads elsewhere, and its findings still name the link.
    for real in (os.path.abspath, os.path.realpath):
        inner = Path(os.path.relpath(real(found), real(folder)))
        if inner.parts[:1] != (os.pardir,):
            return inner.as_posix()
    raise Ended(Exit.USAGE, word("faults", "outside", path=path, folder=folder.resolve()))


def _only(project: Project, wanted: Sequence[str], rules: str) -> Project:
    """The project with the files and findings of these paths; what concerns the whole run is kept."""
    from pipeline.diagnostics import Report

    def is_wanted(file: str) -> bool:
        return file == rules or any(path in {_HERE, file} or file.startswith(f"{path}/") for path in wanted)

    found = [one for one in project.report.findings if is_wanted(one.place.file) or one.code == NEWER_FORMAT]
    told = {one.place.file for one in found}
    files = {path: data for path, data in project.files.items() if path in told or is_wanted(path)}
    return replace(project, files=files, report=Report(tuple(found)))
