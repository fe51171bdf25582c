"""Text in an agency's own template: what is kept of the template, and that nothing else of it is left."""

import posixpath
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.document import Document
from pipeline.scene import Fact
from pipeline.writers.docx import write
from pipeline.writers.docx.check import findings
from pipeline.writers.look import HouseTemplate, Look
from tests.support import word_templates
from tests.support.word_templates import KEPT, LABEL, OLD
from tests.unit.writers.docx.word_file import Element, W, WordFile, text_of

TEMPLATES: dict[str, Callable[[], bytes]] = {
    "libreoffice": word_templates.libreoffice_like,
    "labelled": word_templates.labelled,
    "littered": word_templates.littered,
    "bare": word_templates.bare,
    "dotx": lambda: word_templates.as_dotx(word_templates.labelled()),
}
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
In = Callable[..., WordFile]


@pytest.fixture
def in_template(document: Document, look: Look) -> In:
    def make(name: str, **styles: str) -> WordFile:
        template = HouseTemplate(f"{name}.docx", TEMPLATES[name](), styles)
        return WordFile(write(document, replace(look, template=template)).data)

    return make


def texts(file: WordFile, start: str) -> list[str]:
    """The words of each header or footer."""
    return [text_of(file.part(name)) for name in sorted(file.archive.namelist()) if name.startswith(f"word/{start}")]


def measure(file: WordFile, child: str, key: str) -> list[str | None]:
    """A measure of every section."""
    marks = (section.find(f"{W}{child}") for section in file.body.iter(f"{W}sectPr"))
    return [None if mark is None else mark.get(f"{W}{key}") for mark in marks]


def style_names(file: WordFile) -> dict[str, str]:
    """The names of the paragraph styles by their ids."""
    found: dict[str, str] = {}
    for style in file.part("word/styles.xml").iter(f"{W}style"):
        name = style.find(f"{W}name")
        assert name is not None
        found[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "")
    return found


def style_of(file: WordFile, words: str) -> str:
    """The name of the style that a paragraph has."""
    mark = file.find(words).find(f"{W}pPr/{W}pStyle")
    assert mark is not None
    return style_names(file)[mark.get(f"{W}val", "")]


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_of_the_old_text_is_left_in_any_part(in_template: In, name: str) -> None:
    archive = in_template(name).archive
    for part in set(archive.namelist()) - {"docProps/custom.xml"}:  # the template's own properties stay
        assert OLD.encode() not in archive.read(part), part
        assert OLD.encode("utf-16-le") not in archive.read(part), part


@pytest.mark.parametrize("name", TEMPLATES)
def test_our_own_gate_finds_nothing(in_template: In, name: str) -> None:
    assert findings(in_template(name).data) == ()


@pytest.mark.parametrize("name", TEMPLATES)
def test_all_of_the_text_is_there(in_template: In, written: WordFile, name: str) -> None:
    words = [text_of(line).strip() for line in in_template(name).paragraphs]
    assert words == [text_of(line).strip() for line in written.paragraphs]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_bytes_each_time(in_template: In, name: str) -> None:
    assert in_template(name).data == in_template(name).data


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_part_is_referred_to_and_every_reference_leads_somewhere(in_template: In, name: str) -> None:
    file = in_template(name)
    parts = set(file.archive.namelist())
    targets = set()
    for part in (found for found in parts if found.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(part))
        for relation in file.part(part).iter(_RELATIONSHIP):
            if relation.get("TargetMode") != "External":
                targets.add(posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/"))
    assert targets == {part for part in parts if not part.endswith(".rels") and part != "[Content_Types].xml"}


@pytest.mark.parametrize("name", ["labelled", "dotx", "littered"])
def test_headers_and_footers_stay_and_every_foot_says_edition_and_status(in_template: In, name: str) -> None:
    file = in_template(name)
    assert all(KEPT in words or "word/media" in str(file.archive.namelist()) for words in texts(file, "header"))
    assert texts(file, "footer")
    for words in texts(file, "footer"):
        assert "Utkast 2026-11-21 · 4f1c09ab" in words
        assert "UTKAST" in words


def test_first_and_even_pages_have_a_foot_where_the_template_has_none(in_template: In) -> None:
    """The template has a foot for odd pages alone, and other heads on the first and on even pages."""
    file = in_template("littered")
    (first, *_) = file.body.iter(f"{W}sectPr")
    kinds = sorted(mark.get(f"{W}type", "") for mark in first.findall(f"{W}footerReference"))
    assert kinds == ["default", "even", "first"]
    assert sum(f"{KEPT}s adress" in words for words in texts(file, "footer")) == 1


def test_without_a_header_ours_is_used(in_template: In) -> None:
    (words,) = texts(in_template("bare"), "header")
    assert words.startswith("Stockholms stad")


def test_the_page_is_the_templates_in_every_section(in_template: In) -> None:
    file = in_template("littered")
    sections = len(list(file.body.iter(f"{W}sectPr")))
    assert measure(file, "pgMar", "left") == ["1701"] * sections
    assert measure(file, "pgMar", "right") == ["2268"] * sections
    assert set(measure(file, "pgSz", "w")) == {"11906"}
    assert set(measure(file, "pgNumType", "start")) == {None}  # page x of y begins with 1
    tables = [int(mark.get(f"{W}w", "0")) for mark in file.body.iter(f"{W}tblW")]
    assert tables
    assert max(tables) <= 11906 - 1701 - 2268


@pytest.mark.parametrize(("name", "heading"), [("libreoffice", "Heading 1"), ("labelled", "heading 1")])
def test_headings_have_the_templates_own_style_whatever_it_writes_its_name(
    in_template: In, name: str, heading: str
) -> None:
    assert style_of(in_template(name), "Handledning") == heading


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_two_styles_have_the_same_name_or_id(in_template: In, name: str) -> None:
    styles = list(in_template(name).part("word/styles.xml").iter(f"{W}style"))
    ids = [style.get(f"{W}styleId", "").casefold() for style in styles]
    names = [mark.get(f"{W}val", "").casefold() for style in styles for mark in style.findall(f"{W}name")]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)


