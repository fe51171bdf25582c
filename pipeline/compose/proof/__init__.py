"""The proof of a theme: sheets with all shapes and phases, colours, type and measures, and the same in words.

Drawn by the same cards, arrows and letters as everything else, with the theme as it is or with its colours changed; so
what looks well here does so in print, and a theme for another number of phases needs nothing of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.palette import GOOD_DIFFERENCE, LEAST_DIFFERENCE
from pipeline.compose.brief import A4, Brief
from pipeline.compose.proof.numbers import PROOF, measured, number, own_sheets, shown_sheet
from pipeline.compose.proof.page import proof_title
from pipeline.compose.proof.palette import palette_pages
from pipeline.compose.proof.scale import scale_pages
from pipeline.compose.proof.shapes import shape_pages
from pipeline.compose.proof.sheets import sheets_pages
from pipeline.compose.proof.text import proof_text
from pipeline.compose.proof.views import printed_views, sight_views
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Sheets
from pipeline.lengths import Pt
from pipeline.model import Phase, Programme, Publication
from pipeline.scene import Scene
from pipeline.theme import Theme
from pipeline.typesetting import Family
from pipeline.wording.publications import Wording

_PAPER = "A4"
# The proof's own measures (mm and pt), so that the proofs of two themes can be laid beside each other.
_LENGTHS = {"unit": 4.0, "outer": 14.0, "inner": 14.0, "top": 12.0, "bottom": 14.0, "arrow": 14.0}
_SIZES = {
    **{"title": 20, "heading": 11, "body": 11, "step": 8, "step_least": 8, "small": 8, "question": 11},
    **{"legend": 9, "arrow_name": 8},
}


def proof_brief(programme: Programme, theme: Theme, wording: Wording, family: Family) -> Brief:
    """What the proof of a theme is made from: the programme with the phases that the theme has colours for.

    A phase that the programme lacks is called by its number.
    """
    words = wording.proof
    publication = Publication(
        target=PROOF, kind=PROOF, name=words.name, papers=(_PAPER,), formats=("pdf",), text=words.summary
    )
    numbers = sorted({colours.number for colours in theme.phases})
    phases = tuple(programme.phase(at) or _unnamed(at, words.phase.format(number=at)) for at in numbers)
    return Brief(replace(programme, phases=phases), _with_measures(theme), wording, family, publication, A4)


def _unnamed(at: int, name: str) -> Phase:
    return Phase(number=at, name_id=f"fas-{at}", name=name, text=name)


def _with_measures(theme: Theme) -> Theme:
    """The theme with a sheet for the proof, which has the baseline of its text pages."""
    sizes = {name: Pt(size) for name, size in _SIZES.items()}
    own = {"kind": PROOF, "paper": None, "view": None, "distances": None}
    sheet = shown_sheet(theme).model_copy(update={**own, **_LENGTHS, **sizes})
    return theme.model_copy(update={"sheets": (*own_sheets(theme), sheet), "like_sheets": ()})


def proof(brief: Brief) -> Sheets:
    """The sheets of a proof, for a brief of `proof_brief`. Raises CannotCompose."""
    return Sheets(brief.metadata(proof_title(brief)), tuple(_pages(brief)), proof_text(brief))


def _pages(brief: Brief) -> Iterator[Scene]:
    words, measures = brief.wording.proof, measured(brief)
    yield from shape_pages(brief, words.shapes, words.shapes_about, printed_views(brief.theme, words, measures))
    bounds = {"least": number(LEAST_DIFFERENCE), "good": number(GOOD_DIFFERENCE)}
    about = words.sights_about.format(**bounds)
    yield from shape_pages(brief, words.sights, about, sight_views(brief.theme, words, measures))
    yield from scale_pages(brief)
    yield from palette_pages(brief)
    yield from sheets_pages(brief)


def stamped_proof(brief: Brief, content: Sheets) -> Sheets:
    """The proof with its stamp, which says nothing of decisions: no actor's content is shown."""
    date = brief.programme.settings.date.isoformat()
    nobody = replace(brief, programme=replace(brief.programme, actors=()))
    found = stamped(nobody, content, Stamp(date, content_code(content)))
    return replace(content, pages=found.pages, text=found.text) if isinstance(found, Sheets) else content
