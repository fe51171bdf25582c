"""The structure tree of a PDF as plain elements (ISO 32000-1, 14.7), read once for all that is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from pipeline.writers.pdf.gate.objects import listed, pairs
from pipeline.writers.written import Finding, Part

Key = tuple[int, int]

_TEXTS = ("/Alt", "/ActualText", "/Lang", "/ID")
# Deeper than any document; a tree that leads back to itself ends here.
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class MarkRef:
    """Marked content of an element: the number of its page, from 0, and its id there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class ObjectRef:
    """An annotation of an element, by its object number."""

    key: Key


@dataclass(slots=True, eq=False)
class Element:
    """An element: its role, its own texts and attributes by name, and what it holds in reading order."""

    key: Key
    role: str
    texts: Mapping[str, str]
    attributes: Mapping[str, Any]
    kids: list[Element | MarkRef | ObjectRef] = field(default_factory=list)

    def elements(self) -> tuple[Element, ...]:
        """The elements right below this one."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def marks(self) -> Iterator[MarkRef]:
        """The marked content of this element alone."""
        return (kid for kid in self.kids if isinstance(kid, MarkRef))


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree: its topmost elements, the ParentTree, and what was wrong with the tree itself."""

    tops: tuple[Element, ...]
    parents: Mapping[int, Any]
    faults: tuple[Finding, ...]

    def walk(self) -> Iterator[Element]:
        """Every element, in reading order."""
        for top in self.tops:
            yield from top.walk()


def read_tree(pdf: pikepdf.Pdf, pages: Mapping[Key, int]) -> Tree:
    """The tree of a file; `pages` are the numbers of its pages, from 0, by their object numbers."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return Tree((), {}, (Finding("tree_missing", "StructTreeRoot", Part.STRUCTURE),))
    reader = _TreeReader(pages, {str(name): str(role) for name, role in pairs(root.get("/RoleMap"))})
    tops = tuple(reader.element(kid, root, None, 0) for kid in listed(root.get("/K")))
    parents = dict(_numbered(root.get("/ParentTree")))
    return Tree(tuple(top for top in tops if top), parents, tuple(reader.faults))


@dataclass(slots=True)
class _TreeReader:
    pages: Mapping[Key, int]
    role_map: Mapping[str, str]
    faults: list[Finding] = field(default_factory=list)
    seen: set[Key] = field(default_factory=set)

    def element(self, held: Any, parent: Any, page: Any, depth: int) -> Element | None:
        """The element of a dictionary; `page` is the page of the nearest element above that names one."""
        key = held.objgen
        role = self._role(str(held.get("/S", "/")))
        if depth > _DEEPEST or (key != (0, 0) and key in self.seen):
            self._fault("element_repeated", role)
            return None
        self.seen.add(key)
        above = held.get("/P")
        if above is None or above.objgen != parent.objgen:
            self._fault("parent_wrong", f"{role} {key[0]}")
        made = Element(key, role, _own_texts(held), _attributes(held))
        for kid in listed(held.get("/K")):
            self._add(made, kid, held, held.get("/Pg", page), depth)
        return made

    def _add(self, made: Element, kid: Any, held: Any, page: Any, depth: int) -> None:
        kind = None if isinstance(kid, int) else kid.get("/Type")
        if isinstance(kid, int) or kind == "/MCR":
            mcid, place = (kid, page) if isinstance(kid, int) else (int(kid.MCID), kid.get("/Pg", page))
            number = None if place is None else self.pages.get(place.objgen)
            if number is None:
                self._fault("mark_without_page", f"{made.role} {mcid}")
            else:
                made.kids.append(MarkRef(number, int(mcid)))
        elif kind == "/OBJR":
            made.kids.append(ObjectRef(kid.Obj.objgen))
        else:
            below = self.element(kid, held, page, depth + 1)
            if below is not None:
                made.kids.append(below)

    def _role(self, role: str) -> str:
        """The standard role, through the role map; a name that leads round in a circle stays as it is."""
        for _ in self.role_map:
            role = self.role_map.get(role, role)
        return role[1:]

    def _fault(self, code: str, what: str) -> None:
        self.faults.append(Finding(code, what, Part.STRUCTURE))


def _own_texts(held: Any) -> dict[str, str]:
    return {name[1:]: str(held[name]) for name in _TEXTS if name in held}


def _attributes(held: Any) -> dict[str, Any]:
    """Attributes of all owners together, by name (ISO 32000-1, 14.7.5; revision numbers left out)."""
    found: dict[str, Any] = {}
    for part in listed(held.get("/A")):
        if isinstance(part, pikepdf.Dictionary):
            found |= {name[1:]: value for name, value in part.items()}
    return found


def _numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree (ISO 32000-1, 7.9.7)."""
    waiting = [] if tree is None else [tree]
    while waiting:
        node = waiting.pop()
        numbers = listed(node.get("/Nums"))
        yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=False))
        waiting += reversed(listed(node.get("/Kids")))
