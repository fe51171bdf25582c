"""`processpil show`: steps, actors, phases, links or terms as a list or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import as_json
from pipeline.cli.words import columns, word

if TYPE_CHECKING:
    from pipeline.model import Programme

Row = Mapping[str, str | int]


@click.command(cls=SwedishCommand, help=word("help", "show"))
@click.argument("what", metavar="VAD", type=click.Choice(["steps", "actors", "phases", "links", "terms"]))
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def show(settings: Settings, what: str, json: bool) -> int:
    """Exit 1 if the sources have faults: a list of half a programme would mislead."""
    project = settings.project()
    if project.programme is None or project.report.has_errors:
        settings.tell(project, project.report)
        raise Ended(Exit.FINDINGS)
    rows = list(_LISTS[what](project.programme))
    click.echo(as_json(rows) if json else _table(columns(what), rows))
    return Exit.DONE


def _steps(programme: Programme) -> Iterator[Row]:
    for actor, step in programme.steps():
        yield {
            "id": step.name_id,
            "number": actor.number(step),
            "actor": actor.name_id,
            "phase": step.phase,
            "kind": step.kind.value,
            "title": step.title,
        }


def _actors(programme: Programme) -> Iterator[Row]:
    for actor in programme.actors:
        yield {"id": actor.name_id, "short": actor.short, "name": actor.name, "steps": len(actor.steps)}


def _phases(programme: Programme) -> Iterator[Row]:
    for phase in programme.phases:
        steps = sum(step.phase == phase.number for _, step in programme.steps())
        yield {"number": phase.number, "id": phase.name_id, "name": phase.name, "steps": steps}


def _links(programme: Programme) -> Iterator[Row]:
    """Couplings, then contact points; answered if the other step names this one in turn."""
    for _, step in programme.steps():
        if step.link:
            yield _link("link", step.name_id, step.link.step, "", _names(programme, step.link.step, step.name_id))
    for _, step in programme.steps():
        for contact in step.contacts:
            there = _names(programme, contact.step, step.name_id)
            yield _link("contact", step.name_id, contact.step, contact.why, there)


def _link(kind: str, start: str, end: str, why: str, answered: bool) -> Row:
    words = {"kind": word("show.words", kind), "answered": word("show.words", "yes" if answered else "no")}
    return {"kind": words["kind"], "from": start, "to": end, "why": why, "answered": words["answered"]}


def _names(programme: Programme, here: str, other: str) -> bool:
    """True if the step `here` names the step `other` in a coupling or a contact point."""
    _, step = programme.found(here)
    return (step.link is not None and step.link.step == other) or any(c.step == other for c in step.contacts)


def _terms(programme: Programme) -> Iterator[Row]:
    from pipeline.compose.terms import terms_used

    used = {actor.name_id: terms_used(programme.terms, actor) for actor in programme.actors}
    for term in programme.terms:
        actors = ", ".join(name for name, terms in used.items() if term in terms)
        yield {"name": term.name, "spelled_out": term.spelled_out or "", "source": term.source, "used_by": actors}


_LISTS: dict[str, Callable[[Programme], Iterator[Row]]] = {
    "steps": _steps,
    "actors": _actors,
    "phases": _phases,
    "links": _links,
    "terms": _terms,
}


def _table(heads: Mapping[str, str], rows: Sequence[Row]) -> str:
    """Columns as wide as their longest entry; the last one runs free."""
    lines = [list(heads.values()), *([str(row[name]) for name in heads] for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(heads))]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    return "\n".join("  ".join(line).rstrip() for line in padded)
