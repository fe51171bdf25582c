"""A main text and a side text stand in two columns of Word's own, and are read one after the other."""

from collections.abc import Callable

import pytest

from pipeline.colour import Colour
from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Definitions,
    Heading,
    ItemList,
    Panel,
    Paragraph,
    Rule,
    Table,
    Text,
)
from pipeline.writers.docx.check import findings
from tests.unit.writers.docx.word_file import Element, W, WordFile, has, text_of

FileOf = Callable[..., WordFile]
BAND = Band("1", "b", "", Colour(0xF7, 0xEA, 0xB3), Colour(0x1A, 0x1A, 0x1A))
TITLE = Heading(1, "Titel")
TABLE = Table("T", ("x",), (((Text("1"),),),), (1,))
TEXT_WIDTH = round((210 - 18 - 22) / 25.4 * 72 * 20)


def said(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def columns(main: str = "a", side: str = "b") -> Columns:
    return Columns((said(main),), (said(side),))


def sections(file: WordFile) -> list[Element]:
    return list(file.body.iter(f"{W}sectPr"))


def kinds(file: WordFile) -> list[tuple[int, str]]:
    """How many columns each section has, and how it begins."""
    return [
        (int(number(section, "cols", "num") or 1), number(section, "type", "val") or "") for section in sections(file)
    ]


def number(section: Element, child: str, key: str) -> str | None:
    found = section.find(f"{W}{child}")
    return None if found is None else found.get(f"{W}{key}")


def column_breaks(found: Element) -> int:
    return sum(mark.get(f"{W}type") == "column" for mark in found.iter(f"{W}br"))


def words(file: WordFile) -> list[str]:
    return [line.strip() for _, line in file.lines]


def test_columns_are_a_section_of_two_between_two_of_one(file_of: FileOf) -> None:
    file = file_of(said("före"), columns(), said("efter"))
    assert kinds(file) == [(1, ""), (2, "continuous"), (1, "continuous")]


def test_main_is_read_before_side(file_of: FileOf) -> None:
    file = file_of(said("före"), Columns((said("a"), said("b")), (said("c"), said("d"))), said("efter"))
    assert words(file) == ["före", "a", "b", "c", "d", "efter"]
    assert [column_breaks(found) for found in file.paragraphs] == [0, 0, 0, 1, 0, 0]


def test_sections_end_in_the_last_paragraph_of_their_part(file_of: FileOf) -> None:
    file = file_of(said("före"), columns(), said("efter"))
    ends = [text_of(found).strip() for found in file.paragraphs if found.find(f"{W}pPr/{W}sectPr") is not None]
    assert ends == ["före", "b"]
    assert all(found[0][-1].tag == f"{W}sectPr" for found in file.paragraphs[:3:2])  # last but for tracked changes


def test_columns_are_seven_to_four_and_a_half_and_fill_the_width(file_of: FileOf) -> None:
    cols = sections(file_of(columns()))[0].find(f"{W}cols")
    assert cols is not None
    assert cols.get(f"{W}equalWidth") == "0"
    main, side = (int(found.get(f"{W}w", "0")) for found in cols)
    gutter = int(cols[0].get(f"{W}space", "0"))
    assert main / side == pytest.approx(7 / 4.5, rel=0.001)
    assert gutter / 20 / 72 * 25.4 == pytest.approx(10, abs=0.05)  # the grid of the theme
    assert abs(main + gutter + side - TEXT_WIDTH) <= 1  # margins are rounded one by one


def test_only_the_first_section_names_header_and_footer_and_all_share_page_and_margins(file_of: FileOf) -> None:
    first, *others = sections(file_of(said("före"), columns(), said("efter")))
    assert [str(found.tag).removeprefix(W) for found in first][:2] == ["headerReference", "footerReference"]
    for other in others:
        assert [str(found.tag).removeprefix(W) for found in other][:3] == ["type", "pgSz", "pgMar"]
        for name in ("pgSz", "pgMar"):
            measures = [section.find(f"{W}{name}") for section in (first, other)]
            assert len({tuple(found.attrib.items()) for found in measures if found is not None}) == 1


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((said("x"),), [1]),
        ((columns(),), [2]),
        ((columns(), said("x")), [2, 1]),
        ((said("x"), columns()), [1, 2]),
        ((columns(), columns()), [2, 2]),
        ((said("x"), columns(), said("y"), columns(), said("z")), [1, 2, 1, 2, 1]),
        ((Columns((said("a"),), ()),), [1]),
        ((Columns((), (said("a"),)),), [1]),
        ((Panel((columns(),)),), [1]),
        ((Columns((columns(),), (said("c"),)),), [2]),
    ],
)
def test_there_is_no_section_without_text(file_of: FileOf, blocks: tuple[Block, ...], expected: list[int]) -> None:
    file = file_of(TITLE, *blocks) if expected[0] == 1 else file_of(*blocks)
    assert [count for count, _ in kinds(file)] == expected
    assert "" not in words(file)


