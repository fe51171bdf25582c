"""An actor: an agency with its process map."""

from typing import Annotated

from pydantic import Field

from pipeline.model.picture import Picture
from pipeline.model.step import End, Step
from pipeline.values import Address, Day, Filled, Label, Name, Prose, Slug, Summary, Tag, Value

# What stands for all actors in file names and commands; no actor may have it as its id.
EVERYONE = "alla"


class Review(Value):
    """When an actor's own people last went through its map."""

    date: Day = Field(
        alias="datum",
        description="Dagen då kartan senast granskades, ÅÅÅÅ-MM-DD.",
        examples=["2026-11-21", "2026-05-04"],
    )
    by: Label = Field(
        alias="av",
        description="Vem som granskade: en roll eller enhet, inte en persons namn.",
        examples=["Enhetschefer på socialtjänsten", "Processledare"],
    )
    law_date: Day | None = Field(
        None,
        alias="lag_per",
        description="Dagen då lagtexterna senast lästes, ÅÅÅÅ-MM-DD. Skrivs om den är en annan än för hela materialet.",
        examples=["2026-11-21", "2026-05-04"],
    )


class Unit(Value):
    """A unit of an actor that works in the process; `name_id` is one of a kind among the units of all actors."""

    name_id: Slug = Field(
        alias="id",
        description="Enhetens id, som står i filnamn och i stegens rad enheter. Bara en enhet i materialet har det.",
        examples=["ekonomiskt-bistand", "vuxenenheten"],
    )
    name: Name = Field(
        alias="namn",
        description="Enhetens namn, som det står i rubriker. Högst 60 tecken.",
        examples=["Ekonomiskt bistånd", "Vuxenenheten"],
    )
    contact: Prose | None = Field(
        None,
        alias="kontakt",
        description="Hur man når enheten: en funktion, växel eller webbsida. Utelämnas om det inte är känt.",
    )


class StaffLink(Value):
    """A page on the web that staff of the other actors need."""

    text: Label = Field(
        alias="text",
        description="Vad sidan handlar om, så som länken ska lyda.",
        examples=["Så ansöker man hos kommunen", "Blanketter för läkare"],
    )
    url: Address = Field(
        alias="url",
        description="Sidans adress, med https:// först.",
        examples=["https://example.org/ansokan", "https://example.org/blanketter"],
    )


class Actor(Value):
    """One of the agencies, its mission and its steps in reading order."""

    name_id: Slug = Field(
        alias="id",
        description="Aktörens id: detsamma som filens namn utan .yaml. Ändra det inte, andra filer pekar hit.",
        examples=["kommunen", "vardcentralen"],
    )
    name: Name = Field(
        alias="namn",
        description="Aktörens namn, som det står i rubriker. Högst 60 tecken.",
        examples=["Kommunen", "Vårdcentralen"],
    )
    short: Tag = Field(
        alias="kortnamn",
        description="Kort namn till affischen och kartornas kopplingar. Högst 14 tecken.",
        examples=["Kommunen", "VC"],
    )
    prefix: Slug = Field(
        alias="prefix", description="Några få bokstäver som alla aktörens stegs id börjar med.", examples=["ko", "vc"]
    )
    mission: Summary = Field(alias="uppdrag", description="Aktörens uppdrag i en eller två meningar. Högst 400 tecken.")
    picture: Picture | None = Field(
        None,
        alias="bild",
        description="En bild först i handledningen: fil, beskrivning, bildtext och upphov. Utelämnas utan bild.",
    )
    aim: Prose | None = Field(
        None,
        alias="syfte",
        description="Vad processen hos aktören ska leda till. Lämna tomt om det inte är känt. Hitta inte på.",
    )
    responsibility: Prose | None = Field(
        None,
        alias="ansvar",
        description="Hur det blir aktörens ansvar, till exempel genom en ansökan. Utelämnas om det inte är känt.",
        examples=["Personen ansöker själv hos kommunen.", "Läkaren skriver en remiss."],
    )
    contact: Prose | None = Field(
        None,
        alias="kontakt",
        description="Hur man når aktören: en funktion, växel eller webbsida. Lämna tomt om det inte är känt.",
    )
    links: Annotated[tuple[StaffLink, ...], Filled] = Field(
        (),
        alias="lankar",
        description="Webbsidor för personal hos de andra aktörerna, en text och en url för varje. Utelämnas annars.",
    )
    units: tuple[Unit, ...] | None = Field(
        None,
        alias="enheter",
        description="Enheter hos aktören som arbetar i processen, varje enhet med id och namn. "
        "Lämna tomt om de inte är kända.",
    )
    review: Review | None = Field(
        None,
        alias="granskning",
        description="När och av vem kartan senast granskades. Skrivs först när någon har granskat den.",
    )
    steps: Annotated[tuple[Step, ...], Filled] = Field(
        alias="steg", description="Stegen i den ordning de ska läsas, fas för fas. En start och minst ett stopp."
    )

    def step(self, name_id: str) -> Step | None:
        """The step with this id, if it is in this map."""
        return next((step for step in self.steps if step.name_id == name_id), None)

    def unit(self, name_id: str) -> Unit | None:
        """The unit with this id, if the actor has it."""
        return next((unit for unit in self.units or () if unit.name_id == name_id), None)

    def steps_of(self, unit: Unit | None) -> tuple[Step, ...]:
        """The steps that a unit does, those of all units among them; every step without a unit. In reading order."""
        if unit is None:
            return self.steps
        return tuple(step for step in self.steps if not step.units or unit.name_id in step.units)

    def number(self, step: Step) -> int:
        """The step's number in the map, counted from 1 in reading order."""
        return next(n for n, other in enumerate(self.steps, 1) if other.name_id == step.name_id)

    def arriving(self, step: Step) -> tuple[Step, ...]:
        """The steps of this map that lead here, in reading order."""
        return tuple(other for other in self.steps if any(a.target == step.name_id for a in other.arrows))

    def ends(self, end: End) -> tuple[Step, ...]:
        """The starts, or the stops, of the map."""
        return tuple(step for step in self.steps if step.end is end)
