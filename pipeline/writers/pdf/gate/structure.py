"""What validators do not see in the structure: that marks, elements and annotations belong together, one to one.

The rules are those of ISO 32000-1, 14.7 and 14.8, ISO 14289-1, 7, and the Matterhorn Protocol 1.1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf

from pipeline.writers.pdf.gate.marks import Mark
from pipeline.writers.pdf.gate.objects import listed
from pipeline.writers.pdf.gate.tree import Element, Key, MarkRef, ObjectRef, Tree
from pipeline.writers.written import Finding, Part

# The one tag that may stand on marked content of any element: it says nothing of its own (so does Typst).
_NEUTRAL = "Span"
_HEADING = re.compile(r"H([1-6])")
_CELLS = ("TD", "TH")
_PRINTED = 4
# Which roles may stand right below these (ISO 32000-1, tables 336 and 337); others are free.
_BELOW = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TD", "TH"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
_ABOVE = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TD": {"TR"},
    "TH": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TOCI": {"TOC"},
}

PageMarks = Sequence[Mapping[int, Mark]]


def structure_findings(pdf: pikepdf.Pdf, tree: Tree, marks: PageMarks) -> Iterator[Finding]:
    """Everything wrong between the tree and the pages; `marks` are those of each page, by id."""
    yield from tree.faults
    yield from _claims(tree, marks)
    yield from _parent_tree(pdf, tree, marks)
    yield from _annotations(pdf, tree)
    yield from _headings(tree)
    yield from _notes(tree)
    for top in tree.tops:
        for element in top.walk():
            yield from _element(element)


def _finding(code: str, detail: str) -> Finding:
    return Finding(code, detail, Part.STRUCTURE)


def _claims(tree: Tree, marks: PageMarks) -> Iterator[Finding]:
    """Each mark has one element, and each reference a mark whose tag is the element's role."""
    claimed: Counter[MarkRef] = Counter()
    for element in tree.walk():
        for reference in element.marks():
            claimed[reference] += 1
            mark = marks[reference.page].get(reference.mcid)
            if mark is None:
                yield _finding("element_without_mark", _named(reference, element.role))
            elif mark.tag not in (element.role, _NEUTRAL):
                yield _finding("mark_role_differs", f"{_named(reference, mark.tag)}, {element.role}")
    yield from (_finding("mark_claimed_twice", _named(one)) for one, count in claimed.items() if count > 1)
    for page, found in enumerate(marks):
        for mark in found.values():
            if not claimed[MarkRef(page, mark.mcid)]:
                yield _finding("mark_without_element", _named(MarkRef(page, mark.mcid), mark.tag))
            if not mark.painted:
                yield _finding("mark_empty", _named(MarkRef(page, mark.mcid), mark.tag))


def _named(reference: MarkRef, role: str = "") -> str:
    return f"page {reference.page + 1}: {role} {reference.mcid}"


def _parent_tree(pdf: pikepdf.Pdf, tree: Tree, marks: PageMarks) -> Iterator[Finding]:
    """From each mark back to its element (ISO 32000-1, 14.7.4.4), and no two pages with one key."""
    owners: dict[MarkRef, Key] = {ref: element.key for element in tree.walk() for ref in element.marks()}
    keys = [page.obj.get("/StructParents") for page in pdf.pages]
    for page, (key, found) in enumerate(zip(keys, marks, strict=True)):
        if found and key is None:
            yield _finding("struct_parents_missing", f"page {page + 1}")
            continue
        entries = listed(tree.parents.get(int(key))) if key is not None else ()
        for mcid in found:
            entry = entries[mcid] if mcid < len(entries) else None
            if entry is None or entry.objgen != owners.get(MarkRef(page, mcid)):
                yield _finding("parent_tree_wrong", _named(MarkRef(page, mcid)))
    used = Counter(int(key) for key in keys if key is not None)
    yield from (_finding("struct_parents_repeated", str(key)) for key, count in used.items() if count > 1)


def _annotations(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Finding]:
    """Each annotation has one element that holds it, and leads back to that (ISO 14289-1, 7.18.1)."""
    holders: dict[Key, list[Element]] = {}
    for element in tree.walk():
        for kid in element.kids:
            if isinstance(kid, ObjectRef):
                holders.setdefault(kid.key, []).append(element)
    there: set[Key] = set()
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.obj.get("/Annots", ()):
            there.add(annotation.objgen)
            yield from _annotation(annotation, number, holders.get(annotation.objgen, []), tree.parents)
    yield from (_finding("object_without_annotation", str(key[0])) for key in holders if key not in there)


