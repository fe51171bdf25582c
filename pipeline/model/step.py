"""A step of an actor's process map: what happens, by whom, on what ground, and where it leads."""

from collections.abc import Iterable
from enum import Enum
from typing import Annotated

from pydantic import Field

from pipeline.values import Count, Filled, Label, OneOrMany, Prose, Slug, Value, YesNo


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

    target: Slug = Field(alias="till", description="Id på steget som pilen leder till. Det ska finnas i samma karta.")
    label: Label | None = Field(
        None,
        alias="etikett",
        description="Villkor på pilen. Ett beslut har en pil med ja och en med nej. Andra pilar behöver oftast inget.",
        examples=["ja", "nej"],
    )
    loop: YesNo = Field(
        False,
        alias="atergang",
        description="Skriv true om pilen leder tillbaka till ett tidigare steg. Annars behövs inte raden.",
    )


class Link(Value):
    """The step of another actor that a process link may lead to."""

    actor: Slug = Field(alias="aktor", description="Id på den andra aktören: namnet på dess fil utan .yaml.")
    step: Slug = Field(alias="steg", description="Id på steget hos den andra aktören, så som det står i dess fil.")


class Contact(Value):
    """A step of another actor where the two meet."""

    actor: Slug = Field(alias="aktor", description="Id på den andra aktören: namnet på dess fil utan .yaml.")
    step: Slug = Field(alias="steg", description="Id på steget hos den andra aktören, så som det står i dess fil.")
    why: Label = Field(
        alias="varfor",
        description="Varför de två möts här, i några få ord.",
        examples=["Ta del av kommunens kartläggning", "Följ upp planen tillsammans"],
    )


class LegalReference(Value):
    """A reference to law, and whether it has been confirmed."""

    reference: Label = Field(
        alias="hanvisning",
        description="Kapitel, paragraf och lag, med lagens nummer.",
        examples=["30 kap. 9 § socialförsäkringsbalken (2010:110)", "12 kap. 1 § socialtjänstlagen (2025:400)"],
    )
    state: Verification = Field(
        alias="kontroll", description="belagd när någon har läst hänvisningen i lagtexten, annars kontrollera."
    )


