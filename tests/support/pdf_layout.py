"""Where everything stands in a finished PDF: each element of the structure tree with its lines, read from the pages.

It knows nothing of the writer: the content of each page is read operator by operator (ISO 32000-1, 9.4), and marked
content leads to the elements. Lengths are pt, heights from the page's lower edge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

from pipeline.writers.pdf.gate.fonts import Font, font_of
from pipeline.writers.pdf.gate.objects import below, pairs
from pipeline.writers.pdf.gate.plane import IDENTITY, Matrix, at, scale_of, times
from pipeline.writers.pdf.gate.tree import Element, MarkRef, read_tree

# Raised numbers stand on the line of the text beside them: that far above it at most, as a part of the larger size.
_SAME_LINE = 0.45
_OPERATORS = "q Q cm BT ET Tf Tm Td TD T* Tj TJ BDC BMC EMC"


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters shown at once: from `left` to `right` on a baseline. `mcid` is None for what is no part of the tree.

    `artifact` is its subtype: Header, Footer, Pagination for what is repeated, Decoration for all else.
    """

    page: int
    mcid: int | None
    artifact: str
    left: float
    right: float
    base: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces side by side on one page."""

    page: int
    pieces: tuple[Piece, ...]

    @property
    def base(self) -> float:
        """The baseline of its largest letters."""
        return max(self.pieces, key=lambda piece: piece.size).base

    @property
    def size(self) -> float:
        """Its largest letters."""
        return max(piece.size for piece in self.pieces)

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Where it ends, without the space at its end."""
        return max(piece.right for piece in self.pieces)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces).strip()


@dataclass(frozen=True)
class Placed:
    """An element with those inside it, and the pieces that are its own."""

    role: str
    element: Element
    kids: tuple["Placed | Piece", ...]

    def walk(self) -> Iterator["Placed"]:
        """This element and all inside it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Placed):
                yield from kid.walk()

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces of it, in reading order."""
        return tuple(piece for kid in self.kids for piece in ((kid,) if isinstance(kid, Piece) else kid.pieces))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines from page to page, downward."""
        return tuple(lines_of(self.pieces))

    @cached_property
    def pages(self) -> tuple[int, ...]:
        """The pages that it stands on, from 1."""
        return tuple(sorted({piece.page for piece in self.pieces}))


@dataclass(frozen=True)
class Layout:
    """A whole file: its elements, what is no part of the tree, and the sizes of its pages."""

    top: Placed
    artifacts: tuple[Piece, ...]
    sizes: tuple[tuple[float, float], ...]

    def pieces(self) -> Iterator[Piece]:
        """Everything that is written, on all pages."""
        yield from self.top.pieces
        yield from self.artifacts


def layout_of(data: bytes) -> Layout:
    """Reads a tagged PDF with one element at the top."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        fonts: dict[tuple[int, int], Font] = {}
        pieces = [piece for number, page in enumerate(pdf.pages, 1) for piece in _read(page, number, fonts)]
        tree = read_tree(pdf, {page.obj.objgen: number for number, page in enumerate(pdf.pages)})
        sizes = tuple((float(page.mediabox[2]), float(page.mediabox[3])) for page in pdf.pages)
    marked: dict[MarkRef, list[Piece]] = {}
    for piece in pieces:
        if piece.mcid is not None:
            marked.setdefault(MarkRef(piece.page - 1, piece.mcid), []).append(piece)
    (top,) = tree.tops
    return Layout(_placed(top, marked), tuple(piece for piece in pieces if piece.mcid is None), sizes)


def lines_of(pieces: Sequence[Piece]) -> Iterator[Line]:
    """Pieces gathered into lines; empty ones are left out."""
    waiting: list[Piece] = []
    for piece in sorted((one for one in pieces if one.text.strip()), key=lambda one: (one.page, -one.base, one.left)):
        if waiting and not _beside(waiting, piece):
            yield Line(waiting[0].page, tuple(sorted(waiting, key=lambda one: one.left)))
            waiting = []
        waiting.append(piece)
    if waiting:
        yield Line(waiting[0].page, tuple(sorted(waiting, key=lambda one: one.left)))


