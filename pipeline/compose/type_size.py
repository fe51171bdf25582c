"""The type size of a map: the largest that fits its room, found with few full searches of the layout engine."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.layout import Effort
from pipeline.lengths import Pt

_STEP = 0.5  # pt between two sizes

SEARCH_GAIN = 1.25
"""A search packs tighter than one pass: by up to so much on the real maps and the poster."""

# How large a drawing with step text of this size comes out, as a share of its room: 1 or less fits.
Fill = Callable[[Pt, Effort], float]


@dataclass
class SizeChoice:
    """Chooses between a wanted size and the least, in steps down from the wanted one, by drawings of one effort."""

    wanted: Pt
    least: Pt
    fill: Fill
    effort: Effort = Effort.SEARCH
    _tried: dict[int, float] = field(default_factory=dict)

    def largest(self) -> Pt | None:
        """The largest size whose drawing fits; None if not even the least does.

        One pass tells where a search may begin. From there it goes down until it fits, or, where it fits at once, up
        until it no longer does, so that the next larger size has always been tried.
        """
        number = max(self._likely() - 1, 0) if self.effort is Effort.SEARCH else 0
        while self._over(number) > 1:
            if number == self._last:
                return None
            number = self._smaller(number, self._over(number))
        while number > 0 and self._over(number - 1) <= 1:
            number -= 1
        return self._size(number)

    @property
    def _last(self) -> int:
        return math.ceil((self.wanted - self.least) / _STEP)

    def _size(self, number: int) -> Pt:
        return Pt(max(self.wanted - number * _STEP, self.least))

    def _likely(self) -> int:
        """The first size at which one pass is not much too large."""
        number = 0
        while number < self._last and (over := self.fill(self._size(number), Effort.PASS) / SEARCH_GAIN) > 1:
            number = self._smaller(number, over)
        return number

    def _over(self, number: int) -> float:
        if number not in self._tried:
            self._tried[number] = self.fill(self._size(number), self.effort)
        return self._tried[number]

    def _smaller(self, number: int, over: float) -> int:
        """A step down, more where a drawing is far too large. Boxes shrink slower than type."""
        size = self._size(number)
        steps = max(1, int((size - size / math.sqrt(over)) / _STEP))
        return min(number + steps, self._last)
