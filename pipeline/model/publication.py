"""What is published: kind, paper, formats."""

from typing import Annotated

from pydantic import Field

from pipeline.values import FileWord, Filled, Name, Prose, Slug, Value


class Publication(Value):
    """One publication; `kind` names its composer, `target` what is typed on the command line."""

    target: Slug = Field(alias="id", description="Publikationens id, som skrivs efter processpil build.")
    kind: Slug = Field(alias="sort", description="Vilken sorts publikation det är.")
    name: Name = Field(alias="namn", description="Publikationens namn, som läsaren ser det.")
    paper: FileWord = Field(alias="papper", description="Id på papperet i styles/papper.yaml.")
    formats: Annotated[tuple[Slug, ...], Filled] = Field(alias="format", description="Filformat: svg, pdf, docx.")
    text: Prose = Field(alias="beskrivning", description="Ett stycke om publikationen, till webbsidor och register.")
