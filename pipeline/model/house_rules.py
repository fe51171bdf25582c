"""A project's own rules: words it avoids, and findings it excuses with a reason."""

from typing import Annotated

from pydantic import Field

from pipeline.values import Filled, Label, Prose, Value, YesNo


class AvoidedWord(Value):
    """A word that is not to be used, as it begins in all its forms."""

    word: Label = Field(alias="ord", description="Ordet, eller början på det: ”klientel” gäller också klientelet.")
    instead: Label | None = Field(None, alias="hellre", description="Vad man skriver i stället.", examples=["personen"])
    banned: YesNo = Field(True, alias="forbjudet", description="true ger fel, false ger varning.")


class Exemption(Value):
    """Findings of one code that the project accepts, everywhere or where it says."""

    code: Label = Field(alias="kod", description="Koden som står före meddelandet.", examples=["S703"])
    where: Annotated[tuple[Label, ...], Filled] | None = Field(
        None,
        alias="dar",
        description="Id på steg, aktörer, källor eller fall, ord i ordlistan, eller filens namn. Utelämnas för allt.",
    )
    reason: Prose = Field(alias="skal", description="Varför det är rätt som det är.")


class HouseRules(Value):
    """`regler.yaml`, which a project may leave out."""

    avoided: tuple[AvoidedWord, ...] = Field((), alias="undvik", description="Ord som inte ska användas.")
    exemptions: tuple[Exemption, ...] = Field((), alias="undantag", description="Meddelanden som inte ska visas.")
