"""Where the releases are: the option of every command about them, and the shelf that it leads to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.cli.settings import Settings
    from pipeline.release.edition.shelf import Shelf

out_option = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=word("help", "folder_metavar"),
    help=word("help", "releases_folder"),
)


def shelf_of(settings: Settings, out: Path | None) -> Shelf:
    """The releases of the project, or those in the folder that was named."""
    from pipeline.release.edition.shelf import Shelf

    return Shelf(out or settings.folder / "output")
