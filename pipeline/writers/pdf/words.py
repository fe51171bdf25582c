"""Inline parts as runs of one look, and runs broken into lines: at spaces, and inside words wider than the column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import fsum

from pipeline.lengths import Mm, Pt
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.pdf.structure import Node

_SOFT_HYPHEN = "\u00ad"
# What parts words; a line feed also ends the line.
_BLANKS = re.compile(r"([ \t]+|\n)")
# An address that is wider than its column breaks after these, without a hyphen that would seem part of it.
_ADDRESS = re.compile(r"://|@|^www\.")
_ADDRESS_JOINTS = re.compile(r"(?<=[/@?&=._-])")
# Words that belong together may be parted where nothing else keeps them on the page.
_NO_BREAK_SPACE = re.compile("(?<=\u00a0)")
_NO_FURTHER = 1e-6  # pt; lengths are sums of many


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `node` is the element they belong to; `size` and `rise` are in pt.

    `target` is where they lead ("" nowhere), `anchor` the name of the place where they stand, `said` what the area
    that leads there is called, if not by its words.
    """

    text: str
    face: Face
    size: float
    node: Node
    target: str = ""
    anchor: str = ""
    rise: float = 0.0
    underlined: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a run that stands on a line: `text` as drawn, `width` in pt without a space at the line's end."""

    run: Run
    text: str
    x: float
    width: float
    begins: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Segments from left to right, and the width of what shows, pt."""

    segments: tuple[Segment, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of one run without a space in them; `begins` for the first of its run."""

    run: Run
    text: str
    begins: bool


@dataclass
class LineBreaker:
    """Breaks runs into lines; remembers the widths of words."""

    typesetter: Typesetter
    _widths: dict[tuple[Face, str], float] = field(default_factory=dict)

    def width(self, text: str, run: Run) -> float:
        """Width of a text in the run's look, pt."""
        key = (run.face, text)
        em = self._widths.get(key)
        if em is None:
            em = self._widths[key] = self.typesetter.family.fonts[run.face].width(text)
        return em * run.size

    def lines(self, runs: Sequence[Run], room: float) -> tuple[Line, ...]:
        """The runs in lines of at most `room` pt, filled from the start.

        Each line ends with a space, so that readers do not glue its last word to the next line's first, or to what
        stands beside the last line: some join whatever comes after a line that ends with a hyphen. A word wider than
        the room is broken at hyphenation points or an address's joints.
        """
        paper = _Paper(self)
        for word, space, ends_line in _words(runs):
            plain = [_without_soft_hyphens(piece) for piece in word]
            wide = fsum(self.width(piece.text, piece.run) for piece in plain)
            if wide > room + _NO_FURTHER:
                self._long(paper, word, room)
            elif plain:
                if paper.right + paper.space_width + wide > room + _NO_FURTHER:
                    paper.end_line()
                paper.put(plain)
            paper.space = space or paper.space
            if ends_line:
                paper.end_line()
        paper.space = runs[-1] if runs else None
        paper.end_line()
        return tuple(paper.lines)

    def balanced(self, runs: Sequence[Run], room: float) -> tuple[Line, ...]:
        """As few lines as `lines` gives, as equal as they can be: a heading of one run."""
        if not runs:
            return ()
        run = runs[0]
        found = self.typesetter.balanced(run.text, Pt(room).mm, Pt(run.size), run.face)
        return self.lines(runs, min(room, Mm(found.width).pt + _NO_FURTHER))

    def _long(self, paper: _Paper, word: Sequence[_Piece], room: float) -> None:
        """A word wider than the room, in parts, each but the last on a line that it ends."""
        paper.end_line()
        for piece in word:
            parts = self._parts(piece, room)
            for number, (text, hyphen) in enumerate(parts):
                if paper.right + self.width(text, piece.run) > room + _NO_FURTHER:
                    paper.end_line()
                paper.put([replace(piece, text=text, begins=piece.begins and number == 0)])
                if hyphen:
                    paper.put([_hyphen(piece.run)])
                if number < len(parts) - 1:
                    paper.end_line()

    def _parts(self, piece: _Piece, room: float) -> tuple[tuple[str, bool], ...]:
        """The piece's parts, and whether a hyphen of ours ends each."""
        run, plain = piece.run, piece.text.replace(_SOFT_HYPHEN, "")
        if self.width(plain, run) <= room:
            return ((plain, False),)
        if _ADDRESS.search(plain):
            return tuple((text, False) for text in self._at_joints(_ADDRESS_JOINTS, plain, run, room))
        shown = self.typesetter.broken(piece.text, Pt(room).mm, Pt(run.size), run.face)
        if Mm(shown.width).pt > room + _NO_FURTHER and _NO_BREAK_SPACE.search(plain):
            return tuple((text, False) for text in self._at_joints(_NO_BREAK_SPACE, plain, run, room))
        return tuple(_told_apart(shown.lines, plain))

    def _at_joints(self, joint: re.Pattern[str], text: str, run: Run, room: float) -> list[str]:
        lines = [""]
        for part in joint.split(text):
            if lines[-1] and self.width(lines[-1] + part, run) > room:
                lines.append("")
            lines[-1] += part
        return lines


