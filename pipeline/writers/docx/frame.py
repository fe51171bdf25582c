"""The lines round the paragraphs of a box, and the line across the text: the theme's, as far as Word can draw them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lengths import Mm
from pipeline.writers.look import Look

# What Word can draw (ISO/IEC 29500-1, 17.18.2 and 17.3.1.24): lines up to 6 pt, and whole points up to 31 to the text.
_WIDEST_LINE, _WIDEST_GAP = 6.0, 31
_BOX_LINE = 0.5  # in the box's own colour, so that it is joined and not seen


@dataclass(frozen=True, slots=True)
class Frame:
    """Points: the bar at the left and the line at the other sides, the air within, and a rule with the air under it."""

    bar: float
    line: float
    side: int
    above: int
    rule: float
    rule_gap: int

    @property
    def left(self) -> float:
        """From the box's left edge to its text."""
        return self.bar + self.side

    @property
    def right(self) -> float:
        """From the text to the box's right edge."""
        return self.line + self.side


def frame(look: Look) -> Frame:
    """The frame of a look."""
    panel, rule = look.theme.typography.panel, look.theme.typography.rule
    return Frame(
        bar=min(Mm(panel.bar).pt, _WIDEST_LINE),
        line=_BOX_LINE,
        side=_gap(Mm(panel.side).pt),
        above=_gap(Mm(panel.above).pt),
        rule=Mm(look.theme.strokes.thinnest).pt,
        rule_gap=_gap(look.sheet.baseline * rule.around),
    )


def _gap(length: float) -> int:
    return min(round(length), _WIDEST_GAP)
