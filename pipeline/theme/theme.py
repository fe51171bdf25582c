"""How everything looks: colours, shapes, strokes, type and sheets, as read from `styles/`; and papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from pipeline.theme.sheets import LikeSheet, Sheet
from pipeline.theme.templates import WordLook
from pipeline.theme.typography import Typography
from pipeline.values import Count, Em, Exact, FileWord, Filled, Label, Paint, PaperSide, Slug, Value, View


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
    typography: Typography = Field(alias="typografi", description="Hur texten i dokument sätts.")
    sheets: Annotated[tuple[Sheet, ...], Filled] = Field(
        alias="ark", description="Marginaler och textstorlekar, en del för varje sort av publikation."
    )
    like_sheets: tuple[LikeSheet, ...] = Field(
        (), alias="lika_ark", description="Sorter med samma mått som en annan, utom det som de själva säger."
    )
    word: WordLook | None = Field(
        None, description="Word-filernas egna mallar. Utan delen är Word-filerna gjorda som temat säger."
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
        entries: list[Sheet | LikeSheet] = [*self.sheets, *self.like_sheets]
        found = max((entry for entry in entries if entry.fits(kind, paper, view)), key=_aim)
        if isinstance(found, Sheet):
            return found
        if base := self.base_of(found):
            return found.filled(base)
        raise ValueError(found.like)

    def has_sheet(self, kind: str, paper: str, view: View) -> bool:
        """True if there are measures for such a publication."""
        try:
            self.sheet(kind, paper, view)
        except ValueError:
            return False
        return True

    def all_sheets(self) -> Iterator[Sheet]:
        """Every entry with measures, those taken from another kind too; not one that has none to take from."""
        yield from self.sheets
        for entry in self.like_sheets:
            if base := self.base_of(entry):
                yield entry.filled(base)

    def base_of(self, entry: LikeSheet) -> Sheet | None:
        """The entry that another takes its measures from; None if its kind has none of its own."""
        fitting = [sheet for sheet in self.sheets if sheet.kind == entry.like]
        usual = [sheet for sheet in fitting if sheet.paper in {None, entry.paper} and sheet.view in {None, entry.view}]
        return max(usual, key=_aim, default=next(iter(fitting), None))


def _aim(entry: Sheet | LikeSheet) -> tuple[bool, bool]:
    return entry.paper is not None, entry.view is not None


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
