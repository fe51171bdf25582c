"""Figures: the drawing as a picture in the line, with a text alternative, never larger than a page can hold.

The picture is one of lines (SVG), with one of pixels for programs that show none. A map may be shapes instead.
"""

from __future__ import annotations

from itertools import count

from pipeline.document import Figure
from pipeline.geometry import Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Role, Scene, walk
from pipeline.writers import raster, vector
from pipeline.writers.docx.links import Relations
from pipeline.writers.docx.native_map import NativeMap
from pipeline.writers.docx.ooxml import NAMESPACES, Attributes, Element, choice, node
from pipeline.writers.docx.page import Page
from pipeline.writers.look import Look

_EMU_PER_MM = 36_000
# Pixels per inch of the text's size on paper: sharp enough for 8 pt in print, about 15 kB a local figure.
_DPI = 200
# What says that a picture has a twin of lines (MS-ODRAWXML, 2.3.1.1 and 2.3.1.2).
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
# Kept free on the figure's page: a title of two lines, and round a caption, with their air.
_TITLE_LINES, _ROUND_CAPTION, _AIR_UNITS = 2.2, 1.2, 4


def scale(drawing: Size, look: Look, page: Page, width: float, caption_lines: int) -> float:
    """How much a drawing shrinks (1 for not at all) to fit into `width` mm and a page less heading and caption."""
    scale = look.theme.typography.scale
    heading = Pt(scale.title.size(look.sheet) * _TITLE_LINES).mm
    caption = Pt(scale.caption.size(look.sheet) * (caption_lines + _ROUND_CAPTION)).mm if caption_lines else 0.0
    room = page.text_height - heading - caption - _AIR_UNITS * look.sheet.unit
    return min(1.0, width / drawing.width, room / drawing.height)


def is_map(scene: Scene) -> bool:
    """Whether a drawing is an actor's map: only there steps have their ids, in other figures they are repeated."""
    return any(isinstance(item, Group) and item.role is Role.STEP and item.name for item in walk(scene.items))


class FigureWriter:
    """Makes runs of figures; the numbers of drawings are unique over the document."""

    def __init__(self, look: Look, relations: Relations) -> None:
        """Begin with number 1."""
        self._look, self._relations = look, relations
        self._numbers = count(1)
        self._vector = vector.VectorPainter(look.family)

    def run(self, figure: Figure, shrunk: float) -> Element:
        """The figure in a run of its own; `shrunk` is its size as a part of the drawing's."""
        drawing = figure.scene.size
        size = Size(drawing.width * shrunk, drawing.height * shrunk)
        if not (self._look.native_maps and is_map(figure.scene) and vector.can_outline(figure.scene)):
            return node("w:r", None, self._picture(figure, size, shrunk))
        shapes = NativeMap(self._look.family, shrunk, self._numbers).group(figure.scene)
        data = node("a:graphicData", {"uri": NAMESPACES["wpg"]}, shapes)
        native = choice("wpg", _inline(next(self._numbers), "Map", figure, size, data))
        pixels = node("mc:Fallback", None, self._picture(figure, size, shrunk))
        return node("w:r", None, node("mc:AlternateContent", None, native, pixels))

    def _picture(self, figure: Figure, size: Size, shrunk: float) -> Element:
        number = next(self._numbers)
        pixels = self._relations.picture(raster.png(figure.scene, self._look, round(_DPI * shrunk)))
        can_outline = vector.can_outline(figure.scene)
        lines = self._relations.drawing(self._vector.svg(figure.scene)) if can_outline else ""
        data = node("a:graphicData", {"uri": NAMESPACES["pic"]}, _pixels(number, pixels, lines, _extent(size)))
        return _inline(number, "Picture", figure, size, data)


def _extent(size: Size) -> Attributes:
    return {"cx": round(size.width * _EMU_PER_MM), "cy": round(size.height * _EMU_PER_MM)}


def _inline(number: int, kind: str, figure: Figure, size: Size, data: Element) -> Element:
    """A drawing in the line, `size` in mm, with what is said of it."""
    name = f"{kind} {number}"
    said: Attributes = {"id": number, "name": name, "descr": figure.alternative, "title": figure.scene.title}
    inline = node(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        node("wp:extent", _extent(size)),
        node("wp:docPr", said),
        node("wp:cNvGraphicFramePr", None, node("a:graphicFrameLocks", {"noChangeAspect": 1})),
        node("a:graphic", None, data),
    )
    return node("w:drawing", None, inline)


def _pixels(number: int, relation: str, lines: str, extent: Attributes) -> Element:
    """The picture of pixels, which Word shows only where it cannot show its twin of `lines`, if it has one."""
    named = node("pic:cNvPr", {"id": number, "name": f"picture{number}.png"})
    frame = node("a:xfrm", None, node("a:off", {"x": 0, "y": 0}), node("a:ext", extent))
    blip = node("a:blip", {"r:embed": relation})
    if lines:
        twin = node("a:ext", {"uri": _SVG_EXTENSION}, node("asvg:svgBlip", {"r:embed": lines}))
        blip.append(node("a:extLst", None, twin))
    return node(
        "pic:pic",
        None,
        node("pic:nvPicPr", None, named, node("pic:cNvPicPr")),
        node("pic:blipFill", None, blip, node("a:stretch", None, node("a:fillRect"))),
        node("pic:spPr", None, frame, node("a:prstGeom", {"prst": "rect"}, node("a:avLst"))),
    )
