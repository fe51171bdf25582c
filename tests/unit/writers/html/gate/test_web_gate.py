"""The gate finds nothing in the pages we write, and each fault when it is put in on purpose."""

from dataclasses import replace

import pytest

from pipeline.writers.html.gate import checked
from pipeline.writers.written import Part
from tests.unit.writers.html.gate.web_mutations import MUTATIONS, Mutation
from tests.unit.writers.html.gate.web_trials import PAGE, codes, content, every_code, good, page


def test_the_good_page_has_no_finding() -> None:
    assert checked(good(), content()) == ()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_each_fault_is_found(mutation: Mutation) -> None:
    assert mutation.code in codes(mutation)


def test_every_rule_was_seen_to_find_its_fault() -> None:
    assert {mutation.code for mutation in MUTATIONS} == every_code()


def test_the_page_shows_what_found_each() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: nox -s generated"


def test_a_link_out_is_that_of_the_content_only() -> None:
    without = replace(content(), meetings=())
    found = [finding for finding in checked(good(), without) if finding.part is Part.SAFETY]
    assert [finding.code for finding in found] == ["address_unknown"]


def test_words_are_compared_without_what_only_typesetting_needs() -> None:
    soft = good().replace(b"Syftet \xc3\xa4r gott.", "Syf\u00adtet \u00e4r\u00a0gott.".encode())
    assert soft != good()
    assert checked(soft, content()) == ()
