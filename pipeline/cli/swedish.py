"""click in Swedish: help headings, and usage faults as plain sentences."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from pipeline.cli.words import word

# Each stands in the module of its name, as a function of its name.
COMMANDS = (
    *("archive", "build", "check", "completions", "doctor", "explain", "export"),
    *("fmt", "init", "latest", "layout", "list", "release", "schema"),
    *("show", "template", "theme", "verify", "withdraw"),
)


class SwedishFormatter(click.HelpFormatter):
    """Help text with Swedish headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or word("help", "usage"))

    def write_heading(self, heading: str) -> None:
        """A section's heading, translated if it is one of click's own."""
        own = {"Options": "options", "Commands": "commands"}
        super().write_heading(word("help", own[heading]) if heading in own else heading)


class SwedishContext(click.Context):
    """A context whose help is written by SwedishFormatter."""

    formatter_class = SwedishFormatter


class SwedishCommand(click.Command):
    """A command with a Swedish help option."""

    context_class = SwedishContext

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        """As click's, with the usage line's word for options in Swedish."""
        settings.setdefault("options_metavar", word("help", "options_metavar"))
        super().__init__(*arguments, **settings)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """click's own option with its text exchanged."""
        return _in_swedish(super().get_help_option(ctx))


class SwedishGroup(click.Group):
    """A group of commands with a Swedish help option."""

    context_class = SwedishContext
    command_class = SwedishCommand

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, imported when it is asked for: `check` must not pay for `init`."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"pipeline.cli.{cmd_name}"), cmd_name)
        return command

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """click's own option with its text exchanged."""
        return _in_swedish(super().get_help_option(ctx))


def _in_swedish(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = word("help", "help")
    return option


def in_words(fault: click.ClickException) -> str:
    """What was wrong with how the command was written."""
    match fault:
        case click.NoSuchOption():
            return word("faults", "no_option", name=fault.option_name)
        case click.NoSuchCommand():
            known = ", ".join(COMMANDS)
            return word("faults", "no_command", name=fault.command_name, known=known)
        case click.MissingParameter():
            return word("faults", "no_argument", name=_named(fault))
        case click.BadParameter():
            return word("faults", "bad_value", value=_value(fault), name=_named(fault), allowed=_allowed(fault.param))
        case _:
            return word("faults", "usage")


def _named(fault: click.BadParameter) -> str:
    param = fault.param
    if isinstance(param, click.Option):
        return param.opts[-1]
    return str(param.metavar or param.name) if param else ""


def _value(fault: click.BadParameter) -> str:
    """The value that was refused, as click quotes it; nothing of the rest of its English sentence."""
    parts = fault.message.split("'")
    return parts[1] if len(parts) > 2 else ""


def _allowed(param: Any) -> str:
    known = param.type.choices if param is not None and isinstance(param.type, click.Choice) else ()
    return word("faults", "allowed", known=", ".join(map(str, known))) if known else ""
