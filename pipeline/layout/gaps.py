"""How large the gaps between cells will be, as rough drawings reckon with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.layout.graph import Graph

_PLAIN = 2.6  # a gap with an arrow through it, in box spacings
_TAG_AIR = 4.0  # mm round a tag on a line
_LEAST = 0.5  # of the usual gap, however small a drawing shows it


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps between columns (`beside`) and between rows (`below`), mm, and how much more a tag on a line takes."""

    beside: float
    below: float
    tag_beside: float = 0.0
    tag_below: float = 0.0

    def of(self, axis: int) -> tuple[float, float]:
        """A plain gap between columns (0) or rows (1), and what a tag adds."""
        return (self.below, self.tag_below) if axis else (self.beside, self.tag_beside)

    def scaled(self, beside: float, below: float) -> Gaps:
        """Plain gaps so many times as large."""
        return replace(self, beside=self.beside * beside, below=self.below * below)


def usual_gaps(graph: Graph) -> Gaps:
    """The gaps before anything is drawn."""
    spacing = graph.spacing
    plain = _PLAIN * spacing.box
    tags = [edge.label for edge in graph.edges if edge.label and edge.on_line]
    if not tags:
        return Gaps(plain, plain)
    wide, high = max(tag.width for tag in tags), max(tag.height for tag in tags)
    air = _TAG_AIR + spacing.head - plain
    return Gaps(plain, plain, max(0.0, wide + air), max(0.0, high + air))


def measured_gaps(usual: Gaps, rest: tuple[float, float], size: tuple[float, float], count: tuple[int, int]) -> Gaps:
    """Plain gaps as a drawing shows them: its size less the rest, for so many columns and rows."""
    beside, below = ((size[axis] - rest[axis]) / count[axis] for axis in (0, 1))
    return replace(usual, beside=max(beside, _LEAST * usual.beside), below=max(below, _LEAST * usual.below))
