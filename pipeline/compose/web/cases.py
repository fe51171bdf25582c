"""The fictional persons that one can follow from actor to actor on the web page."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.map_in_words import named
from pipeline.compose.map_phrases import step_words
from pipeline.compose.web.actors import leading
from pipeline.document import Inlines, ItemList, Paragraph, SiteCase, Text
from pipeline.model import Case


def site_cases(brief: Brief) -> tuple[SiteCase, ...]:
    """Every case; none where there are none."""
    return tuple(_case(brief, case) for case in brief.programme.cases)


def _case(brief: Brief, case: Case) -> SiteCase:
    return SiteCase(
        name_id=case.name_id,
        name=case.name,
        situation=tuple(Paragraph((Text(text),)) for text in case.situation),
        questions=(ItemList(tuple((Text(question),) for question in case.questions)),),
        stops=tuple((step_id, _stop(brief, step_id)) for step_id in case.steps),
    )


def _stop(brief: Brief, step_id: str) -> Inlines:
    """Whose step it is, and the step."""
    actor, step = brief.programme.found(step_id)
    found = named(actor, step)
    return (Text(f"{actor.name}: "), leading(found, step_words(brief, found)))