class Step(Value):
    """One box of a map and the page behind it."""

    name_id: Slug = Field(
        alias="id",
        description="Stegets id: aktörens prefix, bindestreck och ett namn. Ändra det inte, pilar och filer pekar hit.",
        examples=["ko-samtal", "ko-villkor"],
    )
    former: Annotated[tuple[Slug, ...], OneOrMany, Filled] = Field(
        (),
        alias="tidigare_id",
        description="Id som steget haft tidigare. Gamla länkar och bokmärken till webbsidan leder då till steget.",
        examples=["ko-forsta-samtal", "ko-gammalt-villkor"],
    )
    title: Label = Field(
        alias="titel",
        description="Vad som görs, i högst 40 tecken. Ett beslut skrivs som en fråga.",
        examples=["Håll ett första samtal", "Är villkoren uppfyllda?"],
    )
    short: Label = Field(
        alias="kort",
        description="Kort titel till affischen, högst 18 tecken. Ändra den när titeln ändras.",
        examples=["Första samtal", "Villkor uppfyllda?"],
    )
    phase: Count = Field(alias="fas", description="Numret på den fas i processpilen som steget hör till.")
    kind: StepKind = Field(
        alias="form", description="Vad slags steg det är. Formen avgör hur det ritas och vilka pilar det ska ha."
    )
    end: End | None = Field(
        None,
        alias="ande",
        description="Skrivs bara för formen start-stopp: start där processen börjar, stopp där den slutar.",
    )
    facts: Annotated[tuple[Prose, ...], Filled] = Field(
        alias="vad_hander", description="Två till tre korta meningar om vad som händer i steget, en på varje rad."
    )
    who: Label = Field(
        alias="vem_gor",
        description="Vem som gör det: en roll eller funktion, inte en persons namn.",
        examples=["Handläggare på kommunen", "Läkaren på vårdcentralen"],
    )
    units: Annotated[tuple[Slug, ...], Filled] = Field(
        (),
        alias="enheter",
        description="Id på de enheter hos aktören som gör steget. Utelämnas när steget gäller alla enheter.",
        examples=["ekonomiskt-bistand", "vuxenenheten"],
    )
    legal: tuple[LegalReference, ...] = Field(
        alias="lagstod", description="Hänvisningar till lag som steget bygger på. Skriv [] om inga finns."
    )
    documents: tuple[Label, ...] = Field(
        alias="underlag",
        description="Underlag som steget behöver eller ger, till exempel en blankett. Skriv [] om inga finns.",
    )
    checklist: Annotated[tuple[Label, ...], Filled] = Field(
        (),
        alias="checklista",
        description="Korta rader som handläggaren bockar av i steget, en sak på varje rad.",
        examples=["Personen har fått information om rätten till tolk", "Samtycket är skrivet"],
    )
    contacts: tuple[Contact, ...] = Field(
        alias="kontaktpunkter",
        description="Steg hos andra aktörer där ni möts. Det räcker att den ena skriver det. Skriv [] om inga finns.",
    )
    link: Link | None = Field(
        None,
        alias="processkoppling",
        description="Skrivs bara för formen processkoppling: det steg hos en annan aktör som man kan gå vidare till.",
    )
    arrows: tuple[Arrow, ...] = Field(
        alias="pilar",
        description="Vart steget leder i den egna kartan. Ett beslut har två pilar, ja och nej. Ett stopp har [].",
    )
    same_row_as: Slug | None = Field(
        None,
        alias="samma_rad_som",
        description="Önskemål: id på ett steg i samma karta, som steget ska stå på samma rad som. På ett stående "
        "papper är raderna i stället spalter. Oftast behövs inget önskemål.",
        examples=["ko-samtal", "ko-plan"],
    )
    after: Slug | None = Field(
        None,
        alias="efter",
        description="Önskemål: id på ett steg i samma karta, som steget ska stå efter: längre fram i flödet, eller "
        "nedanför i samma spalt. På ett stående papper: längre ned, eller till höger på samma höjd.",
        examples=["ko-samtal", "ko-plan"],
    )
    row: Count | None = Field(
        None,
        alias="rad",
        description="Önskemål: raden som steget ska stå på, räknad uppifrån bland aktörens rader i kartan. 1 är den "
        "översta. På ett stående papper räknas i stället spalter från vänster.",
        examples=["1", "2"],
    )
    question: Label = Field(
        alias="dialogfraga",
        description="En öppen fråga om steget att tala om i kunskapsdialogen, med frågetecken.",
        examples=["Vad behöver personen veta före samtalet?", "Vem tar första kontakten?"],
    )
    sources: Annotated[tuple[Slug, ...], Filled] = Field(
        alias="kallor", description="Id på de källor i kallor.yaml som texten bygger på, minst en."
    )
    review: Prose | None = Field(
        None,
        alias="att_granska",
        description="Något som behöver granskas. Trycks vid steget tills raden tas bort; check räknar upp det.",
    )

    @property
    def texts(self) -> tuple[str, ...]:
        """The running texts that readers meet: what terms are looked for in."""
        labels = tuple(arrow.label for arrow in self.arrows if arrow.label)
        return (
            *(self.title, *self.facts, self.who, *self.documents, *self.checklist),
            *(*(contact.why for contact in self.contacts), *labels, self.question),
        )


def renamed(steps: Iterable[Step]) -> dict[str, str]:
    """The id that a step has today, by each of its former ids; of several steps that claim one, the first."""
    found: dict[str, str] = {}
    for step in steps:
        for former in step.former:
            found.setdefault(former, step.name_id)
    return found
