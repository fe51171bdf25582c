"""A phase of the process arrow, and the meaning of a kind of step."""

from pydantic import Field

from pipeline.model.step import StepKind
from pipeline.values import Count, Label, Name, Prose, Slug, Summary, Value


class Phase(Value):
    """One of the arrow's phases; its colours live in the theme, keyed by number."""

    number: Count = Field(
        alias="nr", description="Fasens nummer i processpilen, räknat från 1. Temat ger färger åt samma nummer."
    )
    name_id: Slug = Field(
        alias="id",
        description="Fasens id: små bokstäver, siffror och bindestreck.",
        examples=["kartlaggning", "planering"],
    )
    name: Name = Field(
        alias="namn",
        description="Fasens namn i processpilen. Högst 60 tecken.",
        examples=["Kartläggning", "Gemensam planering"],
    )
    text: Summary = Field(alias="beskrivning", description="En mening om vad som händer i fasen. Högst 400 tecken.")


class KindMeaning(Value):
    """What a kind of step means, in the partners' words; printed in the legend."""

    kind: StepKind = Field(
        alias="id", description="Vilken av de fyra formerna det gäller. Varje form förklaras en gång."
    )
    name: Name = Field(alias="namn", description="Formens namn i teckenförklaringen.")
    meaning: Label = Field(alias="betydelse", description="En mening om vad formen betyder, till teckenförklaringen.")
    rule: Prose = Field(alias="regel", description="Regeln för formens pilar, till den som redigerar. Trycks inte.")
