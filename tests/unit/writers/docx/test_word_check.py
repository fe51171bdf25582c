"""Our own check finds nothing in what we write, and each fault when it is put in on purpose."""

from collections.abc import Callable

import pytest

from pipeline.document import Document, Heading, ItemList, Jump, Paragraph, Text, Tone, Web
from pipeline.writers.docx.check import checked, findings
from tests.unit.writers.docx.word_changes import HEADER, LINKS, TEXT, added, both, relation, replaced, two_branches
from tests.unit.writers.docx.word_changes import drawing as drawn
from tests.unit.writers.docx.word_file import WordFile
from tests.unit.writers.docx.word_mutations import MUTATIONS, Mutation
from tests.unit.writers.docx.word_trials import PAGE, codes, content, every_code, good, page

FileOf = Callable[..., WordFile]


def told(file: WordFile) -> set[str]:
    return {finding.code for finding in findings(file.data)}


def test_the_good_file_has_no_finding() -> None:
    assert checked(good().data, content()) == ()


def test_what_we_write_is_clean(written: WordFile, document: Document) -> None:
    assert checked(written.data, document) == ()
    assert findings(written.data, ["https://example.org/lag?a=1&b=å"]) == ()


def test_links_of_no_document_are_found(written: WordFile) -> None:
    (finding,) = findings(written.data, ["https://example.org/annan"])
    assert (finding.code, finding.detail) == ("external_unknown", "https://example.org/lag?a=1&b=%C3%A5")


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_each_fault_is_found(mutation: Mutation) -> None:
    assert mutation.code in codes(mutation)


def test_every_rule_was_seen_to_find_its_fault() -> None:
    assert {mutation.code for mutation in MUTATIONS} == every_code()


def test_the_page_shows_what_found_each() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: nox -s generated"


def test_a_picture_marked_as_decoration_needs_no_words() -> None:
    mark = (
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="x"><d:decorative '
        'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    plain = added(HEADER, drawn(900, words='descr=""').replace("/></wp:inline>", f">{mark}</wp:docPr></wp:inline>"))
    assert told(plain(good())) == set()


def test_only_one_of_two_branches_is_read_so_they_may_bear_the_same_ids() -> None:
    assert told(added(HEADER, f"<w:p><w:r>{two_branches(drawn(900))}</w:r></w:p>")(good())) == set()


def test_a_header_of_an_agency_may_lead_to_its_own_address_and_a_shape_to_a_bookmark() -> None:
    rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation("hyperlink")}'
    )
    link = (
        '<w:p><w:hyperlink r:id="rX" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        "<w:r><w:t>Myndigheten</w:t></w:r></w:hyperlink></w:p>"
    )

    def own(file: WordFile) -> WordFile:
        name = "word/_rels/header1.xml.rels"
        return added(HEADER, link)(file).changed(name, lambda data: f"{rels}</Relationships>".encode())

    assert checked(own(good()).data, content()) == ()
    shape = both(
        added(LINKS, relation("hyperlink", "#slut", "")),
        replaced(
            TEXT,
            "(<wp:docPr [^>]*)/>",
            r'\1><a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/'
            r'drawingml/2006/main" r:id="rX" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
            r'relationships"/></wp:docPr>',
        ),
    )
    assert checked(shape(good()).data, content()) == ()


def test_a_field_may_go_on_over_paragraphs_beside_each_other() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    entries = f"<w:p>{begin}<w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r>{end}</w:p>"
    assert told(added(TEXT, entries)(good())) == set()


def test_headings_may_rise_by_several_levels(file_of: FileOf) -> None:
    file = file_of(Heading(1, "a"), Heading(2, "b"), Heading(3, "c"), Heading(1, "d"))
    assert findings(file.data) == ()


def test_links_in_any_block_are_clean(file_of: FileOf) -> None:
    web = Web("Finsam", "https://example.org/")
    file = file_of(Heading(1, "a", "a"), Paragraph((web, Jump("upp", "a")), Tone.QUIET), ItemList(((web, Text("!")),)))
    assert findings(file.data) == ()
