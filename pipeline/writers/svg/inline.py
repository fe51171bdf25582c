"""Scenes as SVG inside an HTML page: no fonts, no metadata, no style; links lead to places of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import drawsvg

from pipeline.document import Figure
from pipeline.geometry import Size
from pipeline.scene import Group, Link, Outline, Role, Scene, TextLine, walk
from pipeline.typesetting import Family
from pipeline.writers.svg.compact import compact
from pipeline.writers.svg.elements import Alone, Parent, Words, number
from pipeline.writers.svg.paint import Painter, faced, stroked

Leads = Mapping[str, Mapping[str, str]]
"""What a link to a place of the page ("#name") carries beside its address; links to other places are left out."""


def inline(figure: Figure, family: Family, prefix: str, leads: Leads) -> str:
    """The drawing as one <svg> element of a page; every id in it begins with `prefix`.

    It has no size of its own: the page's style sheet gives it one. With links it is a document of graphics (WAI-ARIA
    Graphics Module 1.0), whose links a screen reader can reach; without any it is a picture. It is described by the
    figure's text alternative: the page says at length, beside it, what the drawing shows.
    """
    scene = figure.scene
    common = _common(scene)
    painter = _InlinePainter(family, frozenset(leads), prefix=prefix, leads=leads, common=common)
    drawn = painter.all(scene.items)
    titles = (Words("title", scene.title, id=f"{prefix}title"), Words("desc", figure.alternative, id=f"{prefix}desc"))
    role = "graphics-document document" if painter.linked else "img"
    named = {"role": role, "aria_labelledby": f"{prefix}title", "aria_describedby": f"{prefix}desc"}
    looks = {"class": "drawing", "viewBox": _view(scene.size), "lang": scene.language, **common}
    return Parent("svg", (*titles, *drawn), **named, **looks).written()


def symbol(scene: Scene, family: Family, name: str) -> str:
    """The scene as a <symbol> that <use> shows by its name: only what is drawn, without words for a screen reader."""
    common = _common(scene)
    drawn = _InlinePainter(family, common=common).all(scene.items)
    return Parent("symbol", drawn, id=name, viewBox=_view(scene.size), **common).written()


def _common(scene: Scene) -> dict[str, str]:
    """The paint that most lines and most texts of a drawing share: said once, at its root, from which they inherit it.

    Text inherits the lines' too, so the page's style sheet says that text has no outline; every outline says what it
    is filled with.
    """
    items = tuple(walk(scene.items))
    strokes = (stroked(item.stroke) for item in items if isinstance(item, Outline) and item.stroke)
    letters = (_lettered(item) for item in items if isinstance(item, TextLine))
    return {**_most(strokes), **_most(letters)}


def _most(found: Iterable[dict[str, str]]) -> dict[str, str]:
    counted = Counter(tuple(one.items()) for one in found)
    return dict(counted.most_common(1)[0][0]) if counted else {}


def _lettered(line: TextLine) -> dict[str, str]:
    return {"font_size": number(line.size.mm, 3), "fill": line.colour.hex}


@dataclass
class _InlinePainter(Painter):
    """Paints links to places of the page, with the name of what they stand for.

    `common` is the paint that stands at the root.
    """

    prefix: str = ""
    leads: Leads = field(default_factory=dict)
    common: Mapping[str, str] = field(default_factory=dict)
    linked: bool = False

    def _id(self, name: str) -> str:
        return f"{self.prefix}{super()._id(name)}"

    def _outline(self, outline: Outline) -> drawsvg.DrawingElement:
        """The path; the fill rule of our drawings (non-zero) is the one that holds where none is named."""
        none = {"stroke": "none"} if self.common else {}
        stroke = stroked(outline.stroke) if outline.stroke else none
        own = {name: value for name, value in stroke.items() if self.common.get(name) != value}
        fill = outline.fill.hex if outline.fill else "none"
        filled = {} if fill == "none" and self.common.get("fill") == "none" else {"fill": fill}
        return Alone("path", d=compact(outline.path), **filled, **own)

    def _text(self, line: TextLine) -> drawsvg.DrawingElement:
        """The line, without what it inherits."""
        own = {name: value for name, value in _lettered(line).items() if self.common.get(name) != value}
        return Words("text", line.text, x=number(line.at.x), y=number(line.at.y), **own, **faced(line.face))

    def _link(self, link: Link) -> drawsvg.DrawingElement:
        self.linked = True
        if not link.target.startswith("#"):
            return super()._link(link)
        return Parent("a", self.all(link.items), href=link.target, **self.leads.get(link.target, {}))

    def _group(self, group: Group) -> drawsvg.DrawingElement:
        if group.role is Role.EDGES and not group.label:
            return self._lines(group)
        if group.role in (Role.STEP, Role.PHASE) and len(group.items) == 1:
            (only,) = group.items
            if isinstance(only, Link) and not self._is_dead(only):
                return self._named_link(group, only)
        return super()._group(group)

    def _lines(self, group: Group) -> drawsvg.DrawingElement:
        """A group of lines: what all are filled with, nothing, is said once."""
        inside = replace(self, common={**self.common, "fill": "none"})
        return Parent("g", inside.all(group.items), fill="none", aria_hidden="true")

    def _named_link(self, group: Group, link: Link) -> drawsvg.DrawingElement:
        """The only link of a group: its name is what is written in it, and then what the group says beside that."""
        self.linked = True
        role = {"role": "listitem"} if group.role is Role.STEP else {}
        named = {"aria_label": _name(link, group.label)} if group.label else {}
        leads = self.leads.get(link.target, {})
        return Parent("g", (Parent("a", self.all(link.items), href=link.target, **named, **leads),), **role)


def _name(link: Link, label: str) -> str:
    """The words as they stand in the link, which who sees them also says (WCAG 2.2, 2.5.3), and what is said beside."""
    written = " ".join(item.text for item in walk(link.items) if isinstance(item, TextLine))
    return label if written.lower() in label.lower() else f"{written}. {label}"


def _view(size: Size) -> str:
    return f"0 0 {number(size.width)} {number(size.height)}"
