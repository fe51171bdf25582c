"""What the steps refer to: terms, sources, and the fictional cases of the knowledge dialogues."""

from typing import Annotated

from pydantic import Field

from pipeline.values import NO_BREAK_SPACE, Address, Filled, Label, OneOrMany, Prose, Slug, Value


class Term(Value):
    """A word that readers may need explained."""

    name: Label = Field(
        alias="term",
        description="Ordet eller förkortningen, så som det skrivs i texten. Böjda former känns igen.",
        examples=["SGI", "läkarintyg"],
    )
    spelled_out: Label | None = Field(
        None,
        alias="utlast",
        description="Förkortningen utskriven. Skrivs inte för vanliga ord.",
        examples=["Sjukpenninggrundande inkomst", "Samordnad individuell plan"],
    )
    synonyms: Annotated[tuple[Label, ...], OneOrMany, Filled] = Field(
        (),
        alias="synonymer",
        description="Andra ord för samma sak, som läsare söker på. Webbsidans sökning känner dem. De trycks inte.",
        examples=["socialbidrag", "sjukpenninggrundande lön"],
    )
    text: Prose = Field(alias="forklaring", description="Förklaringen, i en eller ett par meningar.")
    source: Slug = Field(alias="kalla", description="Id på den källa i kallor.yaml som förklaringen bygger på.")


def terms_in(terms: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms that a text uses, in the order given.

    Inflected and compound forms count as the term: it must begin a word, not end one. Abbreviations keep their
    capitals. A no-break space is a space.
    """
    text = _breakable(text)
    folded = text.lower()
    return tuple(term for term in terms if _is_used(_breakable(term.name), text, folded))


def _is_used(name: str, text: str, folded: str) -> bool:
    return _begins_word(name, text) if name.isupper() else _begins_word(name.lower(), folded)


def _breakable(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


def _begins_word(name: str, text: str) -> bool:
    # Plain search: a regular expression for each of many terms costs more than everything else that `check` does.
    at = text.find(name)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(name, at + 1)
    return at >= 0


class Source(Value):
    """Where a fact comes from."""

    name_id: Slug = Field(
        alias="id", description="Källans id. Steg och begrepp hänvisar till det.", examples=["sfs-sol", "finsam-2022"]
    )
    title: Label = Field(
        alias="titel",
        description="Källans titel, som läsaren ser den.",
        examples=["Socialtjänstlag (2025:400)", "Kommunens riktlinjer för stöd"],
    )
    address: Address = Field(
        alias="url",
        description="Källans webbadress, som börjar med https://.",
        examples=["https://www.riksdagen.se/", "mailto:registrator@stad.example"],
    )


class Case(Value):
    """A fictional person to talk about in a dialogue."""

    name_id: Slug = Field(
        alias="id",
        description="Fallets id: små bokstäver, siffror och bindestreck.",
        examples=["fall-samira", "fall-peter"],
    )
    name: Label = Field(
        alias="namn",
        description="Förnamn och ålder på en person som inte finns, med ordet (påhittad).",
        examples=["Samira, 38 år (påhittad)", "Peter, 52 år (påhittad)"],
    )
    situation: Annotated[tuple[Prose, ...], Filled] = Field(
        alias="situation", description="Personens situation i korta meningar, en på varje rad."
    )
    questions: Annotated[tuple[Label, ...], Filled] = Field(
        alias="fragor", description="Frågor som gruppen talar om, en på varje rad."
    )
    steps: Annotated[tuple[Slug, ...], Filled] = Field(
        alias="steg", description="Id på steg som fallet berör, hos en eller flera aktörer."
    )
