"""Rules over the model, after reading: each finding has a code, and its sentence in locale/.

A check of one actor's map runs for every actor that could be read, even when another file is faulty. A check of the
programme runs only when everything was read, since it would otherwise blame what is only missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.checks import (
    arrows,
    astray,
    couplings,
    decision_records,
    decisions,
    dialogue,
    ends,
    hints,
    identity,
    language,
    legibility,
    looks,
    loose_ends,
    order,
    other_names,
    palette,
    personal_contacts,
    personal_numbers,
    persons,
    phases,
    pictures,
    reach,
    readability,
    references,
    review,
    slips,
    templates,
    titles,
    typesetting,
)
from pipeline.checks.looks import twice
from pipeline.checks.scope import ActorMap, Known, SourceText, ThemeInUse
from pipeline.diagnostics import Diagnostic, Report
from pipeline.model import Actor, Programme
from pipeline.theme import Theme

__all__ = ["CHECKS", "Known", "OfMap", "OfProgramme", "OfSource", "OfTheme", "look_report", "run", "twice"]


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

    find: Callable[[SourceText, Known], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class OfTheme:
    """A check of a theme, with the programme it is used for where that could be read."""

    find: Callable[[ThemeInUse], Iterable[Diagnostic]]


CHECKS: tuple[OfMap | OfProgramme | OfSource, ...] = (
    OfMap(ends.unmarked_ends),
    OfMap(ends.missing_ends),
    OfMap(ends.several_starts),
    OfMap(ends.arrows_at_ends),
    OfMap(decisions.decision_arrows),
    OfMap(decisions.questions),
    OfMap(arrows.arrow_targets),
    OfMap(arrows.repeated_arrows),
    OfMap(arrows.unclear_splits),
    OfMap(reach.dead_ends),
    OfMap(reach.unreachable_steps),
    OfMap(reach.endless_steps),
    OfMap(order.arrows_back),
    OfMap(order.untold_returns),
    OfMap(order.steps_out_of_order),
    OfMap(hints.hints_that_hold),
    OfMap(identity.ids_within_map),
    OfMap(identity.prefixes_of_steps),
    OfMap(couplings.links_where_due),
    OfMap(couplings.couplings_within),
    OfMap(couplings.repeated_contacts),
    OfMap(titles.long_titles),
    OfMap(titles.number_of_facts),
    OfMap(titles.unfinished_facts),
    OfMap(dialogue.questions_to_ask),
    OfMap(loose_ends.empty_fields),
    OfMap(loose_ends.unverified_references),
    OfMap(loose_ends.open_remarks),
    OfMap(slips.said_twice_in_map),
    OfMap(references.units_of_steps_exist),
    OfMap(pictures.pictures_that_can_be_printed),
    OfProgramme(identity.ids_within_programme),
    OfProgramme(identity.no_actor_is_everyone),
    OfProgramme(identity.kinds_complete),
    OfProgramme(other_names.former_ids),
    OfProgramme(other_names.synonyms),
    OfProgramme(references.phases_exist),
    OfProgramme(references.sources_exist),
    OfProgramme(references.steps_of_cases_exist),
    OfProgramme(references.publications_possible),
    OfProgramme(references.readers_exist),
    OfProgramme(references.languages_exist),
    OfProgramme(slips.languages_are_tags),
    OfProgramme(slips.said_twice_in_publications),
    OfProgramme(slips.said_twice_in_cases),
    OfProgramme(couplings.couplings_exist),
    OfProgramme(couplings.one_sided),
    OfProgramme(phases.phases_without_steps),
    OfProgramme(review.review_dates),
    OfProgramme(decision_records.actors_of_decisions_exist),
    OfProgramme(decision_records.one_decision_each),
    OfProgramme(decision_records.decisions_end_after_they_begin),
    OfProgramme(decision_records.adopted_decisions_are_whole),
    OfProgramme(decision_records.adopted_content_is_of_today),
    OfProgramme(loose_ends.unused_terms),
    OfProgramme(loose_ends.unused_sources),
    OfProgramme(readability.hard_texts),
    OfProgramme(language.in_every_text),
    OfProgramme(persons.unmarked_cases),
    OfProgramme(persons.federation_decides),
    OfSource(personal_numbers.personal_numbers),
    OfSource(personal_contacts.phone_numbers),
    OfSource(personal_contacts.mail_addresses),
)

LOOKS: tuple[OfTheme, ...] = (
    OfTheme(looks.kinds_have_shapes),
    OfTheme(looks.said_once),
    OfTheme(looks.phases_have_colours),
    OfTheme(looks.papers_of_measures_exist),
    OfTheme(looks.publications_have_measures),
    OfTheme(templates.of_actors_that_there_are),
    OfTheme(templates.one_for_each_actor),
    OfTheme(typesetting.borrowed_sheets_exist),
    OfTheme(typesetting.margins_leave_room),
    OfTheme(legibility.text_in_the_hand),
    OfTheme(legibility.text_on_the_wall),
    OfTheme(typesetting.roles_can_be_read),
    OfTheme(palette.contrast_of_texts),
    OfTheme(palette.contrast_of_edges),
    OfTheme(palette.steps_of_grey),
    OfTheme(palette.differences_to_the_colour_blind),
    OfTheme(palette.order_of_lightness),
)


def run(
    programme: Programme | None, actors: Sequence[Actor], known: Known, sources: Mapping[str, bytes] | None = None
) -> Report:
    """All findings about the actors that were read, about the programme if there is one, and about the files' text.

    A step that goes by another id than everything else gives it, or stands in another's file, is told first; the
    checks then see it as it was meant.
    """
    meant = astray.mended(programme, actors)
    programme, actors = meant.programme, meant.actors
    texts = [SourceText(path, data.decode("utf-8-sig", "replace")) for path, data in (sources or {}).items()]
    homes = {step.name_id: actor for actor in actors for step in actor.steps}
    phases = frozenset(phase.number for phase in programme.phases) if programme else frozenset()
    maps = [ActorMap(actor, homes, phases, known.gallery) for actor in actors]
    findings = list(meant.findings)
    for check in CHECKS:
        if isinstance(check, OfMap):
            findings.extend(finding for actor_map in maps for finding in check.find(actor_map))
        elif isinstance(check, OfSource):
            findings.extend(finding for text in texts for finding in check.find(text, known))
        elif programme:
            findings.extend(check.find(programme, known))
    return Report.of(findings)


def look_report(theme: Theme, programme: Programme | None, known: Known) -> Report:
    """All findings about a theme. What depends on the programme is left out where there is none."""
    in_use = ThemeInUse(theme, programme, known)
    return Report.of(finding for check in LOOKS for finding in check.find(in_use))
