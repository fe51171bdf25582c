"""`processpil show`: steps, actors, phases, links, terms or decisions as a list or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.tables import table
from pipeline.cli.visible import as_json
from pipeline.cli.words import columns, word

if TYPE_CHECKING:
    from pipeline.model import Decision, Programme

Row = Mapping[str, str | int]


@click.command(cls=SwedishCommand, help=word("help", "show"))
@click.argument("what", metavar="VAD", type=click.Choice(["steps", "actors", "phases", "links", "terms", "decisions"]))
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def show(settings: Settings, what: str, json: bool) -> int:
    """Exit 1 if the sources have faults: a list of half a programme would mislead."""
    project = settings.project()
    if project.programme is None or project.report.has_errors:
        settings.tell(project, project.report)
        raise Ended(Exit.FINDINGS)
    rows = list(_LISTS[what](project.programme))
    click.echo(as_json(rows) if json else table(columns(what), rows))
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


def _decisions(programme: Programme) -> Iterator[Row]:
    """Each actor with its records, and with the code of its content today; the release being prepared comes first."""
    from pipeline.model import content_digest

    release = programme.settings.release
    for actor in programme.actors:
        today = content_digest(programme, actor)
        records = [record for record in programme.decisions if record.actor == actor.name_id]
        if all(record.release != release for record in records):
            yield _decision(actor.name_id, release or "", None, today)
        for record in sorted(records, key=lambda record: record.release != release):
            yield _decision(actor.name_id, record.release, record, today)


def _decision(actor: str, release: str, record: Decision | None, today: str) -> Row:
    status = record.status.value if record and record.status else word("show.words", "no_decision")
    return {
        "actor": actor,
        "release": release,
        "status": status,
        "today": today,
        "decided": (record and record.digest) or "",
        "missing": ", ".join(record.missing) if record else "",
    }


_LISTS: dict[str, Callable[[Programme], Iterator[Row]]] = {
    "steps": _steps,
    "actors": _actors,
    "phases": _phases,
    "links": _links,
    "terms": _terms,
    "decisions": _decisions,
}
