"""How everything looks: colours, shapes, strokes, type and sheets, as read from `styles/`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.values import Count, Em, FileWord, Filled, Label, Length, Paint, PaperSide, Points, Slug, Value


class Inks(Value):
    """The colours that are not a phase's."""

    ink: Paint = Field(alias="svart", description="Text, konturer och pilar.")
    grey: Paint = Field(alias="gra", description="Underordnad text; aldrig inne i en form.")
    rule: Paint = Field(alias="linje", description="Hårfina linjer; bär ingen betydelse ensamma.")
    mist: Paint = Field(alias="dis", description="Dialogruta och radhuvud.")
    paper: Paint = Field(alias="papper", description="Grunden, ringar och kopplingens fot.")


class PhaseColours(Value):
    """The colours of a phase, by its number."""

    number: Count = Field(alias="nr", description="Fasens nummer.")
    fill: Paint = Field(alias="farg", description="Fyllning.")
    text: Paint = Field(alias="textfarg", description="Text på fyllningen.")
    edge: Paint = Field(alias="kantfarg", description="Kontur.")


class KindShape(Value):
    """Which shape draws a kind of step."""

    kind: Slug = Field(alias="form", description="Formens id i källorna.")
    shape: Slug = Field(alias="figur", description="Figurens id i pipeline/shapes.")


class Strokes(Value):
    """Line weights and small measures, in em of the step text, so that all sheets look the same."""

    outline: Em = Field(alias="kontur", description="Formernas kontur.")
    arrow: Em = Field(alias="pil", description="Pilarnas linje.")
    halo: Em = Field(alias="mellanrum", description="Luft kring en pil som korsar en annan.")
    head_length: Em = Field(alias="spets_langd", description="Pilspetsens längd.")
    head_width: Em = Field(alias="spets_bredd", description="Pilspetsens bredd.")
    bend: Em = Field(alias="bojradie", description="Radie i varje böj.")
    dash: Em = Field(alias="streck", description="Streck i en återgång.")
    gap: Em = Field(alias="lucka", description="Lucka i en återgång.")
    thinnest: Em = Field(alias="minst_mm", description="Tunnaste kontur på papper, mm.")


class FaceFiles(Value):
    """The four style files of a family: resources of an installed package, or paths below `styles/`."""

    regular: Label = Field(alias="normal", description="Fil för normal stil.")
    bold: Label = Field(alias="fet", description="Fil för fet stil.")
    italic: Label = Field(alias="kursiv", description="Fil för kursiv stil.")
    bold_italic: Label = Field(alias="fetkursiv", description="Fil för fet kursiv stil.")


class Typeface(Value):
    """The type family."""

    family: Label = Field(alias="familj", description="Familjens namn.")
    package: Label | None = Field(None, alias="paket", description="Python-paket som innehåller filerna.")
    files: FaceFiles = Field(alias="filer", description="De fyra stilarnas filer.")
    fallback: Label = Field(alias="ersattning", description="Typsnitt om familjen saknas hos läsaren (SVG).")


class Sheet(Value):
    """Margins (mm) and type sizes (pt) of one kind of publication."""

    kind: Slug = Field(alias="sort", description="Publikationens sort.")
    unit: Length = Field(alias="enhet", description="Avståndens grundmått, mm.")
    outer: Length = Field(alias="yttre", description="Marginal, vänster (ytterkant), mm.")
    inner: Length = Field(alias="inre", description="Marginal, höger (innerkant), mm.")
    top: Length = Field(alias="ovan", description="Marginal upptill, mm.")
    bottom: Length = Field(alias="nedan", description="Marginal nedtill, mm.")
    title: Points = Field(alias="titel", description="Titel, punkter.")
    heading: Points = Field(alias="rubrik", description="Rubrik, punkter.")
    body: Points = Field(alias="text", description="Löpande text, punkter.")
    step: Points = Field(alias="steg", description="Önskad text i formerna, punkter.")
    step_least: Points = Field(alias="steg_minst", description="Minsta text i formerna, punkter.")
    small: Points = Field(alias="liten", description="Utgåverad och anteckningar, punkter.")
    question: Points = Field(alias="fraga", description="Fråga till dialogen, punkter.")
    legend: Points = Field(alias="teckenforklaring", description="Teckenförklaringens text, punkter.")
    arrow_name: Points = Field(alias="fasnamn", description="Fasernas namn i processpilen, punkter.")
    arrow: Length = Field(alias="pilhojd", description="Processpilens höjd, mm.")


class Theme(Value):
    """One theme file of `styles/teman/`."""

    name: Label = Field(alias="namn", description="Temats namn.")
    inks: Inks = Field(alias="farger", description="Färger som inte hör till en fas.")
    phases: Annotated[tuple[PhaseColours, ...], Filled] = Field(alias="faser", description="Fasernas färger.")
    shapes: Annotated[tuple[KindShape, ...], Filled] = Field(alias="former", description="Vilken figur varje form får.")
    strokes: Strokes = Field(alias="linjer", description="Linjer och små mått, i em av stegens text.")
    typeface: Typeface = Field(alias="typsnitt", description="Typsnittet.")
    sheets: Annotated[tuple[Sheet, ...], Filled] = Field(alias="ark", description="Marginaler och grader per sort.")

    def colours(self, number: int) -> PhaseColours:
        """The colours of a phase; raises StopIteration for one without (checked before composing)."""
        return next(colours for colours in self.phases if colours.number == number)

    def shape(self, kind: str) -> str:
        """The shape that draws a kind; raises StopIteration for one without (checked before composing)."""
        return next(entry.shape for entry in self.shapes if entry.kind == kind)

    def sheet(self, kind: str) -> Sheet:
        """The measures of a kind of publication; raises StopIteration for one without (checked)."""
        return next(sheet for sheet in self.sheets if sheet.kind == kind)


class Paper(Value):
    """A paper, upright: width and height in mm."""

    name_id: FileWord = Field(alias="id", description="Papperets id, som i filnamnen.")
    width: PaperSide = Field(alias="bredd", description="Bredd, mm.")
    height: PaperSide = Field(alias="hojd", description="Höjd, mm.")


class PapersFile(Value):
    """`styles/papper.yaml`."""

    papers: Annotated[tuple[Paper, ...], Filled] = Field(alias="papper", description="Papperen.")
