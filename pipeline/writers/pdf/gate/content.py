"""Reads the content of one page in one pass: its marks with their words, its text with places, and its filled areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from pipeline.writers.pdf.gate.fonts import UNREADABLE, Font
from pipeline.writers.pdf.gate.graphics import BLACK, Operands, Painted, Shown, State, colour_of, matrix_of
from pipeline.writers.pdf.gate.marks import Marks
from pipeline.writers.pdf.gate.plane import IDENTITY, Matrix, Point, area, at, curve, scale_of, times
from pipeline.writers.written import Finding, Part

_INVISIBLE = 3
# How far above the baseline text is looked at, in ems: half the height of small letters.
_MIDDLE = 0.25
# About so many letters of a line are looked at, evenly spread, the first and the last among them.
_LETTERS = 30


@dataclass(frozen=True, slots=True)
class PageContent:
    """What the content of a page holds."""

    marks: Marks
    shown: tuple[Shown, ...]
    painted: tuple[Painted, ...]
    faults: tuple[Finding, ...]


def read_page(page: pikepdf.Page, number: int, fonts: Mapping[str, Font]) -> PageContent:
    """The content of a page; `fonts` are those of its resources, by name."""
    reader = _Reader(Marks(number), fonts)
    for instruction in pikepdf.parse_content_stream(page):
        reader.take(str(instruction.operator), tuple(instruction.operands))
    reader.marks.finish()
    return PageContent(reader.marks, tuple(reader.shown), tuple(reader.painted), tuple(reader.faults))


@dataclass(slots=True)
class _Reader:
    marks: Marks
    fonts: Mapping[str, Font]
    shown: list[Shown] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    state: State = field(default_factory=State)
    _saved: list[State] = field(default_factory=list)
    _text: Matrix = IDENTITY
    _line: Matrix = IDENTITY
    _rings: list[list[Point]] = field(default_factory=list)
    _at: Point = (0.0, 0.0)
    _clip: str = ""

    def take(self, operator: str, operands: Operands) -> None:
        """One instruction. One that is not listed neither paints nor changes where and how text stands."""
        action = _ACTIONS.get(operator)
        if action is not None:
            action(self, operands)
        elif operator in _CMYK:
            self.fault("cmyk_operator", operator, Part.FORM)
        elif operator in _FILLS:
            self._fill(operator)
        elif operator in _LINES:
            self.marks.paint(operator)
            self._end_path()
        elif operator in _UNREAD:
            self.marks.paint(operator)
            self.fault("paint_unread", operator, Part.FORM)

    def fault(self, code: str, what: str, part: Part) -> None:
        """Notes what this page may not hold."""
        self.faults.append(Finding(code, f"page {self.marks.page}: {what}", part))

    # ---- graphics state

    def save(self, _: Operands) -> None:
        self._saved.append(replace(self.state))
        self.marks.saved += 1

    def restore(self, _: Operands) -> None:
        self.marks.saved -= 1
        if self._saved:
            self.state = self._saved.pop()

    def transform(self, operands: Operands) -> None:
        self.state.matrix = times(matrix_of(operands), self.state.matrix)

    def colour(self, operands: Operands) -> None:
        self.state.fill = colour_of(operands)

    def colour_space(self, operands: Operands) -> None:
        if str(operands[0]) in ("/DeviceCMYK", "/Pattern"):
            self.fault("colour_space_unwanted", str(operands[0]), Part.FORM)
        self.state.fill = BLACK

    # ---- paths

    def move(self, operands: Operands) -> None:
        self._at = self._point(operands)
        self._rings.append([self._at])

    def line(self, operands: Operands) -> None:
        self._extend((self._point(operands),))

    def curve(self, operands: Operands) -> None:
        one, two, end = (self._point(operands[start : start + 2]) for start in (0, 2, 4))
        self._extend(curve(self._at, one, two, end))

    def curve_from_here(self, operands: Operands) -> None:
        two, end = self._point(operands[:2]), self._point(operands[2:])
        self._extend(curve(self._at, self._at, two, end))

    def curve_to_end(self, operands: Operands) -> None:
        one, end = self._point(operands[:2]), self._point(operands[2:])
        self._extend(curve(self._at, one, end, end))

    def close(self, _: Operands) -> None:
        if self._rings:
            self._at = self._rings[-1][0]
            self._rings.append([self._at])

    def rectangle(self, operands: Operands) -> None:
        x, y, width, height = map(float, operands)
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._rings.append([at(self.state.matrix, *corner) for corner in corners])
        self._at = self._rings[-1][0]
        self._rings.append([self._at])

    def clip(self, _: Operands) -> None:
        self._clip = "W"

    def clip_even_odd(self, _: Operands) -> None:
        self._clip = "W*"

    def no_paint(self, _: Operands) -> None:
        self._end_path()

    def _point(self, operands: Operands) -> Point:
        return at(self.state.matrix, float(operands[0]), float(operands[1]))

    def _extend(self, points: Iterator[Point] | tuple[Point, ...]) -> None:
        if self._rings:
            self._rings[-1].extend(points)
            self._at = self._rings[-1][-1]

    def _fill(self, operator: str) -> None:
        self.marks.paint(operator)
        found = area(self._rings, even_odd=operator.endswith("*"))
        if found is not None:
            self.painted.append(Painted(found, self.state.fill, self.state.clips))
        self._end_path()

    def _end_path(self) -> None:
        if self._clip:
            found = area(self._rings, even_odd=self._clip == "W*")
            self.state.clips = (*self.state.clips, found) if found else self.state.clips
        self._rings, self._clip = [], ""

    def picture(self, _: Operands) -> None:
        """An image, or a form, which is not looked into: the page itself holds all text (pdf.md, pitfall 26)."""
        self.marks.paint("Do")
        corners = [at(self.state.matrix, *corner) for corner in ((0, 0), (1, 0), (1, 1), (0, 1))]
        found = area([corners])
        if found is not None:
            self.painted.append(Painted(found, None, self.state.clips))

    # ---- text

    def begin_text(self, _: Operands) -> None:
        self.marks.in_text = True
        self._text = self._line = IDENTITY

    def end_text(self, _: Operands) -> None:
        self.marks.in_text = False

    def font(self, operands: Operands) -> None:
        self.state.font, self.state.size = self.fonts.get(str(operands[0])), float(operands[1])

    def place(self, operands: Operands) -> None:
        self._line = self._text = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)

    def place_and_lead(self, operands: Operands) -> None:
        self.state.leading = -float(operands[1])
        self.place(operands)

    def next_line(self, _: Operands) -> None:
        self.place((0, -self.state.leading))

    def text_matrix(self, operands: Operands) -> None:
        self._line = self._text = matrix_of(operands)

    def show(self, operands: Operands) -> None:
        self._show((operands[0],))

    def show_parts(self, operands: Operands) -> None:
        self._show(operands[0])

    def show_next(self, operands: Operands) -> None:
        self.next_line(())
        self._show((operands[-1],))

    def show_spaced(self, operands: Operands) -> None:
        self.state.word_space, self.state.char_space = float(operands[0]), float(operands[1])
        self.show_next(operands)

    def _show(self, parts: Any) -> None:
        state = self.state
        if state.font is None:
            self.fault("font_unknown", "text without a font", Part.FORM)
            return
        words: list[str] = []
        middles: list[float] = []
        along = 0.0
        for part in parts:
            if not isinstance(part, pikepdf.String):
                along -= float(part) / 1000 * state.size * state.stretch
                continue
            for glyph in state.font.glyphs(bytes(part)):
                width = glyph.width * state.size
                if glyph.is_seen:
                    middles.append(along + width / 2 * state.stretch)
                words.append(glyph.text)
                along += (width + state.char_space + glyph.is_space * state.word_space) * state.stretch
        self._shown("".join(words), middles)
        self._text = times((1, 0, 0, 1, along, 0), self._text)

    def _shown(self, text: str, middles: list[float]) -> None:
        if not text:
            return
        self.marks.show(text)
        if UNREADABLE in text:
            self.fault("text_unreadable", text[:40], Part.WORDS)
        state, matrix = self.state, times(self._text, self.state.matrix)
        if middles and state.font and state.mode != _INVISIBLE:
            height = state.rise + _MIDDLE * state.size
            spread = {*middles[:: len(middles) // _LETTERS + 1], middles[-1]}
            points = tuple(at(matrix, along, height) for along in sorted(spread))
            size = state.size * scale_of(matrix)
            self.shown.append(Shown(text, points, size, state.font.is_bold, state.fill, len(self.painted)))

    # ---- marked content

    def mark(self, operands: Operands) -> None:
        self.marks.begin(str(operands[0])[1:], operands[1] if len(operands) > 1 else None)

    def unmark(self, _: Operands) -> None:
        self.marks.end()


def _number(name: str, share: float = 1.0) -> Callable[[_Reader, Operands], None]:
    """An operator that sets one number of the state."""

    def action(reader: _Reader, operands: Operands) -> None:
        setattr(reader.state, name, float(operands[0]) * share)

    return action


_CMYK = frozenset({"k", "K"})
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_LINES = frozenset({"S", "s"})
# Shadings and pictures inside the content: nothing of ours uses them, and what they paint is not read here.
_UNREAD = frozenset({"sh", "INLINE IMAGE"})
_ACTIONS: dict[str, Callable[[_Reader, Operands], None]] = {
    "q": _Reader.save,
    "Q": _Reader.restore,
    "cm": _Reader.transform,
    "g": _Reader.colour,
    "rg": _Reader.colour,
    "sc": _Reader.colour,
    "scn": _Reader.colour,
    "cs": _Reader.colour_space,
    "m": _Reader.move,
    "l": _Reader.line,
    "c": _Reader.curve,
    "v": _Reader.curve_from_here,
    "y": _Reader.curve_to_end,
    "h": _Reader.close,
    "re": _Reader.rectangle,
    "W": _Reader.clip,
    "W*": _Reader.clip_even_odd,
    "n": _Reader.no_paint,
    "Do": _Reader.picture,
    "BT": _Reader.begin_text,
    "ET": _Reader.end_text,
    "Tf": _Reader.font,
    "Tc": _number("char_space"),
    "Tw": _number("word_space"),
    "Tz": _number("stretch", 0.01),
    "TL": _number("leading"),
    "Ts": _number("rise"),
    "Tr": _number("mode"),
    "Td": _Reader.place,
    "TD": _Reader.place_and_lead,
    "Tm": _Reader.text_matrix,
    "T*": _Reader.next_line,
    "Tj": _Reader.show,
    "TJ": _Reader.show_parts,
    "'": _Reader.show_next,
    '"': _Reader.show_spaced,
    "BMC": _Reader.mark,
    "BDC": _Reader.mark,
    "EMC": _Reader.unmark,
}
