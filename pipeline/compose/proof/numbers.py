"""The numbers of a proof as tables of words: the same ones are drawn on its sheets and told in the text behind them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.checks.palette import one_decimal
from pipeline.checks.theme_measures import SIGHTS, PhaseMeasures, SizeMeasure, phase_measures, size_measures
from pipeline.compose.brief import Brief
from pipeline.lengths import Pt
from pipeline.theme import Sheet, Theme

PROOF = "provark"
"""The kind of a proof, which is no publication of a project."""

_AS_ON_A_MAP = "karta"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table: its header and rows of cells, all of the same length; each row's first cell names it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def number(value: float) -> str:
    """As many decimals as the number has, with a comma."""
    return f"{value:g}".replace(".", ",")


def measured(brief: Brief) -> tuple[PhaseMeasures, ...]:
    """The measures of the theme's phases."""
    phases = [brief.theme.colours(phase.number) for phase in brief.phases()]
    return phase_measures(phases, brief.theme.inks.paper)


def palette_numbers(brief: Brief) -> Numbers:
    """The phases' colours, and what the checks measure of them."""
    words = brief.wording.proof.palettes
    heads = (words.phase, words.fill, words.text, words.text_contrast, words.edge_contrast, words.lightness)
    sights = (words.step, words.normal, words.protanopia, words.deuteranopia, words.tritanopia)
    return Numbers((*heads, *sights), tuple(_of_phase(one) for one in measured(brief)))


def _of_phase(one: PhaseMeasures) -> tuple[str, ...]:
    colours = one.colours
    step = "" if one.step is None else one_decimal(one.step)
    ratios = (one_decimal(one.text), one_decimal(one.edge), one_decimal(one.lightness), step)
    nearest = (one_decimal(one.nearest[sight].difference) if sight in one.nearest else "" for sight in SIGHTS)
    return (str(colours.number), colours.fill.hex, colours.text.hex, *ratios, *nearest)


def ink_numbers(brief: Brief) -> Numbers:
    """The colours that are not a phase's: name, value, and contrast with the paper."""
    words, inks = brief.wording.proof.palettes, brief.theme.inks
    named = ((words.ink, inks.ink), (words.grey, inks.grey), (words.rule, inks.rule), (words.mist, inks.mist))
    rows = [
        (name, colour.hex, words.on_paper.format(ratio=one_decimal(colour.contrast(inks.paper))))
        for name, colour in named
    ]
    return Numbers(("", "", ""), (*rows, (words.paper, inks.paper.hex, "")))


def stroke_size(brief: Brief) -> Pt:
    """The size of step text that strokes are shown for: that of a map, else of its text pages; pt."""
    maps = (sheet.step for sheet in own_sheets(brief.theme) if sheet.kind == _AS_ON_A_MAP)
    return next(maps, shown_sheet(brief.theme).step)


def stroke_numbers(brief: Brief) -> tuple[str, ...]:
    """What each sample of strokes measures: outline, arrow, arrow back, crossing, thinnest outline."""
    words, strokes, em = brief.wording.proof.stroke, brief.theme.strokes, stroke_size(brief).mm

    def long(part: float) -> str:
        return f"{part * em:.2f}".replace(".", ",")

    head = {"length": long(strokes.head_length), "breadth": long(strokes.head_width), "bend": long(strokes.bend)}
    return (
        words.outline.format(width=long(max(strokes.outline, strokes.thinnest / em))),
        words.arrow.format(width=long(strokes.arrow), **head),
        words.loop.format(dash=long(strokes.dash), gap=long(strokes.gap)),
        words.halo.format(width=long(strokes.halo)),
        words.thinnest.format(width=number(strokes.thinnest)),
    )


def sheet_numbers(brief: Brief) -> Numbers:
    """Every sheet of the theme: where it is read, and its sizes, each with what is asked of it."""
    words = brief.wording.proof.sheet
    sheets = own_sheets(brief.theme)
    fields = [one.field for one in size_measures(sheets[0])]
    header = (words.sheet, words.distance, *(getattr(words, field) for field in fields))
    return Numbers(header, tuple(_of_sheet(brief, sheet) for sheet in sheets))


def own_sheets(theme: Theme) -> tuple[Sheet, ...]:
    """The theme's sheets, without the one that the proof itself is set by."""
    return tuple(sheet for sheet in theme.all_sheets() if sheet.kind != PROOF)


def shown_sheet(theme: Theme) -> Sheet:
    """The sheet whose type is shown at its true size: the one that most are alike among those read in the hand.

    On a tie the last of them, since text pages stand after posters and maps; of a theme with posters only the last.
    """
    sheets = own_sheets(theme)
    in_hand = [sheet for sheet in sheets if sheet.distances is None] or list(sheets)
    return max(reversed(in_hand), key=lambda sheet: sum(sizes(sheet) == sizes(other) for other in in_hand))


def sizes(sheet: Sheet) -> tuple[float, ...]:
    """All sizes of a sheet's type, and the distance from line to line."""
    return (*(one.size for one in size_measures(sheet)), sheet.baseline)


def sheet_name(sheet: Sheet) -> str:
    """Kind, paper and view, as the theme's file has them."""
    view = sheet.view.value if sheet.view else ""
    return ", ".join(word for word in (sheet.kind, sheet.paper or "", view) if word)


def _of_sheet(brief: Brief, sheet: Sheet) -> tuple[str, ...]:
    words = brief.wording.proof.sheet
    read = words.in_hand
    if sheet.distances:
        read = words.on_wall.format(steps=number(sheet.distances.steps), heads=number(sheet.distances.heads))
    return (sheet_name(sheet), read, *(_size(brief, one) for one in size_measures(sheet)))


def _size(brief: Brief, one: SizeMeasure) -> str:
    words = brief.wording.proof.sheet
    if one.least is None:
        return number(one.size)
    text = words.enough if one.is_enough else words.too_small
    return text.format(size=number(one.size), least=number(round(one.least, 1)))
