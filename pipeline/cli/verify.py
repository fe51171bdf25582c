"""`processpil verify`: whether a release is as it was released; reads, and never writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import verification
from pipeline.cli.build import clear_progress, progress_of
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.refused import in_words, sentences
from pipeline.cli.settings import Settings
from pipeline.cli.shelf_option import out_option, shelf_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.edition.frozen import Frozen
    from pipeline.release.edition.history import History
    from pipeline.release.edition.register import Registered
    from pipeline.release.edition.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Wanted:
    """The folder of the release to be verified; `registered` as its register says, None without one."""

    folder: Path
    registered: Registered | None
    on_shelf: bool


@click.command(cls=SwedishCommand, help=word("help", "verify_release"))
@click.argument("release", required=False, metavar=word("help", "verify_metavar"))
@click.option("--rebuild", is_flag=True, help=word("help", "rebuild"))
@click.option("--bytes", "only_bytes", is_flag=True, help=word("help", "only_bytes"))
@out_option
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def verify(
    settings: Settings, release: str | None, rebuild: bool, only_bytes: bool, out: Path | None, json: bool
) -> int:
    """Exit 1 for anything that is wrong with it, 3 if it could not be made once more."""
    from pipeline.release.edition.verifying import verify as verify_bytes

    with in_words():
        wanted = _wanted(shelf_of(settings, out), release)
        history, no_history = _history(settings)
        tag = _tag(wanted, history)
        verified = verify_bytes(wanted.folder, wanted.registered, tag)
    found = verification.Found(wanted.folder, verified, wanted.registered, tag, wanted.on_shelf)
    frozen = found.verified.frozen
    if frozen and not found.verified.flaws:
        if not only_bytes:
            _judge(settings, found, frozen)
        if rebuild and history:
            _rebuild(settings, found, frozen, history)
        elif rebuild:
            found.no_history = no_history
    verification.tell(settings, found, json)
    return found.exit


def _wanted(shelf: Shelf, release: str | None) -> Wanted:
    """What is to be verified. Raises Refused, or Ended for a name of nothing."""
    from pipeline.release.edition.names import is_release_name
    from pipeline.release.edition.refusals import refused

    if release is None:
        latest = shelf.register().latest
        if latest is None:
            raise refused("no_releases", folder=shelf.root)
        return Wanted(shelf.folder(latest.name), latest, on_shelf=True)
    if is_release_name(release):
        register = shelf.register()
        registered = register.find(release)
        if registered or shelf.folder(release).is_dir():
            return _there(shelf.folder(release), registered, on_shelf=True)
        if not Path(release).is_dir():
            known = ", ".join(one.name for one in register.releases)
            raise (
                refused("unknown", release=release, known=known) if known else refused("no_releases", folder=shelf.root)
            )
    return _in_folder(shelf, Path(release))


def _there(folder: Path, registered: Registered | None, on_shelf: bool) -> Wanted:
    from pipeline.release.edition.refusals import refused

    if registered and not folder.is_dir():
        raise refused("missing_folder", release=registered.name, folder=folder)
    return Wanted(folder, registered, on_shelf)


def _in_folder(shelf: Shelf, folder: Path) -> Wanted:
    """A release by its folder, compared with the register beside it if there is one that can be read."""
    from pipeline.release.edition.refusals import Refused

    if not folder.is_dir():
        raise Ended(Exit.USAGE, word("verify", "no_folder", folder=folder))
    place = folder.resolve()
    try:
        registered = type(shelf)(place.parent).register().find(place.name)
    except Refused:
        registered = None
    return Wanted(folder, registered, on_shelf=place.parent == shelf.root.resolve())


def _history(settings: Settings) -> tuple[History | None, str]:
    """The project's repository, or why there is none, in words."""
    from pipeline.release.edition.history import history_of
    from pipeline.release.edition.refusals import Refused

    try:
        return history_of(settings.folder), ""
    except Refused as fault:
        return None, " ".join(sentences(fault))


def _tag(wanted: Wanted, history: History | None) -> str | None:
    """The digest that the project's own tag of the release vouches for; a folder elsewhere may be another project's."""
    from pipeline.release.edition.history import tagged

    return tagged(history).get(wanted.folder.resolve().name) if history and wanted.on_shelf else None


def _judge(settings: Settings, found: verification.Found, frozen: Frozen) -> None:
    from pipeline.release.edition.judging import judged

    found.judged = judged(found.folder, frozen, progress_of(settings, "judging"))
    clear_progress(settings)


def _rebuild(settings: Settings, found: verification.Found, frozen: Frozen, history: History) -> None:
    from pipeline.release.edition.rebuilding import rebuild

    def tell(release: str, count: int, kind: str) -> None:
        if not settings.quiet:
            words = word("verify.environment", kind)
            click.echo(word("verify", "remaking", release=release, count=count, environment=words), err=True)

    found.rebuilt = rebuild(history, found.folder, frozen, tell)
