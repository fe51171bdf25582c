"""What the steps refer to: terms, sources, and the fictional cases of the knowledge dialogues."""

from typing import Annotated

from pydantic import Field

from pipeline.values import Address, Filled, Label, Prose, Slug, Value


class Term(Value):
    """A word that readers may need explained."""

    name: Label = Field(alias="term", description="Ordet eller förkortningen.")
    spelled_out: Label | None = Field(None, alias="utlast", description="Förkortningen utläst.")
    text: Prose = Field(alias="forklaring", description="Förklaringen.")
    source: Slug = Field(alias="kalla", description="Id på källan.")


def terms_in(terms: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms that a text uses, in the order given.

    Inflected and compound forms count as the term: it must begin a word, not end one. Abbreviations keep their
    capitals.
    """
    folded = text.lower()
    return tuple(
        term
        for term in terms
        if (_begins_word(term.name, text) if term.name.isupper() else _begins_word(term.name.lower(), folded))
    )


def _begins_word(name: str, text: str) -> bool:
    # Plain search: a regular expression for each of many terms costs more than everything else that `check` does.
    at = text.find(name)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(name, at + 1)
    return at >= 0


class Source(Value):
    """Where a fact comes from."""

    name_id: Slug = Field(alias="id", description="Källans id.")
    title: Label = Field(alias="titel", description="Källans titel.")
    address: Address = Field(alias="url", description="Källans webbadress.")


class Case(Value):
    """A fictional person to talk about in a dialogue."""

    name_id: Slug = Field(alias="id", description="Fallets id.")
    name: Label = Field(alias="namn", description="Namn och ålder, med ordet (påhittad).")
    situation: Annotated[tuple[Prose, ...], Filled] = Field(
        alias="situation", description="Situationen i korta meningar."
    )
    questions: Annotated[tuple[Label, ...], Filled] = Field(alias="fragor", description="Frågor till gruppen.")
    steps: Annotated[tuple[Slug, ...], Filled] = Field(alias="steg", description="Id på steg som fallet berör.")
