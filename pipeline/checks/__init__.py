"""Rules over the model, after reading: each finding has a code, and its sentence in locale/.

A check of one actor's map runs for every actor that could be read, even when another file is faulty. A check of the
programme runs only when everything was read, since it would otherwise blame what is only missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.checks import arrows, couplings, decisions, ends, identity, loose_ends, order, reach, references
from pipeline.checks.looks import look_report, twice
from pipeline.checks.scope import ActorMap, Known, SourceText
from pipeline.diagnostics import Diagnostic, Report
from pipeline.model import Actor, Programme

__all__ = ["CHECKS", "Known", "OfMap", "OfProgramme", "OfSource", "look_report", "run", "twice"]


@dataclass(frozen=True, slots=True)
class OfMap:
    """A check of one actor's map."""

    find: Callable[[ActorMap], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class OfProgramme:
    """A check of the whole programme."""

    find: Callable[[Programme, Known], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class OfSource:
    """A check of one source file as it stands, comments included."""

    find: Callable[[SourceText], Iterable[Diagnostic]]


CHECKS: tuple[OfMap | OfProgramme | OfSource, ...] = (
    OfMap(ends.unmarked_ends),
    OfMap(ends.missing_ends),
    OfMap(ends.arrows_at_ends),
    OfMap(decisions.decision_arrows),
    OfMap(arrows.arrow_targets),
    OfMap(arrows.repeated_arrows),
    OfMap(reach.dead_ends),
    OfMap(reach.unreachable_steps),
    OfMap(reach.endless_steps),
    OfMap(order.arrows_back),
    OfMap(order.steps_out_of_order),
    OfMap(identity.ids_within_map),
    OfMap(identity.prefixes_of_steps),
    OfMap(couplings.links_where_due),
    OfMap(couplings.couplings_within),
    OfMap(couplings.repeated_contacts),
    OfMap(loose_ends.empty_fields),
    OfMap(loose_ends.unverified_references),
    OfMap(loose_ends.open_remarks),
    OfProgramme(identity.ids_within_programme),
    OfProgramme(identity.no_actor_is_everyone),
    OfProgramme(identity.kinds_complete),
    OfProgramme(references.phases_exist),
    OfProgramme(references.sources_exist),
    OfProgramme(references.steps_of_cases_exist),
    OfProgramme(references.publications_possible),
    OfProgramme(references.language_exists),
    OfProgramme(couplings.couplings_exist),
    OfProgramme(loose_ends.unused_terms),
)


def run(
    programme: Programme | None, actors: Sequence[Actor], known: Known, sources: Mapping[str, bytes] | None = None
) -> Report:
    """All findings about the actors that were read, about the programme if there is one, and about the files' text."""
    texts = [SourceText(path, data.decode("utf-8-sig", "replace")) for path, data in (sources or {}).items()]
    homes = {step.name_id: actor for actor in actors for step in actor.steps}
    phases = frozenset(phase.number for phase in programme.phases) if programme else frozenset()
    maps = [ActorMap(actor, homes, phases) for actor in actors]
    findings: list[Diagnostic] = []
    for check in CHECKS:
        if isinstance(check, OfMap):
            findings.extend(finding for actor_map in maps for finding in check.find(actor_map))
        elif isinstance(check, OfSource):
            findings.extend(finding for text in texts for finding in check.find(text))
        elif programme:
            findings.extend(check.find(programme, known))
    return Report.of(findings)
