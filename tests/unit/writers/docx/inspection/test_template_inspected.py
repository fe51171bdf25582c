"""What is seen in a template: styles under which names, fonts, the room for text, and what will be told."""

import pytest

from pipeline.theme import StyleNames
from pipeline.writers.docx.house.resolving import StyleIndex
from pipeline.writers.docx.house.template import Template
from pipeline.writers.docx.inspection import KNOWN_STYLES, Inspected, inspected
from pipeline.writers.docx.inspection.parts import value
from pipeline.writers.docx.page import page
from pipeline.writers.docx.styles import styles
from tests.support import word_templates
from tests.support.sound_template import (
    HEADER,
    NAMES,
    SECTION,
    members,
    packed,
    part,
    relations,
    sound_template,
    style,
)

FAMILY = "Atkinson Hyperlegible Next"


def remarks(seen: Inspected) -> dict[str, dict[str, str]]:
    return {remark.code: dict(remark.details) for remark in seen.remarks}


def found(seen: Inspected) -> dict[str, str]:
    return {use.key: use.found for use in seen.styles if use.found}


def with_styles(*inner: str) -> bytes:
    return sound_template(styles=part("styles", "".join(inner)))


def with_page(old: str, new: str) -> bytes:
    assert old in SECTION
    return sound_template(document=part("document", f"<w:body>{SECTION.replace(old, new)}</w:body>"))


def with_links(of: str, *links: tuple[str, str, str, str], **extra: str) -> bytes:
    rels = {f"word/_rels/{of}.xml.rels": relations(*links)}
    return packed({**members(), **rels, **{f"word/{name}.xml": text for name, text in extra.items()}})


def test_nothing_is_said_of_a_sound_template() -> None:
    seen = inspected(sound_template(), FAMILY)
    assert seen.remarks == ()
    assert len(found(seen)) == len(NAMES) + 1
    assert seen.running == 1
    # 210 mm less twice 25 mm; Word's own page.
    assert (round(seen.room.width), round(seen.room.height), round(seen.room.text_width)) == (210, 297, 160)


def test_names_are_the_same_in_other_cases() -> None:
    seen = inspected(with_styles(style("Heading 1"), style("HEADING 2")))
    assert found(seen) == {"Heading1": "Heading 1", "Heading2": "HEADING 2"}


def test_a_style_is_known_by_its_swedish_id() -> None:
    assert found(inspected(with_styles(style("Annat", key="Rubrik1")))) == {"Heading1": "Annat"}


def test_the_themes_word_goes_before_the_name() -> None:
    data = with_styles(style("heading 1"), style("Stadens rubrik"))
    assert found(inspected(data, chosen={"Heading1": "stadens Rubrik"})) == {"Heading1": "Stadens rubrik"}


def test_a_name_that_the_template_lacks_is_told() -> None:
    seen = inspected(sound_template(), chosen={"Heading1": "Stadens rubrik"})
    assert seen.unknown == {"Heading1": "Stadens rubrik"}


def test_a_style_of_another_kind_does_not_do() -> None:
    assert found(inspected(with_styles(style("heading 1", "character")))) == {}


def test_missing_styles_are_told_by_their_keys_in_the_theme() -> None:
    kept = (style(name) for name in NAMES if name not in {"toc 1", "caption"})
    seen = inspected(with_styles(*kept, style("Hyperlink", "character")))
    assert remarks(seen) == {"U645": {"missing": "bildtext, innehall1"}}


def test_a_template_without_any_style() -> None:
    assert set(remarks(inspected(word_templates.bare()))) == {"U646", "U651"}
    assert set(remarks(inspected(with_styles()))) == {"U646"}


def test_fonts_that_come_along_and_fonts_that_do_not() -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="{FAMILY}"/></w:rPr>'
    told = inspected(with_styles(*map(style, NAMES), style("Eget", inner=fonts)), FAMILY.upper())
    assert remarks(told)["U647"] == {"fonts": "Arial"}


def test_an_embedded_font_comes_along() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Stadens"/></w:rPr>'
    table = part("fonts", '<w:font w:name="Stadens"><w:embedRegular r:id="rId1"/></w:font>')
    data = with_links(
        "document",
        ("rId1", "styles", "styles.xml", ""),
        ("rId2", "header", "header1.xml", ""),
        ("rId3", "fontTable", "fontTable.xml", ""),
        fontTable=table,
        styles=part("styles", style("Normal", inner=fonts)),
    )
    (font,) = inspected(data).fonts
    assert (font.name, font.is_embedded, font.is_at_hand) == ("Stadens", True, True)


def test_fonts_of_the_templates_own_theme() -> None:
    fonts = '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Gammal"/></w:rPr>'
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    theme = f'<a:theme {space}><a:minorFont><a:latin typeface="Verdana"/></a:minorFont></a:theme>'
    data = with_links(
        "document",
        ("rId1", "styles", "styles.xml", ""),
        ("rId2", "header", "header1.xml", ""),
        ("rId3", "theme", "theme.xml", ""),
        theme=theme,
        styles=part("styles", style("Normal", inner=fonts)),
    )
    assert [font.name for font in inspected(data).fonts] == ["Verdana"]


