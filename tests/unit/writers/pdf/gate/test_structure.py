"""Rules of elements that the mutations do not reach: spans of cells, places of roles, order of headings."""

from collections.abc import Iterator

import pikepdf
import pytest

from pipeline.writers.pdf.gate.structure import structure_findings
from pipeline.writers.pdf.gate.tree import Element, MarkRef, ObjectRef, Tree, read_tree

numbers = iter(range(1, 100_000))


def element(role: str, *kids: Element | ObjectRef, texts=None, **attributes) -> Element:
    key = (next(numbers), 0)
    return Element(key, role, texts or {}, attributes, list(kids or [MarkRef(0, key[0])]))


def codes(*tops: Element) -> list[str]:
    """Findings of elements alone: what is said of their marks, which are not there, is left out."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    found = structure_findings(pdf, Tree(tops, {}, ()), [{}])
    return [finding.code for finding in found if finding.code != "element_without_mark"]


def row(*cells: str) -> Element:
    """A row; `h` is a header cell, `d` a cell, followed by its column and row span."""
    return element("TR", *cells_of(cells))


def cells_of(cells: tuple[str, ...]) -> Iterator[Element]:
    for cell in cells:
        spans = {"ColSpan": int(cell[1]), "RowSpan": int(cell[2])} if len(cell) > 1 else {}
        scope = {"Scope": "/Column"} if cell[0] == "h" else {}
        yield element("TH" if cell[0] == "h" else "TD", **scope, **spans)


@pytest.mark.parametrize(
    "rows",
    [
        (("h", "h"), ("d", "d")),
        (("h21",), ("d", "d")),  # a header over two columns
        (("h", "h"), ("d12", "d"), ("d",)),  # a cell down two rows
        (("h22", "h"), ("h",), ("d", "d", "d")),
    ],
)
def test_a_regular_table_is_left_in_peace(rows: tuple[tuple[str, ...], ...]) -> None:
    assert codes(element("Table", *(row(*cells) for cells in rows))) == []


@pytest.mark.parametrize(
    "rows",
    [
        (("h", "h"), ("d",)),
        (("h21",), ("d", "d", "d")),
        (("h", "h"), ("d12", "d"), ("d", "d")),
        (("h", "h"), ("d12", "d")),  # the span reaches out of the table
    ],
)
def test_an_irregular_table_is_told(rows: tuple[tuple[str, ...], ...]) -> None:
    assert codes(element("Table", *(row(*cells) for cells in rows))) == ["table_irregular"]


def test_a_table_needs_a_header() -> None:
    assert codes(element("Table", row("d", "d"))) == ["table_without_header"]


@pytest.mark.parametrize(
    ("levels", "well"),
    [
        ("1 2 3 2 3 1", True),
        ("1 1 2", True),
        ("2", False),
        ("1 3", False),
        ("1 2 4", False),
        ("", True),
    ],
)
def test_headings_go_down_one_level_at_a_time(levels: str, well: bool) -> None:
    headings = [element(f"H{level}") for level in levels.split()]
    assert codes(*headings) == ([] if well else ["heading_jump"])


@pytest.mark.parametrize(
    "misplaced",
    [
        lambda: element("L", element("P")),
        lambda: element("Div", element("LBody")),
        lambda: element("TR", element("P")),
        lambda: element("Table", element("P")),
        lambda: element("Div", element("TOCI")),
        lambda: element("TOC", element("P")),
    ],
)
def test_a_role_has_its_place(misplaced) -> None:
    assert "element_misplaced" in codes(misplaced())


def test_a_list_item_needs_a_body() -> None:
    assert codes(element("L", element("LI", element("Lbl")))) == ["list_body_missing"]


def test_an_alternative_of_spaces_is_none() -> None:
    assert codes(element("Figure", texts={"Alt": " "})) == ["figure_without_alternative"]


def test_an_empty_cell_may_be_there_and_nothing_else() -> None:
    empty = element("TD")
    empty.kids.clear()
    assert codes(element("Table", row("h"), element("TR", empty))) == []
    paragraph = element("P")
    paragraph.kids.clear()
    assert codes(paragraph) == ["element_empty"]


def test_a_tree_that_leads_back_to_itself_ends() -> None:
    pdf = pikepdf.new()
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    loop = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, P=root))
    loop.K = pikepdf.Array([loop])
    root.K = loop
    pdf.Root.StructTreeRoot = root
    assert [fault.code for fault in read_tree(pdf, {}).faults] == ["element_repeated"]
