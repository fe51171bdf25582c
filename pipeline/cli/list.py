"""`processpil list`: all releases, the newest first, with what became of each; reads, and never writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Exit
from pipeline.cli.refused import in_words, sentences
from pipeline.cli.settings import Settings
from pipeline.cli.shelf_option import out_option, shelf_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.tables import table
from pipeline.cli.visible import as_json, visible
from pipeline.cli.words import columns, word

if TYPE_CHECKING:
    from pipeline.release.edition.register import Register, Registered
    from pipeline.release.edition.shelf import Shelf

Row = dict[str, str | int | bool | None]


@click.command(cls=SwedishCommand, help=word("help", "list"))
@click.option("--json", is_flag=True, help=word("help", "json"))
@out_option
@click.pass_obj
def list(settings: Settings, json: bool, out: Path | None) -> int:
    """Exit 1 if a release is not there as it was frozen; the others are listed all the same."""
    shelf = shelf_of(settings, out)
    with in_words():
        register = shelf.register()
    rows = [_row(shelf, register, one) for one in reversed(register.releases)]
    broken = any(row["problem"] for row in rows)
    if json:
        click.echo(as_json(rows))
    elif rows:
        click.echo(table(columns("releases"), [_shown(row) for row in rows]))
    if broken or not settings.quiet:
        click.echo("\n".join(_remarks(shelf, register, rows)), err=True)
    return Exit.FINDINGS if broken else Exit.DONE


def _row(shelf: Shelf, register: Register, one: Registered) -> Row:
    """A release for programs; the numbers of files are None where its manifest cannot be trusted."""
    from pipeline.release.edition.refusals import Refused

    latest = register.latest
    state = "withdrawn" if one.withdrawn else "valid" if one == latest else "superseded"
    made = carried = problem = None
    try:
        artefacts = shelf.frozen(one).artefacts
        made = sum(artefact.made_in == one.name for artefact in artefacts)
        carried = len(artefacts) - made
    except Refused as fault:
        problem = " ".join(sentences(fault))
    return {
        "release": one.name,
        "date": one.date,
        "state": state,
        "superseded_by": latest.name if latest and state == "superseded" else None,
        "withdrawn": one.withdrawn.date if one.withdrawn else None,
        "reason": one.withdrawn.reason if one.withdrawn else None,
        "made": made,
        "carried_over": carried,
        "latest": _pointed_at(shelf) == one.name,
        "problem": problem,
    }


def _shown(row: Row) -> dict[str, str]:
    """A release for people."""
    state = word("list", str(row["state"]), latest=str(row["superseded_by"]), date=str(row["withdrawn"]))
    unknown = word("list", "unknown_count")
    counts = {key: unknown if row[key] is None else str(row[key]) for key in ("made", "carried_over")}
    shown = {key: visible(str(row[key] or "")) for key in ("release", "date", "reason")}
    return {**shown, **counts, "state": state}


def _remarks(shelf: Shelf, register: Register, rows: Sequence[Row]) -> Iterator[str]:
    """What LATEST says, what is not right, and what to do."""
    yield from (str(row["problem"]) for row in rows if row["problem"])
    unregistered = [name for name in shelf.names() if register.find(name) is None]
    if unregistered:
        yield word("list", "unregistered", releases=", ".join(unregistered))
    if not rows:
        if not unregistered:
            yield word("list", "none", folder=shelf.root)
        return
    found, latest = _pointed_at(shelf), register.latest
    if latest is None:
        yield word("list", "latest_needless", found=found) if found else word("list", "none_valid")
    elif found == latest.name:
        yield word("list", "latest", latest=found)
    else:
        yield word("list", "latest_astray" if found else "latest_missing", found=found, latest=latest.name)


def _pointed_at(shelf: Shelf) -> str:
    """What LATEST says; empty where it is not there or is no text."""
    from pipeline.release.edition.register import LATEST

    try:
        return (shelf.root / LATEST).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return ""
