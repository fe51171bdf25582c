"""The rules of writing in one language: `locale/<language>/language.yaml`."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Day, Label, Value, YesNo


class PlainWord(Value):
    """A word that is avoided in all materials, as it begins in all its forms."""

    word: Label = Field(description="Ordet, eller början på det.")
    instead: Label = Field(description="Vad man skriver i stället.")
    banned: YesNo = Field(description="true ger fel, false ger varning.")


class RepealedLaw(Value):
    """A law that is no longer in force."""

    number: Label = Field(description="Nummer i författningssamlingen, till exempel 2001:453.")
    name: Label = Field(description="Lagens namn.")
    since: Day = Field(description="Dagen då den upphörde.")
    replaced_by: Label = Field(description="Det som gäller i stället.")


class LanguageRules(Value):
    """What the language checks of one language look for."""

    avoided: tuple[PlainWord, ...] = Field(description="Ord som undviks i allt material.")
    abbreviations: tuple[Label, ...] = Field(description="Förkortningar med versaler som alla känner.")
    dotted: tuple[Label, ...] = Field(description="Förkortningar vars punkt inte avslutar en mening.")
    repealed: tuple[RepealedLaw, ...] = Field(description="Lagar som har upphört.")
    fictional: Label = Field(description="Märket efter en påhittad persons namn.")
    federation: tuple[Label, ...] = Field(description="Början på ord för samordningsförbundet, som aldrig beslutar.")
