"""What a typographer would mark in a finished PDF: torn paragraphs, lost headings, split rows, text that is too small.

Everything is judged by where `pdf_layout` finds the words of each element on the pages; the writer is not asked. Only
pages of flowing text are judged, which are known by their running foot, and not the drawings before them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.lengths import Mm
from pipeline.theme import Sheet
from tests.support.pdf_layout import Layout, Line, Placed, layout_of, lines_of

# Lines that belong together at the foot and at the head of a page.
FEWEST = 2
# The least text in a drawing, pt (visual direction, section 2).
SMALLEST = 8.0
# A row that is higher than this share of a page may be parted.
_HIGH = 0.4
# Two rows that together are higher than this share of a page may stand on two pages.
_LOW = 0.4
# Parts of the size that letters reach below and above the baseline, without what few letters have.
_BELOW, _ABOVE = 0.18, 0.68
_SLACK = 0.6  # pt
_UNITS = re.compile(r"H[1-6]|P|Caption|Figure|Lbl|LBody|TH|TD|TOCI")
_HEADING = re.compile(r"H[1-6]")
_SHOWN = 50
# A last page with less than this share of its height is nearly empty.
_NEARLY_EMPTY = 0.12


@dataclass(frozen=True)
class Judged:
    """A file as it is judged: its units in reading order, and the margins its pages should have, pt."""

    layout: Layout
    inner: float
    outer: float

    @cached_property
    def feet(self) -> dict[int, float]:
        """The upper edge of the running foot of each page of flowing text."""
        found: dict[int, float] = {}
        for piece in self.layout.artifacts:
            if piece.artifact == "Footer":
                found[piece.page] = max(found.get(piece.page, 0.0), piece.base + piece.size)
        return found

    @cached_property
    def heads(self) -> dict[int, float]:
        """The lower edge of the running head of each of these pages."""
        found: dict[int, float] = {}
        for piece in self.layout.artifacts:
            if piece.artifact == "Header":
                found[piece.page] = min(found.get(piece.page, piece.base), piece.base)
        return found

    @cached_property
    def units(self) -> tuple[Placed, ...]:
        """Paragraphs, headings, cells, labels and figures in reading order, without the stamp at the foot."""
        return tuple(unit for unit in _units(self.layout.top) if self._flows(unit))

    def _flows(self, unit: Placed) -> bool:
        pages = standing(unit)
        if not pages or pages[0] not in self.feet:
            return False
        return not unit.lines or unit.lines[0].base > self.feet[pages[0]]

    def room(self, page: int) -> float:
        """Height between running head and foot, pt."""
        return self.heads[page] - self.feet[page]


def typographic_faults(data: bytes, sheet: Sheet) -> list[str]:
    """Everything a typographer would mark in the flowing pages of a file; the sheet tells their margins."""
    judged = Judged(layout_of(data), Mm(sheet.inner).pt, Mm(sheet.outer).pt)
    rules = (_torn, _headings, _labels, _captions, _tables, _repeated, _small_text, _margins, _overlaps)
    return [fault for rule in rules for fault in rule(judged)]


def nearly_empty_ends(data: bytes) -> list[str]:
    """Last pages with next to nothing on them: no fault, but worth a look."""
    judged = Judged(layout_of(data), 0, 0)
    if not judged.units:
        return []
    page = max(standing(unit)[-1] for unit in judged.units)
    lines = [line for unit in judged.units for line in unit.lines if line.page == page]
    used = judged.heads[page] - min((line.base for line in lines), default=0)
    return [f"page {page} of {len(judged.layout.sizes)}"] if used < _NEARLY_EMPTY * judged.room(page) else []


def standing(unit: Placed) -> tuple[int, ...]:
    """The pages that a unit stands on, from 1; a drawing without words too."""
    return tuple(sorted({mark.page + 1 for element in unit.element.walk() for mark in element.marks()}))


def _units(placed: Placed) -> Iterator[Placed]:
    for kid in placed.kids:
        if isinstance(kid, Placed):
            if _UNITS.fullmatch(kid.role):
                yield kid
            else:
                yield from _units(kid)


def _named(unit: Placed) -> str:
    words = unit.lines[0].text if unit.lines else ""
    return f"page {(standing(unit) or (0,))[0]}: {unit.role} {words[:_SHOWN]!r}"


def _on(unit: Placed, page: int) -> list[Line]:
    return [line for line in unit.lines if line.page == page]


# ---------------------------------------------------------------- what stays together


def _torn(judged: Judged) -> Iterator[str]:
    """Parted texts leave two lines on each page; headings, labels, captions and lines of contents are not parted."""
    for unit in judged.units:
        pages = unit.pages
        if len(pages) < 2:
            continue
        if _HEADING.fullmatch(unit.role) or unit.role in {"Caption", "Figure", "TOCI"}:
            yield f"{_named(unit)} is parted"
        elif min(len(_on(unit, page)) for page in pages) < FEWEST:
            yield f"{_named(unit)} leaves a line alone"


def _headings(judged: Judged) -> Iterator[str]:
    """Below a heading stand two lines of what it heads, or all of that, on the heading's page."""
    units, boxed = judged.units, _boxed(judged.layout.top)
    for at, unit in enumerate(units):
        if not _HEADING.fullmatch(unit.role) or not unit.lines:
            continue
        box = boxed.get(id(unit.element))
        ends = next((n for n in range(at + 1, len(units)) if _ends(units[n], box, boxed)), len(units))
        if at + 1 == len(units):
            yield f"{_named(unit)} has nothing below it"
        elif _is_torn(unit, units[at + 1 : ends] or units[ends : ends + 1]):
            yield f"{_named(unit)} is not followed by {FEWEST} lines"


