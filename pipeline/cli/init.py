"""`processpil init`: a new project from an example."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import path_line
from pipeline.cli.words import word


@click.command(cls=SwedishCommand, help=word("help", "init"))
@click.argument("where", default=".", metavar="[MAPP]", type=click.Path(path_type=Path))
@click.option("--example", default="minimal", metavar=word("help", "name_metavar"), help=word("help", "example"))
@click.pass_obj
def init(settings: Settings, where: Path, example: str) -> int:
    """Exit 2 if something is in the way; then nothing is written. The files on stdout, the next steps on stderr."""
    from pipeline.authoring.new_project import EXAMPLES, InTheWay, contents, create

    if example not in EXAMPLES:
        raise Ended(Exit.USAGE, word("faults", "no_example", name=example, known=", ".join(EXAMPLES)))
    folder = settings.folder / where
    files = contents(example, word("schema", "new_id"))
    try:
        create(folder, files)
    except InTheWay as fault:
        names = ", ".join(fault.names)
        raise Ended(Exit.USAGE, word("faults", "in_the_way", folder=folder.resolve(), names=names)) from None
    except NotADirectoryError:
        raise Ended(Exit.USAGE, word("faults", "not_folder", folder=folder)) from None
    click.echo("\n".join(path_line((folder / path).as_posix()) for path in sorted(files)))
    if not settings.quiet:
        click.echo(_next_steps(folder), err=True)
    return Exit.DONE


def _next_steps(folder: Path) -> str:
    """What to do now, starting with the way to the folder unless one stands in it."""
    here = folder.resolve() == Path.cwd()
    way = "" if here else word("init", "way", folder=f'"{folder}"' if " " in str(folder) else folder)
    return word("init", "made", folder=folder.resolve()) + way + word("init", "next")
