"""What a document ends with, and what is left out of it."""

from dataclasses import replace

from pipeline.compose import COMPOSERS
from pipeline.compose.colophon import colophon, shown_address
from pipeline.document import Document, Heading, Web, running_text
from tests.support.decided import FEEDBACK, OTHER_FORMATS, decided_programme, with_release
from tests.support.real import brief_for, real_programme

FK = "forsakringskassan"


def parts_of(brief):
    return [part for block in colophon(brief) for parts in running_text(block) for part in parts]


def said(brief):
    return " ".join(part.text for part in parts_of(brief))


def test_without_addresses_it_says_how_the_draft_stands_and_the_disclaimer_in_both_languages():
    brief = brief_for("handout", FK)
    settings = real_programme().settings
    heading, *_ = colophon(brief)
    assert isinstance(heading, Heading)
    assert heading.level == 2
    assert "utkast" in said(brief)
    assert settings.disclaimer in said(brief)
    assert [part.language for part in parts_of(brief) if part.text == settings.disclaimer_en] == ["en"]
    assert "synpunkter" not in said(brief)
    assert [part for part in parts_of(brief) if isinstance(part, Web)] == []


def test_the_address_is_a_link_and_the_offer_stands_as_it_was_written():
    brief = brief_for("handout", FK, with_release())
    [link] = [part for part in parts_of(brief) if isinstance(part, Web)]
    assert link == Web("example.org/synpunkter", FEEDBACK)
    assert said(brief).endswith(OTHER_FORMATS)


def test_what_is_decided_has_no_disclaimer_be_it_a_draft_or_not():
    brief = brief_for("handout", FK, decided_programme(FK))
    for one in (brief, replace(brief, released=True)):
        assert brief.programme.settings.disclaimer not in said(one)
        assert "ännu inte" not in said(one)
    assert "utkast" not in said(replace(brief, released=True))


def test_it_names_neither_date_nor_release_so_that_an_unchanged_document_keeps_its_code():
    for programme in (with_release(), decided_programme(FK)):
        for is_released in (True, False):
            text = said(replace(brief_for("handout", FK, programme), released=is_released))
            assert "2026" not in text


def test_addresses_as_people_write_them():
    assert shown_address("mailto:kontakt@example.org") == "kontakt@example.org"
    assert shown_address("https://example.org/a/") == "example.org/a"


def test_the_to_do_list_ends_with_it():
    brief = brief_for("att-gora", FK)
    document = COMPOSERS["att-gora"].compose(brief)
    assert isinstance(document, Document)
    assert document.blocks[-len(colophon(brief)) :] == colophon(brief)
