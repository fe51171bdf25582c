"""`processpil schema`: the schemas that let an editor propose, explain and check while an author types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import NEWER_FORMAT, Settings, exit_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.project import Project


@click.command(cls=SwedishCommand, help=word("help", "schema"))
@click.argument("kind", required=False, metavar="[SORT]")
@click.option("--write", "is_write", is_flag=True, help=word("help", "schema_write"))
@click.option("--check", "is_check", is_flag=True, help=word("help", "schema_check"))
@click.pass_obj
def schema(settings: Settings, kind: str | None, is_write: bool, is_check: bool) -> int:
    """Exit 1 where --check finds a file that is missing or not as it should be."""
    if (kind is not None) + is_write + is_check > 1:
        raise Ended(Exit.USAGE, word("faults", "one_of"))
    if is_write or is_check:
        project = _project(settings)
        return _written(settings, project) if is_write else _checked(settings, project)
    return _printed(settings, kind) if kind is not None else _listed()


def _listed() -> int:
    """Every kind with the files it is for."""
    from pipeline.reading.schema import KINDS

    paths = {kind.name: f"{kind.path}/*.yaml" if kind.many else kind.path for kind in KINDS}
    wide = max(map(len, paths)), max(map(len, paths.values()))
    for kind in KINDS:
        click.echo(f"{kind.name.ljust(wide[0])}  {paths[kind.name].ljust(wide[1])}  {kind.description}")
    return Exit.DONE


def _printed(settings: Settings, name: str) -> int:
    from pipeline.authoring.schemas import schemas
    from pipeline.reading.schema import KINDS

    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind is None:
        known = ", ".join(kind.name for kind in KINDS)
        raise Ended(Exit.USAGE, word("faults", "no_kind", name=name, known=known))
    found = schemas(_project(settings), word("schema", "new_id"))
    click.echo(found[kind].decode(), nl=False)
    return Exit.DONE


def _written(settings: Settings, project: Project) -> int:
    from pipeline.authoring.schemas import LeadsOutside, write

    try:
        changed = write(project, word("schema", "new_id"))
    except LeadsOutside as fault:
        raise Ended(Exit.USAGE, word("schema", "leads_outside", path=fault.path)) from None
    _listing(settings, changed)
    return Exit.DONE


def _checked(settings: Settings, project: Project) -> int:
    from pipeline.authoring.schemas import stale

    found = stale(project, word("schema", "new_id"))
    _listing(settings, found)
    if found:
        raise Ended(Exit.FINDINGS, word("schema", "stale"))
    _say(settings, word("schema", "current"))
    return Exit.DONE


def _listing(settings: Settings, paths: tuple[str, ...]) -> None:
    for path in paths:
        click.echo(path_line((settings.folder / path).as_posix()))


def _project(settings: Settings) -> Project:
    """The project; sources with faults are told of and used, those of a newer processpil are not."""
    from pipeline.diagnostics import Severity

    project = settings.project()
    if any(finding.code == NEWER_FORMAT for finding in project.report.findings):
        settings.tell(project, project.report)
        raise Ended(exit_of(project.report))
    if project.report.has_errors:
        _say(settings, word("schema", "faults", count=project.report.count(Severity.ERROR)))
    return project


def _say(settings: Settings, text: str) -> None:
    if not settings.quiet:
        click.echo(text, err=True)
