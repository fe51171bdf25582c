"""A finished page as it is read for the gate: its text, its tree, and who in it is called what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

Element = etree._Element

_SAME = str.maketrans({"\u00ad": None, "\u00a0": " ", "\u2011": "-", "\u200b": None})


class PageUnreadableError(ValueError):
    """A file that is no page at all: not UTF-8, or without a tree."""


@dataclass(frozen=True)
class OpenedPage:
    """The text of a page and the tree that a lenient parser makes of it; rules compare the two."""

    text: str
    root: Element

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every element in the order of the page, also those inside templates and drawings."""
        return tuple(element for element in self.root.iter() if isinstance(element.tag, str))

    @cached_property
    def ids(self) -> dict[str, list[Element]]:
        """The elements by their id; a good page has one of each."""
        found = defaultdict(list)
        for element in self.elements:
            if element.get("id") is not None:
                found[str(element.get("id"))].append(element)
        return dict(found)

    def every(self, *names: str) -> Iterator[Element]:
        """The elements of these names, in the order of the page."""
        return (element for element in self.elements if element.tag in names)

    def place(self, name: str) -> Element | None:
        """The element with this id."""
        return next(iter(self.ids.get(name, ())), None)


def opened(data: bytes) -> OpenedPage:
    """The page in these bytes. Raises PageUnreadableError for what is no page."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        text = data.decode("utf-8")
        root = etree.fromstring(data, parser)
    except (UnicodeDecodeError, etree.ParserError, etree.XMLSyntaxError) as reason:
        raise PageUnreadableError(str(reason)) from reason
    # An empty file has no root at all, which the library's types do not say.
    if not isinstance(root, etree._Element):
        raise PageUnreadableError("no root")
    return OpenedPage(text, root)


def inside(element: Element, *names: str) -> bool:
    """Whether one of the elements around this one has one of the names."""
    return next(element.iterancestors(*names), None) is not None


def drawn(element: Element) -> bool:
    """Whether it belongs to a drawing: names mean other things there."""
    return element.tag == "svg" or inside(element, "svg")


def asleep(element: Element) -> bool:
    """Whether it stands in a template: no part of the page until the script copies it."""
    return inside(element, "template")


def words(element: Element) -> str:
    """All its words, one space between them, without the characters that only typesetting needs."""
    return plain("".join(map(str, element.itertext())))


def plain(text: str) -> str:
    """One space between words, and without the characters that only typesetting needs."""
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip()


def squeezed(text: str) -> str:
    """Without white space: a new block, a line break and a space part words alike."""
    return plain(text).replace(" ", "")
