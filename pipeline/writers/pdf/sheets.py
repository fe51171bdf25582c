"""Finished drawings as pages, each as large as its drawing: a heading and a figure in the structure tree."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Sheets
from pipeline.lengths import Mm
from pipeline.scene import Group, Item, Link, Role, Scene, TextLine, walk
from pipeline.typesetting import Family
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.engine import FontNames, font_names
from pipeline.writers.pdf.paint import Placing, paint
from pipeline.writers.pdf.structure import FOOTER, Artifact, Node

Homes = dict[str, tuple[Scene, float]]


def unfinished_page(scene: Scene, family: Family) -> bytes:
    """One drawing as a PDF page for other programs to draw from, without structure."""
    fonts = font_names(family)
    canvas = TaggedCanvas(fonts)
    height = Mm(scene.size.height).pt
    canvas.setPageSize((Mm(scene.size.width).pt, height))
    paint(canvas, scene, fonts, Placing(0, height), Node("Figure"))
    canvas.showPage()
    canvas.save()
    return canvas.target.getvalue()


def draw_sheets(sheets: Sheets, canvas: TaggedCanvas, root: Node, fonts: FontNames, anchors: frozenset[str]) -> None:
    """A page per scene; `anchors` are places on later pages that links in the drawings may lead to."""
    homes = homes_of(sheets)
    for number, page in enumerate(sheets.pages):
        width, height = Mm(page.size.width).pt, Mm(page.size.height).pt
        canvas.setPageSize((width, height))
        for name, (home, top) in homes.items():
            if home is page:
                canvas.land(name, height - Mm(top).pt)
        title, about = root.add("H2" if number else "H1"), root.add("P")
        stamp = FOOTER if number else root.add("P")
        figure = root.add("Figure")
        figure.alternative = _alternative(page)
        figure.box = (0, 0, width, height)
        apart: dict[Role, Node | Artifact] = {Role.TITLE: title, Role.ABOUT: about, Role.STAMP: stamp}
        paint(canvas, page, fonts, Placing(0, height), figure, anchors | homes.keys(), apart)
        canvas.showPage()


def _alternative(page: Scene) -> str:
    """Title and first sentence of the description; the whole of it stands in the text behind the drawings."""
    first, _, _ = page.description.partition("\n")
    return f"{page.title}. {first}"


def homes_of(sheets: Sheets) -> Homes:
    """Each name that some link or word leads to, with the first drawing that has a group of it, and its top, mm."""
    homes: Homes = {}
    for page in sheets.pages:
        for item in walk(page.items):
            if isinstance(item, Group) and item.name:
                homes.setdefault(item.name, (page, _top(item)))
    return homes


def _top(group: Group) -> float:
    """The upper edge of what shows in a group, mm from the sheet's."""
    return min(_tops(group.items), default=0.0)


def _tops(items: tuple[Item, ...]) -> Iterator[float]:
    for item in walk(items):
        match item:
            case TextLine():
                yield item.at.y - item.size.mm
            case Link():
                yield item.rect.y
            case _:
                pass
