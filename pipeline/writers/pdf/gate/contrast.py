"""Whether text can be told from what is painted under it (WCAG 2.1, 1.4.3), letter by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.colour import WHITE, Colour
from pipeline.writers.pdf.gate.content import PageContent
from pipeline.writers.pdf.gate.graphics import Painted, Shown
from pipeline.writers.pdf.gate.plane import Box, Point
from pipeline.writers.written import Finding, Part

_LEAST = 4.5
_LEAST_LARGE = 3.0
# Large text, pt (WCAG 2.1, definition of large scale). Sizes are rounded: 18 pt comes out of a matrix as 17.9999.
_LARGE, _LARGE_BOLD = 18.0, 14.0


def contrast_findings(number: int, content: PageContent) -> Iterator[Finding]:
    """Text of a page that cannot be told from its ground, or whose ground is a picture or no plain colour."""
    for shown in content.shown:
        found = _worst(shown, content.painted[: shown.above])
        if found:
            yield Finding(found[0], f"page {number}: {shown.text.strip()[:40]}: {found[1]}", Part.CONTRAST)


def _worst(shown: Shown, below: Sequence[Painted]) -> tuple[str, str] | None:
    if shown.colour is None:
        return "contrast_unknown", "colour of the text"
    grounds = set(_grounds(shown.points, below))
    if None in grounds:
        return "contrast_unknown", "picture or pattern"
    plain = [ground for ground in grounds if ground is not None]
    worst = min(plain, key=shown.colour.contrast)
    ratio = shown.colour.contrast(worst)
    if ratio >= least(shown):
        return None
    return "contrast_low", f"{shown.colour.hex} {worst.hex} {ratio:.2f}"


def least(shown: Shown) -> float:
    """The least contrast for text of this size."""
    size = round(shown.size, 2)
    return _LEAST_LARGE if size >= _LARGE or (shown.is_bold and size >= _LARGE_BOLD) else _LEAST


def _grounds(points: tuple[Point, ...], below: Sequence[Painted]) -> Iterator[Colour | None]:
    near = _near(_box(points), below)
    if not near:
        yield WHITE
        return
    for point in points:
        top = next((one for one in near if _covers(one, point)), None)
        yield WHITE if top is None else top.colour


def _near(box: Box, below: Sequence[Painted]) -> list[Painted]:
    """What reaches into the box, topmost first."""
    left, low, right, high = box
    return [
        one
        for one in reversed(below)
        if one.area.box[0] <= right and one.area.box[2] >= left and one.area.box[1] <= high and one.area.box[3] >= low
    ]


def _covers(painted: Painted, point: Point) -> bool:
    return painted.area.holds(point) and all(clip.holds(point) for clip in painted.clips)


def _box(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
