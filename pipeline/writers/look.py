"""What a writer is handed beside the content: fonts, theme, the sheet's measures and the paper."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.geometry import Size
from pipeline.theme import Sheet, Theme
from pipeline.typesetting import Family


@dataclass(frozen=True)
class Look:
    """Fonts (bytes and metrics), theme, measures of this kind of publication, and paper size in mm.

    `behind` is the look of the text pages behind drawings, for a publication that has them.
    """

    family: Family
    theme: Theme
    sheet: Sheet
    paper: Size
    behind: Look | None = None
