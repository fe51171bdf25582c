"""What every command is told: where the project is, and how to speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.diagnostics import Report
    from pipeline.release.project import Project

# The code of sources that are written for a newer processpil than this one.
NEWER_FORMAT = "L036"


@dataclass(frozen=True, slots=True)
class Settings:
    """The project's folder, whether to be quiet, whether to use colours, and the language of findings."""

    folder: Path
    quiet: bool
    colour: bool
    language: str = "sv"

    def project(self, rules: Path | None = None) -> Project:
        """The project, read and checked, with `rules` as its rules file; ends the program where there is none.

        The project's files and findings name `rules` as it was given.
        """
        from pipeline.release.project import read_project
        from pipeline.release.workspace import NotAProject

        try:
            project = read_project(self.folder, rules)
        except NotAProject:
            raise Ended(Exit.USAGE, word("faults", "no_project", folder=self.folder.resolve())) from None
        return _named(project, str(rules)) if rules else project

    def tell(self, project: Project, report: Report, form: str = "full") -> None:
        """The findings in a format; when quiet only the faults, and for a person nothing if there are none."""
        self.tell_of(project.files, report, form)

    def tell_of(self, files: Mapping[str, bytes], report: Report, form: str = "full") -> None:
        """As `tell`, for findings in these files, which need not belong to a project."""
        from pipeline.cli.reports import FORMATS, Telling
        from pipeline.diagnostics import Severity
        from pipeline.release.project import fault_texts

        chosen = FORMATS[form]
        if self.quiet:
            report = report.of_at_least(Severity.ERROR)
            if not report.findings and not chosen.is_data:
                return
        texts = fault_texts(self.language, {finding.code for finding in report.findings})
        text = chosen.told(Telling(report, texts, files, self.language, self.colour))
        click.echo(text, err=not chosen.is_data, color=self.colour, nl=False)


def exit_of(report: Report) -> Exit:
    """How a command ends that found this."""
    if any(finding.code == NEWER_FORMAT for finding in report.findings):
        return Exit.USAGE
    return Exit.FINDINGS if report.has_errors else Exit.DONE


def _named(project: Project, rules: str) -> Project:
    """The project with another name for its rules file, wherever a finding mentions it."""
    from pipeline.diagnostics import Report
    from pipeline.release.workspace import RULES_FILE

    findings = [
        replace(
            finding,
            place=replace(finding.place, file=rules) if finding.place.file == RULES_FILE else finding.place,
            details=tuple((name, value.replace(RULES_FILE, rules)) for name, value in finding.details),
        )
        for finding in project.report.findings
    ]
    files = {rules if path == RULES_FILE else path: data for path, data in project.files.items()}
    return replace(project, files=files, report=Report.of(findings))