def _told_apart(shown: Sequence[str], word: str) -> Iterator[tuple[str, bool]]:
    """Each part of a broken word as it stands in the word, and whether the hyphen at its end is ours."""
    at = 0
    for part in shown:
        ours = part.endswith("-") and not word.startswith(part, at)
        text = part[:-1] if ours else part
        at += len(text)
        yield text, ours


def _without_soft_hyphens(piece: _Piece) -> _Piece:
    if _SOFT_HYPHEN not in piece.text:
        return piece
    return replace(piece, text=piece.text.replace(_SOFT_HYPHEN, ""))


def _hyphen(run: Run) -> _Piece:
    """A hyphen of ours: drawn, but read as a soft one (ISO 32000-1, 14.8.2.2.3). It cannot be pressed."""
    node = run.node.loose("Span")
    node.actual = _SOFT_HYPHEN
    return _Piece(replace(run, text="-", node=node, target="", anchor=""), "-", False)


class _Paper:
    """The lines so far, and the one being filled."""

    def __init__(self, breaker: LineBreaker) -> None:
        self.breaker = breaker
        self.lines: list[Line] = []
        self.space: Run | None = None
        self.right = 0.0
        self._pieces: list[_Piece] = []

    @property
    def space_width(self) -> float:
        return self.breaker.width(" ", self.space) if self.space and self._pieces else 0.0

    def put(self, pieces: Sequence[_Piece]) -> None:
        """On the line, after the space that waits."""
        if self.space and self._pieces:
            self.right += self.space_width
            self._pieces.append(_Piece(self.space, " ", False))
        self.space = None
        for piece in pieces:
            self._pieces.append(piece)
            self.right += self.breaker.width(piece.text, piece.run)

    def end_line(self) -> None:
        """A new line, after the space that waits."""
        if self._pieces:
            shown = self.right
            if self.space:
                self._pieces.append(_Piece(self.space, " ", False))
            self.lines.append(Line(tuple(self._segments()), shown))
        self._pieces, self.right, self.space = [], 0.0, None

    def _segments(self) -> Iterator[Segment]:
        """Pieces of one run joined; the space that ends the line counts no width."""
        x = 0.0
        pieces = self._pieces
        at = 0
        while at < len(pieces):
            run = pieces[at].run
            end = next((n for n in range(at, len(pieces)) if pieces[n].run is not run), len(pieces))
            joined, at = pieces[at:end], end
            texts = [piece.text for piece in joined]
            shown = texts[:-1] if at == len(pieces) and texts[-1] == " " else texts
            width = fsum(self.breaker.width(text, run) for text in shown)
            yield Segment(run, "".join(texts), x, width, any(piece.begins for piece in joined))
            x += width


def _words(runs: Sequence[Run]) -> Iterator[tuple[list[_Piece], Run | None, bool]]:
    """Words, which may be of several runs, the run of the space after each (None after the last), if a line ends."""
    word: list[_Piece] = []
    for run in runs:
        begins = True
        for number, text in enumerate(_BLANKS.split(run.text)):
            if number % 2:
                yield word, run, text == "\n"
                word = []
            elif text:
                word.append(_Piece(run, text, begins))
                begins = False
    if word:
        yield word, None, False
