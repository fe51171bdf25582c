"""`processpil explain`: what a code means, why, and how to mend it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from pipeline.cli import candidates
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import as_json
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.cli.explained import Explained, Line
    from pipeline.wording.explanations import Explanations
    from pipeline.wording.faults import FaultTexts

_POINTER = "\u2192"


@click.command(cls=SwedishCommand, help=word("help", "explain"))
@click.argument("code", required=False, metavar="[KOD]", shell_complete=candidates.codes)
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def explain(settings: Settings, code: str | None, json: bool) -> int:
    """Without a code the list of all."""
    from pipeline.cli.explained import explained
    from pipeline.release.project import explanations, fault_texts

    texts, held = fault_texts(settings.language), explanations(settings.language)
    codes = [_known(code, texts)] if code else [text.code for text in texts.faults]
    every = [explained(one, texts, held) for one in codes]
    if json:
        shown = [asdict(one) for one in every]
        click.echo(as_json(shown[0] if code else shown))
    else:
        click.echo(_told(every[0], held) if code else _listed(every, held))
    return Exit.DONE


def _known(code: str, texts: FaultTexts) -> str:
    """The code as it is written everywhere; ends the program where there is none."""
    from pipeline.diagnostics import closest

    known = [text.code for text in texts.faults]
    found = code.upper()
    if found in known:
        return found
    guess = closest(found, known)
    meant = texts.guess.format(guess=guess) if guess else word("faults", "all_codes")
    raise Ended(Exit.USAGE, word("faults", "no_code", code=code, meant=meant))


def _told(one: Explained, held: Explanations) -> str:
    """An explanation as text, part by part with an empty line between."""
    words = held.words
    parts = [f"{one.code} {one.severity_word}\n{one.message}"]
    parts += [f"{words.do} {one.hint}"] if one.hint else []
    parts += [f"{words.why} {one.why}"] if one.why else []
    points = f" {words.pointed}" if any(line.is_pointed for line in one.example) else ""
    parts += [f"{words.wrong}{points}\n{example_text(one)}"] if one.example else []
    parts += [f"{words.right}\n" + _indented(one.right)] if one.right else []
    lines = _indented(words.excuse_lines.format(code=one.code))
    parts += [f"{words.excuse}\n{lines}" if one.can_be_excused else words.no_excuse]
    return "\n\n".join(parts)


def example_text(one: Explained) -> str:
    """The bad example, with an arrow before the lines that the finding points at."""
    return "\n".join(_shown(line) for line in one.example)


def _shown(line: Line) -> str:
    if line.is_label:
        return f"  {line.text}"
    return f"  {_POINTER if line.is_pointed else ' '} {line.text}".rstrip()


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def _listed(every: list[Explained], held: Explanations) -> str:
    """All codes, family by family."""
    width = max(len(one.severity_word) for one in every)
    parts = []
    for family in held.families:
        codes = sorted((one for one in every if one.code.startswith(family.letter)), key=lambda one: one.code)
        lines = [f"  {one.code}  {one.severity_word:{width}}  {one.message}" for one in codes]
        parts.append("\n".join([f"{family.letter}  {family.name}", *lines]))
    return "\n\n".join([*parts, held.words.more])
