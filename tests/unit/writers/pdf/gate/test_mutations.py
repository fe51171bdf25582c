"""Each way to make a good file bad is found by our own parts, and the page in docs says by what."""

import pytest
from pikepdf import Dictionary, Name

from pipeline.writers.pdf.gate import checked, findings
from pipeline.writers.written import Part
from tests.unit.writers.pdf.gate.mutations import MUTATIONS, Mutation, mutated
from tests.unit.writers.pdf.gate.sample import document
from tests.unit.writers.pdf.gate.trials import PAGE, good, page, trial


def test_the_good_file_has_no_finding() -> None:
    assert checked(good(), document()) == ()


def test_a_file_that_is_only_saved_again_has_no_finding() -> None:
    assert checked(mutated(good(), lambda file: None), document()) == ()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    codes = trial(mutation).codes
    assert mutation.code in codes
    assert "part_unreadable" not in codes


def test_the_page_shows_what_found_each() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: nox -s generated"


def test_what_is_no_pdf_is_told() -> None:
    assert {finding.code for finding in findings(b"%PDF-1.7 and no more")} >= {"file_unreadable", "validator_refused"}


def test_a_part_that_cannot_read_the_file_says_so_and_others_go_on() -> None:
    def break_the_tree(file):
        file.Root.StructTreeRoot.K[0].K[0].K = Dictionary(Type=Name.MCR)
        del file.Root.Lang

    found = {finding.code: finding.part for finding in findings(mutated(good(), break_the_tree))}
    assert found["language_missing"] is Part.STRUCTURE
    assert found["part_unreadable"] is Part.STRUCTURE
