"""Finished drawings as PDF: one page each, as large as the drawing."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pipeline.lengths import Mm
from pipeline.scene import Group, Link, Scene, walk
from pipeline.typesetting import Family
from pipeline.writers.pdf.engine import Canvas, font_names, new_canvas
from pipeline.writers.pdf.paint import Placing, paint
from pipeline.writers.pdf.raw import RawPdf


def sheets_pdf(pages: tuple[Scene, ...], family: Family) -> RawPdf:
    """A page per scene; a link inside the file leads to the page with the group of that name."""
    target = io.BytesIO()
    fonts = font_names(family)
    canvas = new_canvas(target, fonts)
    homes = _homes(pages)
    for page in pages:
        height = Mm(page.size.height).pt
        canvas.setPageSize((Mm(page.size.width).pt, height))
        _bookmark(canvas, [name for name, home in homes.items() if home is page])
        paint(canvas, page, fonts, Placing(0, height), homes.keys())
        canvas.showPage()
    canvas.save()
    return RawPdf(target.getvalue(), len(pages))


def _homes(pages: tuple[Scene, ...]) -> dict[str, Scene]:
    """Each name that some link leads to, and the first page with a group of that name."""
    wanted = {target for page in pages for target in _targets(page)}
    homes: dict[str, Scene] = {}
    for page in pages:
        for item in walk(page.items):
            if isinstance(item, Group) and item.name in wanted:
                homes.setdefault(item.name, page)
    return homes


def _targets(page: Scene) -> Iterator[str]:
    links = (item for item in walk(page.items) if isinstance(item, Link))
    return (link.target[1:] for link in links if link.target.startswith("#"))


def _bookmark(canvas: Canvas, names: list[str]) -> None:
    for name in names:
        canvas.bookmarkPage(name)
