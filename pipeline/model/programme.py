"""The whole programme: settings, phases, actors and what they refer to, with the links between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import Field

from pipeline.model.actor import Actor
from pipeline.model.glossary import Case, Source, Term
from pipeline.model.house_rules import HouseRules
from pipeline.model.phase import KindMeaning, Phase
from pipeline.model.publication import Publication
from pipeline.model.step import Step, StepKind
from pipeline.values import Address, Day, Label, Name, Prose, Summary, Value


class Settings(Value):
    """The project file `program.yaml`."""

    format: Label = Field(alias="schema", description="Formatets namn och version.")
    name: Name = Field(alias="namn", description="Programmets namn, på affischer och i sidhuvuden.")
    date: Day = Field(alias="datum", description="Datum som utkasten visar, ÅÅÅÅ-MM-DD.")
    web: Address | None = Field(None, alias="webbadress", description="Webbadress för QR-koder.")
    status: Label = Field(alias="status", description="Innehållets status.")
    disclaimer: Prose = Field(alias="friskrivning", description="Friskrivning som trycks i utkast.")
    disclaimer_en: Prose = Field(alias="disclaimer", description="Friskrivningen på engelska.")
    facts_date: Day = Field(alias="faktaunderlag_per", description="Datum för faktaunderlaget.")
    law_date: Day = Field(alias="lagtext_kontrollerad_per", description="Datum då lagtexten kontrollerades.")
    language: Label = Field(alias="sprak", description="Språk, till exempel sv-SE.")
    audience: Summary = Field(alias="malgrupp", description="Vilka personer processen gäller.")


@dataclass(frozen=True)
class Arrival:
    """Someone of another actor who comes to a step: from which step, through a link or a contact point."""

    actor: Actor
    step: Step
    why: str  # of a contact point; empty for a link


@dataclass(frozen=True)
class Programme:
    """Everything that was read, bound together. Actors in the order of their files' names."""

    settings: Settings
    phases: tuple[Phase, ...]
    kinds: tuple[KindMeaning, ...]
    actors: tuple[Actor, ...]
    terms: tuple[Term, ...]
    cases: tuple[Case, ...]
    sources: tuple[Source, ...]
    publications: tuple[Publication, ...]
    rules: HouseRules = field(default_factory=HouseRules)

    @cached_property
    def _homes(self) -> dict[str, tuple[Actor, Step]]:
        return {step.name_id: (actor, step) for actor in self.actors for step in actor.steps}

    def home(self, step_id: str) -> tuple[Actor, Step] | None:
        """The step with this id and the actor it belongs to."""
        return self._homes.get(step_id)

    def found(self, step_id: str) -> tuple[Actor, Step]:
        """Like `home`, for ids that the checks have passed; raises KeyError for an unknown one."""
        return self._homes[step_id]

    def actor(self, name_id: str) -> Actor | None:
        """The actor with this id."""
        return next((actor for actor in self.actors if actor.name_id == name_id), None)

    def phase(self, number: int) -> Phase | None:
        """The phase with this number."""
        return next((phase for phase in self.phases if phase.number == number), None)

    def meaning(self, kind: StepKind) -> KindMeaning:
        """The partners' words for a kind of step; raises StopIteration if it has none (checked on reading)."""
        return next(meaning for meaning in self.kinds if meaning.kind is kind)

    def steps(self) -> Iterator[tuple[Actor, Step]]:
        """Every step with its actor, in order."""
        for actor in self.actors:
            for step in actor.steps:
                yield actor, step

    def links_to(self, step: Step) -> tuple[Arrival, ...]:
        """The process links of other actors that lead to this step. Derived, never typed."""
        return self._links.get(step.name_id, ())

    def contacts_to(self, step: Step) -> tuple[Arrival, ...]:
        """The contact points of other actors that name this step. Derived, never typed."""
        return self._contacts.get(step.name_id, ())

    @cached_property
    def _links(self) -> dict[str, tuple[Arrival, ...]]:
        found: dict[str, tuple[Arrival, ...]] = {}
        for actor, step in self.steps():
            if step.link:
                found[step.link.step] = (*found.get(step.link.step, ()), Arrival(actor, step, ""))
        return found

    @cached_property
    def _contacts(self) -> dict[str, tuple[Arrival, ...]]:
        found: dict[str, tuple[Arrival, ...]] = {}
        for actor, step in self.steps():
            for contact in step.contacts:
                found[contact.step] = (*found.get(contact.step, ()), Arrival(actor, step, contact.why))
        return found
