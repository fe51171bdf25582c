"""What is published: kind, paper, formats."""

from typing import Annotated

from pydantic import Field

from pipeline.values import FileWord, Filled, Name, Prose, Slug, Value, View


class Publication(Value):
    """One publication; `kind` names its composer, `target` what is typed on the command line."""

    target: Slug = Field(
        alias="id",
        description="Publikationens id, som skrivs efter processpil build och står i filnamnen.",
        examples=["affisch", "handout"],
    )
    kind: Slug = Field(alias="sort", description="Vilken sorts publikation det är. Sorten avgör hur den ser ut.")
    name: Name = Field(
        alias="namn",
        description="Publikationens namn, som läsaren ser det. Högst 60 tecken.",
        examples=["Gemensam affisch", "Handledning"],
    )
    view: View = Field(
        View.FULL,
        alias="vy",
        description="kort för en karta där stegen bara har nummer och kort titel, med en nyckel vid sidan. Annars hel.",
    )
    paper: FileWord = Field(alias="papper", description="Id på papperet i styles/papper.yaml.")
    formats: Annotated[tuple[Slug, ...], Filled] = Field(
        alias="format",
        description="Filformat som publikationen görs i: svg, pdf eller docx. Alla passar inte alla sorter.",
    )
    text: Prose = Field(alias="beskrivning", description="Ett stycke om publikationen, till webbsidor och register.")
