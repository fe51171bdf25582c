"""`processpil export`: what other programs work on, in forms of their own; now the maps as graphs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings, exit_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.authoring.layout_exchange import MapGraph


@click.command(cls=SwedishCommand, help=word("help", "export"))
@click.argument("what", metavar="VAD", type=click.Choice(["layout"]))
@click.option("--graph", "as_graphs", is_flag=True, help=word("help", "as_graphs"))
@click.argument("where", required=False, metavar="[MAPP]", type=click.Path(path_type=Path))
@click.pass_obj
def export(settings: Settings, what: str, as_graphs: bool, where: Path | None) -> int:
    """Exit 1 if the sources have faults; then nothing is written."""
    from pipeline.authoring.layout_exchange import graph_bytes
    from pipeline.authoring.replacing import replace_file

    if not as_graphs:
        raise Ended(Exit.USAGE, word("export", "no_form", what=what))
    folder = where or settings.folder / "output" / what
    # All are made before the first is written: a map that cannot be measured leaves every file as it was.
    files = {folder / f"{graph.name}.json": graph_bytes(graph) for graph in _graphs(settings)}
    for path, data in files.items():
        replace_file(path, data)
        click.echo(path_line(path.as_posix()))
    return Exit.DONE


def _graphs(settings: Settings) -> tuple[MapGraph, ...]:
    from pipeline.authoring.layout_exchange.project_graphs import project_graphs
    from pipeline.diagnostics import Report
    from pipeline.release.build import CannotBuild

    project = settings.project()
    if project.report.has_errors:
        settings.tell(project, project.report)
        raise Ended(exit_of(project.report), word("export", "not_written"))
    try:
        return project_graphs(project)
    except CannotBuild as fault:
        settings.tell(project, Report.of([fault.finding]))
        raise Ended(Exit.FINDINGS, word("export", "not_written")) from None
