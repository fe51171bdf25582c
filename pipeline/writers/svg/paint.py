"""Paints a scene as SVG: every item as it stands, millimetres as user units, paint as literal attributes."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import assert_never

import drawsvg

from pipeline.geometry import Close, Curve, Line, Move, Path, Point
from pipeline.scene import Group, Image, Item, Link, Metadata, Outline, Role, Scene, Stroke, TextLine, walk
from pipeline.typeface import Face
from pipeline.typesetting import Family
from pipeline.writers.svg.elements import EscapingContext, Parent, Words, number, slug
from pipeline.writers.svg.fonts import css_family, font_faces
from pipeline.writers.svg.metadata import metadata_element

# Title and description are referred to from the root, so no group may take their ids.
_TITLE_ID = "scene-title"
_DESCRIPTION_ID = "scene-description"
_LINKS = ("https://", "http://", "mailto:", "#")
_HIDDEN = (Role.EDGES, Role.DECORATION)  # unless they have a name of their own
# Kerning and ligatures are off because widths were measured without them; `pre` keeps every space.
_TEXT_STYLE = "font-kerning:none;font-variant-ligatures:none;white-space:pre"


def painted(scene: Scene, metadata: Metadata, family: Family) -> str:
    """The scene as the text of an SVG file; the same text for the same scene."""
    drawing = drawsvg.Drawing(
        number(scene.size.width), number(scene.size.height), context=EscapingContext(), **_root(scene, family)
    )
    drawing.view_box = ("0", "0", number(scene.size.width), number(scene.size.height))
    drawing.set_render_size(f"{number(scene.size.width)}mm", f"{number(scene.size.height)}mm")
    drawing.append_css(font_faces(scene, family))
    drawing.append(Words("title", scene.title, id=_TITLE_ID))
    drawing.append(Words("desc", scene.description, id=_DESCRIPTION_ID))
    drawing.append(metadata_element(metadata))
    named = frozenset(f"#{item.name}" for item in walk(scene.items) if isinstance(item, Group) and item.name)
    drawing.extend(Painter(family, named).all(scene.items))
    return str(drawing.as_svg())


def _root(scene: Scene, family: Family) -> dict[str, str]:
    return {
        "role": "graphics-document document",
        "aria_labelledby": _TITLE_ID,
        "aria_describedby": _DESCRIPTION_ID,
        "lang": scene.language,
        "xml__lang": scene.language,
        "xml__space": "preserve",
        "font_family": f"'{css_family(family)}', {family.fallback}",
        "style": _TEXT_STYLE,
    }


@dataclass
class Painter:
    """Turns items into elements; remembers the ids that are taken. `targets`: "#name" of all that links may lead to."""

    family: Family
    targets: frozenset[str] = frozenset()
    _taken: set[str] = field(default_factory=lambda: {_TITLE_ID, _DESCRIPTION_ID})

    def all(self, items: tuple[Item, ...]) -> tuple[drawsvg.DrawingElement, ...]:
        """The elements of the items; what a link leads from whose target is not in this file stands without it."""
        found: list[drawsvg.DrawingElement] = []
        for item in items:
            dead = isinstance(item, Link) and self._is_dead(item)
            found += self.all(item.items) if isinstance(item, Link) and dead else (self._element(item),)
        return tuple(found)

    def _is_dead(self, link: Link) -> bool:
        return link.target.startswith("#") and link.target not in self.targets

    def _element(self, item: Item) -> drawsvg.DrawingElement:
        match item:
            case Outline():
                return self._outline(item)
            case TextLine():
                return self._text(item)
            case Image():
                return _image(item)
            case Link():
                return self._link(item)
            case Group():
                return self._group(item)
        assert_never(item)

    def _outline(self, outline: Outline) -> drawsvg.DrawingElement:
        return _outlined(outline)

    def _text(self, line: TextLine) -> drawsvg.DrawingElement:
        """One line at its baseline. Type sizes have three decimals: over a long line two would add up."""
        return Words(
            "text",
            line.text,
            x=number(line.at.x),
            y=number(line.at.y),
            font_size=number(line.size.mm, 3),
            fill=line.colour.hex,
            **faced(line.face),
        )

    def _link(self, link: Link) -> drawsvg.DrawingElement:
        if not link.target.startswith(_LINKS):
            return Parent("g", self.all(link.items))
        return Parent("a", self.all(link.items), href=link.target)

    def _group(self, group: Group) -> drawsvg.DrawingElement:
        attributes = {"id": self._id(group.name)} if group.name else {}
        children = self.all(group.items)
        if group.role in _HIDDEN and not group.label:
            return Parent("g", children, **attributes, aria_hidden="true")
        if group.role is Role.STEP:
            title = (Words("title", group.label),) if group.label else ()
            return Parent("g", (*title, *children), **attributes, role="listitem")
        if group.label:
            attributes["aria_label"] = group.label
        return Parent("g", children, **attributes, **_spoken(group))

    def _id(self, name: str) -> str:
        """An id from the name, another one if that is taken."""
        wanted = found = slug(name)
        count = 1
        while found in self._taken:
            count += 1
            found = f"{wanted}-{count}"
        self._taken.add(found)
        return found


def _spoken(group: Group) -> dict[str, str]:
    """The role that a screen reader hears: a list if it holds steps, a group if it has a name, else none."""
    if any(isinstance(item, Group) and item.role is Role.STEP for item in group.items):
        return {"role": "list"}
    return {"role": "group"} if group.label else {}


def _outlined(outline: Outline) -> drawsvg.DrawingElement:
    fill = outline.fill.hex if outline.fill else "none"
    stroke = stroked(outline.stroke) if outline.stroke else {}
    return Parent("path", d=_commands(outline.path), fill=fill, fill_rule="nonzero", **stroke)


def stroked(stroke: Stroke) -> dict[str, str]:
    """The attributes of a drawn line."""
    attributes = {
        "stroke": stroke.colour.hex,
        "stroke_width": number(stroke.width),
        "stroke_linejoin": "round",
    }
    if stroke.dash:
        attributes["stroke_dasharray"] = " ".join(number(length) for length in stroke.dash)
    return attributes


def _commands(path: Path) -> str:
    return " ".join(_command(piece) for piece in path)


def _command(piece: Move | Line | Curve | Close) -> str:
    match piece:
        case Move(to):
            return f"M{_point(to)}"
        case Line(to):
            return f"L{_point(to)}"
        case Curve(one, two, to):
            return f"C{_point(one)} {_point(two)} {_point(to)}"
        case Close():
            return "Z"
    assert_never(piece)


def _point(point: Point) -> str:
    return f"{number(point.x)},{number(point.y)}"


def faced(face: Face) -> dict[str, str]:
    """The attributes of a face; none for the regular one."""
    attributes = {}
    if face in (Face.BOLD, Face.BOLD_ITALIC):
        attributes["font_weight"] = "700"
    if face in (Face.ITALIC, Face.BOLD_ITALIC):
        attributes["font_style"] = "italic"
    return attributes


def _image(image: Image) -> drawsvg.DrawingElement:
    rect = image.rect
    return Parent(
        "image",
        x=number(rect.x),
        y=number(rect.y),
        width=number(rect.width),
        height=number(rect.height),
        href=f"data:image/png;base64,{base64.b64encode(image.data).decode()}",
        role="img",
        aria_label=image.description,
    )
