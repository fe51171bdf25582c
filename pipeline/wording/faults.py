"""What a code says to an author, and the words that findings are listed with: `locale/<language>/faults.yaml`."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from pipeline.values import Label, Prose, Value


class FaultText(Value):
    """What a code says to an author: a sentence and a hint, with {gaps} filled from the diagnostic's details."""

    code: Label = Field(description="Kod, en bokstav och tre siffror.")
    message: Prose = Field(description="Meningen, med luckor.")
    hint: Prose | None = Field(None, description="Vad man kan göra.")


class CountWords(Value):
    """A number of something, with the gap {count}."""

    one: Label = Field(description="När det är en.")
    many: Label = Field(description="När det är ingen eller flera.")

    def of(self, count: int) -> str:
        """The words for this number."""
        return (self.one if count == 1 else self.many).format(count=count)


class FaultTexts(Value):
    """`locale/<language>/faults.yaml`: every fault, and the words that findings are listed with."""

    error: Label = Field(description="Ordet fel.")
    warning: Label = Field(description="Ordet varning.")
    note: Label = Field(description="Ordet notis.")
    help: Label = Field(description="Ordet före ett tips.")
    more: Label = Field(description="Var man läser mer om koden, med luckan {code}.")
    guess: Label = Field(description="Frågan om vad som menades, med luckan {guess}.")
    error_count: CountWords = Field(description="Antal fel.")
    warning_count: CountWords = Field(description="Antal varningar.")
    note_count: CountWords = Field(description="Antal notiser.")
    file_count: CountWords = Field(description="Antal filer.")
    summary: Label = Field(description="Sista raden, med luckorna {found} och {files}.")
    nothing_found: Label = Field(description="Sista raden när inget hittades, med luckan {files}.")
    faults: tuple[FaultText, ...] = Field(description="Alla koder.")

    @cached_property
    def _by_code(self) -> dict[str, FaultText]:
        return {text.code: text for text in self.faults}

    def text(self, code: str) -> FaultText:
        """The text of a code; raises KeyError for a code that has none (a test holds that every code has)."""
        return self._by_code[code]