def _annotation(annotation: Any, number: int, holders: list[Element], parents: Mapping[int, Any]) -> Iterator[Finding]:
    where = f"page {number}"
    if len(holders) != 1:
        yield _finding("annotation_without_element" if not holders else "annotation_held_twice", where)
    elif annotation.get("/Subtype") == "/Link" and holders[0].role != "Link":
        yield _finding("annotation_role_wrong", f"{where}: {holders[0].role}")
    entry = parents.get(int(annotation.get("/StructParent", -1)))
    if entry is None or not holders or getattr(entry, "objgen", None) != holders[0].key:
        yield _finding("annotation_parent_wrong", where)
    if not str(annotation.get("/Contents", "")).strip():
        yield _finding("annotation_without_words", where)
    if not int(annotation.get("/F", 0)) & _PRINTED:
        yield _finding("annotation_not_printed", where)


def _headings(tree: Tree) -> Iterator[Finding]:
    """The first is H1 and no level is left out on the way down (ISO 14289-1, 7.4.2)."""
    before = 0
    for element in tree.walk():
        found = _HEADING.fullmatch(element.role)
        if found is None:
            continue
        level = int(found[1])
        if level > before + 1:
            yield _finding("heading_jump", f"{element.role} after H{before}")
        before = level


def _notes(tree: Tree) -> Iterator[Finding]:
    """Each note has an id of its own (ISO 14289-1, 7.9)."""
    ids = [element.texts.get("ID", "") for element in tree.walk() if element.role == "Note"]
    yield from (_finding("note_id_repeated", one) for one, count in Counter(ids).items() if one and count > 1)
    yield from (_finding("note_id_missing", "Note") for one in ids if not one)


def _element(element: Element) -> Iterator[Finding]:
    """What is asked of one element and those right below it."""
    if not element.kids and element.role not in _CELLS:
        yield _finding("element_empty", f"{element.role} {element.key[0]}")
    if element.role == "Figure" and not (element.texts.get("Alt", "").strip() or element.texts.get("ActualText")):
        yield _finding("figure_without_alternative", str(element.key[0]))
    if element.role == "Link" and not any(isinstance(kid, ObjectRef) for kid in element.kids):
        yield _finding("link_without_annotation", str(element.key[0]))
    yield from _places(element)
    if element.role == "Table":
        yield from _table(element)


def _places(element: Element) -> Iterator[Finding]:
    allowed = _BELOW.get(element.role)
    for kid in element.elements():
        wanted = _ABOVE.get(kid.role)
        if (allowed and kid.role not in allowed) or (wanted and element.role not in wanted):
            yield _finding("element_misplaced", f"{kid.role} in {element.role}")
    if element.role == "LI" and "LBody" not in [kid.role for kid in element.elements()]:
        yield _finding("list_body_missing", str(element.key[0]))


def _table(table: Element) -> Iterator[Finding]:
    """Every row reaches as far, spans counted; every header says what it heads (ISO 14289-1, 7.5)."""
    rows = [row for row in table.walk() if row.role == "TR"]
    reach: list[int] = []
    hanging: list[int] = []  # rows still to be filled, for each column, by cells that span rows
    for row in rows:
        hanging, width = _filled(row, hanging)
        reach.append(width)
    if len(set(reach)) > 1 or any(hanging):
        yield _finding("table_irregular", f"{table.key[0]}: {reach[:12]}")
    headers = [cell for row in rows for cell in row.elements() if cell.role == "TH"]
    if not headers:
        yield _finding("table_without_header", str(table.key[0]))
    for cell in headers:
        if str(cell.attributes.get("Scope", "")) not in ("/Row", "/Column", "/Both"):
            yield _finding("header_without_scope", str(cell.key[0]))


def _filled(row: Element, hanging: list[int]) -> tuple[list[int], int]:
    """The row's columns after its cells are put where no cell from above hangs down, and how many there are."""
    left = [max(count - 1, 0) for count in hanging]
    taken = [count > 0 for count in hanging]
    column = 0
    for cell in row.elements():
        while column < len(taken) and taken[column]:
            column += 1
        for _ in range(int(cell.attributes.get("ColSpan", 1))):
            if column == len(taken):
                taken.append(False)
                left.append(0)
            taken[column] = True
            left[column] = max(left[column], int(cell.attributes.get("RowSpan", 1)) - 1)
            column += 1
    return left, sum(taken)
