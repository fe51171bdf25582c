"""The rules of writing in one language: `locale/<language>/language.yaml`."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Day, Label, Value, YesNo


class PlainWord(Value):
    """A word that is avoided in all materials, as it begins in all its forms."""

    word: Label = Field(description="Ordet, eller början på det.")
    instead: Label = Field(description="Vad man skriver i stället.")
    banned: YesNo = Field(description="true ger fel, false ger varning.")
    others: tuple[Label, ...] = Field((), description="Andra ord som börjar likadant, och som får användas.")


class RepealedLaw(Value):
    """A law that is no longer in force."""

    number: Label = Field(description="Nummer i författningssamlingen, till exempel 2001:453.")
    name: Label = Field(description="Lagens namn.")
    since: Day = Field(description="Dagen då den upphörde.")
    replaced_by: Label = Field(description="Det som gäller i stället.")


class LanguageRules(Value):
    """What the language checks of one language look for."""

    avoided: tuple[PlainWord, ...] = Field(description="Ord som undviks i allt material.")
    another_word: Label = Field(description="Det som föreslås när inget är angivet i stället för ett ord.")
    abbreviations: tuple[Label, ...] = Field(description="Förkortningar med versaler som alla känner.")
    dotted: tuple[Label, ...] = Field(description="Förkortningar vars punkt inte avslutar en mening.")
    closing: tuple[Label, ...] = Field(
        description="De av dem som kan stå sist: en stor bokstav efter dem börjar en mening."
    )
    repealed: tuple[RepealedLaw, ...] = Field(description="Lagar som har upphört.")
    fictional: Label = Field(description="Märket efter en påhittad persons namn.")
    federation: tuple[Label, ...] = Field(description="Början på ord för samordningsförbundet, som aldrig beslutar.")
    decides: tuple[Label, ...] = Field(description="Verb för att besluta, efter den som gör det.")
    decided_by: tuple[Label, ...] = Field(description="Detsamma i passiv form, före den som gör det.")
    negations: tuple[Label, ...] = Field(description="Ord efter verbet som säger att det inte beslutas.")
    mailboxes: tuple[Label, ...] = Field(description="Början på ord i adressen till en gemensam brevlåda.")
