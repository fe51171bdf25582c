"""A page against the content that it was made from: every place is there, and every text stands at its place."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.document import Site, SiteActor, SiteStep
from pipeline.writers.html.gate.opened import Element, OpenedPage, inside, plain, squeezed, words
from pipeline.writers.html.gate.texts import in_order, missing, pieces
from pipeline.writers.written import Finding, Part

_TOLD = 60
_VIEWS = ("start", "motespunkter", "stod", "begrepp", "sok", "saknas")


def against(page: OpenedPage, site: Site) -> Iterator[Finding]:
    """Everything in which the page is not what the content says."""
    yield from _description(page, site)
    yield from _places(page, site)
    yield from _views(page, site)
    for actor in site.actors:
        for step in actor.steps:
            yield from _step(page, step)
            yield from _row(page, actor, step)
    for case in site.cases:
        place = page.place(f"fall--{case.name_id}")
        yield from missing(place, case.situation, case.questions)
        yield from in_order(place, [text for _, parts in case.stops for text in pieces(parts)])
    yield from _register(page, site)


def _description(page: OpenedPage, site: Site) -> Iterator[Finding]:
    """Title, language, what the head says of the page, and the marks that every reader must see."""
    said = site.metadata
    titles = [words(one) for one in page.every("title") if inside(one, "head")]
    held = {str(one.get("name")): str(one.get("content", "")) for one in page.every("meta") if one.get("name")}
    told = {"description": said.subject, "author": said.author, "dcterms.date": said.date}
    told |= {f"processpil:{fact.key}": fact.value for fact in said.facts}
    differing = [name for name, value in told.items() if held.get(name, "") != value]
    differing += [] if titles == [plain(said.title)] else ["title"]
    differing += [] if page.root.get("lang") == said.language else ["lang"]
    yield from (Finding("metadata_differs", name, Part.WORDS) for name in differing)
    body = page.root.find("body")
    for text in (site.name, site.status, site.stamp):
        yield from in_order(body, [text])


# ---------------------------------------------------------------- places


def _places(page: OpenedPage, site: Site) -> Iterator[Finding]:
    """Every address that the page is known by, in an element of the right kind; a step's former ones in its article."""
    wanted = [*_VIEWS, *(["fall"] if site.cases else []), *(["filer"] if site.files else [])]
    wanted += [place for actor in site.actors for place in _of_actor(actor, site)]
    wanted += [f"fall--{case.name_id}--{n}" for case in site.cases for n, _ in enumerate(case.stops, start=1)]
    yield from (Finding("place_missing", name, Part.WORDS) for name in wanted if name not in page.ids)
    for actor in site.actors:
        for step in actor.steps:
            article = page.place(step.anchor)
            if article is None or article.tag != "article":
                yield Finding("place_missing", step.anchor, Part.WORDS)
                continue
            here = {one.get("id") for one in article.iter()}
            yield from (Finding("place_missing", one, Part.WORDS) for one in step.former if one not in here)
    for entry in site.entries:
        if entry.anchor not in page.ids:
            yield Finding("place_missing", entry.anchor, Part.WORDS)


def _of_actor(actor: SiteActor, site: Site) -> Iterator[str]:
    name = actor.name_id
    yield from (f"aktor--{name}", f"stod--{name}")
    yield from (f"karta--{name}--{number}" for number, _ in enumerate(actor.maps, start=1))
    yield from (f"aktor--{name}--fas-{phase.number}" for phase in site.phases)
    yield from (f"stod--{step.anchor}" for step in actor.steps)


# ---------------------------------------------------------------- texts


def _views(page: OpenedPage, site: Site) -> Iterator[Finding]:
    """The texts of each view, and what colours, shapes and signs mean."""
    yield from missing(page.place("start"), site.start)
    yield from missing(page.place("motespunkter"), site.meetings)
    yield from missing(page.place("stod"), site.law)
    yield from missing(page.place("begrepp"), site.terms)
    yield from missing(page.root.find("body"), site.colophon)
    for actor in site.actors:
        view = page.place(f"aktor--{actor.name_id}")
        yield from in_order(view, [actor.name])
        yield from missing(view, actor.intro)
    yield from in_order(page.place("start"), [text for phase in site.phases for text in (phase.name, phase.text)])
    terms = page.place("begrepp")
    yield from in_order(terms, [text for shape in site.shapes for text in (shape.name, shape.text)])
    yield from in_order(terms, [sign.text for sign in site.signs])
    yield from _files(page, site)


