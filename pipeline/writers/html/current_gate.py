"""The gate of the page about printed sheets: what it may be made of, where it leads, and that it says what it should.

The rules of the gate of web pages hold here too, but for those of scripts: this page has none. What is allowed is
listed, and everything else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from pipeline.colour import Colour
from pipeline.writers.html.gate import addresses, policy, raw, structure, vocabulary
from pipeline.writers.html.gate.opened import OpenedPage, PageUnreadableError, opened, plain, words
from pipeline.writers.html.gate.texts import in_order
from pipeline.writers.written import Finding, Part

if TYPE_CHECKING:
    from pipeline.writers.html.current_page import CurrentPage, PageRelease, PageSheet

_RULES = (*raw.RULES, *vocabulary.RULES, *addresses.RULES, policy.policies, policy.styles, *structure.RULES)
_ELEMENTS = frozenset(
    {"html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "div", "span", "strong"}
    | {"h1", "h2", "h3", "h4", "p", "br", "ul", "li", "a"}
)
_LEAST = 4.5  # of words on what they stand on (WCAG 2.2, 1.4.3); the frame round a sheet has the colour of its words
_ON = (
    *(("ink", ground) for ground in ("paper", "mist", "yes-mist", "no-mist")),
    *((colour, ground) for colour in ("yes", "no") for ground in ("paper", f"{colour}-mist")),
)
_BLOCK = re.compile(r":root\s*\{([^{}]*)\}")
_COLOUR = re.compile(r"--([a-z-]+)\s*:\s*(#[0-9A-Fa-f]{6})\b")
_KEYS = frozenset({"current", "replaced", "gone", "withdrawn"})


def checked(data: bytes, page: CurrentPage, places: Collection[str], beside: Collection[str]) -> tuple[Finding, ...]:
    """Everything wrong with the page of this content; empty for a good one.

    `places` are the names that codes on paper lead to, `beside` the addresses of the files that it may lead to.
    """
    try:
        found = opened(data)
    except PageUnreadableError as reason:
        return (Finding("file_unreadable", str(reason)),)
    ruled = [
        *raw.opening(data),
        *addresses.targets(found, beside, ()),
        *(one for rule in _RULES for one in rule(found)),
    ]
    return (*ruled, *_elements(found), *_colours(found), *_places(found, places), *_says(found, page))


def _elements(page: OpenedPage) -> Iterator[Finding]:
    """Fewer elements than a web page may have: no script, form, picture or template."""
    for one in page.elements:
        if one.tag not in _ELEMENTS:
            yield Finding("element_needless", str(one.tag), Part.SAFETY)


def _colours(page: OpenedPage) -> Iterator[Finding]:
    """Contrast of the colours that the style sheet declares, in light and in dark."""
    blocks = [inner for style in page.every("style") for inner in _BLOCK.findall(style.text or "")]
    held: dict[str, Colour] = {}
    for number, inner in enumerate(blocks):
        held |= {name: Colour.from_hex(value) for name, value in _COLOUR.findall(inner)}
        for ink, ground in _ON:
            if {ink, ground} <= held.keys() and held[ink].contrast(held[ground]) < _LEAST:
                told = f"{number} {ink} on {ground} {held[ink].contrast(held[ground]):.2f}"
                yield Finding("contrast_low", told, Part.CONTRAST)
    if missing := {name for pair in _ON for name in pair} - held.keys():
        yield Finding("colour_missing", " ".join(sorted(missing)), Part.CONTRAST)


def _places(page: OpenedPage, places: Collection[str]) -> Iterator[Finding]:
    """Every sheet has its place, and no place is that of a sheet that there is not."""
    held = {str(one.get("id", "")) for one in page.every("li")} - {""}
    yield from (Finding("place_missing", name, Part.WORDS) for name in sorted({*places} - held))
    yield from (Finding("place_unknown", name, Part.WORDS) for name in sorted(held - {*places}))


def _says(page: OpenedPage, said: CurrentPage) -> Iterator[Finding]:
    """Title and language, and every word of the content in its place."""
    titles = [words(one) for one in page.every("title")]
    if titles != [plain(said.full_title)] or page.root.get("lang") != said.language:
        yield Finding("metadata_differs", " ".join(titles), Part.WORDS)
    head = (said.programme, said.title, said.lead, said.how, said.unknown, said.latest, said.heading)
    names = [text for one in said.releases for text in (one.title, one.brief)]
    yield from in_order(page.root.find("body"), [said.skip, *head, *names])
    for release in said.releases:
        yield from _release(page, release)


def _release(page: OpenedPage, said: PageRelease) -> Iterator[Finding]:
    told = (said.title, said.date, said.state, *said.notes, *(sheet.title for sheet in said.sheets))
    yield from in_order(page.place(said.name), told)
    for sheet in said.sheets:
        yield from _sheet(page, sheet)


def _sheet(page: OpenedPage, said: PageSheet) -> Iterator[Finding]:
    """The sheet's words in its own place and no other sheet's, its state for the eye, and its links in their order."""
    place = page.place(said.anchor)
    if place is None:
        return  # told by the places
    yield from in_order(place, (said.title, said.printed, said.state, said.todo, said.why))
    if {*str(place.get("class", "")).split()} & _KEYS != {said.key}:
        yield Finding("state_differs", said.anchor, Part.WORDS)
    links = [(str(link.get("href")), words(link)) for link in place.iter("a")]
    if links != [(file.href, plain(f"{said.title}: {file.label}")) for file in said.files]:
        yield Finding("links_differ", said.anchor, Part.WORDS)