def test_a_style_that_the_theme_names_is_taken(in_template: In) -> None:
    names = style_names(in_template("labelled"))
    chosen = next(name for key, name in names.items() if "heading 2" in name.casefold())
    assert style_of(in_template("labelled", Heading1=chosen), "Handledning") == chosen


def test_labels_stay_beside_our_properties_with_numbers_of_their_own(in_template: In) -> None:
    file = in_template("labelled")
    properties = list(file.part("docProps/custom.xml"))
    names = [one.get("name") for one in properties]
    assert {f"{LABEL}_Enabled", f"{LABEL}_Name"} <= set(names)
    assert len(set(names)) == len(names)
    assert [one.get("pid") for one in properties] == [str(2 + at) for at in range(len(properties))]
    assert file.archive.namelist().count("docProps/custom.xml") == 1


def test_a_property_of_ours_takes_the_place_of_one_with_its_name(document: Document, look: Look) -> None:
    metadata = replace(document.metadata, facts=(Fact("version", "1.2", "Version"),))
    template = HouseTemplate("x.docx", word_templates.labelled())
    file = WordFile(write(replace(document, metadata=metadata), replace(look, template=template)).data)
    found = {one.get("name"): one[0].text for one in file.part("docProps/custom.xml")}
    assert found["version"] == "1.2"


def test_what_ties_a_file_to_people_and_places_is_gone(in_template: In) -> None:
    file = in_template("labelled")
    settings = file.part("word/settings.xml")
    tags = {str(element.tag).removeprefix(W) for element in settings.iter()}
    assert not tags & {"attachedTemplate", "mailMerge", "documentProtection", "updateFields", "rsids", "docVars"}
    assert not any("customXml" in name or "thumbnail" in name or "glossary" in name for name in file.archive.namelist())
    header = file.part("word/header1.xml")
    assert f"{KEPT} i söder" in text_of(header)  # the control's words stay, its tie to data goes
    assert not [one for one in header.iter() if str(one.tag).endswith("}dataBinding")]


def test_drawings_have_numbers_of_their_own_beside_the_templates_logo(in_template: In) -> None:
    file = in_template("littered")
    roots = [file.body, *(file.part(name) for name in file.archive.namelist() if name.startswith("word/header"))]
    numbers = [one.get("id") for root in roots for one in root.iter() if str(one.tag).endswith("}docPr")]
    assert len(numbers) >= 2
    assert len(set(numbers)) == len(numbers)


def test_a_logo_that_nobody_has_described_is_marked_as_decorative(document: Document, look: Look) -> None:
    """Else it would be a fault of every file in that template, which its users cannot mend."""
    described = f'descr="{KEPT}s märke'
    logo = "word/header3.xml"
    bare = word_templates.with_member(
        word_templates.littered(), logo, lambda data: data.replace(described.encode(), b'descr="')
    )
    assert bare != word_templates.littered()
    file = WordFile(write(document, replace(look, template=HouseTemplate("x.docx", bare))).data)
    assert findings(file.data) == ()


def languages(root: Element) -> set[str | None]:
    return {mark.get(f"{W}val") for mark in root.iter(f"{W}lang")}


def test_the_language_is_the_documents(in_template: In) -> None:
    """The template says en-GB."""
    assert languages(in_template("labelled").part("word/styles.xml")) == {"sv-SE"}