def _files(page: OpenedPage, site: Site) -> Iterator[Finding]:
    """A link to every file beside the page, which says what file it is and its format."""
    view = page.place("filer")
    every = () if view is None else view.iter("a")
    links = {str(link.get("href")): squeezed("".join(map(str, link.itertext()))) for link in every}
    for file in site.files:
        if links.get(file.path) != squeezed(f"{file.title} {file.format}"):
            yield Finding("words_missing", f"filer: {file.path}", Part.WORDS)


def _step(page: OpenedPage, step: SiteStep) -> Iterator[Finding]:
    """The step's texts in its article, and in a place of its own what supports case workers."""
    article = page.place(step.anchor)
    yield from in_order(article, [step.position, step.title])
    yield from missing(article, step.what, step.ways, step.support, step.meetings)
    yield from missing(article, (step.question,))
    yield from missing(page.place(f"stod--{step.anchor}"), step.support, step.meetings)


def _row(page: OpenedPage, actor: SiteActor, step: SiteStep) -> Iterator[Finding]:
    """The step's row in the list: its words, the ways on in their order, and what the script reads from it."""
    row = page.place(f"rad--{step.anchor}")
    if row is None:
        yield Finding("place_missing", f"rad--{step.anchor}", Part.WORDS)
        return
    facts = {"step": step.anchor, "phase": str(step.phase), "shape": step.shape}
    facts |= {name: " ".join(getattr(step, name)) for name in ("meets", "on", "here", "over", "arrives")}
    for name, value in facts.items():
        if row.get(f"data-{name}", "") != value:
            yield Finding("row_differs", f"{step.anchor} {name}", Part.WORDS)
    if page.place(f"aktor--{actor.name_id}") not in [*row.iterancestors()]:
        yield Finding("row_differs", f"{step.anchor} actor", Part.WORDS)
    yield from in_order(
        row, [str(step.number), step.title, *(text for way in step.onward for text in (way.label, *pieces(way.words)))]
    )
    yield from _links(row, step)


def _links(row: Element, step: SiteStep) -> Iterator[Finding]:
    """The links of the row: to the step itself, then where its ways lead."""
    ways = [getattr(part, "anchor", "") for way in step.onward for part in way.words]
    wanted = [f"#{anchor}" for anchor in (step.anchor, *ways) if anchor]
    found = [str(link.get("href")) for link in row.iter("a")]
    if found != wanted:
        yield Finding("row_links_differ", f"{step.anchor}: {' '.join(found)}"[:_TOLD], Part.WORDS)


def _register(page: OpenedPage, site: Site) -> Iterator[Finding]:
    """What a search finds: the entries in their order, and which of them each word is found in, by their places."""
    held = page.place("register")
    try:
        told = json.loads((held.text or "") if held is not None else "")
        entries, index = told["entries"], told["index"]
    except (ValueError, KeyError, TypeError):
        yield Finding("register_differs", "unreadable", Part.WORDS)
        return
    steps = {step.anchor for actor in site.actors for step in actor.steps}
    # A step has its title and its place on the page; anything else says in the register what it is.
    named = [[] if one.anchor in steps else [one.title, one.detail] for one in site.entries]
    if entries != [[one.anchor, " ".join(one.strong), *name] for one, name in zip(site.entries, named, strict=True)]:
        yield Finding("register_differs", f"{len(entries)} entries", Part.WORDS)
    for at, entry in enumerate(site.entries):
        if {word for word, places in index.items() if at in places} != {*entry.words}:
            yield Finding("register_differs", f"words of {entry.anchor}", Part.WORDS)