def _boxed(top: Placed) -> dict[int, int]:
    """The box that each unit in a box stands in: what stands in a box of its own is not headed by what is above it."""
    boxes = (placed for placed in top.walk() if placed.role == "Div")
    return {id(inner.element): id(box.element) for box in boxes for inner in box.walk()}


def _ends(unit: Placed, box: int | None, boxed: dict[int, int]) -> bool:
    return bool(_HEADING.fullmatch(unit.role)) or boxed.get(id(unit.element)) != box


def _is_torn(heading: Placed, headed: Sequence[Placed]) -> bool:
    last = heading.lines[-1]
    if not any(page > last.page for unit in headed for page in standing(unit)):
        return False
    here = [unit for unit in headed if last.page in standing(unit)]
    if any(unit.role == "Figure" or _HEADING.fullmatch(unit.role) for unit in here):
        return False
    pieces = [piece for unit in here for piece in unit.pieces if piece.page == last.page and piece.base < last.base]
    return len(list(lines_of(pieces))) < FEWEST


def _labels(judged: Judged) -> Iterator[str]:
    """A term stands whole beside or above its meaning, a bullet or number beside its text."""
    for item in judged.layout.top.walk():
        kids = [kid for kid in item.kids if isinstance(kid, Placed)]
        if item.role not in {"LI", "Note"} or len(kids) < 2 or kids[0].role != "Lbl":
            continue
        label, text = kids[0].pages, kids[1].pages
        if label and text and label[-1] != text[0]:
            yield f"{_named(kids[0])} is apart from its text"


def _captions(judged: Judged) -> Iterator[str]:
    for above, unit in zip(judged.units, judged.units[1:], strict=False):
        if unit.role == "Caption" and (above.role != "Figure" or standing(above) != standing(unit)):
            yield f"{_named(unit)} is apart from its figure"


# ---------------------------------------------------------------- tables


def _tables(judged: Judged) -> Iterator[str]:
    for table in judged.layout.top.walk():
        if table.role != "Table" or not set(table.pages) <= judged.feet.keys():
            continue
        head, *body = [row for row in table.walk() if row.role == "TR" and row.pages]
        if body and head.pages != body[0].pages[:1]:
            yield f"{_named(head)} is a table's head without a row"
        yield from _parted_rows(judged, body)
        yield from _lone_last_row(judged, body)


