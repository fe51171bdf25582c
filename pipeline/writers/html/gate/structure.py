"""How a page is read by those who do not see it: headings, language, names, tables and drawings (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.writers.html.gate.opened import Element, OpenedPage, asleep, drawn, inside, words
from pipeline.writers.written import Finding, Part

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ACTING = ("a", "button", "input", "select")
# What stands in them is no name: what was written, what there is to choose.
_FIELDS = ("input", "select")
_TOLD_AS_ONE = frozenset({"region", "group"})
_TOLD = 60


def headings(page: OpenedPage) -> Iterator[Finding]:
    """One first heading, no level jumped over on the way down, and none without words (1.3.1, 2.4.6)."""
    before = 0
    found = [one for one in page.every(*_HEADINGS) if not asleep(one)]
    for heading in found:
        level = _HEADINGS.index(str(heading.tag)) + 1
        if level > before + 1:
            yield Finding("heading_jump", words(heading)[:_TOLD], Part.STRUCTURE)
        if not words(heading):
            yield Finding("heading_empty", str(heading.tag), Part.STRUCTURE)
        before = level
    if (first := sum(heading.tag == "h1" for heading in found)) != 1:
        yield Finding("heading_first", str(first), Part.STRUCTURE)


def description(page: OpenedPage) -> Iterator[Finding]:
    """A language (3.1.1), a title (2.4.2), one main part, and a viewport that lets the reader enlarge (1.4.4)."""
    if not str(page.root.get("lang", "")).strip():
        yield Finding("language_missing", "html", Part.STRUCTURE)
    titles = [words(one) for one in page.every("title") if not drawn(one)]
    if len(titles) != 1 or not titles[0]:
        yield Finding("title_missing", str(len(titles)), Part.STRUCTURE)
    if (mains := len(list(page.every("main")))) != 1:
        yield Finding("main_missing", str(mains), Part.STRUCTURE)
    views = [str(one.get("content")) for one in page.every("meta") if one.get("name") == "viewport"]
    if len(views) != 1 or "user-scalable" in views[0] or "maximum-scale" in views[0]:
        yield Finding("zoom_forbidden", " ".join(views)[:_TOLD], Part.STRUCTURE)


def tables(page: OpenedPage) -> Iterator[Finding]:
    """A table has a name, and every header says whether it is of a column or a row (1.3.1)."""
    for table in page.every("table"):
        caption = table.find("caption")
        if caption is None or not words(caption):
            yield Finding("table_untitled", words(table)[:_TOLD], Part.STRUCTURE)
        heads = list(table.iter("th"))
        if not heads or any(one.get("scope") is None for one in heads):
            yield Finding("table_unscoped", words(table)[:_TOLD], Part.STRUCTURE)


def drawings(page: OpenedPage) -> Iterator[Finding]:
    """A drawing either has a role and a name, or is hidden from those who would only hear it (1.1.1)."""
    for svg in page.every("svg"):
        hidden = svg.get("aria-hidden") == "true" or any(one.get("aria-hidden") == "true" for one in _above(svg))
        if not hidden and not (svg.get("role") and (_label(page, svg) or svg.findtext("title", "").strip())):
            yield Finding("drawing_unnamed", str(svg.get("class", ""))[:_TOLD], Part.STRUCTURE)


def names(page: OpenedPage) -> Iterator[Finding]:
    """Whatever can be acted on has a name (4.1.2), and so has each part that is told as one: regions and navigations.

    What stands in a template gets its words from the script.
    """
    for element in page.elements:
        if asleep(element) or element.tag == "template":
            continue
        acts = element.tag in _ACTING or element.get("tabindex") == "0"
        if acts and not _name(page, element):
            yield Finding("control_unnamed", _told(element), Part.STRUCTURE)
        told = element.tag == "nav" or element.get("role") in _TOLD_AS_ONE
        if told and not _label(page, element):
            yield Finding("part_unnamed", _told(element), Part.STRUCTURE)


def nesting(page: OpenedPage) -> Iterator[Finding]:
    """Nothing that can be acted on stands inside another such thing, or where it is hidden from a screen reader."""
    for element in page.every(*_ACTING):
        if inside(element, *_ACTING):
            yield Finding("control_nested", _told(element), Part.STRUCTURE)
        if any(one.get("aria-hidden") == "true" for one in (element, *_above(element))):
            yield Finding("control_hidden", _told(element), Part.STRUCTURE)


def _above(element: Element) -> Iterator[Element]:
    return element.iterancestors()


def _told(element: Element) -> str:
    return f"{element.tag} {element.get('id') or element.get('class') or element.get('href') or ''}"[:_TOLD]


def _label(page: OpenedPage, element: Element) -> str:
    """What it is called by its attributes (Accessible Name and Description Computation 1.2, 4.3.2, B and C)."""
    others = (page.place(one) for one in str(element.get("aria-labelledby", "")).split())
    return " ".join(words(one) for one in others if one is not None) or str(element.get("aria-label", "")).strip()


def _name(page: OpenedPage, element: Element) -> str:
    """What it is called: by its attributes, a label's words, or what stands in it."""
    if element.tag not in _FIELDS:
        return _label(page, element) or words(element)
    labels = (one for one in page.every("label") if one.get("for") == element.get("id"))
    return _label(page, element) or " ".join(map(words, labels))


RULES = (headings, description, tables, drawings, names, nesting)
