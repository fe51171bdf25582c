"""The contrast of a Word file's words: the colour that each run ends up with, on the ground that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.colour import WHITE, Colour
from pipeline.writers.docx.ooxml import Element
from pipeline.writers.docx.opened import OpenedFile, named, style_of, tag
from pipeline.writers.written import Finding, Part

# WCAG 2.1, 1.4.3: text of ordinary size.
_LEAST = 4.5
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_HEAD_ROW = f"w:tblStylePr[@{tag('w:type')}='firstRow']"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a run stands: itself, its paragraph, and the cell, row and table around it, if any."""

    run: Element
    paragraph: Element
    cell: Element | None
    table: Element | None
    in_head: bool


def contrasts(opened: OpenedFile) -> Iterator[Finding]:
    """Every pair of colours in which words stand is told apart; `auto` is black or white as the ground asks for."""
    found = {pair for root in opened.stories.values() for pair in _pairs(opened, root)}
    for ink, ground in sorted(found, key=lambda pair: (pair[0].hex, pair[1].hex)):
        if ink.contrast(ground) < _LEAST:
            yield Finding("contrast_low", f"{ink.hex} {ground.hex}", Part.CONTRAST)


def _pairs(opened: OpenedFile, root: Element) -> Iterator[tuple[Colour, Colour]]:
    for run in root.iter(tag("w:r")):
        paragraph = next(run.iterancestors(tag("w:p")), None)
        said = any((text.text or "").strip() for text in run.iter(tag("w:t")))
        if paragraph is None or not said or run.find(tag("mc:AlternateContent")) is not None:
            continue
        place = _place(run, paragraph)
        ink = _first(_inks(opened, place))
        if ink is not None and next(paragraph.iterancestors(tag("w:txbxContent")), None) is None:
            yield ink, _first(_grounds(opened, place)) or WHITE


def _place(run: Element, paragraph: Element) -> _Place:
    cell = next(paragraph.iterancestors(tag("w:tc")), None)
    row = cell.getparent() if cell is not None else None
    table = row.getparent() if row is not None else None
    return _Place(run, paragraph, cell, table, row is not None and table is not None and table.find(tag("w:tr")) is row)


def _first(colours: Iterable[str | None]) -> Colour | None:
    """The first colour that is said; None if it is `auto` or none is said."""
    said = next((one for one in colours if one is not None), None)
    return Colour.from_hex(f"#{said}") if said and _HEX.fullmatch(said) else None


def _inks(opened: OpenedFile, place: _Place) -> Iterator[str | None]:
    """What says the colour of a run, nearest first (ISO/IEC 29500-1, 17.7.2)."""
    key = style_of(place.paragraph) or opened.default_styles.get("paragraph")
    yield _ink(place.run)
    for styles in (opened.lineage(style_of(place.run, "w:r")), opened.lineage(key)):
        yield from map(_ink, styles)
    for style in _table_styles(opened, place):
        yield from map(_ink, style.findall(_named(_HEAD_ROW)) if place.in_head else ())
        yield _ink(style)


def _grounds(opened: OpenedFile, place: _Place) -> Iterator[str | None]:
    """What says the ground behind a run, nearest first: its own, its paragraph's, its cell's, its table's."""
    key = style_of(place.paragraph) or opened.default_styles.get("paragraph")
    yield _ground(place.run, "w:rPr")
    yield from (_ground(style, "w:rPr") for style in opened.lineage(style_of(place.run, "w:r")))
    yield _ground(place.paragraph, "w:pPr")
    yield from (_ground(style, "w:pPr") for style in opened.lineage(key))
    if place.cell is not None:
        yield _ground(place.cell, "w:tcPr")
    for style in _table_styles(opened, place):
        if place.in_head:
            yield from (_ground(one, "w:tcPr") for one in style.findall(_named(_HEAD_ROW)))
        yield _ground(style, "w:tcPr")
        yield _ground(style, "w:tblPr")


def _table_styles(opened: OpenedFile, place: _Place) -> Iterator[Element]:
    return opened.lineage(style_of(place.table, "w:tbl") if place.table is not None else None)


def _named(path: str) -> str:
    """A path whose first name has a prefix, as lxml wants it."""
    name, bracket, rest = path.partition("[")
    return f"{tag(name)}{bracket}{rest}"


def _ink(holder: Element) -> str | None:
    properties = holder.find(tag("w:rPr"))
    return None if properties is None else named(properties, "w:color")


def _ground(holder: Element, within: str) -> str | None:
    """The fill of a shade; `auto` is see-through, as if nothing were said."""
    shade = holder.find(f"{tag(within)}/{tag('w:shd')}")
    fill = None if shade is None else shade.get(tag("w:fill"))
    return None if fill == "auto" else fill


RULES = (contrasts,)
