"""The colours of the phases can be told apart: by those who read text, on grey copies, and by the colour-blind.

Only the phases of the programme are judged. The bounds without a clause of their own are those of the theme's design.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from pipeline.checks.scope import ThemeInUse
from pipeline.colour import Colour, Sight
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.spans import Place
from pipeline.theme import PhaseColours

# Of text against its ground; WCAG 2.1, 1.4.3.
LEAST_CONTRAST = 4.5
# Of a shape's fill or edge against the paper; WCAG 2.1, 1.4.11.
LEAST_EDGE_CONTRAST = 3.0
# Of lightness (L*, 0-100) between two phases, so that they differ on a grey copy.
LEAST_STEP = 8.0
# Of colour (delta E*ab, CIE 1976) between two phases as the colour-blind see them: a fault below, and a note below.
LEAST_DIFFERENCE, GOOD_DIFFERENCE = 10.0, 15.0


def contrast_of_texts(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Every text can be read on its ground."""
    inks = in_use.theme.inks
    pairs: list[tuple[Colour, Colour, Place]] = [
        (inks.ink, inks.paper, inks.place("ink")),
        (inks.ink, inks.mist, inks.place("ink")),
        (inks.grey, inks.paper, inks.place("grey")),
    ]
    pairs += [(colours.text, colours.fill, colours.place("text")) for colours in in_use.phases]
    for text, ground, place in pairs:
        contrast = text.contrast(ground)
        if contrast < LEAST_CONTRAST:
            yield diagnose("U605", place, text=text.hex, ground=ground.hex, ratio=one_decimal(contrast))


def contrast_of_edges(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Every phase stands out from the paper, by its fill or by its edge."""
    paper = in_use.theme.inks.paper
    for colours in in_use.phases:
        fill, edge = colours.fill.contrast(paper), colours.edge.contrast(paper)
        if max(fill, edge) < LEAST_EDGE_CONTRAST:
            ratios = {"fill": one_decimal(fill), "edge": one_decimal(edge)}
            yield diagnose("U608", colours.place("edge"), phase=colours.number, **ratios)


def steps_of_grey(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """No two phases become the same grey."""
    # To one decimal, so that the numbers told add up.
    lightness = {colours.number: round(colours.fill.lab().lightness, 1) for colours in in_use.phases}
    for one, other in combinations(in_use.phases, 2):
        first, second = lightness[one.number], lightness[other.number]
        step = round(abs(first - second), 1)
        if step < LEAST_STEP:
            found = {"first": one_decimal(first), "second": one_decimal(second), "step": one_decimal(step)}
            yield diagnose("U609", other.place("fill"), **_pair(one, other), **found)


def differences_to_the_colour_blind(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """No two phases look alike to sight that lacks one kind of cone; one finding a pair, with all three numbers."""
    seen = [(colours, {sight: colours.fill.lab(sight) for sight in Sight}) for colours in in_use.phases]
    for (one, first), (other, second) in combinations(seen, 2):
        found = {sight: first[sight].difference(second[sight]) for sight in Sight}
        least = min(found.values())
        if least < GOOD_DIFFERENCE:
            numbers = {sight.name.lower(): one_decimal(difference) for sight, difference in found.items()}
            code = "U610" if least < LEAST_DIFFERENCE else "U611"
            yield diagnose(code, other.place("fill"), **_pair(one, other), **numbers)


def order_of_lightness(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Phases become darker, or lighter, all along the arrow: then a grey copy keeps their order."""
    levels = [colours.fill.lab().lightness for colours in in_use.phases]
    if not _is_monotone(levels):
        culprit = in_use.phases[_out_of_order(levels)]
        series = "; ".join(one_decimal(level) for level in levels)
        yield diagnose("U612", culprit.place("fill"), phase=culprit.number, series=series)


def _is_monotone(levels: Sequence[float]) -> bool:
    steps = [after - before for before, after in pairwise(levels)]
    return all(step <= 0 for step in steps) or all(step >= 0 for step in steps)


def _out_of_order(levels: Sequence[float]) -> int:
    """The last place without which the rest is in order; if there is none, the place where the order first breaks."""
    alone = [at for at in range(len(levels)) if _is_monotone([*levels[:at], *levels[at + 1 :]])]
    return alone[-1] if alone else next(at for at in range(len(levels)) if not _is_monotone(levels[: at + 1]))


def _pair(one: PhaseColours, other: PhaseColours) -> dict[str, object]:
    """Two phases by their numbers, and where the first stands; the finding stands at the other."""
    return {"phase": one.number, "other": other.number, "line": one.place("fill")}


def one_decimal(value: float) -> str:
    """A number with one decimal and a comma, cut and not rounded: what is too little never looks enough."""
    return f"{int(round(value * 10, 6)) / 10:.1f}".replace(".", ",")
