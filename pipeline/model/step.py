"""A step of an actor's process map: what happens, by whom, on what ground, and where it leads."""

from enum import Enum
from typing import Annotated

from pydantic import Field

from pipeline.values import Count, Filled, Label, Prose, Slug, Value, YesNo


class StepKind(Enum):
    """How a step behaves. Closed: checks depend on it. How it looks is the theme's business."""

    TERMINAL = "start-stopp"
    FAN = "en-flera"
    DECISION = "ja-nej"
    LINK = "processkoppling"


class End(Enum):
    """Which end of the process a terminal is."""

    START = "start"
    STOP = "stopp"


class Answer(Enum):
    """The two labels that the arrows of a decision carry."""

    YES = "ja"
    NO = "nej"


class Verification(Enum):
    """Whether a legal reference was found in a text of law."""

    CONFIRMED = "belagd"
    TO_CHECK = "kontrollera"


class Arrow(Value):
    """A way on, to a step of the same map."""

    target: Slug = Field(alias="till", description="Id på steget som pilen leder till, i samma karta.")
    label: Label | None = Field(
        None, alias="etikett", description="Villkor på pilen. För ja-nej: ja eller nej.", examples=["ja", "nej"]
    )
    loop: YesNo = Field(False, alias="atergang", description="true om pilen leder tillbaka till en tidigare fas.")


class Link(Value):
    """The step of another actor that a process link may lead to."""

    actor: Slug = Field(alias="aktor", description="Id på den andra aktören.")
    step: Slug = Field(alias="steg", description="Id på steget hos den andra aktören.")


class Contact(Value):
    """A step of another actor where the two meet."""

    actor: Slug = Field(alias="aktor", description="Id på den andra aktören.")
    step: Slug = Field(alias="steg", description="Id på steget hos den andra aktören.")
    why: Label = Field(alias="varfor", description="Varför de möts, kort.")


class LegalReference(Value):
    """A reference to law, and whether it has been confirmed."""

    reference: Label = Field(alias="hanvisning", description="Kapitel, paragraf och lag.")
    state: Verification = Field(alias="kontroll", description="belagd eller kontrollera.")


class Step(Value):
    """One box of a map and the page behind it."""

    name_id: Slug = Field(alias="id", description="Stegets id: aktörens prefix, bindestreck, ett namn.")
    title: Label = Field(alias="titel", description="Stegets titel, högst 40 tecken.")
    short: Label = Field(alias="kort", description="Kort titel för affischer, högst 18 tecken.")
    phase: Count = Field(alias="fas", description="Numret på stegets fas.")
    kind: StepKind = Field(alias="form", description="Stegets form.")
    end: End | None = Field(None, alias="ande", description="start eller stopp; bara för formen start-stopp.")
    facts: Annotated[tuple[Prose, ...], Filled] = Field(alias="vad_hander", description="Två till tre meningar.")
    who: Label = Field(alias="vem_gor", description="Vem som gör det.")
    legal: tuple[LegalReference, ...] = Field(alias="lagstod", description="Hänvisningar till lag.")
    documents: tuple[Label, ...] = Field(alias="underlag", description="Underlag som steget behöver eller ger.")
    contacts: tuple[Contact, ...] = Field(alias="kontaktpunkter", description="Steg hos andra aktörer.")
    link: Link | None = Field(None, alias="processkoppling", description="Bara för formen processkoppling.")
    arrows: tuple[Arrow, ...] = Field(alias="pilar", description="Vart steget leder i den egna kartan.")
    question: Label = Field(alias="dialogfraga", description="En fråga till kunskapsdialogen.")
    sources: Annotated[tuple[Slug, ...], Filled] = Field(alias="kallor", description="Id på källor.")
    review: Prose | None = Field(None, alias="att_granska", description="Något som behöver granskas.")

    @property
    def texts(self) -> tuple[str, ...]:
        """The running texts that readers meet: what terms are looked for in."""
        labels = tuple(arrow.label for arrow in self.arrows if arrow.label)
        return (
            *(self.title, *self.facts, self.who, *self.documents),
            *(*(contact.why for contact in self.contacts), *labels, self.question),
        )
