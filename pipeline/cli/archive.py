"""`processpil archive`: a release as a package for an archive, with sums that other programs can check."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import candidates
from pipeline.cli.exits import Exit
from pipeline.cli.refused import in_words
from pipeline.cli.settings import Settings
from pipeline.cli.shelf_option import out_option, shelf_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import path_line, visible
from pipeline.cli.words import word


@click.command(cls=SwedishCommand, help=word("help", "archive"))
@click.argument("version", metavar=word("help", "release_metavar"), shell_complete=candidates.releases)
@click.option(
    "--to", type=click.Path(path_type=Path), metavar=word("help", "folder_metavar"), help=word("help", "archive_to")
)
@out_option
@click.pass_obj
def archive(settings: Settings, version: str, to: Path | None, out: Path | None) -> int:
    """stdout has the folder of the package. Exit 1 if the release is not as it was released; then nothing is made."""
    from pipeline.release.alone import alone
    from pipeline.release.disk import Disk
    from pipeline.release.edition.archiving import pack, packable

    with in_words(word("archive", "not_packed")):
        package = packable(shelf_of(settings, out), version, to)
        with alone(package.target.parent):
            pack(Disk(), package)
    click.echo(path_line(package.target.as_posix()))
    withdrawn = package.registered.withdrawn
    if withdrawn:
        told = {"date": visible(withdrawn.date), "reason": visible(withdrawn.reason)}
        click.echo(word("archive", "withdrawn", release=version, **told), err=True)
    if not settings.quiet:
        click.echo(word("archive", "done", release=version, folder=package.target), err=True)
    return Exit.DONE
