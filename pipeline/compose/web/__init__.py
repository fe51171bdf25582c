"""The web page of all actors: what each view shows, where one may walk from every step, and what a search finds."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.compose.actor_map import placed
from pipeline.compose.brief import Brief
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.reference_chapters import numbered_sources
from pipeline.compose.standing import mark
from pipeline.compose.web.actors import site_actor
from pipeline.compose.web.cases import site_cases
from pipeline.compose.web.entries import entries
from pipeline.compose.web.files import site_files
from pipeline.compose.web.notation import phases, shapes, signs
from pipeline.compose.web.views import about, law, meetings, start, terms
from pipeline.document import Site

__all__ = ["placed", "site"]


LETTERS = "letters"
"""The key of the letters that a search tells from those without their marks."""


def site(brief: Brief) -> Site:
    """The page. Raises CannotCompose."""
    programme = brief.programme
    maps = {actor.name_id: placed(brief.map_of(actor)) for actor in programme.actors}
    sheets: tuple[PlacedMap, ...] = tuple(sheet for found in maps.values() for sheet in found)
    sources = numbered_sources(brief, {source.name_id for source in programme.sources})
    title = brief.wording.handbook.title.format(publication=brief.publication.name, programme=programme.settings.name)
    return Site(
        metadata=brief.metadata(title),
        name=programme.settings.name,
        status=mark(brief),
        stamp="",
        words=tuple(_words(brief)),
        phases=phases(brief),
        shapes=shapes(brief),
        signs=signs(brief, sheets),
        start=start(brief),
        actors=tuple(site_actor(brief.of_actor(actor), maps[actor.name_id], sources) for actor in programme.actors),
        meetings=meetings(brief),
        law=law(brief),
        terms=terms(brief, sources),
        cases=site_cases(brief),
        entries=entries(brief),
        colophon=about(brief),
        files=site_files(brief),
    )


def _words(brief: Brief) -> Iterator[tuple[str, str]]:
    """The fixed texts by their keys, and the language's own letters, which the page's script needs for its search."""
    for key, text in brief.wording.web:
        yield key, str(text)
    yield LETTERS, brief.wording.letters.last
