"""A theme fits the programme: every phase, kind and publication has its looks, and none of them twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.checks.scope import ThemeInUse
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import StepKind
from pipeline.theme import LikeSheet, Sheet
from pipeline.values import Value


def said_once(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Each phase, kind and publication has one entry in the theme."""
    theme = in_use.theme
    yield from twice(theme.phases, "number")
    yield from twice(theme.shapes, "kind")
    yield from _measured_twice([*theme.sheets, *theme.like_sheets])


def _measured_twice(sheets: Iterable[Sheet | LikeSheet]) -> Iterator[Diagnostic]:
    """A fault for measures of the same kind, paper and view as earlier ones: these would have no effect."""
    seen: dict[tuple[str, ...], Sheet | LikeSheet] = {}
    for sheet in sheets:
        paper, view = sheet.paper or "", sheet.view.value if sheet.view else ""
        first = seen.setdefault((sheet.kind, paper, view), sheet)
        if first is not sheet:
            name = ", ".join(word for word in (sheet.kind, paper, view) if word)
            yield diagnose("U614", sheet.place("kind"), name=name, first=first.place("kind"))


def papers_of_measures_exist(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Measures for a paper are for one that there is."""
    papers = in_use.known.papers
    entries: list[Sheet | LikeSheet] = [*in_use.theme.sheets, *in_use.theme.like_sheets]
    for sheet in entries:
        # Nothing is known of papers where their file could not be read: that is told there.
        if sheet.paper and papers and sheet.paper not in papers:
            guess, allowed = closest(sheet.paper, sorted(papers)), ", ".join(sorted(papers))
            yield diagnose("U615", sheet.place("paper"), name=sheet.paper, allowed=allowed, guess=guess)


def twice(values: Iterable[Value], field: str) -> Iterator[Diagnostic]:
    """A fault for each value whose field an earlier one has too: the second would have no effect."""
    seen: dict[object, Value] = {}
    for value in values:
        name = getattr(value, field)
        first = seen.setdefault(name, value)
        if first is not value:
            line = first.place(field)
            yield diagnose("U607", value.place(field), name=name, key=value.key(field), first=line)


def phases_have_colours(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Every phase of the programme has its colours, and no other has.

    Nothing is said of a phase that is missing but that steps are in, nor of one without steps beside it, which may be
    that phase under another number: where the steps are, it is told.
    """
    theme, programme = in_use.theme, in_use.programme
    if not programme:
        return
    numbers = {phase.number for phase in programme.phases}
    of_steps = {step.phase for _, step in programme.steps()}
    is_sure = of_steps <= numbers
    coloured = {colours.number: colours for colours in reversed(theme.phases)}
    for phase in programme.phases:
        if phase.number not in coloured and (is_sure or phase.number in of_steps):
            yield diagnose("U601", theme.key_place("phases"), phase=phase.number, name=phase.name)
    for number, colours in coloured.items():
        if number not in numbers | of_steps:
            yield diagnose("U613", colours.place("number"), phase=number)


def kinds_have_shapes(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Every kind of step has a shape, and the shape exists."""
    theme, shapes = in_use.theme, in_use.known.shapes
    drawn = {entry.kind for entry in theme.shapes}
    for kind in StepKind:
        if kind.value not in drawn:
            yield diagnose("U602", theme.key_place("shapes"), kind=kind.value)
    for entry in theme.shapes:
        if entry.shape not in shapes:
            guess, allowed = closest(entry.shape, sorted(shapes)), ", ".join(sorted(shapes))
            yield diagnose("U603", entry.place("shape"), shape=entry.shape, allowed=allowed, guess=guess)


def publications_have_measures(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Every publication has its margins and sizes of type: for its kind, on its paper and in its view."""
    theme, programme = in_use.theme, in_use.programme
    publications = programme.publications if programme else ()
    wanted = ((one.kind, paper, one.view) for one in publications for paper in one.papers)
    lacking = {kind: paper for kind, paper, view in wanted if not theme.has_sheet(kind, paper, view)}
    for kind, paper in lacking.items():
        # An unknown kind is told where the publication is written.
        if kind in in_use.known.kinds:
            yield diagnose("U604", theme.key_place("sheets"), kind=kind, paper=paper)
