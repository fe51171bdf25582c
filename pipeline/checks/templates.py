"""The theme's Word templates: each is an actor's that there is, and no actor has two."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.looks import twice
from pipeline.checks.scope import ThemeInUse
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.theme import EVERYBODY


def of_actors_that_there_are(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """A template is for an actor of the programme, or for everybody."""
    if not in_use.programme or not in_use.theme.word:
        return
    known = [*sorted(actor.name_id for actor in in_use.programme.actors), EVERYBODY]
    for template in in_use.theme.word.templates:
        if template.actor not in known:
            guess, allowed = closest(template.actor, known), ", ".join(known)
            yield diagnose("U630", template.place("actor"), name=template.actor, allowed=allowed, guess=guess)


def one_for_each_actor(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """An actor has one template."""
    if in_use.theme.word:
        yield from twice(in_use.theme.word.templates, "actor")
