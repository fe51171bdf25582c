"""Writes the structure tree into a file with pikepdf (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pipeline.writers.pdf.structure import Mark, Node, Pressed

_PRINTED = 4  # the annotation flag Print (ISO 32000-1, table 165), which PDF/A wants


def add_structure(pdf: pikepdf.Pdf, root: Node, pages: Sequence[Sequence[Node]]) -> None:
    """The tree below the root, and the way back from each mark and annotation to its element."""
    _Tree(pdf, [page.obj for page in pdf.pages]).write(root, pages)


class _Tree:
    def __init__(self, pdf: pikepdf.Pdf, pages: list[Any]) -> None:
        self.pdf, self.pages = pdf, pages
        self.elements: dict[Node, Any] = {}
        self.pressed: list[Any] = []

    def write(self, root: Node, marks: Sequence[Sequence[Node]]) -> None:
        tree = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._add(root, tree)
        tree.K = Array([self.elements[root]])
        numbers: list[Any] = []
        for number, (page, nodes) in enumerate(zip(self.pages, marks, strict=True)):
            page.StructParents, page.Tabs = number, Name.S
            numbers += [number, Array([self.elements[node] for node in nodes])]
        for number, element in enumerate(self.pressed, len(self.pages)):
            numbers += [number, element]
        tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self.pages) + len(self.pressed)
        self._name(tree)
        self.pdf.Root.StructTreeRoot = tree

    def _name(self, tree: Any) -> None:
        """The names of elements that have one, in order (ISO 32000-1, 14.7.2: IDTree)."""
        named = sorted((node.name, element) for node, element in self.elements.items() if node.name)
        if named:
            names = [part for name, element in named for part in (String(name), element)]
            limits = Array([String(named[0][0]), String(named[-1][0])])
            tree.IDTree = Dictionary(
                Kids=Array([self.pdf.make_indirect(Dictionary(Limits=limits, Names=Array(names)))])
            )

    def _add(self, root: Node, tree: Any) -> None:
        """Each node's element, parents first, without recursion: lists in tables in lists may be deep."""
        waiting = [(root, tree)]
        while waiting:
            node, parent = waiting.pop()
            element = self.elements[node] = self.pdf.make_indirect(_element(node, parent))
            waiting += [(kid, element) for kid in reversed(node.kids) if isinstance(kid, Node)]
        for node, element in self.elements.items():
            kids = [self._kid(kid, element) for kid in node.kids]
            if kids:
                element.K = kids[0] if len(kids) == 1 else Array(kids)

    def _kid(self, kid: Node | Mark | Pressed, element: Any) -> Any:
        match kid:
            case Node():
                return self.elements[kid]
            case Mark(page, number):
                return Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=number)
            case Pressed(page, index, words):
                annotation = self.pages[page].Annots[index]
                annotation.StructParent = len(self.pages) + len(self.pressed)
                annotation.F, annotation.Contents = _PRINTED, String(words)
                self.pressed.append(element)
                return Dictionary(Type=Name.OBJR, Pg=self.pages[page], Obj=annotation)


def _element(node: Node, parent: Any) -> Dictionary:
    element = Dictionary(Type=Name.StructElem, S=Name(f"/{node.role}"), P=parent)
    texts = {"/Alt": node.alternative, "/ActualText": node.actual, "/Lang": node.language, "/ID": node.name}
    for key, text in texts.items():
        if text:
            element[key] = String(text)
    attributes = _attributes(node)
    if attributes is not None:
        element.A = attributes
    return element


def _attributes(node: Node) -> Dictionary | None:
    """The attributes of its owner (ISO 32000-1, 14.8.5)."""
    if node.scope:
        return Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
    if node.title:
        return Dictionary(O=Name.Table, Summary=String(node.title))
    if node.numbering:
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{node.numbering}"))
    if node.box:
        box = Array([round(value, 2) for value in node.box])
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    return None
