"""A phase of the process arrow, and the meaning of a kind of step."""

from pydantic import Field

from pipeline.model.step import StepKind
from pipeline.values import Count, Label, Name, Prose, Slug, Summary, Value


class Phase(Value):
    """One of the arrow's phases; its colours live in the theme, keyed by number."""

    number: Count = Field(alias="nr", description="Fasens nummer i pilen, räknat från 1.")
    name_id: Slug = Field(alias="id", description="Fasens id, små bokstäver och bindestreck.")
    name: Name = Field(alias="namn", description="Fasens namn.")
    text: Summary = Field(alias="beskrivning", description="En mening om vad som händer i fasen.")


class KindMeaning(Value):
    """What a kind of step means, in the partners' words; printed in the legend."""

    kind: StepKind = Field(alias="id", description="Formens id.")
    name: Name = Field(alias="namn", description="Formens namn.")
    meaning: Label = Field(alias="betydelse", description="En mening om vad formen betyder, till teckenförklaringen.")
    rule: Prose = Field(alias="regel", description="Regeln för formens pilar, till den som redigerar.")
