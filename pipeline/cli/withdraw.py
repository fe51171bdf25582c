"""`processpil withdraw`: a release that is not to be used any more; nothing of it is deleted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import candidates
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.machine import reason_of
from pipeline.cli.refused import in_words
from pipeline.cli.settings import Settings
from pipeline.cli.shelf_option import out_option, shelf_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.edition.register import Register, Registered
    from pipeline.release.edition.shelf import Shelf


@click.command(cls=SwedishCommand, help=word("help", "withdraw"))
@click.argument("version", metavar=word("help", "release_metavar"), shell_complete=candidates.releases)
# Not required for click, whose word for a missing option says less than ours.
@click.option("--reason", default="", metavar=word("help", "reason_metavar"), help=word("help", "reason"))
@out_option
@click.pass_obj
def withdraw(settings: Settings, version: str, reason: str, out: Path | None) -> int:
    """Exit 4 if the release is withdrawn but not all that leads to it says so; with 1 to 3 nothing was touched."""
    from pipeline.release.alone import alone
    from pipeline.release.edition.refusals import refused

    shelf = shelf_of(settings, out)
    with in_words(word("withdraw", "not_withdrawn")):
        if not shelf.root.is_dir():  # the lock would make the folder
            raise refused("no_releases", folder=shelf.root)
        with alone(shelf.root):
            before = shelf.known().latest
            register = _withdrawn(shelf, version, reason)
    click.echo(path_line(shelf.note(version).as_posix()))
    if not settings.quiet:
        _tell(version, shelf, before, register)
    return Exit.DONE


def _withdrawn(shelf: Shelf, name: str, reason: str) -> Register:
    from pipeline.release.clock import today
    from pipeline.release.disk import Disk
    from pipeline.release.edition import withdrawing
    from pipeline.release.edition.refusals import Unfinished
    from pipeline.release.edition.register import Withdrawal
    from pipeline.release.edition.withdrawal_reason import admitted

    withdrawal = Withdrawal(today(), admitted(reason))
    try:
        return withdrawing.withdraw(Disk(), shelf, name, withdrawal)
    except Unfinished as fault:
        text = word("withdraw", "unfinished", release=fault.release, reason=reason_of(fault.cause))
        raise Ended(Exit.UNFINISHED, text) from None


def _tell(name: str, shelf: Shelf, before: Registered | None, register: Register) -> None:
    lines = [word("withdraw", "done", release=name, note=shelf.note(name).name)]
    latest = register.latest
    if latest is None:
        lines.append(word("withdraw", "none_left"))
    else:
        same = before is not None and before.name == latest.name
        lines.append(word("withdraw", "still" if same else "latest", latest=latest.name))
    lines.append(word("withdraw", "put_out"))
    click.echo("\n".join(lines), err=True)
