"""What lies behind each code, and the words that explain it: `locale/<language>/explanations.yaml`."""

from __future__ import annotations

import re
from functools import cached_property

from pydantic import Field

from pipeline.values import Label, Prose, Value

_GAP = re.compile(r"\{\{|\}\}|\{(\w+)\}")
_BRACES = {"{{": "{", "}}": "}"}


class FamilyText(Value):
    """A family of codes: those with the same letter."""

    letter: Label = Field(description="Bokstaven som koderna börjar med.")
    name: Label = Field(description="Familjens namn.")
    text: Prose = Field(description="Vad familjens koder gäller.")


class GapText(Value):
    """What stands in a gap of a sentence where no finding fills it."""

    gap: Label = Field(description="Luckans namn i faults.yaml, vid behov med kod: R318.kind.")
    word: Label = Field(description="Ordet som visas, utan tecknen runt det.")


class CodeText(Value):
    """What lies behind a code."""

    code: Label = Field(description="Kod, en bokstav och tre siffror.")
    why: Prose = Field(description="Varför det är så, i en till tre meningar.")
    right: Prose | None = Field(None, description="Ett litet rätt exempel, som det skrivs i filen.")


class ExplainWords(Value):
    """The words around an explanation."""

    sentence: Label = Field(description="Rubrik före meningen i en tabell.")
    do: Label = Field(description="Före det man kan göra.")
    why: Label = Field(description="Före varför det är så.")
    wrong: Label = Field(description="Före det felaktiga exemplet.")
    right: Label = Field(description="Före det rätta exemplet.")
    pointed: Label = Field(description="Vad pilen vid en rad betyder.")
    in_file: Label = Field(description="Filen som ett exempel hör till, med luckan {name}.")
    in_step: Label = Field(description="Steget som ett exempel hör till, med luckan {name}.")
    instead_of: Label = Field(description="Raden som ett exempel ersätter, med luckan {name}.")
    line_removed: Label = Field(description="Raden som ett exempel saknar, med luckan {name}.")
    without: Label = Field(description="Nyckeln som ett exempel saknar, med luckan {name}.")
    whole_file: Label = Field(description="Att felet gäller filen och inte en rad i den.")
    excuse: Prose = Field(description="Att ett projekt får göra undantag, och hur.")
    excuse_lines: Prose = Field(description="Raderna i regler.yaml, med luckan {code}.")
    no_excuse: Prose = Field(description="Att undantag inte går.")
    more: Prose = Field(description="Sist i listan över alla koder.")


class Explanations(Value):
    """`locale/<language>/explanations.yaml`."""

    words: ExplainWords = Field(description="Orden runt en förklaring.")
    families: tuple[FamilyText, ...] = Field(description="Familjerna, i den ordning de visas.")
    gaps: tuple[GapText, ...] = Field(description="Ord för luckorna.")
    codes: tuple[CodeText, ...] = Field(description="Alla koder.")

    @cached_property
    def _by_code(self) -> dict[str, CodeText]:
        return {text.code: text for text in self.codes}

    @cached_property
    def _gap_words(self) -> dict[str, str]:
        return {text.gap: text.word for text in self.gaps}

    def why(self, code: str) -> str:
        """Why the code is there; empty for one without explanation (a test holds that every code has one)."""
        return self._by_code[code].why if code in self._by_code else ""

    def right(self, code: str) -> str:
        """How it is written rightly; empty where nothing needs to be shown."""
        return (self._by_code[code].right or "") if code in self._by_code else ""

    def readable(self, code: str, sentence: str) -> str:
        """A sentence of a code in faults.yaml with a word in each gap."""

        def filled(found: re.Match[str]) -> str:
            if not (gap := found[1]):
                return _BRACES[found[0]]
            word = self._gap_words.get(f"{code}.{gap}") or self._gap_words.get(gap, gap)
            return f"\u2039{word}\u203a"

        return _GAP.sub(filled, sentence).strip()
