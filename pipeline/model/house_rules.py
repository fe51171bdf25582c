"""A project's own rules: words it avoids, and findings it excuses with a reason."""

from typing import Annotated

from pydantic import Field

from pipeline.values import Filled, Label, Prose, Value, YesNo


class AvoidedWord(Value):
    """A word that is not to be used, as it begins in all its forms."""

    word: Label = Field(
        alias="ord", description="Ordet, eller början på det. Ordet ”klientel” gäller också klientelet."
    )
    instead: Label | None = Field(
        None, alias="hellre", description="Vad man skriver i stället.", examples=["personen", "individen"]
    )
    banned: YesNo = Field(
        True,
        alias="forbjudet",
        description="true gör ordet till ett fel, false till en varning. Utan raden är det ett fel.",
    )


class Exemption(Value):
    """Findings of one code that the project accepts, everywhere or where it says."""

    code: Label = Field(
        alias="kod",
        description="Koden före meddelandet: en varning, en notis, eller ett fel om språk eller personuppgifter.",
        examples=["S703", "N501"],
    )
    where: Annotated[tuple[Label, ...], Filled] | None = Field(
        None,
        alias="dar",
        description="Id på steg, aktör, källa eller fall, ett ord i ordlistan, ett filnamn. Utan raden gäller allt.",
    )
    reason: Prose = Field(alias="skal", description="Varför det är rätt som det är. Den som kommer efter ska förstå.")


class HouseRules(Value):
    """`regler.yaml`, which a project may leave out."""

    avoided: tuple[AvoidedWord, ...] = Field(
        (), alias="undvik", description="Projektets egna ord som inte ska användas."
    )
    exemptions: tuple[Exemption, ...] = Field(
        (), alias="undantag", description="Meddelanden som inte ska visas, med skäl."
    )
