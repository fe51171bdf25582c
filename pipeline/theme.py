"""How everything looks: colours, shapes, strokes, type and sheets, as read from `styles/`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.values import (
    Count,
    Distance,
    Em,
    Exact,
    FileWord,
    Filled,
    Label,
    Length,
    Paint,
    PaperSide,
    Points,
    Slug,
    Value,
    View,
)


class Inks(Value):
    """The colours that are not a phase's."""

    ink: Paint = Field(alias="svart", description="Text, konturer och pilar.")
    grey: Paint = Field(alias="gra", description="Underordnad text. Används aldrig inne i en form.")
    rule: Paint = Field(alias="linje", description="Tunna linjer. De bär ingen betydelse ensamma.")
    mist: Paint = Field(alias="dis", description="Ljus yta bakom dialogrutan och radernas rubriker.")
    paper: Paint = Field(
        alias="papper", description="Papperets färg: grunden, ringar kring nummer och processkopplingens fot."
    )


class PhaseColours(Value):
    """The colours of a phase, by its number."""

    number: Count = Field(alias="nr", description="Fasens nummer, som i sources/faser.yaml.")
    fill: Paint = Field(
        alias="farg", description="Färgen som former och pil fylls med, till exempel #F7EAB3 inom citattecken."
    )
    text: Paint = Field(
        alias="textfarg", description="Färgen på text ovanpå fyllningen. Kontrasten ska vara minst 4,5."
    )
    edge: Paint = Field(alias="kantfarg", description="Färgen på konturen kring former och pil.")


class KindShape(Value):
    """Which shape draws a kind of step."""

    kind: Slug = Field(alias="form", description="Vilken form i sources/former.yaml det gäller.")
    shape: Slug = Field(alias="figur", description="Figuren som ritar formen.")


class Strokes(Value):
    """Line weights and small measures, in em of the step text, so that all sheets look the same."""

    outline: Em = Field(
        alias="kontur", description="Bredden på formernas kontur, i em. 1 em är storleken på stegens text."
    )
    arrow: Em = Field(alias="pil", description="Bredden på pilarnas linje, i em. 1 em är storleken på stegens text.")
    halo: Em = Field(alias="mellanrum", description="Luft kring en pil där den korsar en annan, i em.")
    head_length: Em = Field(alias="spets_langd", description="Pilspetsens längd, i em.")
    head_width: Em = Field(alias="spets_bredd", description="Pilspetsens bredd, i em.")
    bend: Em = Field(alias="bojradie", description="Radien i pilarnas böjar, i em.")
    dash: Em = Field(alias="streck", description="Längden på strecken i en återgångs linje, i em.")
    gap: Em = Field(alias="lucka", description="Längden på luckorna i en återgångs linje, i em.")
    thinnest: Em = Field(alias="minst_mm", description="Den tunnaste kontur som får tryckas, i mm.")


class FaceFiles(Value):
    """The four style files of a family: resources of an installed package, or paths below `styles/`."""

    regular: Exact = Field(alias="normal", description="Filen för normal stil, en som slutar på .ttf.")
    bold: Exact = Field(alias="fet", description="Filen för fet stil.")
    italic: Exact = Field(alias="kursiv", description="Filen för kursiv stil.")
    bold_italic: Exact = Field(alias="fetkursiv", description="Filen för fet kursiv stil.")


class Typeface(Value):
    """The type family."""

    family: Exact = Field(alias="familj", description="Typsnittets namn, som det står i filerna.")
    package: Exact | None = Field(
        None, alias="paket", description="Paketet som innehåller filerna. Utan raden ligger filerna under styles."
    )
    files: FaceFiles = Field(alias="filer", description="En fil för varje stil: normal, fet, kursiv och fetkursiv.")
    fallback: Exact = Field(
        alias="ersattning", description="Typsnitt som en SVG-bild visas med hos den som saknar typsnittet."
    )


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
    distances: ReadingDistances | None = Field(
        None,
        alias="lasavstand",
        description="För ett blad på väggen: hur långt bort det läses. Annars läses det i handen.",
    )

    def fits(self, kind: str, paper: str, view: View) -> bool:
        """True if the measures can be used for a publication of this kind, on this paper and in this view."""
        return self.kind == kind and self.paper in {None, paper} and self.view in {None, view}


class Theme(Value):
    """One theme file of `styles/teman/`."""

    name: Label = Field(
        alias="namn", description="Temats namn, som det visas i listor.", examples=["Standard", "Hög kontrast"]
    )
    inks: Inks = Field(alias="farger", description="Färger som inte hör till en fas.")
    phases: Annotated[tuple[PhaseColours, ...], Filled] = Field(
        alias="faser", description="Färger för varje fas, med dess nummer."
    )
    shapes: Annotated[tuple[KindShape, ...], Filled] = Field(
        alias="former", description="Vilken figur varje form ritas med."
    )
    strokes: Strokes = Field(alias="linjer", description="Linjernas bredd och andra små mått.")
    typeface: Typeface = Field(alias="typsnitt", description="Typsnittet som all text skrivs med.")
    sheets: Annotated[tuple[Sheet, ...], Filled] = Field(
        alias="ark", description="Marginaler och textstorlekar, en del för varje sort av publikation."
    )

    def colours(self, number: int) -> PhaseColours:
        """The colours of a phase; raises StopIteration for one without (checked before composing)."""
        return next(colours for colours in self.phases if colours.number == number)

    def shape(self, kind: str) -> str:
        """The shape that draws a kind; raises StopIteration for one without (checked before composing)."""
        return next(entry.shape for entry in self.shapes if entry.kind == kind)

    def sheet(self, kind: str, paper: str, view: View = View.FULL) -> Sheet:
        """The measures of a kind of publication: those for its paper before those for any, then those for its view.

        Raises ValueError for one without (checked before composing).
        """
        fitting = (sheet for sheet in self.sheets if sheet.fits(kind, paper, view))
        return max(fitting, key=lambda sheet: (sheet.paper is not None, sheet.view is not None))

    def has_sheet(self, kind: str, paper: str, view: View) -> bool:
        """True if there are measures for such a publication."""
        return any(sheet.fits(kind, paper, view) for sheet in self.sheets)


class Paper(Value):
    """A paper, upright: width and height in mm."""

    name_id: FileWord = Field(alias="id", description="Papperets id, som står i filnamnen.", examples=["A3", "500x700"])
    width: PaperSide = Field(alias="bredd", description="Papperets bredd när det står upp, i mm.")
    height: PaperSide = Field(alias="hojd", description="Papperets höjd när det står upp, i mm.")


class PapersFile(Value):
    """`styles/papper.yaml`."""

    papers: Annotated[tuple[Paper, ...], Filled] = Field(
        alias="papper", description="Papper att välja mellan i publikationer.yaml."
    )
