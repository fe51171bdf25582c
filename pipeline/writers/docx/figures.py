"""Figures: the drawing as a picture in the line, with a text alternative, never larger than a page can hold."""

from __future__ import annotations

from pipeline.geometry import Size
from pipeline.lengths import Pt
from pipeline.writers.docx.ooxml import NAMESPACES, Attributes, Element, node
from pipeline.writers.docx.page import Page
from pipeline.writers.look import Look

_EMU_PER_MM = 36_000
# Kept free on the figure's page: a title of two lines, and round a caption, with their air.
_TITLE_LINES, _ROUND_CAPTION, _AIR_UNITS = 2.2, 1.2, 4


def scale(drawing: Size, look: Look, page: Page, width: float, caption_lines: int) -> float:
    """How much a drawing shrinks (1 for not at all) to fit into `width` mm and a page less heading and caption."""
    heading = Pt(look.sheet.title * _TITLE_LINES).mm
    caption = Pt(look.sheet.step * (caption_lines + _ROUND_CAPTION)).mm if caption_lines else 0.0
    room = page.text_height - heading - caption - _AIR_UNITS * look.sheet.unit
    return min(1.0, width / drawing.width, room / drawing.height)


def picture(number: int, relation: str, size: Size, title: str, alternative: str) -> Element:
    """A run with a picture in the line, `size` in mm; `number` is unique over all parts."""
    extent: Attributes = {"cx": round(size.width * _EMU_PER_MM), "cy": round(size.height * _EMU_PER_MM)}
    said: Attributes = {"id": number, "name": f"Picture {number}", "descr": alternative, "title": title}
    data = node("a:graphicData", {"uri": NAMESPACES["pic"]}, _pixels(number, relation, extent))
    inline = node(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        node("wp:extent", extent),
        node("wp:docPr", said),
        node("wp:cNvGraphicFramePr", None, node("a:graphicFrameLocks", {"noChangeAspect": 1})),
        node("a:graphic", None, data),
    )
    return node("w:r", None, node("w:drawing", None, inline))


def _pixels(number: int, relation: str, extent: Attributes) -> Element:
    named = node("pic:cNvPr", {"id": number, "name": f"picture{number}.png"})
    frame = node("a:xfrm", None, node("a:off", {"x": 0, "y": 0}), node("a:ext", extent))
    return node(
        "pic:pic",
        None,
        node("pic:nvPicPr", None, named, node("pic:cNvPicPr")),
        node("pic:blipFill", None, node("a:blip", {"r:embed": relation}), node("a:stretch", None, node("a:fillRect"))),
        node("pic:spPr", None, frame, node("a:prstGeom", {"prst": "rect"}, node("a:avLst"))),
    )
