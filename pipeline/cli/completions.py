"""`processpil completions`: the script with which a shell completes the program's commands and ids."""

from __future__ import annotations

import os

import click

from pipeline.cli.exits import Exit
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.words import word

PROGRAM = "processpil"
# By this name of the environment the script asks, and click answers.
VARIABLE = f"_{PROGRAM.upper()}_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell")


def is_asked() -> bool:
    """True if the program was started by such a script, to propose and not to do anything."""
    return VARIABLE in os.environ


@click.command(cls=SwedishCommand, help=word("help", "completions"))
@click.argument("shell", metavar="SKAL", type=click.Choice(SHELLS))
@click.pass_context
def completions(context: click.Context, shell: str) -> int:
    """Print the script; where it is to be put stands in the help."""
    from click.shell_completion import ShellComplete, get_completion_class

    from pipeline.cli import powershell

    powershell.register()
    cls = get_completion_class(shell)
    if cls is None:
        raise LookupError(shell)
    # Not as bash's own class does it: that looks for bash here, while the script may be meant for another computer.
    script = ShellComplete.source(cls(context.find_root().command, {}, PROGRAM, VARIABLE))
    click.echo(script.strip())
    return Exit.DONE
