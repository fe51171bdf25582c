"""The structure tree of a PDF: made from the document before layout; drawing only hangs marks on its nodes.

Roles are the standard structure types of ISO 32000-1, 14.8.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a page's content (ISO 32000-1, 14.7.4): pages and marks are counted from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """An area that leads somewhere: the page's annotation of this index, and the words that say where it leads."""

    page: int
    index: int
    words: str


@dataclass(eq=False, slots=True)
class Node:
    """An element of the tree. `kids` come in reading order.

    A node with a `parent` is not yet among the parent's kids: it takes its place where it is first drawn, which for
    the words of a paragraph is the reading order.
    """

    role: str
    parent: Node | None = None
    alternative: str = ""
    actual: str = ""
    language: str = ""
    name: str = ""
    title: str = ""
    scope: str = ""
    numbering: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Node | Mark | Pressed] = field(default_factory=list)

    def add(self, role: str) -> Node:
        """A new last child."""
        made = Node(role)
        self.kids.append(made)
        return made

    def loose(self, role: str) -> Node:
        """A child that takes its place when it is first drawn."""
        return Node(role, self)

    def place(self) -> None:
        """Take the place among the parent's kids, the parent first."""
        if self.parent:
            parent, self.parent = self.parent, None
            parent.place()
            parent.kids.append(self)

    def nodes(self) -> Iterator[Node]:
        """The node and all below it, in reading order."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]


# Elements that stay though nothing was drawn in them: a table without its empty cells would not be regular.
_STAY = frozenset({"Document", "TD", "TH", "TR"})


def prune(root: Node) -> None:
    """Take away elements in which nothing was drawn."""
    for node in reversed(list(root.nodes())):  # children before their parents
        node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.kids or kid.role in _STAY]


@dataclass(frozen=True, slots=True)
class Artifact:
    """Content that is no part of the document: a rule, a ground, a running head (ISO 32000-1, 14.8.2.2)."""

    properties: str = ""

    @property
    def opening(self) -> str:
        """The operator that begins it."""
        return f"/Artifact <<{self.properties}>> BDC" if self.properties else "/Artifact BMC"


DECORATION: Final = Artifact()
HEADER: Final = Artifact("/Type /Pagination /Subtype /Header")
FOOTER: Final = Artifact("/Type /Pagination /Subtype /Footer")
REPEATED: Final = Artifact("/Type /Pagination")
