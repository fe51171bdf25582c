"""An actor: an agency with its process map."""

from typing import Annotated

from pydantic import Field

from pipeline.model.step import End, Step
from pipeline.values import Day, Filled, Label, Name, Prose, Slug, Summary, Tag, Value

# What stands for all actors in file names and commands; no actor may have it as its id.
EVERYONE = "alla"


class Review(Value):
    """When an actor's own people last went through its map."""

    date: Day = Field(alias="datum", description="Dagen då kartan granskades, ÅÅÅÅ-MM-DD.")
    by: Label = Field(alias="av", description="Vem som granskade: en roll eller enhet, inte en persons namn.")
    law_date: Day | None = Field(None, alias="lag_per", description="Dagen då lagtexterna senast lästes, ÅÅÅÅ-MM-DD.")


class Actor(Value):
    """One of the agencies, its mission and its steps in reading order."""

    name_id: Slug = Field(alias="id", description="Aktörens id, samma som filens namn.")
    name: Name = Field(alias="namn", description="Aktörens namn.")
    short: Tag = Field(alias="kortnamn", description="Aktörens korta namn, till kartornas kopplingar.")
    prefix: Slug = Field(alias="prefix", description="Början på aktörens steg-id.")
    mission: Summary = Field(alias="uppdrag", description="Aktörens uppdrag i en mening.")
    aim: Prose | None = Field(None, alias="syfte", description="Processens syfte hos aktören.")
    contact: Prose | None = Field(None, alias="kontakt", description="Hur aktören nås.")
    units: tuple[Label, ...] | None = Field(None, alias="enheter", description="Aktörens enheter.")
    review: Review | None = Field(None, alias="granskning", description="Senaste granskningen av kartan.")
    steps: Annotated[tuple[Step, ...], Filled] = Field(alias="steg", description="Stegen i läsordning.")

    def step(self, name_id: str) -> Step | None:
        """The step with this id, if it is in this map."""
        return next((step for step in self.steps if step.name_id == name_id), None)

    def number(self, step: Step) -> int:
        """The step's number in the map, counted from 1 in reading order."""
        return next(n for n, other in enumerate(self.steps, 1) if other.name_id == step.name_id)

    def arriving(self, step: Step) -> tuple[Step, ...]:
        """The steps of this map that lead here, in reading order."""
        return tuple(other for other in self.steps if any(a.target == step.name_id for a in other.arrows))

    def ends(self, end: End) -> tuple[Step, ...]:
        """The starts, or the stops, of the map."""
        return tuple(step for step in self.steps if step.end is end)
