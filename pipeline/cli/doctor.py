"""`processpil doctor`: what is installed and found, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Exit
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import as_json
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.authoring.doctor import Answer

_GAP = "  "


@click.command(cls=SwedishCommand, help=word("help", "doctor"))
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def doctor(settings: Settings, json: bool) -> int:
    """Exit 3 if something that building needs is missing."""
    from pipeline.authoring.doctor import State, examined

    answers = list(examined(settings.folder))
    rows = [_row(answer) for answer in answers]
    click.echo(as_json(rows) if json else _table(answers))
    is_fit = all(answer.state is not State.FAULT for answer in answers)
    if not json and not settings.quiet:
        click.echo(word("doctor", "fit" if is_fit else "unfit"), err=True)
    return Exit.DONE if is_fit else Exit.ENVIRONMENT


def _row(answer: Answer) -> dict[str, str]:
    return {
        "topic": answer.topic,
        "name": _name(answer),
        "state": answer.state.value,
        "text": _sentence(answer),
        "hint": _hint(answer),
    }


def _sentence(answer: Answer) -> str:
    return word("doctor.sentences", answer.sentence, **answer.gaps)


def _name(answer: Answer) -> str:
    return word("doctor.topics", answer.topic, subject=answer.subject).strip()


def _hint(answer: Answer) -> str:
    """What can be done about a warning or a fault."""
    from pipeline.authoring.doctor import State

    return "" if answer.state is State.OK else word("doctor.hints", answer.sentence, **answer.gaps)


def _table(answers: Sequence[Answer]) -> str:
    """The state in words, the thing, what is said about it; a hint on a line of its own."""
    states = [word("doctor.states", answer.state.value) for answer in answers]
    names = [_name(answer) for answer in answers]
    first, second = max(map(len, states)), max(map(len, names))
    lines = []
    for state, name, answer in zip(states, names, answers, strict=True):
        lines.append(f"{state:{first}}{_GAP}{name:{second}}{_GAP}{_sentence(answer)}")
        if hint := _hint(answer):
            lines.append(f"{'':{first}}{_GAP}{'':{second}}{_GAP}{hint}")
    return "\n".join(lines)
