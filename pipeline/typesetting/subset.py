"""A font cut down to the characters that a drawing uses, as WOFF2 for embedding in SVG."""

from __future__ import annotations

import io

from fontTools import subset
from fontTools.ttLib import TTFont

from pipeline.typesetting.fonts import Font


def woff2_subset(font: Font, text: str) -> bytes:
    """WOFF2 bytes with the glyphs of `text`, without hinting or layout features; the same bytes for the same set."""
    options = subset.Options(
        flavor="woff2", layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14]
    )
    cut = TTFont(io.BytesIO(font.data), recalcTimestamp=False)
    worker = subset.Subsetter(options)
    worker.populate(text="".join(sorted(set(text))))
    worker.subset(cut)
    packed = io.BytesIO()
    subset.save_font(cut, packed, options)
    return packed.getvalue()
