"""How the text of documents is set: a scale of roles on one baseline, the grid, and the looks of what is no text.

All documents of a theme share it: PDF and Word take every value from here, so that they agree and none stands twice.
Distances between paragraphs are measured in baselines, whose pitch stands with the measures of each kind of sheet:
texts side by side then keep to the same lines. Between two paragraphs the larger of their distances holds.
"""

from __future__ import annotations

import math
from enum import Enum

from pydantic import Field

from pipeline.lengths import Pt
from pipeline.theme.sheets import Sheet
from pipeline.values import Length, Lines, Ratio, RowCount, Slug, Value, YesNo


class TypeSize(Enum):
    """The sizes of a sheet that a role of text can be measured from."""

    TITLE = "titel"
    HEADING = "rubrik"
    BODY = "text"
    QUESTION = "fraga"
    SMALL = "liten"


_SIZES = {
    TypeSize.TITLE: "title",
    TypeSize.HEADING: "heading",
    TypeSize.BODY: "body",
    TypeSize.QUESTION: "question",
    TypeSize.SMALL: "small",
}


# Lines of text this part of their size apart do not touch: from the tails of one to the capitals of the next.
_LEAST_PITCH, _ROUNDING = 1.05, 1e-6


class TextRole(Value):
    """How a role of text is set; pitch and distances in baselines of the sheet."""

    of: TypeSize = Field(
        TypeSize.BODY, alias="av", description="Vilken av arkets textstorlekar det räknas från. Utan raden: text."
    )
    part: Ratio = Field(
        1.0, alias="del", description="Hur stor texten är mot den storleken: 0.5 är hälften. Utan raden lika stor."
    )
    part_of_many: Ratio | None = Field(
        None, alias="del_flera", description="Detsamma för en rubrik som tar flera rader. Utan raden lika stor."
    )
    pitch: Lines = Field(alias="rad", description="Avståndet från rad till rad, räknat i arkets baslinjer.")
    before: Lines = Field(0.0, alias="fore", description="Avståndet till det som står ovanför, i baslinjer.")
    after: Lines = Field(0.0, alias="efter", description="Avståndet till det som står nedanför, i baslinjer.")
    indent: Lines = Field(
        0.0, alias="indrag", description="Hur långt in texten står från vänster, räknat i arkets grundmått (enhet)."
    )
    bold: YesNo = Field(False, alias="fet", description="Ja för fet stil.")

    def size(self, sheet: Sheet, many: bool = False) -> Pt:
        """The size on a sheet, pt; `many` for a heading of more than one line."""
        part = self.part_of_many if many and self.part_of_many else self.part
        return Pt(self.base(sheet) * part)

    def line_pitch(self, sheet: Sheet, many: bool = False) -> Pt:
        """From line to line, pt: as many baselines as the theme says, and more where the text has outgrown them.

        Who sets one size larger and leaves the rest gets lines that still stand apart, on quarters of the baseline.
        """
        asked, least, quarter = self.pitch * sheet.baseline, _LEAST_PITCH * self.size(sheet, many), sheet.baseline / 4
        return Pt(asked if asked >= least else math.ceil(least / quarter - _ROUNDING) * quarter)

    def base(self, sheet: Sheet) -> Pt:
        """The size of the sheet that the role is measured from, pt."""
        size: Pt = getattr(sheet, _SIZES[self.of])
        return size


class TypeScale(Value):
    """The roles that text plays in a document."""

    title: TextRole = Field(alias="titel", description="Dokumentets titel.")
    chapter: TextRole = Field(alias="kapitel", description="Rubrik på ett kapitel, och titeln på ett stegs sida.")
    section: TextRole = Field(alias="avsnitt", description="Rubrik på ett avsnitt.")
    run_in: TextRole = Field(alias="mellanrubrik", description="Rubrik i texten, strax över det den handlar om.")
    lead: TextRole = Field(alias="ingress", description="Den inledande texten.")
    body: TextRole = Field(alias="brodtext", description="Löpande text.")
    quiet: TextRole = Field(alias="tyst", description="Underordnad text, i grått.")
    question: TextRole = Field(alias="fraga", description="Frågan till dialogen.")
    bulleted: TextRole = Field(alias="punktlista", description="En post i en lista med punkter.")
    listed: TextRole = Field(alias="lista", description="En post i en lista utan punkter.")
    term: TextRole = Field(alias="uppslagsord", description="Ett namn som förklaras bredvid.")
    meaning: TextRole = Field(alias="forklaring", description="Förklaringen bredvid ett sådant namn.")
    cell: TextRole = Field(alias="tabellcell", description="Text i en tabell.")
    head_cell: TextRole = Field(alias="tabellhuvud", description="Text i tabellens första rad.")
    contents: TextRole = Field(alias="innehall", description="En rad i innehållsförteckningen.")
    contents_below: TextRole = Field(alias="innehall_under", description="En rad under en annan där.")
    index_letter: TextRole = Field(alias="registerbokstav", description="Bokstaven över en grupp i registret.")
    index: TextRole = Field(alias="register", description="En rad i registret.")
    note: TextRole = Field(alias="not", description="En not, till exempel en källa.")
    caption: TextRole = Field(alias="bildtext", description="Texten under en figur, i grått.")
    band: TextRole = Field(alias="fasband", description="Fasens namn i bandet över ett steg.")
    band_detail: TextRole = Field(alias="fasband_detalj", description="Det som står längst ut i bandet.")
    head: TextRole = Field(alias="sidhuvud", description="Namnen överst på varje sida.")
    foot: TextRole = Field(alias="sidfot", description="Stämpelraden, sidnumret och ordet om läget.")


