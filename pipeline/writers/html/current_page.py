"""The page that says if a printed sheet is current: one static file without script, whatever number of releases."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.writers.html import squeezing
from pipeline.writers.html.openings import environment, finished, packed, style
from pipeline.writers.html.policy import policy


@dataclass(frozen=True, slots=True)
class PageFile:
    """A link to a file: its words and its address beside the page, with what an address cannot hold encoded."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class PageSheet:
    """A sheet of a release. `anchor` is what its QR code leads to; `key` names the state for the style sheet.

    `state` says it in a few words, `why` in a sentence, `todo` what to do; `printed` is what stands on the sheet.
    `language` is that of its title, empty where it is the page's. `is_first` is true of the first of its actor.
    """

    anchor: str
    title: str
    language: str
    is_first: bool
    key: str
    state: str
    why: str
    todo: str
    printed: str
    files: tuple[PageFile, ...]


@dataclass(frozen=True, slots=True)
class PageRelease:
    """A release: its title, date and state in words, paragraphs about what is new, and its sheets.

    `brief` is its state in a word, for the list of all. `language` is that of `notes`, empty where it is the page's.
    """

    name: str
    title: str
    date: str
    brief: str
    state: str
    is_withdrawn: bool
    language: str
    notes: tuple[str, ...]
    sheets: tuple[PageSheet, ...]


@dataclass(frozen=True, slots=True)
class CurrentPage:
    """The whole page in words; releases the newest first. `how` and what follows are said once, at the top."""

    language: str
    title: str
    full_title: str
    programme: str
    skip: str
    lead: str
    how: str
    unknown: str
    latest: str
    heading: str
    notes: str
    releases: tuple[PageRelease, ...]


def rendered(page: CurrentPage) -> bytes:
    """The page as a file; the same bytes for the same page."""
    css = squeezing.css(packed("current_page.css"))
    body = environment().get_template("current_page_body.html.j2").render(page=page)
    template = environment().get_template("current_page.html.j2")
    text = template.render(page=page, policy=policy((css,), ()), css=style(css), body=finished(squeezing.markup(body)))
    return f"{text.rstrip()}\n".encode()