def _parted_rows(judged: Judged, rows: Sequence[Placed]) -> Iterator[str]:
    for row in rows:
        if len(row.pages) > 1 and _height(row) < _HIGH * judged.room(row.pages[0]):
            yield f"{_named(row)} is parted"


def _height(row: Placed) -> float:
    """About how high it is, pt: its highest cell."""
    cells = [cell for cell in row.kids if isinstance(cell, Placed)]
    return max((sum(line.size * 1.3 for line in cell.lines) for cell in cells), default=0.0)


def _lone_last_row(judged: Judged, rows: Sequence[Placed]) -> Iterator[str]:
    """A low last row takes the one before it along, if that leaves another row on the page before."""
    if len(rows) < 3 or rows[-1].pages[0] == rows[-2].pages[-1] or len(rows[-1].pages) > 1:
        return
    before, low = rows[-2].pages, sum(map(_height, rows[-2:])) < _LOW * judged.room(rows[-1].pages[0])
    if low and len(before) == 1 and before == rows[-3].pages[-1:]:
        yield f"{_named(rows[-1])} is a last row alone"


def _repeated(judged: Judged) -> Iterator[str]:
    """Under a header that is repeated stand rows."""
    cells = [unit for unit in judged.units if unit.role in {"TD", "TH"}]
    for piece in judged.layout.artifacts:
        if piece.artifact == "Pagination" and not any(
            line.base < piece.base for cell in cells for line in _on(cell, piece.page)
        ):
            yield f"page {piece.page}: header {piece.text!r} without a row"


# ---------------------------------------------------------------- sizes and places


def _small_text(judged: Judged) -> Iterator[str]:
    for unit in judged.units:
        sizes = [piece.size for piece in unit.pieces if piece.text.strip()]
        if unit.role == "Figure" and sizes and min(sizes) < SMALLEST - 0.01:
            yield f"{_named(unit)} has text of {min(sizes):.2f} pt"


def _margins(judged: Judged) -> Iterator[str]:
    first = min(judged.feet, default=1)
    for unit in judged.units:
        for left, lower, right, upper, page in _boxes(unit):
            odd = (page - first) % 2 == 0
            ends = judged.layout.sizes[page - 1][0] - (judged.outer if odd else judged.inner)
            begins = judged.inner if odd else judged.outer
            if left < begins - _SLACK or right > ends + _SLACK:
                reach = f"{left:.1f} to {right:.1f}, not {begins:.1f} to {ends:.1f}"
                yield f"{_named(unit)} reaches into the margin: {reach}"
            if lower < judged.feet[page] or upper > judged.heads[page]:
                yield f"{_named(unit)} reaches into the running head or foot"


def _boxes(unit: Placed) -> Iterator[tuple[float, float, float, float, int]]:
    if unit.role == "Figure":
        left, lower, right, upper = map(float, unit.element.attributes["BBox"])
        yield left, lower, right, upper, standing(unit)[0]
        return
    for line in unit.lines:
        yield line.left, line.base - _BELOW * line.size, line.right, line.base + _ABOVE * line.size, line.page


def _overlaps(judged: Judged) -> Iterator[str]:
    boxes: dict[int, list[tuple[float, float, float, float, Placed]]] = {}
    for unit in judged.units:
        for left, lower, right, upper, page in _boxes(unit):
            boxes.setdefault(page, []).append((left, lower, right, upper, unit))
    for found in boxes.values():
        found.sort(key=lambda box: -box[3])
        for at, (left, lower, right, _, unit) in enumerate(found):
            for left_2, _, right_2, upper_2, other in found[at + 1 :]:
                if upper_2 <= lower + _SLACK:
                    break
                if left_2 < right - _SLACK and left < right_2 - _SLACK:
                    yield f"{_named(unit)} overlaps {_named(other)}"