class Grid(Value):
    """How the width of a page is shared; lengths in mm."""

    main: Ratio = Field(alias="huvudspalt", description="Huvudspaltens andel av bredden, mot sidospaltens.")
    side: Ratio = Field(alias="sidospalt", description="Sidospaltens andel av bredden, mot huvudspaltens.")
    gutter: Length = Field(alias="mellanrum", description="Luften mellan två spalter, i mm.")
    around: Lines = Field(alias="runt", description="Avståndet till det som står över och under spalter, i baslinjer.")
    names: Length = Field(
        alias="namnspalt", description="Bredden på spalten med namn som förklaras bredvid, i mm, där sidan räcker till."
    )


class TableLook(Value):
    """Lines and air of a table."""

    above: Lines = Field(alias="luft_over", description="Luften över texten i en cell, i baslinjer.")
    below: Lines = Field(alias="luft_under", description="Luften under texten i en cell, i baslinjer.")
    gap: Length = Field(alias="mellanrum", description="Luften mellan två kolumner, i mm.")
    rule: Length = Field(alias="linje", description="Bredden på linjen mellan två rader, i mm.")
    head_rule: Length = Field(alias="huvudlinje", description="Bredden på linjen under tabellens huvud, i mm.")
    before: Lines = Field(alias="fore", description="Avståndet till det som står ovanför tabellen, i baslinjer.")
    after: Lines = Field(alias="efter", description="Avståndet till det som står nedanför, i baslinjer.")


class FigureLook(Value):
    """The air round a figure, in baselines."""

    before: Lines = Field(alias="fore", description="Avståndet till det som står ovanför figuren, i baslinjer.")
    after: Lines = Field(alias="efter", description="Avståndet till det som står nedanför, i baslinjer.")
    caption: Lines = Field(alias="till_bildtext", description="Avståndet mellan figuren och dess text, i baslinjer.")


class RuleLook(Value):
    """A thin line across the text."""

    around: Lines = Field(alias="luft", description="Luften över och under en linje tvärs över texten, i baslinjer.")


class BandLook(Value):
    """The bar in a phase's colour above a step: with its end off the paper it is a thumb index."""

    height: Length = Field(alias="hojd", description="Bandets höjd, i mm. Med mer text blir det högre.")
    ring: Length = Field(alias="ring", description="Ringens diameter, i mm. Den håller fasens nummer.")
    edge: Length = Field(alias="kant", description="Bredden på bandets kant, i mm.")
    ring_edge: Length = Field(alias="ringkant", description="Bredden på ringens kant, i mm.")
    before: Lines = Field(alias="fore", description="Avståndet till det som står ovanför, i baslinjer.")
    after: Lines = Field(alias="efter", description="Avståndet till det som står nedanför, i baslinjer.")


class PanelLook(Value):
    """The quiet box with lines to write on; lengths in mm."""

    bar: Length = Field(alias="kant", description="Bredden på rutans mörka kant, i mm. I Word blir den högst 2,1 mm.")
    side: Length = Field(alias="sida", description="Luften till vänster och höger om texten i rutan, i mm.")
    above: Length = Field(alias="luft", description="Luften över och under det som står i rutan, i mm.")
    writing: Length = Field(alias="skrivrad", description="Avståndet mellan raderna att skriva på, i mm.")
    around: Lines = Field(alias="runt", description="Avståndet till det som står över och under rutan, i baslinjer.")


class FrameLook(Value):
    """Where the head and the foot of a page stand; lengths in mm."""

    head: Length = Field(alias="huvud", description="Sidhuvudets höjd, i mm. Det börjar vid den övre marginalen.")
    to_drawing: Length = Field(alias="till_pil", description="Luften mellan sidhuvudet och processpilen, i mm.")
    to_text: Length = Field(alias="till_text", description="Luften mellan sidhuvudet eller pilen och texten, i mm.")
    to_foot: Length = Field(alias="till_fot", description="Luften mellan texten och linjen över sidfoten, i mm.")
    foot: Length = Field(alias="fot", description="Luften mellan den linjen och sidfotens text, i mm.")
    status_rule: Length = Field(alias="ram", description="Bredden på ramen kring ordet om läget, i mm.")


class Paging(Value):
    """Where pages may and must end."""

    least_above: RowCount = Field(
        alias="minst_rader_nederst", description="Så många rader av ett stycke står minst kvar nederst på en sida."
    )
    least_below: RowCount = Field(
        alias="minst_rader_overst", description="Så många rader av ett stycke följer minst med till nästa sida."
    )
    right_hand: tuple[Slug, ...] = Field(
        alias="kapitel_hogersida", description="Sorterna vars kapitel börjar på en högersida. Skriv [] för ingen."
    )


class Typography(Value):
    """One system for every document of a theme."""

    scale: TypeScale = Field(alias="skala", description="Textens roller, med storlek, radavstånd och luft.")
    grid: Grid = Field(alias="rutnat", description="Hur sidans bredd delas.")
    table: TableLook = Field(alias="tabell", description="Tabellernas linjer och luft.")
    figure: FigureLook = Field(alias="figur", description="Luften kring figurer.")
    rule: RuleLook = Field(alias="avdelare", description="Linjer tvärs över texten.")
    band: BandLook = Field(alias="fasband", description="Bandet i fasens färg över ett steg.")
    panel: PanelLook = Field(alias="ruta", description="Rutan med frågan och raderna att skriva på.")
    frame: FrameLook = Field(alias="sidram", description="Sidhuvudets och sidfotens plats.")
    paging: Paging = Field(alias="sidor", description="Var sidor får och ska sluta.")
