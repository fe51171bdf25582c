"""The measures of a kind of publication: margins and sizes of type, its own or those of another kind."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from pipeline.spans import Marks
from pipeline.values import Distance, FileWord, Length, Points, Slug, Value, View


class ReadingDistances(Value):
    """How far from a poster on the wall its readers stand, m."""

    steps: Distance = Field(alias="steg", description="Så långt bort läses stegen, i meter.")
    heads: Distance = Field(
        alias="rubriker", description="Så långt bort läses titeln, fasernas namn och aktörernas namn, i meter."
    )


class Sheet(Value):
    """Margins (mm) and type sizes (pt) of one kind of publication, on any paper and in any view or on one of them."""

    kind: Slug = Field(alias="sort", description="Sorten i sources/publikationer.yaml som måtten gäller.")
    paper: FileWord | None = Field(
        None, alias="papper", description="Papperet som måtten gäller. Utan raden gäller de de papper som saknar egna."
    )
    view: View | None = Field(
        None, alias="vy", description="Vyn som måtten gäller, hel eller kort. Utan raden gäller de båda."
    )
    unit: Length = Field(alias="enhet", description="Grundmåttet för alla avstånd på bladet, i mm.")
    outer: Length = Field(
        alias="yttre",
        description="Yttermarginalen i mm: längst från ryggen i en handledning, till vänster på ett blad.",
    )
    inner: Length = Field(
        alias="inre", description="Innermarginalen i mm: mot ryggen i en handledning, till höger på ett blad."
    )
    top: Length = Field(alias="ovan", description="Marginalen upptill, i mm.")
    bottom: Length = Field(alias="nedan", description="Marginalen nedtill, i mm.")
    title: Points = Field(alias="titel", description="Titelns textstorlek, i punkter.")
    heading: Points = Field(alias="rubrik", description="Rubrikernas textstorlek, i punkter.")
    body: Points = Field(alias="text", description="Den löpande textens storlek, i punkter.")
    step: Points = Field(alias="steg", description="Textstorleken i formerna när det finns plats, i punkter.")
    step_least: Points = Field(
        alias="steg_minst",
        description="Textstorleken i formerna när det är trångt, i punkter. Mindre än så blir den aldrig.",
    )
    small: Points = Field(
        alias="liten", description="Textstorleken i raden med datum och kod, och i anteckningar, i punkter."
    )
    question: Points = Field(alias="fraga", description="Textstorleken i frågan till dialogen, i punkter.")
    legend: Points = Field(alias="teckenforklaring", description="Teckenförklaringens textstorlek, i punkter.")
    arrow_name: Points = Field(alias="fasnamn", description="Textstorleken på fasernas namn i processpilen, i punkter.")
    arrow: Length = Field(alias="pilhojd", description="Processpilens höjd, i mm.")
    baseline: Points = Field(
        alias="baslinje",
        description="Avståndet från rad till rad i den löpande texten, i punkter. Luft mellan stycken räknas i det.",
    )
    distances: ReadingDistances | None = Field(
        None,
        alias="lasavstand",
        description="För ett blad på väggen: hur långt bort det läses. Annars läses det i handen.",
    )

    def fits(self, kind: str, paper: str, view: View) -> bool:
        """True if the measures can be used for a publication of this kind, on this paper and in this view."""
        return _fits(self, kind, paper, view)


def _as_there(field: str) -> Any:
    """The field of a Sheet, which here may be left out."""
    found = Sheet.model_fields[field]
    return Field(None, alias=found.alias, description=f"{found.description} Utan raden som för den andra sorten.")


class LikeSheet(Value):
    """Measures that are those of another kind, but for what is written here."""

    kind: Slug = Field(alias="sort", description="Sorten i sources/publikationer.yaml som måtten gäller.")
    like: Slug = Field(alias="som", description="Sorten under ark som måtten tas från.", examples=["handout", "karta"])
    paper: FileWord | None = _as_there("paper")
    view: View | None = _as_there("view")
    unit: Length | None = _as_there("unit")
    outer: Length | None = _as_there("outer")
    inner: Length | None = _as_there("inner")
    top: Length | None = _as_there("top")
    bottom: Length | None = _as_there("bottom")
    title: Points | None = _as_there("title")
    heading: Points | None = _as_there("heading")
    body: Points | None = _as_there("body")
    step: Points | None = _as_there("step")
    step_least: Points | None = _as_there("step_least")
    small: Points | None = _as_there("small")
    question: Points | None = _as_there("question")
    legend: Points | None = _as_there("legend")
    arrow_name: Points | None = _as_there("arrow_name")
    arrow: Length | None = _as_there("arrow")
    baseline: Points | None = _as_there("baseline")
    distances: ReadingDistances | None = _as_there("distances")

    def fits(self, kind: str, paper: str, view: View) -> bool:
        """True if the measures can be used for a publication of this kind, on this paper and in this view."""
        return _fits(self, kind, paper, view)

    def filled(self, base: Sheet) -> Sheet:
        """All the measures: each one where it is written here, else as in the base. Each knows its own place."""
        written = {field for field in type(self).model_fields if getattr(self, field) is not None} - {"like", "origin"}
        own = {field: getattr(self, field) for field in written | {"paper", "view"}}
        return base.model_copy(update={**own, "origin": _laid_over(self.origin, base.origin)})


def _fits(sheet: Sheet | LikeSheet, kind: str, paper: str, view: View) -> bool:
    return sheet.kind == kind and sheet.paper in {None, paper} and sheet.view in {None, view}


def _laid_over(marks: Marks, base: Marks) -> Marks:
    """The places of a mapping, and of what only its base has."""
    return Marks(
        marks.file,
        marks.line,
        marks.column,
        {**base.keys, **marks.keys},
        {**base.values, **marks.values},
        {**base.below, **marks.below},
    )
