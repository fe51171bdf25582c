"""`processpil release`: all publications as a release that is never changed again."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.build import progress_of
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.machine import reason_of
from pipeline.cli.refused import in_words
from pipeline.cli.settings import Settings, exit_of
from pipeline.cli.shelf_option import out_option, shelf_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import as_json, path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.edition.refusals import Reason
    from pipeline.release.edition.releasing import Planned, Prepared
    from pipeline.release.edition.shelf import Shelf
    from pipeline.release.project import Project

_LOCKS = "M8"  # the codes of all findings about locks


@click.command(cls=SwedishCommand, help=word("help", "release"))
@click.argument("version", metavar=word("help", "release_metavar"))
@click.option(
    "--notes", type=click.Path(path_type=Path), metavar=word("help", "file_metavar"), help=word("help", "notes")
)
@click.option(
    "--previous", type=click.Path(path_type=Path), metavar=word("help", "folder_metavar"), help=word("help", "previous")
)
@out_option
@click.option("--dry-run", is_flag=True, help=word("help", "dry_run"))
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def release(
    settings: Settings,
    version: str,
    notes: Path | None,
    previous: Path | None,
    out: Path | None,
    dry_run: bool,
    json: bool,
) -> int:
    """Exit 4 if the release is there but what leads to it could not be written; with 1 to 3 nothing was touched."""
    from pipeline.release.alone import alone
    from pipeline.release.disk import Disk

    shelf = shelf_of(settings, out)
    last = word("release", "not_released")
    # A trial writes nothing at all, and so needs nobody to wait.
    with in_words(last), nullcontext() if dry_run else alone(shelf.root):
        if not dry_run:
            shelf.settle(Disk())  # first of all: a run that was killed may have made this very release
        planned = _planned(settings, settings.project(), version, shelf, previous, notes)
        prepared = _prepared(settings, planned)
        if not dry_run:
            _put_in_place(shelf, prepared)
    _tell(settings, shelf, prepared, dry_run, json)
    return Exit.DONE


def _planned(
    settings: Settings, project: Project, version: str, shelf: Shelf, previous: Path | None, notes: Path | None
) -> Planned:
    """The release, if nothing stands against it: every reason is told at once, faults in the sources too."""
    from pipeline.release.edition.notes import notes_of
    from pipeline.release.edition.refusals import Refused
    from pipeline.release.edition.releasing import plan

    reasons = [*_found(settings, project)]
    text, planned = "", None
    try:
        text = notes_of(notes) if notes else ""
    except Refused as fault:
        reasons += fault.reasons
    try:
        planned = plan(project, version, shelf, previous, text) if project.programme else None
    except Refused as fault:
        reasons = [*fault.reasons, *reasons]
    if reasons or planned is None:
        raise Refused(reasons)
    return planned


def _found(settings: Settings, project: Project) -> tuple[Reason, ...]:
    """What the checks have against a release, told; they must find no faults, and every map must have its lock."""
    from pipeline.diagnostics import Severity
    from pipeline.release.edition.refusals import Reason

    report = project.report
    locks = [finding for finding in report.findings if finding.code.startswith(_LOCKS)]
    told = [*report.of_at_least(Severity.WARNING).findings]
    told += [finding for finding in locks if finding not in told]
    if told:
        settings.tell(project, type(report).of(told))
    if exit_of(report) is Exit.USAGE:
        raise Ended(Exit.USAGE, word("release", "not_released"))
    found = (("faulty", report.has_errors), ("stale_locks", bool(locks)))
    return tuple(Reason(key) for key, is_so in found if is_so)


def _prepared(settings: Settings, planned: Planned) -> Prepared:
    """All files of the release, if none of them has a fault."""
    from pipeline.release.build import CannotBuild
    from pipeline.release.edition.releasing import prepare

    project = planned.project
    try:
        prepared = prepare(planned, progress_of(settings))
        found = list(prepared.findings)
    except CannotBuild as fault:
        found, prepared = [fault.finding], None
    if found or prepared is None:
        settings.tell(project, type(project.report).of(found))
        raise Ended(Exit.FINDINGS, word("release", "not_released"))
    return prepared


def _put_in_place(shelf: Shelf, prepared: Prepared) -> None:
    from pipeline.release.disk import Disk
    from pipeline.release.edition.refusals import Unfinished
    from pipeline.release.edition.releasing import put_in_place

    try:
        put_in_place(Disk(), shelf, prepared)
    except Unfinished as fault:
        text = word("release", "unfinished", release=fault.release, reason=reason_of(fault.cause))
        raise Ended(Exit.UNFINISHED, text) from None


def _tell(settings: Settings, shelf: Shelf, prepared: Prepared, dry_run: bool, json: bool) -> None:
    """stdout has the files that are new, stderr the sum and what is left to do."""
    frozen = prepared.frozen
    folder = shelf.folder(frozen.release)
    made = [(folder / one.path).as_posix() for one in frozen.artefacts if one.made_in == frozen.release]
    carried = [(folder / one.path).as_posix() for one in frozen.artefacts if one.made_in != frozen.release]
    tag = tag_command(prepared)
    if json:
        told = {"release": frozen.release, "folder": folder.as_posix(), "made": made, "carried_over": carried}
        click.echo(as_json({**told, "manifest_sha256": prepared.manifest_sha256, "tag": tag, "dry_run": dry_run}))
        return
    for path in made:
        click.echo(path_line(path))
    if settings.quiet:
        return
    key = "would_be_done" if dry_run else "done"
    count = {"made": len(made), "carried": len(carried)}
    click.echo(word("release", key, release=frozen.release, folder=folder, **count), err=True)
    if not dry_run:
        click.echo(f"{word('release', 'tag')}\n  {tag}", err=True)


def tag_command(prepared: Prepared) -> str:
    """The command that marks the commit with a tag that vouches for the release's manifest."""
    from pipeline.release.edition.history import tag_message

    frozen = prepared.frozen
    return f'git tag -a {frozen.release} -m "{tag_message(prepared.manifest_sha256)}" {frozen.commit}'
