"""Where the head and the arrow are on a sheet of drawings: the same on maps and posters."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pipeline.compose.brief import Brief
from pipeline.compose.legend import Legend
from pipeline.compose.masthead import masthead
from pipeline.compose.off_page import MapSheet
from pipeline.compose.printout_check import SheetCheck
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.stamp import stamp_top
from pipeline.geometry import Rect, Size
from pipeline.scene import Group


@dataclass(frozen=True, slots=True)
class Foot:
    """The room between a map and the release line, mm: the legend at the left, and at the right what is current."""

    whole: Rect
    legend: Rect
    check: tuple[Group, ...] = ()


@dataclass(frozen=True)
class SheetPage(ABC):
    """A sheet in landscape; all lengths in mm."""

    brief: Brief
    sheet: MapSheet

    @property
    def paper(self) -> Size:
        """The paper as it lies."""
        return self.brief.paper.turned

    @property
    def frame(self) -> Rect:
        """The sheet inside its margins."""
        return self.brief.frame(self.paper)

    @property
    @abstractmethod
    def names(self) -> tuple[str, str]:
        """The small line above the title, which may be empty, and the title."""

    @cached_property
    def _masthead(self) -> tuple[Group, float]:
        audience = self.brief.programme.settings.audience
        return masthead(self.brief, self.frame, *self.names, audience, self.sheet)

    @property
    def head(self) -> Group:
        """The masthead."""
        return self._masthead[0]

    @property
    def head_bottom(self) -> float:
        """The y where the masthead ends."""
        return self._masthead[1]

    @property
    def arrow(self) -> ProcessArrow:
        """The process arrow, with the phases that the sheet shows."""
        return ProcessArrow(self.brief, self.brief.sheet.arrow, self.sheet.phases)

    def foot_for(self, legend: Legend, height_of: Callable[[float], float], distance: float) -> Foot:
        """The foot `distance` mm above the release line, for a legend that is so high over a width.

        The legend has the whole foot unless readers can look up if the sheet is current (`brief.current`).
        """
        frame, unit = self.frame, self.brief.sheet.unit
        bottom = stamp_top(self.brief, frame) - distance
        if not self.brief.current:
            height = height_of(frame.width)
            whole = Rect(frame.x, bottom - height, frame.width, height)
            return Foot(whole, whole)
        check = SheetCheck(self.brief, frame.width, legend.title_width)
        rule = self.brief.theme.strokes.thinnest  # over the release line
        above, below = (max(check.code.quiet - air, 0.0) for air in (unit, distance - rule))
        height = max(check.height_above + height_of(check.left_width), above + check.code.dark + below)
        whole = Rect(frame.x, bottom - height, frame.width, height)
        room = Rect(frame.x, whole.y + check.height_above, check.left_width, height - check.height_above)
        return Foot(whole, room, (check.drawn(frame.x, whole.y + above),))
