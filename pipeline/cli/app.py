"""The program `processpil`: its commands, and every way out told in plain words."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeGuard

import click

from pipeline import __version__
from pipeline.cli.completions import PROGRAM, is_asked
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.machine import reason_of
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishGroup, in_words
from pipeline.cli.visible import is_terminal
from pipeline.cli.words import word


@click.group(
    cls=SwedishGroup,
    options_metavar=word("help", "options_metavar"),
    subcommand_metavar=word("help", "subcommand_metavar"),
    help=word("help", "main"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar=word("help", "folder_metavar"),
    help=word("help", "folder"),
)
@click.option("-q", "--quiet", is_flag=True, help=word("help", "quiet"))
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help=word("help", "color"))
@click.option("--lang", type=click.Choice(["sv", "en"]), default="sv", help=word("help", "lang"))
@click.version_option(__version__, prog_name="processpil", message="%(prog)s %(version)s", help=word("help", "version"))
@click.pass_context
def processpil(context: click.Context, folder: Path, quiet: bool, color: str, lang: str) -> None:
    """All commands share these options."""
    colour = color == "always" or (color == "auto" and is_terminal(sys.stderr) and not os.environ.get("NO_COLOR"))
    context.obj = Settings(folder, quiet, colour, lang)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command of `arguments` (default: the process's own) and leave with its exit code."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    _speak_utf8()
    if is_asked():
        from pipeline.cli.powershell import register

        register()
    try:
        code: Any = processpil.main(arguments, prog_name=PROGRAM, standalone_mode=False)
    except (Ended, click.ClickException, click.Abort, KeyboardInterrupt, OSError) as fault:
        end = _ending(fault)
        return _said(end.code, end.text)
    except RuntimeError as fault:
        if not _is_loop(fault.__context__):
            raise
        return _said(Exit.ENVIRONMENT, _refused(fault.__context__))
    except SystemExit:  # click's own answer when the reader of the list has gone (head, less): nothing is wrong
        return Exit.DONE
    return int(code or Exit.DONE)


def _ending(fault: BaseException) -> Ended:
    """How the program ends after a fault, in plain words."""
    match fault:
        case Ended():
            return fault
        case click.exceptions.NoArgsIsHelpError():
            click.echo(fault.ctx.get_help() if fault.ctx else "", err=True)
            return Ended(Exit.USAGE)
        case click.ClickException():
            return Ended(Exit.USAGE, in_words(fault))
        case OSError():
            return Ended(Exit.ENVIRONMENT, _refused(fault))
        case _:
            return Ended(Exit.INTERRUPTED, word("faults", "stopped"))


def _is_loop(cause: BaseException | None) -> TypeGuard[OSError]:
    """True for links that lead round in a circle, over which Path.resolve stumbles in its own way up to Python 3.12."""
    return isinstance(cause, OSError) and cause.errno == errno.ELOOP


def _speak_utf8() -> None:
    """Swedish letters on every screen and in every pipe, whatever the system's code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _said(code: Exit, text: str) -> int:
    if text:
        # Where not even this can be written, the exit code still says how it ended.
        with suppress(OSError):
            click.echo(word("faults", "prefix") + text, err=True)
    return code


def _refused(fault: OSError) -> str:
    """What the computer would not do, without its English words."""
    words = reason_of(fault)
    if not fault.filename:  # a full disk does not say which file it was
        return word("faults", "disk_somewhere", reason=words)
    return word("faults", "disk", file=fault.filename, reason=words)
