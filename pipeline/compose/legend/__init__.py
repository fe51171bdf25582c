"""The legend, drawn from what a sheet uses: shapes with their meaning, arrows and signs, set in rows or on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.legend.samples import Entry, Samples
from pipeline.compose.legend.uses import Uses, uses_of, uses_of_all, uses_of_sheet
from pipeline.compose.step_card import RING
from pipeline.geometry import Rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Role, shifted

__all__ = ["Entry", "Legend", "Uses", "uses_of", "uses_of_all", "uses_of_sheet"]

_TEXT_ROOMS = (13.0, 11.0, 9.5)  # widest text beside a sample shape, em: the widest that needs no more height
_BETWEEN = (1.2, 6.6)  # between two columns of a row, at least and at most, em
_BELOW = 1.2  # between two rows, em
_BELOW_TITLE = 1.2
_SIGNS_IN_COLUMN = 3
_SIGNS_IN_COLUMN_CONDENSED = 2
_SIGN_PITCH = 1.75  # between signs in a column, em
_SIGN_DROP = 0.25  # signs below each other begin so much lower than shapes, em

Column = tuple[Entry, ...]


@dataclass(frozen=True)
class Legend:
    """Sets entries at the sheet's legend size, with samples drawn at `sample` pt."""

    brief: Brief
    uses: Uses
    sample: Pt

    @property
    def _samples(self) -> Samples:
        return Samples(self.brief, self.uses, self.sample)

    @property
    def _em(self) -> float:
        return self._samples.em

    def shapes(self) -> tuple[Entry, ...]:
        """One entry for each kind that the sheet uses."""
        return self._samples.shapes(_TEXT_ROOMS[0])

    def signs(self) -> tuple[Entry, ...]:
        """Arrows, answers, numbers and letters, each on one line."""
        return self._samples.signs()

    def row(self, frame: Rect) -> Group:
        """Title, shapes side by side and signs in columns after them, over the width of `frame`; top at its y.

        Below the key of a condensed map it has no title of its own. Where shapes and signs do not stand beside each
        other, texts are broken sooner or columns go on in a row below. Raises CannotCompose (U698) for a text that is
        wider than the frame.
        """
        title = self._samples.bold.line(self.brief.wording.legend.title, frame.x, frame.y + self._samples.bold.cap)
        top = frame.y + self._title_height
        items: list[Item] = [] if self.brief.is_condensed else [title]
        for columns in self._rows(frame.width):
            items += shifted(self._set(columns, frame.width), frame.x, top)
            top += max(self._column_height(column) for column in columns) + _BELOW * self._em
        return Group(Role.LEGEND, tuple(items), self.brief.wording.legend.title)

    def row_height(self, width: float) -> float:
        """The height that `row` takes over this width, mm. Raises CannotCompose (U698)."""
        return self._title_height + self._rows_height(self._rows(width))

    def most_height(self, width: float) -> float:
        """The height for which it is still open whether couplings come to be lines, letters or both, mm.

        With fewer signs columns are made up anew, and may take more rows. Raises CannotCompose (U698).
        """
        uses = self.uses
        letters, lines = ({shown, False} for shown in (uses.letters, uses.couplings))
        ways = [replace(uses, letters=letter, couplings=line) for letter in letters for line in lines]
        return max(replace(self, uses=some).row_height(width) for some in ways)

    @property
    def title_width(self) -> float:
        """The width of the title of a row, mm; 0 where it has none."""
        return 0.0 if self.brief.is_condensed else self._samples.bold.width(self.brief.wording.legend.title)

    @property
    def _title_height(self) -> float:
        return 0.0 if self.brief.is_condensed else self._samples.bold.cap + _BELOW_TITLE * self._em

    def _set(self, columns: Sequence[Column], width: float) -> tuple[Item, ...]:
        """One row, from 0, 0; columns share the width that is left, up to a distance that still reads as a row."""
        spare = width - fsum(_width(column) for column in columns)
        gap = min(spare / max(len(columns) - 1, 1), _BETWEEN[1] * self._em)
        items: list[Item] = []
        left = 0.0
        for column in columns:
            for entry, drop in zip(column, self._drops(column), strict=True):
                items += shifted(entry.items, left, drop)
            left += _width(column) + gap
        return tuple(items)

    def _rows(self, width: float) -> list[list[Column]]:
        """The columns in as little height as can be; of equal ones, with the widest texts."""
        trials = [self._wrapped(self._columns(room), width) for room in _TEXT_ROOMS]
        return min(trials, key=self._rows_height)

    def _wrapped(self, columns: Sequence[Column], width: float) -> list[list[Column]]:
        rows: list[list[Column]] = [[]]
        left = 0.0
        for column in columns:
            if _width(column) > width:
                raise CannotCompose("U698", text=max(column, key=lambda entry: entry.size.width).said)
            if rows[-1] and left + _width(column) > width:
                rows.append([])
                left = 0.0
            rows[-1].append(column)
            left += _width(column) + _BETWEEN[0] * self._em
        return rows

    def _rows_height(self, rows: Sequence[Sequence[Column]]) -> float:
        heights = [max(self._column_height(column) for column in columns) for columns in rows if columns]
        return fsum(heights) + max(len(heights) - 1, 0) * _BELOW * self._em

    def _column_height(self, column: Column) -> float:
        over = max(RING * self.sample.mm - self._em, 0.0) / 2  # a ring or disc is taller than the sign's line of text
        return max(
            drop + entry.size.height + (0.0 if entry.name else over)
            for entry, drop in zip(column, self._drops(column), strict=True)
        )

    def _drops(self, column: Column) -> tuple[float, ...]:
        """How far below the row's top each entry of a column begins, mm."""
        first = _SIGN_DROP if len(column) > 1 else 0.0
        return tuple((first + number * _SIGN_PITCH) * self._em for number in range(len(column)))

    def _columns(self, room: float) -> list[Column]:
        """A column for each shape, then the signs in columns."""
        return [*((entry,) for entry in self._samples.shapes(room)), *_chunks(self.signs(), self._in_column)]

    @property
    def _in_column(self) -> int:
        return _SIGNS_IN_COLUMN_CONDENSED if self.brief.is_condensed else _SIGNS_IN_COLUMN

    def page(self, width: float) -> tuple[tuple[Item, ...], float]:
        """Shapes and signs over `width` mm, for a page, in two columns where both hold them; and the height they take.

        Raises CannotCompose (U698) for a text that is wider than the page.
        """
        unit = self.brief.sheet.unit
        entries = (*self.shapes(), *self.signs())
        widest = max(entries, key=lambda entry: entry.size.width)
        if widest.size.width > width:
            raise CannotCompose("U698", text=widest.said)
        column = (width - 2 * unit) / 2
        abreast = 2 if widest.size.width <= column else 1
        items: list[Item] = []
        top = 0.0
        below_sign = max(unit * 0.5, (_SIGN_PITCH - 1) * self._em)  # a ring is taller than its line of text
        for part, pitch in ((self.shapes(), unit), (self.signs(), below_sign)):
            for pair in _chunks(part, abreast):
                for n, entry in enumerate(pair):
                    items += shifted(entry.items, n * (column + 2 * unit), top)
                top += max(entry.size.height for entry in pair) + pitch
            top += unit
        return tuple(items), top - unit


def _width(column: Column) -> float:
    return max(entry.size.width for entry in column)


def _chunks(entries: Sequence[Entry], size: int) -> list[tuple[Entry, ...]]:
    return [tuple(entries[n : n + size]) for n in range(0, len(entries), size)]
