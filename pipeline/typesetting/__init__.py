"""Measuring and breaking text with the real metrics of the theme's fonts."""

from pipeline.typesetting.fonts import Family, Font, FontFault, read_family
from pipeline.typesetting.lines import Paragraphs, Typesetter
from pipeline.typesetting.subset import woff2_subset

__all__ = ["Family", "Font", "FontFault", "Paragraphs", "Typesetter", "read_family", "woff2_subset"]
