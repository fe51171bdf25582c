"""`processpil check`: everything that is wrong or worth knowing, in one run."""

from __future__ import annotations

import click

from pipeline.cli.exits import Exit
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.words import word


@click.command(cls=SwedishCommand, help=word("help", "check"))
@click.pass_obj
def check(settings: Settings) -> int:
    """Exit 1 if there is a fault; warnings and notes are told and do not count."""
    project = settings.project()
    settings.tell(project, project.report)
    return Exit.FINDINGS if project.report.has_errors else Exit.DONE
