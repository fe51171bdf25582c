"""The process arrow, the product's signature: pieces as wide as the phase bands below, only the last with a head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.lettering import Lettering, part_of
from pipeline.geometry import Path, Point, Rect, Size, polygon
from pipeline.layout.drawing import Extent
from pipeline.lengths import Mm
from pipeline.model import Phase
from pipeline.scene import Group, Item, Outline, Role, Scene, Stroke
from pipeline.typeface import Face

_POINT = 0.22  # depth of a point, part of the height
_WING = 0.15  # how far the head reaches beyond the pieces, part of the height
_GAP = 0.04  # between pieces, part of the height
_NUMERAL_CAP = 0.25  # height of the numeral, part of the height; less where names of two lines need the room
_PAD = 0.12  # from the edges to the text, part of the height
_AIR = 0.08  # between numeral and name, part of the height
_CAP_HEIGHT = 0.668  # of the base family, em; only sets the numeral's size
_SMALL_HEIGHT = 7.8  # of the small arrow of running heads, with its wings, mm
_SMALL_GAP = 0.1  # between its pieces, part of its height
_SMALL_EDGE = 0.03  # width of its outline, part of its height
_SMALL_NUMBER = 0.5  # size of its numerals, part of its height
_SMALL_LEAN = 0.1  # they stand so far behind the middle of a piece, part of its height


@dataclass(frozen=True)
class ProcessArrow:
    """The big arrow: its height without the head's wings, mm. `shown`: the numbers of the phases to show, else all.

    The first phase of all begins flat, the last one has the head; a part of the arrow goes on at both its ends.
    """

    brief: Brief
    height: float
    shown: tuple[int, ...] = ()

    @property
    def full_height(self) -> float:
        """Height with the head's wings, mm."""
        return self.height * (1 + 2 * _WING)

    @property
    def _name(self) -> Lettering:
        size = self.brief.sheet.arrow_name
        return Lettering(self.brief.typesetter, size, self.brief.theme.inks.ink, Face.BOLD, 1.1)

    def band_minimum(self) -> tuple[float, ...]:
        """The least width of each piece: its name in two lines, or its longest word, and the slants and air."""
        return tuple(self._least(phase, self._is_first(phase) or self._is_last(phase)) for phase in self._phases)

    @property
    def _phases(self) -> tuple[Phase, ...]:
        return tuple(phase for phase in self.brief.phases() if not self.shown or phase.number in self.shown)

    def _is_first(self, phase: Phase) -> bool:
        return phase == self.brief.phases()[0]

    def _is_last(self, phase: Phase) -> bool:
        return phase == self.brief.phases()[-1]

    def _least(self, phase: Phase, at_end: bool) -> float:
        lines = _in_two(phase.name.split(" "), self._name)
        longest = max(self._name.width(line) for line in lines)
        slants = _POINT * (1 if at_end else 2) * self.height
        return longest + (2 * _PAD + _GAP) * self.height + slants

    @property
    def _numeral_cap(self) -> float:
        """Height of the numerals, mm: one for all pieces, so that the longest name leaves room for it."""
        lines = max(len(_in_two(phase.name.split(" "), self._name)) for phase in self.brief.phases())
        left = self.height * (1 - 2 * _PAD - _AIR) - self._name.height(lines)
        return max(min(_NUMERAL_CAP * self.height, left), self._name.cap)

    def drawn(self, bands: Sequence[Extent], top: float) -> Group:
        """The arrow over these bands; `top` is the upper edge of its wings."""
        upper = top + _WING * self.height
        pieces = tuple(
            self._piece(phase, band, upper, 0.0 if n == 0 else _GAP * self.height)
            for n, (phase, band) in enumerate(zip(self._phases, bands, strict=True))
        )
        label = self.brief.wording.map.arrow_label.format(count=len(bands))
        return Group(Role.ARROW, pieces, label)

    def text_lefts(self, bands: Sequence[Extent]) -> tuple[float, ...]:
        """Where the words of each piece begin, for what stands below the arrow and goes with a piece."""
        inset = _PAD * self.height
        slants = (0.0 if self._is_first(phase) else _POINT * self.height for phase in self._phases)
        gaps = (0.0 if n == 0 else _GAP * self.height for n in range(len(bands)))
        return tuple(band.lo + gap + inset + slant for band, gap, slant in zip(bands, gaps, slants, strict=True))

    def _piece(self, phase: Phase, band: Extent, top: float, gap: float) -> Group:
        first, last = self._is_first(phase), self._is_last(phase)
        rect = Rect(band.lo + gap, top, band.hi - band.lo - gap, self.height)
        colours = self.brief.theme.colours(phase.number)
        edge = Stroke(colours.edge, max(self.height * 0.012, self.brief.theme.strokes.thinnest))
        outline = Outline(piece_outline(rect, self.height, first, last), colours.fill, edge)
        label = self.brief.wording.map.phase_label.format(number=phase.number, name=phase.name)
        return Group(Role.PHASE, (outline, *self._words(phase, rect, first, last)), label)

    def _words(self, phase: Phase, rect: Rect, first: bool, last: bool) -> tuple[Item, ...]:
        ink = self.brief.theme.colours(phase.number).text
        pad = _PAD * self.height
        left = rect.x + pad + (0 if first else _POINT * self.height)
        room = rect.right - left - pad * (1 if not last else 0.4) - (_POINT * self.height if last else 0)
        name = Lettering(self._name.typesetter, self._name.size, ink, Face.BOLD, self._name.leading)
        cap = self._numeral_cap
        numeral = Lettering(name.typesetter, Mm(cap / _CAP_HEIGHT).pt, ink, Face.BOLD)
        lines = name.balanced(phase.name, max(room, 1.0))
        taken = name.height(len(lines)) + cap + (2 * _PAD + _AIR / 2) * self.height
        if taken > self.height or max(name.width(line) for line in lines) > room + _PAD * self.height:
            raise CannotCompose("U698", text=phase.name)
        last_line = rect.bottom - pad
        first_line = last_line - (len(lines) - 1) * name.pitch
        return (
            numeral.line(str(phase.number), left, rect.y + pad + cap),
            *name.lines(lines, left, first_line),
        )


