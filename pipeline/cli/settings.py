"""What every command is told: where the project is, and how to speak."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.diagnostics import Report
    from pipeline.release.project import Project


@dataclass(frozen=True, slots=True)
class Settings:
    """The project's folder, whether to be quiet, whether to use colours, and the language of findings."""

    folder: Path
    quiet: bool
    colour: bool
    language: str = "sv"

    def project(self) -> Project:
        """The project, read and checked; ends the program where there is none."""
        from pipeline.release.project import read_project
        from pipeline.release.workspace import NotAProject

        try:
            return read_project(self.folder)
        except NotAProject:
            raise Ended(Exit.USAGE, word("faults", "no_project", folder=self.folder.resolve())) from None

    def tell(self, project: Project, report: Report) -> None:
        """The findings on the error stream; when quiet only the faults, and nothing if there are none."""
        from pipeline.cli.report import rendered
        from pipeline.diagnostics import Severity
        from pipeline.release.project import fault_texts

        if self.quiet:
            report = report.of_at_least(Severity.ERROR)
            if not report.findings:
                return
        text = rendered(report, fault_texts(self.language), project.files, colour=self.colour, frames=True)
        click.echo(text, err=True, color=self.colour)