def _beside(line: Sequence[Piece], piece: Piece) -> bool:
    size = max(piece.size, *(one.size for one in line))
    return line[0].page == piece.page and line[0].base - piece.base < _SAME_LINE * size


def _placed(element: Element, marked: dict[MarkRef, list[Piece]]) -> Placed:
    kids: list[Placed | Piece] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_placed(kid, marked))
        elif isinstance(kid, MarkRef):
            kids += marked.get(kid, [])
    return Placed(element.role, element, tuple(kids))


# ---------------------------------------------------------------- one page


def _read(page: pikepdf.Page, number: int, known: dict[tuple[int, int], Font]) -> Iterator[Piece]:
    fonts: dict[str, Font] = {}
    for name, described in pairs(below(page.obj, "/Resources", "/Font")):
        fonts[name] = known.setdefault(described.objgen, known.get(described.objgen) or font_of(described))
    reader = _Reader(number, fonts)
    for instruction in pikepdf.parse_content_stream(page, _OPERATORS):
        reader.take(str(instruction.operator), tuple(instruction.operands))
    return iter(reader.found)


@dataclass
class _Reader:
    """Follows where text stands; our files show text with the operators above only."""

    page: int
    fonts: dict[str, Font]
    found: list[Piece] = field(default_factory=list)
    _matrix: Matrix = IDENTITY
    _saved: list[tuple[Matrix, Font | None, float]] = field(default_factory=list)
    _text: Matrix = IDENTITY
    _font: Font | None = None
    _size: float = 0.0
    _marks: list[tuple[int | None, str]] = field(default_factory=list)

    def take(self, operator: str, operands: Sequence[Any]) -> None:
        """One instruction."""
        match operator:
            case "q":
                self._saved.append((self._matrix, self._font, self._size))
            case "Q":
                self._matrix, self._font, self._size = self._saved.pop()
            case "cm":
                self._matrix = times(_six(operands), self._matrix)
            case "BMC" | "BDC":
                self._marks.append(_mark(operands))
            case "EMC":
                self._marks.pop()
            case _:
                self._write(operator, operands)

    def _write(self, operator: str, operands: Sequence[Any]) -> None:
        match operator:
            case "BT":
                self._text = IDENTITY
            case "Tm":
                self._text = _six(operands)
            case "Td" | "TD":
                self._text = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._text)
            case "Tf":
                self._font, self._size = self.fonts[str(operands[0])], float(operands[1])
            case "Tj":
                self._show(operands[:1])
            case "TJ":
                self._show(operands[0])

    def _show(self, parts: Sequence[Any]) -> None:
        assert self._font
        width, seen, words = 0.0, 0.0, list[str]()
        for part in parts:
            if not isinstance(part, pikepdf.String):
                width -= float(part) / 1000 * self._size
                continue
            for glyph in self._font.glyphs(bytes(part)):
                words.append(glyph.text)
                width += glyph.width * self._size
                seen = width if glyph.is_seen else seen
        matrix = times(self._text, self._matrix)
        (left, base), (right, _) = at(matrix, 0, 0), at(matrix, seen, 0)
        mcid, artifact = next((mark for mark in reversed(self._marks) if mark != (None, "")), (None, "Decoration"))
        size = self._size * scale_of(matrix)
        self.found.append(Piece(self.page, mcid, artifact, left, right, base, size, "".join(words)))
        self._text = times((1, 0, 0, 1, width, 0), self._text)


def _mark(operands: Sequence[Any]) -> tuple[int | None, str]:
    """The id of marked content, or the kind of artifact."""
    said: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    if "/MCID" in said:
        return int(said["/MCID"]), ""
    if str(operands[0]) != "/Artifact":
        return None, ""
    return None, str(said.get("/Subtype", said.get("/Type", "/Decoration")))[1:]


def _six(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)