def _in_two(words: Sequence[str], style: Lettering) -> tuple[str, ...]:
    """The words in the two lines whose wider one is as narrow as can be; one word in one line."""
    pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min(pairs, key=lambda pair: max(style.width(line) for line in pair), default=tuple(words))


def piece_outline(rect: Rect, height: float, first: bool, last: bool) -> Path:
    """A piece: flat at the start of the arrow, else notched; a point at its end, with wings if it is the last."""
    point, middle = _POINT * height, rect.y + rect.height / 2
    start = () if first else (Point(rect.x + point, middle),)
    end = _head(rect, height) if last else _tip(rect, point)
    return polygon((Point(rect.x, rect.y), *end, Point(rect.x, rect.bottom), *start))


def _tip(rect: Rect, point: float) -> tuple[Point, ...]:
    tip = Point(rect.right + point, rect.y + rect.height / 2)
    return (Point(rect.right, rect.y), tip, Point(rect.right, rect.bottom))


def _head(rect: Rect, height: float) -> tuple[Point, ...]:
    wing, neck = _WING * height, rect.right - 1.4 * _POINT * height
    return (
        Point(neck, rect.y),
        Point(neck, rect.y - wing),
        Point(rect.right, rect.y + rect.height / 2),
        Point(neck, rect.bottom + wing),
        Point(neck, rect.bottom),
    )


def running_arrow(brief: Brief, width: float, current: int) -> Scene:
    """The small arrow of running heads: equal pieces, numerals only, the current phase filled and bold."""
    size = Size(width, _SMALL_HEIGHT)
    items = small_arrow(brief, size, (current,))
    title = brief.wording.map.arrow_label.format(count=len(brief.phases()))
    return Scene(size, items, title, title, brief.language)


def small_arrow(brief: Brief, size: Size, lit: Sequence[int]) -> tuple[Item, ...]:
    """The small arrow from 0, 0 to `size`, wings included, with these phases filled."""
    height, phases = size.height / (1 + 2 * _WING), brief.phases()
    step, gap = size.width / len(phases), _SMALL_GAP * height
    items: list[Item] = []
    for n, phase in enumerate(phases):
        rect = Rect(n * step + (gap if n else 0.0), _WING * height, step - (gap if n else 0.0), height)
        outline = piece_outline(rect, height, n == 0, n == len(phases) - 1)
        items += _small_piece(brief, phase, rect, outline, phase.number in lit)
    return tuple(items)


def _small_piece(brief: Brief, phase: Phase, rect: Rect, outline: Path, lit: bool) -> tuple[Item, ...]:
    inks, colours = brief.theme.inks, brief.theme.colours(phase.number)
    fill, edge = (colours.fill, inks.ink) if lit else (inks.paper, inks.grey)
    face, colour = (Face.BOLD, colours.text) if lit else (Face.REGULAR, inks.grey)
    number = Lettering(brief.typesetter, part_of(Mm(rect.height).pt, _SMALL_NUMBER), colour, face)
    middle = Point(rect.centre.x + _SMALL_LEAN * rect.height, rect.centre.y)
    stroke = Stroke(edge, max(brief.theme.strokes.thinnest, _SMALL_EDGE * rect.height))
    return (Outline(outline, fill, stroke), number.centred(str(phase.number), middle))
