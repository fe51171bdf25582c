"""The whole programme: settings, phases, actors and what they refer to, with the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import Field

from pipeline.model.actor import Actor, Unit
from pipeline.model.decision import Decision
from pipeline.model.glossary import Case, Source, Term
from pipeline.model.house_rules import HouseRules
from pipeline.model.phase import KindMeaning, Phase
from pipeline.model.publication import Publication
from pipeline.model.step import Step, StepKind
from pipeline.values import Address, Day, Label, Name, Prose, ReleaseName, Summary, Value


class Settings(Value):
    """The project file `program.yaml`."""

    format: Label = Field(alias="schema", description="Formatet som filerna är skrivna i, med version. Ändra det inte.")
    name: Name = Field(
        alias="namn",
        description="Programmets namn, på affischer och i sidhuvuden. Högst 60 tecken.",
        examples=["Rehabiliteringsbanan", "Vägen till arbete"],
    )
    date: Day = Field(
        alias="datum",
        description="Datumet som utkasten visar, ÅÅÅÅ-MM-DD. Ändra det när texten ändras.",
        examples=["2026-11-21", "2026-05-04"],
    )
    web: Address | None = Field(
        None,
        alias="webbadress",
        description="Sidan där man ser om en utskrift gäller. Den trycks som QR-kod. Är den tom trycks ingen.",
    )
    release: ReleaseName | None = Field(
        None,
        alias="utgava",
        description="Utgåvan som förbereds. Besluten i beslut.yaml gäller en utgåva. Utelämnas före den första.",
        examples=["2026.1", "2027.1"],
    )
    feedback: Address | None = Field(
        None,
        alias="synpunkter",
        description="Adress dit läsare lämnar synpunkter, med https:// eller mailto: först. Trycks i allt som ges ut.",
        examples=["https://example.org/synpunkter", "mailto:synpunkter@example.org"],
    )
    alternative_format: Summary | None = Field(
        None,
        alias="alternativt_format",
        description="En mening om hur man får materialet i ett annat format, till exempel uppläst. Trycks i allt som "
        "ges ut. Högst 400 tecken.",
        examples=[
            "Ring kommunens kontaktcenter om du behöver texten i ett annat format.",
            "Texten finns också uppläst och i punktskrift. Beställ den hos kontaktcenter.",
        ],
    )
    status: Label = Field(
        alias="status", description="Hur färdigt innehållet är, i ett ord.", examples=["utkast", "granskas"]
    )
    disclaimer: Prose = Field(
        alias="friskrivning", description="Friskrivningen som trycks tills materialet är granskat."
    )
    disclaimer_en: Prose = Field(alias="disclaimer", description="Samma friskrivning på engelska.")
    facts_date: Day = Field(
        alias="faktaunderlag_per",
        description="Dagen då fakta samlades in, ÅÅÅÅ-MM-DD.",
        examples=["2026-11-21", "2026-05-04"],
    )
    law_date: Day = Field(
        alias="lagtext_kontrollerad_per",
        description="Dagen då hänvisningarna kontrollerades mot lagtexten, ÅÅÅÅ-MM-DD.",
        examples=["2026-11-21", "2026-05-04"],
    )
    language: Label = Field(alias="sprak", description="Materialets språk, med land.", examples=["sv-SE", "sv"])
    aim: Prose | None = Field(
        None,
        alias="syfte",
        description="Vad processen ska leda till, i en eller ett par meningar. Står på webbsidan och i handboken. "
        "Utelämnas om det inte är bestämt. Hitta inte på.",
        examples=[
            "Personen får rätt stöd i rätt ordning och kan försörja sig själv.",
            "Aktörerna planerar tillsammans med personen.",
        ],
    )
    audience: Summary = Field(
        alias="malgrupp", description="Vilka personer processen gäller, i en mening. Högst 400 tecken."
    )


@dataclass(frozen=True)
class Arrival:
    """Someone of another actor who comes to a step: from which step, through a link or a contact point."""

    actor: Actor
    step: Step
    why: str  # of a contact point; empty for a link


@dataclass(frozen=True)
class Unanswered:
    """A meeting that only one side names: the other actor and its step, and why they meet (empty for a link)."""

    actor: Actor
    step: Step
    why: str


def names(step: Step, other: Step) -> bool:
    """True if the step's link or one of its contact points leads to the other: so it answers where that one comes."""
    is_linked = step.link is not None and step.link.step == other.name_id
    return is_linked or any(contact.step == other.name_id for contact in step.contacts)


def _each_once(meetings: Iterable[Unanswered]) -> tuple[Unanswered, ...]:
    """The first with each step: a contact point stands before a link and says why."""
    found: dict[str, Unanswered] = {}
    for meeting in meetings:
        found.setdefault(meeting.step.name_id, meeting)
    return tuple(found.values())


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
    decisions: tuple[Decision, ...] = ()

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

    def decision(self, actor_id: str, release: str) -> Decision | None:
        """The record of an actor's decision about a release."""
        found = (one for one in self.decisions if (one.actor, one.release) == (actor_id, release))
        return next(found, None)

    def unit(self, name_id: str) -> tuple[Actor, Unit] | None:
        """The unit with this id, and the actor that it belongs to."""
        return next(((actor, unit) for actor in self.actors if (unit := actor.unit(name_id))), None)

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

    def unanswered_to(self, step: Step) -> tuple[Unanswered, ...]:
        """The steps of others that name this step, which does not name them."""
        arrivals = (*self.contacts_to(step), *self.links_to(step))
        return _each_once(Unanswered(a.actor, a.step, a.why) for a in arrivals if not names(step, a.step))

    def unanswered_from(self, step: Step) -> tuple[Unanswered, ...]:
        """The steps of others that this step names, and that do not name it; raises KeyError for an unknown one."""
        named = [(contact.step, contact.why) for contact in step.contacts]
        named += [(step.link.step, "")] if step.link else []
        found = (Unanswered(*self.found(name_id), why) for name_id, why in named)
        return _each_once(one for one in found if not names(one.step, step))

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