def test_linked_pictures_of_the_header_are_told() -> None:
    seen = inspected(with_links("header1", ("rId1", "image", "file:///G:/logga.png", "External")))
    assert remarks(seen) == {"U648": {"pictures": "file:///G:/logga.png"}}


def test_a_linked_picture_that_is_in_the_file_too_is_not() -> None:
    header = part("hdr", '<a:blip r:embed="rId2" r:link="rId1"/>')
    links = (("rId1", "image", "file:///G:/logga.png", "External"), ("rId2", "image", "media/a.png", ""))
    assert remarks(inspected(with_links("header1", *links, header1=header))) == {}


def test_ties_and_an_old_text_are_told() -> None:
    assert set(remarks(inspected(word_templates.labelled(), "Arial"))) == {"U645", "U649", "U650", "U651"}
    assert remarks(inspected(word_templates.littered()))["U651"]["comments"] == "1"


def test_the_words_of_the_header_are_not_counted_as_an_old_text() -> None:
    assert HEADER in members()["word/header1.xml"]
    assert "U651" not in remarks(inspected(sound_template()))


def test_landscape_pages_are_told() -> None:
    old, new = 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
    assert remarks(inspected(with_page(old, new))) == {"U652": {"height": "210", "width": "297"}}


def test_narrow_text_is_told() -> None:
    # 210 mm less 25 mm and 60 mm (3402 twips) is 125 mm.
    seen = inspected(with_page('w:right="1417"', 'w:right="3402"'))
    assert remarks(seen) == {"U653": {"least": "143", "width": "125"}}


@pytest.mark.parametrize("size", ['w:w="0" w:h="0"', 'w:w="x" w:h="-4"', 'w:w="99999999999" w:h="1"'])
def test_odd_measures_say_nothing(size: str) -> None:
    seen = inspected(with_page('w:w="11906" w:h="16838"', size))
    assert (seen.room.width, seen.remarks) == (0.0, ())


def test_the_known_styles_are_those_that_we_write(look) -> None:
    names = {one.key: (one.name, one.kind.value) for one in styles(look, page(look))}
    assert {known.key: (known.name, known.kind) for known in KNOWN_STYLES}.items() <= names.items()
    assert {known.field for known in KNOWN_STYLES} == set(StyleNames.model_fields) - {"origin"}


@pytest.mark.parametrize("name", word_templates.ALL)
@pytest.mark.parametrize("chosen", [{}, {"Heading1": "heading 2", "List": "para9", "TOC2": "no such"}])
def test_the_styles_told_are_those_that_are_used(name: str, chosen: dict[str, str]) -> None:
    """What the inspection says, and what the writer then does, for every hostile template."""
    data = word_templates.ALL[name]()
    listed = Template(data).part("styles")
    if listed is None:
        assert found(inspected(data, chosen=chosen)) == {}
        return
    index = StyleIndex(listed.root, None)
    used = {one.key: index.resolved(one.key, one.name, one.kind, chosen) for one in KNOWN_STYLES}
    names = {key: value(next(index.lineage(style)), "name") for key, style in used.items() if style}
    assert found(inspected(data, chosen=chosen)) == names


def test_a_style_of_libreoffice_and_an_alias_and_the_usual_style() -> None:
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Standard"/></w:style>'
    alias = style("Stadens", inner='<w:aliases w:val="x, heading 1"/>')
    seen = inspected(with_styles(usual, alias, style("Internet Link", "character")))
    assert found(seen) == {"Normal": "Standard", "Heading1": "Stadens", "Hyperlink": "Internet Link"}


def test_links_may_write_the_names_of_parts_in_other_letters() -> None:
    rels = relations(("rId1", "officeDocument", "/WORD/Document.xml", ""))
    assert inspected(packed({**members(), "_rels/.rels": rels})).remarks == ()


HEADINGS = {
    "based on a heading": '<w:basedOn w:val="heading1"/>',
    "with a level of its own": '<w:basedOn w:val="heading2"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
}


@pytest.mark.parametrize("case", HEADINGS)
def test_a_style_is_a_heading_by_its_level_or_its_base(case: str) -> None:
    data = with_styles(*map(style, NAMES), style("Stadens", inner=HEADINGS[case]))
    assert inspected(data, chosen={"Heading1": "Stadens"}).odd == {}
    assert inspected(data, chosen={"Heading2": "Stadens"}).odd == {"Heading2": "Stadens"}


def test_styles_based_on_each_other_end() -> None:
    one, other = style("A", inner='<w:basedOn w:val="B"/>'), style("B", inner='<w:basedOn w:val="A"/>')
    assert inspected(with_styles(one, other), chosen={"Heading1": "A"}).odd == {"Heading1": "A"}
