"""ReportLab set up once: no clock, no environment, no evaluated colours, our fonts only.

The settings are read when ReportLab's other modules are imported, so everything in this package imports from here or
after it.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from typing import Any, NamedTuple

from reportlab import rl_config

# Binary streams are smaller, comments would name font files, and colours are never evaluated as Python.
rl_config.useA85 = 0
rl_config.pdfComments = 0
rl_config.toColorCanUse = None  # type: ignore[assignment]  # the stub knows the default only

from reportlab.pdfbase import pdfdoc, pdfmetrics  # noqa: E402 - after the settings
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402 - after the settings
from reportlab.pdfgen.canvas import Canvas  # noqa: E402 - after the settings

from pipeline.typeface import Face  # noqa: E402 - after the settings
from pipeline.typesetting import Family  # noqa: E402 - after the settings

__all__ = ["Canvas", "FontNames", "font_names"]

FontNames = Mapping[Face, str]


class _StillTime(NamedTuple):
    """Stands in for ReportLab's TimeStamp, which reads the clock, the time zone and SOURCE_DATE_EPOCH by itself.

    The finisher writes the dates of the metadata over it.
    """

    t: float = 946_684_800.0
    YMDhms: tuple[int, ...] = (2000, 1, 1, 0, 0, 0)
    dhh: int = 0
    dmm: int = 0
    tzname: str = "UTC"


def _still_time(_invariant: object = None) -> Any:
    return _StillTime()


pdfdoc.TimeStamp = _still_time  # type: ignore[attr-defined]  # unknown to the stub, see _StillTime


def font_names(family: Family) -> FontNames:
    """The family registered with ReportLab; gives the name of each face. The same bytes always get the same name."""
    names = {face: _registered(family.fonts[face].postscript_name, family.fonts[face].data) for face in Face}
    pdfmetrics.registerFontFamily(
        names[Face.REGULAR], names[Face.REGULAR], names[Face.BOLD], names[Face.ITALIC], names[Face.BOLD_ITALIC]
    )
    return names


def _registered(postscript_name: str, data: bytes) -> str:
    name = f"{postscript_name}-{hashlib.sha256(data).hexdigest()[:12]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(data)))
    return name
