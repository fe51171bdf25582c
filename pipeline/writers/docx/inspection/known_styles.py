"""The styles that a Word file of ours is written with and that a template may have: by key, name and theme field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownStyle:
    """A style: its key in `writers.docx.styles`, its name in a template, and its field in the theme's StyleNames.

    `other_names` are what other programs call it. `swedish_id` is the id that Swedish Word gives it; the name within
    the file is English there too. `is_word` is False for a style of ours alone, which no template is said to lack.
    """

    key: str
    name: str
    field: str
    swedish_id: str = ""
    is_word: bool = True
    kind: str = "paragraph"
    other_names: tuple[str, ...] = ()


KNOWN_STYLES: tuple[KnownStyle, ...] = (
    KnownStyle("Normal", "Normal", "body"),
    KnownStyle("Title", "Title", "title", "Rubrik"),
    KnownStyle("Heading1", "heading 1", "heading1", "Rubrik1"),
    KnownStyle("Heading2", "heading 2", "heading2", "Rubrik2"),
    KnownStyle("Heading3", "heading 3", "heading3", "Rubrik3"),
    KnownStyle("Heading4", "heading 4", "heading4", "Rubrik4"),
    KnownStyle("ListBullet", "List Bullet", "bulleted", "Punktlista"),
    KnownStyle("List", "List", "listed", "Lista"),
    KnownStyle("Caption", "caption", "caption", "Beskrivning"),
    KnownStyle("TOC1", "toc 1", "contents1", "Innehll1", other_names=("contents 1",)),
    KnownStyle("TOC2", "toc 2", "contents2", "Innehll2", other_names=("contents 2",)),
    KnownStyle("Hyperlink", "Hyperlink", "link", "Hyperlnk", kind="character", other_names=("internet link",)),
    KnownStyle("Lead", "Lead", "lead", is_word=False),
    KnownStyle("Quiet", "Quiet", "quiet", is_word=False),
    KnownStyle("Question", "Question", "question", is_word=False),
    KnownStyle("TableText", "Table Text", "table_text", is_word=False),
    KnownStyle("TableHeading", "Table Heading", "table_heading", is_word=False),
)


HEADING_LEVELS: Mapping[str, int] = {f"Heading{level}": level for level in range(1, 5)}
"""The levels of the headings, by their keys."""


def by_key(fields: Mapping[str, str]) -> dict[str, str]:
    """Names of a template's styles by the keys of ours, from names by fields of the theme."""
    return {known.key: fields[known.field] for known in KNOWN_STYLES if known.field in fields}
