"""An index as links, what stands at the foot, and sections that begin on a right-hand page."""

from collections.abc import Callable

from pipeline.document import (
    Break,
    Columns,
    Foot,
    Heading,
    HeadingLook,
    Index,
    IndexEntry,
    IndexGroup,
    Landing,
    Panel,
    Paragraph,
    Rule,
    Text,
)
from pipeline.writers.docx.check import findings
from tests.unit.writers.docx.word_file import Element, W, WordFile, has, style_of, text_of

FileOf = Callable[..., WordFile]
TITLE = Heading(1, "Titel")


def said(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def links(paragraph: Element) -> list[tuple[str, str]]:
    return [(text_of(link), link.get(f"{W}anchor", "")) for link in paragraph.iter(f"{W}hyperlink")]


def section_starts(file: WordFile) -> list[str]:
    found = [section.find(f"{W}type") for section in file.body.iter(f"{W}sectPr")]
    return ["" if kind is None else kind.get(f"{W}val", "") for kind in found]


def test_an_entry_of_one_place_is_a_link_and_one_of_several_names_them(file_of: FileOf) -> None:
    one, two = IndexEntry("samtycke", ("a",)), IndexEntry("samverkan", ("a", "b"))
    blocks = (Heading(2, "Kapitel", "a"), Paragraph((Text("om "), Landing("möten", "b"))))
    index = Index((IndexGroup("S", (one, two, IndexEntry("skola", ()))),))
    file = file_of(TITLE, *blocks, index)
    assert [text_of(paragraph) for paragraph in file.paragraphs][-4:] == [
        "S",
        "samtycke",
        "samverkan: Kapitel; möten",
        "skola",
    ]
    assert links(file.find("samtycke")) == [("samtycke", "a")]
    assert links(file.find("samverkan: Kapitel; möten")) == [("Kapitel", "a"), ("möten", "b")]
    assert findings(file.data) == ()


def test_what_stands_at_the_foot_follows(file_of: FileOf) -> None:
    foot = Foot((Rule(), Heading(2, "Kontakt", look=HeadingLook.RUN_IN), Panel((said("fråga"),), 1)))
    file = file_of(TITLE, said("före"), foot)
    assert [text_of(paragraph) for paragraph in file.paragraphs][:4] == ["Titel", "före", "Kontakt", "fråga"]
    assert findings(file.data) == ()


def test_a_part_on_a_right_hand_page_is_a_section_of_its_own(file_of: FileOf) -> None:
    file = file_of(TITLE, said("a"), Break(right=True), Heading(2, "b"), said("c"))
    assert section_starts(file) == ["", "oddPage"]
    assert not has(file.find("b"), "pageBreakBefore")
    assert findings(file.data) == ()


def test_columns_that_open_such_a_part_begin_its_section(file_of: FileOf) -> None:
    columns = Columns((said("c"),), (said("d"),))
    assert section_starts(file_of(TITLE, Break(right=True), columns, said("e"))) == ["", "oddPage", "continuous"]
    assert section_starts(file_of(TITLE, columns, Break(right=True), said("e"))) == ["", "continuous", "oddPage"]


def test_a_break_beside_one_to_a_right_hand_page_adds_no_page(file_of: FileOf) -> None:
    for breaks in ((Break(), Break(right=True)), (Break(right=True), Break())):
        file = file_of(TITLE, *breaks, said("b"))
        assert section_starts(file) == ["", "oddPage"]
        assert not has(file.find("b"), "pageBreakBefore")
    assert section_starts(file_of(Break(right=True), TITLE)) == [""]


def test_a_heading_of_the_fourth_level_has_a_style_of_its_own(file_of: FileOf) -> None:
    file = file_of(TITLE, Heading(2, "b"), Heading(3, "c", look=HeadingLook.SECTION), Heading(4, "d"))
    assert style_of(file.find("d")) == "Heading4"
    assert findings(file.data) == ()
