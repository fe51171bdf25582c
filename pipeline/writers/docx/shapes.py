"""One shape of Word's drawings (MS-ODRAWXML, wps): its place, form, paint, and the paragraph in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from math import floor

from pipeline.colour import Colour
from pipeline.geometry import Rect, bounds, points_of
from pipeline.scene import Outline, Stroke
from pipeline.typeface import Face
from pipeline.writers.docx.forms import Form, form_of, geometry, own_form
from pipeline.writers.docx.lettered import Lettered, TextBlock
from pipeline.writers.docx.ooxml import Attributes, Element, node, value

_EMU_PER_MM = 36_000
_LINE = 240
_SHARE = 100_000  # a dash is told in 1000ths of a percent of the line's width
# Room to the right of words: type is set a hair differently by every program, and a line must not break by that.
_SLACK, _LEAST_SLACK = 1.02, 0.2
_FREE_SLACK, _LEAST_FREE_SLACK = 1.08, 1.0  # words that stand alone have all the room they want
_CENTRED = 0.1  # words with their middle this near their shape's are centred, mm
_BOLD, _ITALIC = (Face.BOLD, Face.BOLD_ITALIC), (Face.ITALIC, Face.BOLD_ITALIC)


@dataclass(frozen=True, slots=True)
class Setting:
    """How words stand in a shape: insets from its text rectangle (mm), and whether they are centred."""

    left: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class ShapePen:
    """Builds shapes of a drawing that is shown at `scale` times its size."""

    scale: float

    def emu(self, length: float) -> int:
        """A length on the drawing (mm) as Word counts."""
        return round(length * self.scale * _EMU_PER_MM)

    def shapes(self, part: Lettered) -> tuple[tuple[Lettered, Form | None, Setting], ...]:
        """A part with its form and how its words stand in it; words that find no room there come after it, alone."""
        if part.outline is None or part.block is None:
            return ((part, form_of(part.outline.path) if part.outline else None, Setting()),)
        for form in (form_of(part.outline.path), own_form(part.outline.path)):
            setting = _setting(form.text, part.block)
            if setting:
                return ((part, form, setting),)
        alone = Lettered(part.outline), Lettered(None, part.block)
        return tuple(found for one in alone for found in self.shapes(one))

    def shape(self, number: int, name: str, part: Lettered, form: Form | None, setting: Setting) -> Element:
        """The element of one part; `number` is unique over the document."""
        rect = room_of(part)
        inside: list[Element] = [node("wps:cNvPr", {"id": number, "name": name})]
        inside.append(node("wps:cNvSpPr", None if part.outline else {"txBox": 1}))
        if part.outline and form:
            paint = (_fill(part.outline.fill), self._line(part.outline.stroke))
            inside.append(node("wps:spPr", None, self.frame(rect), geometry(form, part.outline.path, self.emu), *paint))
        else:
            plain = node("a:prstGeom", {"prst": "rect"}, node("a:avLst"))
            inside.append(node("wps:spPr", None, self.frame(rect), plain, _fill(None), self._line(None)))
        if part.block:
            inside.append(node("wps:txbx", None, node("w:txbxContent", None, self._paragraph(part.block, setting))))
        inside.append(self._body(setting) if part.block else node("wps:bodyPr"))
        return node("wps:wsp", None, *inside)

    def frame(self, rect: Rect, of_group: bool = False) -> Element:
        """Where a shape is; the parts of a group are placed on the drawing as if there were none."""
        place: Attributes = {"x": self.emu(rect.x), "y": self.emu(rect.y)}
        extent: Attributes = {"cx": self.emu(rect.width), "cy": self.emu(rect.height)}
        same = (node("a:chOff", place), node("a:chExt", extent)) if of_group else ()
        return node("a:xfrm", None, node("a:off", place), node("a:ext", extent), *same)

    def _line(self, stroke: Stroke | None) -> Element:
        if stroke is None:
            return node("a:ln", None, node("a:noFill"))
        parts = [_solid(stroke.colour)]
        if stroke.dash:
            dash, gap = (round(length / stroke.width * _SHARE) for length in (*stroke.dash, *stroke.dash)[:2])
            parts.append(node("a:custDash", None, node("a:ds", {"d": dash, "sp": gap})))
        return node("a:ln", {"w": self.emu(stroke.width)}, *parts, node("a:round"))

    def _body(self, setting: Setting) -> Element:
        insets = {"lIns": setting.left, "tIns": setting.top, "rIns": 0.0, "bIns": setting.bottom}
        given = {name: self.emu(length) for name, length in insets.items()}
        look: Attributes = {"rot": 0, "vert": "horz", "wrap": "square", **given, "anchor": "ctr", "anchorCtr": 0}
        return node("wps:bodyPr", look, node("a:noAutofit"))

    def _paragraph(self, block: TextBlock, setting: Setting) -> Element:
        """One paragraph, its lines broken as on the drawing: written over, it breaks where the shape ends."""
        spacing: Attributes = {"before": 0, "after": 0, "line": round(block.pitch / block.natural * _LINE)}
        look = node(
            "w:pPr",
            None,
            node("w:suppressAutoHyphens"),
            node("w:spacing", {**spacing, "lineRule": "auto"}),
            node("w:ind", {"left": 0, "right": 0, "firstLine": 0}),
            value("w:jc", "center" if setting.centred else "left"),
        )
        words = list(chain.from_iterable((node("w:br"), _words(line.text)) for line in block.lines))[1:]
        return node("w:p", None, look, node("w:r", None, self._type(block), *words))

    def _type(self, block: TextBlock) -> Element:
        """The look of the words; sizes are rounded down, since the room for them is measured."""
        first, name = block.first, block.family.name
        size = max(floor(first.size * self.scale * 2 + 0.01), 2)
        return node(
            "w:rPr",
            None,
            node("w:rFonts", {"ascii": name, "hAnsi": name, "cs": name}),
            *_switched("w:b", first.face in _BOLD),
            *_switched("w:i", first.face in _ITALIC),
            value("w:color", first.colour.hex[1:]),
            value("w:sz", size),
            value("w:szCs", size),
        )


def room_of(part: Lettered) -> Rect:
    """The rectangle that a part takes, mm."""
    if part.outline:
        return bounds(points_of(part.outline.path))
    if part.block is None:
        raise ValueError(part)
    rect = part.block.rect
    slack = max(rect.width * (_FREE_SLACK - 1), _LEAST_FREE_SLACK)
    return Rect(rect.x, rect.y, rect.width + slack, rect.height)


def _setting(room: Rect, block: TextBlock) -> Setting | None:
    """How the words stand where they are to stand, in a room that they keep to; None if it is too small.

    They are centred in height between the insets, so that a longer text grows both ways.
    """
    words = block.rect
    above, below = words.centre.y - room.y, room.bottom - words.centre.y
    if 2 * min(above, below) < words.height - _CENTRED:
        return None
    top, bottom = max(above - below, 0.0), max(below - above, 0.0)
    wanted = words.width + max(words.width * (_SLACK - 1), _LEAST_SLACK)
    if abs(words.centre.x - room.centre.x) < _CENTRED and room.width >= wanted:
        return Setting(0.0, top, bottom, centred=True)
    if words.x < room.x or words.x + wanted > room.right:
        return None
    return Setting(words.x - room.x, top, bottom)


def _fill(colour: Colour | None) -> Element:
    return _solid(colour) if colour else node("a:noFill")


def _solid(colour: Colour) -> Element:
    return node("a:solidFill", None, node("a:srgbClr", {"val": colour.hex[1:]}))


def _switched(name: str, on: bool) -> Iterable[Element]:
    return (node(key) if on else value(key, 0) for key in (name, f"{name}Cs"))


def _words(text: str) -> Element:
    words = node("w:t", {"xml:space": "preserve"})
    words.text = text
    return words


def is_shaft(item: object) -> bool:
    """Whether an item is a line and nothing more."""
    return isinstance(item, Outline) and item.fill is None and item.stroke is not None