def test_a_break_after_columns_is_carried_by_the_next_paragraph_and_no_section_adds_a_page(file_of: FileOf) -> None:
    steps = [block for step in "12" for block in (Break(), BAND, columns(), said(step))]
    file = file_of(TITLE, *steps)
    assert [text_of(found).split()[0] for found in file.paragraphs if has(found, "pageBreakBefore")] == ["1", "1"]
    assert {kind for _, kind in kinds(file)} == {"", "continuous"}


def test_both_columns_begin_at_the_same_height(file_of: FileOf) -> None:
    file = file_of(TITLE, Columns((Heading(2, "a"), said("b")), (Heading(2, "c"), said("d"))))
    tops = [found.find(f"{W}pPr/{W}spacing") for found in (file.paragraphs[1], file.paragraphs[3])]
    assert [None if top is None else top.get(f"{W}before") for top in tops] == ["0", "0"]


def test_what_is_as_wide_as_the_text_is_as_wide_as_its_column(file_of: FileOf) -> None:
    file = file_of(Columns((TABLE, said("a")), (TABLE, said("b"))), TABLE)
    main, side, whole = (int(found.get(f"{W}w", "0")) for found in file.body.iter(f"{W}tblW"))
    assert side < main < whole
    assert main / side == pytest.approx(7 / 4.5, rel=0.001)


@pytest.mark.parametrize("block", [BAND, ItemList(((Text("b"),),)), Panel((said("b"),)), TABLE])
def test_a_frame_or_bullet_is_not_left_behind_in_the_first_column(file_of: FileOf, block: Block) -> None:
    file = file_of(TITLE, Columns((said("a"),), (block,)), said("c"))
    (breaker,) = (found for found in file.paragraphs if column_breaks(found))
    assert text_of(breaker).strip() == ""
    assert findings(file.data) == ()


@pytest.mark.parametrize(
    "blocks",
    [
        (TITLE, columns(), said("efter")),
        (TITLE, TABLE, columns(), TABLE),
        (TITLE, Columns((said("a"), TABLE), (said("b"), TABLE)), said("c")),
        (TITLE, Rule(), Columns((said("a"), Rule()), (said("b"), Rule())), Break(), BAND),
        (TITLE, Break(), columns(), Break(), columns()),
        (TITLE, Columns((Definitions((("AF", (Text("a"),)),)),), (Heading(2, "b", "b"), Panel((said("c"),), 2)))),
    ],
)
def test_columns_are_clean(file_of: FileOf, blocks: tuple[Block, ...]) -> None:
    assert findings(file_of(*blocks).data) == ()


def test_a_rule_before_columns_goes_across_both(file_of: FileOf) -> None:
    file = file_of(TITLE, Rule(), columns())
    assert [style for style, _ in file.lines] == ["Heading1", "Rule", "Normal", "Normal"]
    assert file.paragraphs[1].find(f"{W}pPr/{W}sectPr") is not None
