"""Where the head and the arrow are on a sheet of drawings: the same on maps and posters."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

from pipeline.compose.brief import Brief
from pipeline.compose.masthead import masthead
from pipeline.compose.off_page import MapSheet
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.geometry import Rect, Size
from pipeline.scene import Group


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
