"""Decision records: what the checks find beside the bad examples, and what they let pass."""

import datetime
from dataclasses import replace

import pytest

from pipeline.checks.decision_records import (
    adopted_content_is_of_today,
    adopted_decisions_are_whole,
    decisions_end_after_they_begin,
    one_decision_each,
)
from pipeline.model import DECIDED_FIELDS, Decision, DecisionStatus
from tests.diagnostics.project import KNOWN, patched, report_on, small_project
from tests.support.decided import decided_programme, decision, with_release
from tests.support.real import real_programme

FK = "forsakringskassan"


def found(check, programme):
    return [(finding.code, dict(finding.details)) for finding in check(programme, KNOWN)]


def test_a_full_decision_about_the_content_of_today_is_without_findings():
    programme = decided_programme(FK, "stockholms-stad")
    for check in (adopted_decisions_are_whole, adopted_content_is_of_today, one_decision_each):
        assert found(check, programme) == []


def test_a_release_without_records_is_fine():
    files = {**small_project(), "sources/beslut.yaml": b"beslut: []\n"}
    files["sources/program.yaml"] += b"utgava: '2026.1'\n"
    assert report_on(files).findings == ()


@pytest.mark.parametrize("name", sorted(set(DECIDED_FIELDS) - {"status"}))
def test_one_empty_field_is_told_by_its_key_at_the_status(name):
    empty = () if name == "history" else None
    record = decision(with_release(), FK, **{name: empty})
    [(code, details)] = found(adopted_decisions_are_whole, replace(with_release(), decisions=(record,)))
    assert (code, details["keys"]) == ("G904", Decision.key(name))


def test_what_is_not_called_adopted_may_have_holes():
    for status in (None, DecisionStatus.NOT_ADOPTED):
        record = Decision(actor=FK, release="2026.1", status=status)
        assert found(adopted_decisions_are_whole, replace(with_release(), decisions=(record,))) == []


def test_the_note_about_other_content_names_the_code_of_today():
    programme = decided_programme(FK, digest="0123456789abcdef")
    today = decision(with_release(), FK).digest
    [(code, details)] = found(adopted_content_is_of_today, programme)
    assert (code, details["decided"], details["today"]) == ("G905", "0123456789abcdef", today)


def test_earlier_releases_were_decided_for_other_content():
    record = decision(with_release(), FK, release="2025.2", digest="0123456789abcdef")
    assert found(adopted_content_is_of_today, replace(with_release(), decisions=(record,))) == []
    assert found(adopted_content_is_of_today, replace(real_programme(), decisions=(record,))) == []


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [("2026-12-01", "2026-12-01", []), ("2026-12-01", "2026-11-30", ["G903"]), ("2026-12-01", None, [])],
)
def test_the_last_day_is_not_before_the_first(first, last, codes):
    day = datetime.date.fromisoformat
    record = Decision(actor=FK, release="1", valid_from=day(first), valid_to=day(last) if last else None)
    programme = replace(real_programme(), decisions=(record,))
    assert [code for code, _ in found(decisions_end_after_they_begin, programme)] == codes


def test_one_actor_may_decide_about_two_releases_and_two_about_one():
    records = tuple(Decision(actor=who, release=what) for who, what in ((FK, "1"), (FK, "2"), ("rs", "1")))
    assert found(one_decision_each, replace(real_programme(), decisions=records)) == []


def test_texts_of_nothing_are_not_known_yet():
    keys = ("titel", "beslutsdatum", "giltig_till", "status", "innehall", "revisionshistorik")
    lines = "".join(f"  {key}: ''\n" for key in keys)
    files = patched(f"# file: sources/beslut.yaml\n# whole\nbeslut:\n- aktor: ss\n  utgava: 2026.1\n{lines}")
    assert report_on(files).findings == ()
