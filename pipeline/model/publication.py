"""What is published: kind, for whom, paper, formats."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from pipeline.values import FileWord, Filled, Label, Name, OneOrMany, Prose, Slug, Value, View, YesNo

SCREEN = "skarm"
"""The profile of what is not told otherwise: colours and marks of a file that is read on a screen or printed there."""


class Audience(Enum):
    """Whom a publication speaks to."""

    MANAGERS = "chefer"
    STAFF = "medarbetare"


class Publication(Value):
    """One publication; `kind` names its composer, `target` what is typed on the command line.

    Without `actors` and `units` it is made for every actor; `units` alone make it for these units only.
    """

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
    actors: Annotated[tuple[Slug, ...], Filled] = Field(
        (),
        alias="aktorer",
        description="Id på de aktörer som publikationen görs för. Utan raden, och utan enheter, görs den för alla.",
    )
    units: Annotated[tuple[Slug, ...], Filled] = Field(
        (),
        alias="enheter",
        description="Id på enheter som får en egen fil var. Utan raden aktorer görs bara enheternas filer.",
        examples=["ekonomiskt-bistand", "vuxenenheten"],
    )
    audience: Audience | None = Field(
        None, alias="malgrupp", description="Vem publikationen vänder sig till: chefer eller medarbetare."
    )
    language: Label | None = Field(
        None,
        alias="sprak",
        description="Publikationens språk, om det är ett annat än materialets.",
        examples=["sv-SE", "sv"],
    )
    profile: Slug = Field(
        SCREEN, alias="profil", description="Vad filerna är till för. Utan raden: skarm, att läsa och skriva ut."
    )
    other_maps: YesNo = Field(
        False,
        alias="andra_kartor",
        description="ja i en bilaga som också ska visa de andra aktörernas kartor. Utan raden visas aktörens egen.",
    )
    papers: Annotated[tuple[FileWord, ...], OneOrMany, Filled] = Field(
        alias="papper",
        description="Id på papperet i styles/papper.yaml. En lista ger en fil för varje papper.",
    )
    formats: Annotated[tuple[Slug, ...], Filled] = Field(
        alias="format",
        description="Filformat som publikationen görs i: svg, pdf eller docx. Alla passar inte alla sorter.",
    )
    variants: Annotated[tuple[Slug, ...], Filled] = Field(
        (),
        alias="varianter",
        description="Varianter som ger en fil till var. redigerbar: en Word-fil där kartan är former som går att "
        "flytta och skriva i.",
    )
    text: Prose = Field(alias="beskrivning", description="Ett stycke om publikationen, till webbsidor och register.")

    @property
    def paper(self) -> str:
        """The paper of a publication on one paper, as every planned one is; else the first."""
        return self.papers[0]

    def on(self, paper: str) -> Publication:
        """The publication on one of its papers."""
        return self if self.papers == (paper,) else self.model_copy(update={"papers": (paper,)})
