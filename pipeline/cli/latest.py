"""`processpil latest`: the newest valid release, after mending what a killed run left of the ways to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Exit
from pipeline.cli.refused import in_words
from pipeline.cli.settings import Settings
from pipeline.cli.shelf_option import out_option, shelf_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.edition.register import Register
    from pipeline.release.edition.shelf import Shelf


@click.command(cls=SwedishCommand, help=word("help", "latest"))
@out_option
@click.pass_obj
def latest(settings: Settings, out: Path | None) -> int:
    """stdout has the release's name alone, or nothing where none is valid; stderr what was mended."""
    from pipeline.release.alone import alone
    from pipeline.release.edition.refusals import refused

    shelf = shelf_of(settings, out)
    with in_words(word("latest", "untouched")):
        if not shelf.root.is_dir():  # the lock would make the folder
            raise refused("no_releases", folder=shelf.root)
        with alone(shelf.root):
            register, mended = _settled(shelf)
        if not register.releases:
            raise refused("no_releases", folder=shelf.root)
    if register.latest:
        click.echo(register.latest.name)
    else:
        click.echo(word("latest", "none_valid", folder=shelf.root), err=True)
    if not settings.quiet:
        click.echo("\n".join(mended or [word("latest", "fine")]), err=True)
    return Exit.DONE


def _settled(shelf: Shelf) -> tuple[Register, list[str]]:
    """The register as everything now says it, and what had to be mended, a line each."""
    from pipeline.release.disk import Disk

    swept = [path.name for path in shelf.left_behind()]
    before, registered = _leading(shelf), {one.name for one in shelf.register().releases}
    register = shelf.settle(Disk())
    after = _leading(shelf)
    found = {
        "swept": swept,
        "registered": [one.name for one in register.releases if one.name not in registered],
        "mended": sorted(name for name in after if after[name] != before.get(name)),
        "removed": sorted(before.keys() - after.keys()),
    }
    return register, [word("latest", key, names=", ".join(names)) for key, names in found.items() if names]


def _leading(shelf: Shelf) -> Mapping[str, bytes]:
    """The files that lead to the releases, by their names."""
    return {path.name: path.read_bytes() for path in _leading_files(shelf) if path.is_file()}


def _leading_files(shelf: Shelf) -> Iterator[Path]:
    from pipeline.release.edition.register import CURRENT_PAGE, LATEST, REGISTER
    from pipeline.release.edition.shelf import WITHDRAWN_NOTE

    yield from (shelf.root / name for name in (LATEST, REGISTER, CURRENT_PAGE))
    yield from shelf.root.glob(f"*{WITHDRAWN_NOTE}")
