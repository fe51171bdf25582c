"""Views of a theme: the same theme with other colours, as a copier, a photocopy or the colour-blind make them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.checks.palette import one_decimal
from pipeline.checks.theme_measures import Closest, PhaseMeasures, closest_greys, most_alike
from pipeline.colour import Colour, Sight
from pipeline.compose.proof.shapes import View
from pipeline.theme import Inks, PhaseColours, Theme
from pipeline.wording.proof import ProofWords

Change = Callable[[Colour], Colour]


def recoloured(theme: Theme, change: Change) -> Theme:
    """The theme with every colour changed."""
    inks = {name: change(getattr(theme.inks, name)) for name in Inks.model_fields if _is_colour(theme.inks, name)}
    phases = tuple(_recoloured(colours, change) for colours in theme.phases)
    return theme.model_copy(update={"inks": theme.inks.model_copy(update=inks), "phases": phases})


def _is_colour(inks: Inks, name: str) -> bool:
    return isinstance(getattr(inks, name), Colour)


def _recoloured(colours: PhaseColours, change: Change) -> PhaseColours:
    changed = {"fill": change(colours.fill), "text": change(colours.text), "edge": change(colours.edge)}
    return colours.model_copy(update=changed)


def grey(theme: Theme) -> Theme:
    """The theme on a grey copy."""
    return recoloured(theme, lambda colour: colour.grey)


def seen(theme: Theme, sight: Sight) -> Theme:
    """The theme as a sight sees it that lacks one kind of cone."""
    return recoloured(theme, lambda colour: colour.seen(sight))


def outlined(theme: Theme) -> Theme:
    """The theme where a copier has left nothing but black on white: ink for all lines and texts, no fill."""
    inks = theme.inks
    plain = {"fill": inks.paper, "text": inks.ink, "edge": inks.ink}
    phases = tuple(colours.model_copy(update=plain) for colours in theme.phases)
    return theme.model_copy(update={"phases": phases})


def printed_views(theme: Theme, words: ProofWords, measures: Sequence[PhaseMeasures]) -> tuple[View, ...]:
    """In colour, in grey, and as copied."""
    return (
        View("farg", words.colour, _said(words.least_difference, most_alike(measures, None)), theme),
        View("gra", words.grey, _said(words.least_step, closest_greys(measures)), grey(theme)),
        View("kopia", words.copied, words.copied_note, outlined(theme)),
    )


def sight_views(theme: Theme, words: ProofWords, measures: Sequence[PhaseMeasures]) -> tuple[View, ...]:
    """As each of the three kinds of colour-blind see it."""
    names = {
        Sight.PROTANOPIA: words.protanopia,
        Sight.DEUTERANOPIA: words.deuteranopia,
        Sight.TRITANOPIA: words.tritanopia,
    }
    return tuple(
        View(
            sight.name.lower(),
            names[sight],
            _said(words.least_difference, most_alike(measures, sight)),
            seen(theme, sight),
        )
        for sight in Sight
    )


def _said(text: str, pair: Closest | None) -> str:
    """Nothing is said of a theme with a single phase."""
    if pair is None:
        return ""
    return text.format(amount=one_decimal(pair.amount), one=pair.one, other=pair.other)
