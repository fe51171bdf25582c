"""Which phase a band's colour belongs to: the page has classes for phases, since its policy forbids inline styles."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.colour import Colour
from pipeline.document import SitePhase


@dataclass(frozen=True, slots=True)
class PhaseNames:
    """The class names of the phases by their colours."""

    phases: tuple[SitePhase, ...]

    def of(self, fill: Colour) -> str:
        """The class of the first phase with this colour, or nothing for a colour that is no phase's."""
        return next((f"fas-{phase.number}" for phase in self.phases if phase.fill == fill), "")
