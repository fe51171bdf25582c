"""Puts the page together: views from templates, then the fonts and the policy that depend on what they hold."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pipeline.document import Site, SiteEntry, SiteFile
from pipeline.scene import Metadata
from pipeline.typesetting import Family
from pipeline.writers.html import squeezing
from pipeline.writers.html.blocks import BlockWriter
from pipeline.writers.html.drawings import drawn_maps, symbols
from pipeline.writers.html.fonts import font_faces
from pipeline.writers.html.openings import environment, finished, register, script, style
from pipeline.writers.html.phase_colours import PhaseNames
from pipeline.writers.html.policy import policy
from pipeline.writers.html.rules import style_sheet
from pipeline.writers.html.script_files import SPOKEN, joined
from pipeline.writers.look import Look

# Said before anything is painted, so that a browser with script never shows all views first.
_EARLY = 'document.documentElement.className="script";'


def page(site: Site, look: Look) -> str:
    """The whole page; the same text for the same site and look. Raises jinja2.UndefinedError for a word it lacks."""
    body = environment().get_template("body.html.j2").render(_names(site, look.family))
    css = style_sheet(site, look.theme, look.family, font_faces(site, body, look.family))
    late = joined()
    template = environment().get_template("page.html.j2")
    return template.render(
        site=site,
        described=tuple(_described(site.metadata)),
        policy=policy((css,), (_EARLY, late)),
        css=style(css),
        early=script(_EARLY),
        late=script(late),
        body=finished(squeezing.markup(body)),
    )


def _names(site: Site, family: Family) -> dict[str, Any]:
    """All that the templates of the views may use."""
    words = dict(site.words)
    actors = {actor.name_id: actor for actor in site.actors}
    return {
        "site": site,
        "words": words,
        "write": BlockWriter(family, PhaseNames(site.phases), words["leads_out"]),
        "maps": drawn_maps(site, family),
        "symbols": symbols(site, family),
        "phases": {phase.number: phase for phase in site.phases},
        "shapes": {shape.key: shape for shape in site.shapes},
        "files": _files(site),
        "names": lambda ids: ", ".join(actors[one].short for one in ids if one in actors),
        "register": register(_register(site)),
    }


def _register(site: Site) -> dict[str, Any]:
    """What the script looks things up in: the entries of the search and all fixed words."""
    steps = {step.anchor for actor in site.actors for step in actor.steps}
    entries = [_entry(entry, entry.anchor in steps) for entry in site.entries]
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(site.entries):
        for word in entry.words:
            found.setdefault(word, []).append(number)
    return {"entries": entries, "index": dict(sorted(found.items())), "words": _spoken_by_script(site)}


def _entry(entry: SiteEntry, is_step: bool) -> tuple[str, ...]:
    """Address and title words; of what has no row on the page, also its title and what it is."""
    found = (entry.anchor, " ".join(entry.strong))
    return found if is_step else (*found, entry.title, entry.detail)


def _spoken_by_script(site: Site) -> dict[str, str]:
    """The words that the script fills and sets, by their keys; all others stand on the page."""
    return {key: text for key, text in site.words if key in SPOKEN}


def _files(site: Site) -> tuple[tuple[str, tuple[tuple[str, tuple[SiteFile, ...]], ...]], ...]:
    """The files by actor, those of all actors first, and under each actor by what they are."""
    order = ["", *(actor.name_id for actor in site.actors)]
    names = {"": dict(site.words)["files_of_all"], **{actor.name_id: actor.name for actor in site.actors}}
    listed = sorted(site.files, key=lambda file: order.index(file.actor))
    return tuple(
        (names[actor], tuple((title, tuple(same)) for title, same in groupby(files, key=lambda file: file.title)))
        for actor, files in groupby(listed, key=lambda file: file.actor)
    )


def _described(metadata: Metadata) -> list[tuple[str, str]]:
    """Names and values of the page's <meta> elements: the same facts as every format tells (DCMI Metadata Terms)."""
    facts = [
        ("description", metadata.subject),
        ("author", metadata.author),
        ("keywords", ", ".join(metadata.keywords)),
        ("dcterms.title", metadata.title),
        ("dcterms.description", metadata.subject),
        ("dcterms.creator", metadata.author),
        ("dcterms.language", metadata.language),
        ("dcterms.date", metadata.date),
        *((f"dcterms.{fact.core}", fact.value) for fact in metadata.facts if fact.core),
        *((f"processpil:{fact.key}", fact.value) for fact in metadata.facts),
    ]
    return [(name, value) for name, value in facts if value]
