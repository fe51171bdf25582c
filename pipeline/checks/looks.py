"""A theme fits the programme: every phase, kind and publication has its looks, and every text can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.checks.scope import Known
from pipeline.colour import Colour
from pipeline.diagnostics import Diagnostic, Report, closest, diagnose
from pipeline.model import Programme, StepKind
from pipeline.spans import Place
from pipeline.theme import Theme
from pipeline.values import Value

# Of text against its ground; WCAG 2.1, 1.4.3.
LEAST_CONTRAST = 4.5


def look_report(theme: Theme, programme: Programme | None, known: Known) -> Report:
    """Everything wrong with a theme. What depends on the programme is left out where there is none."""
    findings = [*_shapes(theme, known.shapes), *_contrasts(theme), *_twice_in_theme(theme)]
    if programme:
        findings += [*_phases(theme, programme), *_sheets(theme, programme, known.kinds)]
    return Report.of(findings)


def _twice_in_theme(theme: Theme) -> Iterator[Diagnostic]:
    yield from twice(theme.phases, "number")
    yield from twice(theme.shapes, "kind")
    yield from twice(theme.sheets, "kind")


def twice(values: Iterable[Value], field: str) -> Iterator[Diagnostic]:
    """A fault for each value whose field an earlier one has too: the second would have no effect."""
    seen: dict[object, Value] = {}
    for value in values:
        name = getattr(value, field)
        first = seen.setdefault(name, value)
        if first is not value:
            line = first.place(field)
            yield diagnose("U607", value.place(field), name=name, key=value.key(field), first=line)


def _phases(theme: Theme, programme: Programme) -> Iterator[Diagnostic]:
    coloured = {colours.number for colours in theme.phases}
    for phase in programme.phases:
        if phase.number not in coloured:
            yield diagnose("U601", theme.key_place("phases"), phase=phase.number, name=phase.name)


def _shapes(theme: Theme, shapes: frozenset[str]) -> Iterator[Diagnostic]:
    drawn = {entry.kind for entry in theme.shapes}
    for kind in StepKind:
        if kind.value not in drawn:
            yield diagnose("U602", theme.key_place("shapes"), kind=kind.value)
    for entry in theme.shapes:
        if entry.shape not in shapes:
            guess, allowed = closest(entry.shape, sorted(shapes)), ", ".join(sorted(shapes))
            yield diagnose("U603", entry.place("shape"), shape=entry.shape, allowed=allowed, guess=guess)


def _sheets(theme: Theme, programme: Programme, kinds: frozenset[str]) -> Iterator[Diagnostic]:
    measured = {sheet.kind for sheet in theme.sheets}
    for kind in dict.fromkeys(publication.kind for publication in programme.publications):
        # An unknown kind is told where the publication is written.
        if kind in kinds and kind not in measured:
            yield diagnose("U604", theme.key_place("sheets"), kind=kind)


def _contrasts(theme: Theme) -> Iterator[Diagnostic]:
    inks = theme.inks
    pairs: list[tuple[Colour, Colour, Place]] = [
        (inks.ink, inks.paper, inks.place("ink")),
        (inks.ink, inks.mist, inks.place("ink")),
        (inks.grey, inks.paper, inks.place("grey")),
    ]
    pairs += [(colours.text, colours.fill, colours.place("text")) for colours in theme.phases]
    for text, ground, place in pairs:
        contrast = text.contrast(ground)
        if contrast < LEAST_CONTRAST:
            ratio = f"{int(contrast * 10) / 10:.1f}".replace(".", ",")
            yield diagnose("U605", place, text=text.hex, ground=ground.hex, ratio=ratio)
