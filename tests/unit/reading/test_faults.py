"""What pydantic refuses, told in the author's keys and at the author's place."""

from pydantic import Field

from pipeline.diagnostics import Diagnostic
from pipeline.model import Actor, Step
from pipeline.reading import read_value
from pipeline.values import Label, Value


def findings(text: str, cls: type[Value] = Step) -> list[Diagnostic]:
    return list(read_value("f", text.encode(), cls, lambda _: True)[1].findings)


def told(text: str, cls: type[Value] = Step) -> dict[str, list[tuple[int, int]]]:
    """Line and column of what was found, by code."""
    found: dict[str, list[tuple[int, int]]] = {}
    for finding in findings(text, cls):
        found.setdefault(finding.code, []).append((finding.place.line, finding.place.column))
    return found


def detail(text: str, code: str, cls: type[Value] = Step) -> dict[str, str]:
    return dict(next(finding.details for finding in findings(text, cls) if finding.code == code))


def test_missing_keys_are_at_the_mapping_unknown_ones_at_the_key() -> None:
    found = told("# x\nid: a\nfarg: b\n")
    assert found["F224"] == [(2, 1)]
    assert found["F202"] == [(3, 1)]


def test_faults_deep_below_are_at_their_value() -> None:
    text = "steg:\n- id: a\n  pilar:\n  - till: b\n  - till: [c]\n  - extra: 1\n"
    found = told(text, Actor)
    assert found["F205"] == [(5, 11)]
    assert found["F202"] == [(6, 5)]
    assert (6, 5) in found["F201"]
    assert found["F224"] == [(1, 1), (2, 3)]


def test_a_misspelled_key_is_one_fault_with_a_guess() -> None:
    assert detail("titl: x\n", "F202")["guess"] == "titel"
    assert "titel" not in detail("titl: x\n", "F224")["keys"].split(", ")
    assert detail("qqq: x\n", "F202")["guess"] == ""


def test_english_field_names_are_unknown_keys() -> None:
    assert detail("title: x\n", "F202")["key"] == "title"


def test_allowed_values_come_from_the_kind_itself() -> None:
    details = detail("form: ja-nei\n", "F218")
    assert details["allowed"] == "start-stopp, en-flera, ja-nej, processkoppling"
    assert details["guess"] == "ja-nej"


def test_what_is_left_out_is_said_to_be_empty() -> None:
    found = told("id:\ntitel: ~\nform: null\nlagstod:\nfas: ''\n")
    assert found["F203"] == [(1, 4), (2, 8), (3, 7)]
    assert found["F204"] == [(4, 9)]


def test_a_file_that_is_a_list_or_a_text() -> None:
    assert told("- a\n") == {"F220": [(1, 1)]}
    assert told("text\n") == {"F220": [(1, 1)]}


def test_a_fault_is_not_told_again_by_the_model() -> None:
    assert "F203" not in told('id: *x\ntitel: "\\a"\n')
    assert told('id: *x\ntitel: "\\a"\n').keys() >= {"L018", "L015", "F224"}


class Foreign(Value):
    """A field of a type that the models do not use."""

    number: int = Field(alias="tal")
    name: Label | None = None


def test_an_unforeseen_error_is_told_without_english() -> None:
    (finding,) = findings("tal: x\n", Foreign)
    assert (finding.code, finding.place.line, finding.place.column) == ("F299", 1, 6)


def test_many_faults_are_cut() -> None:
    assert told("".join(f"k{number}: x\n" for number in range(1_100)))["L030"] == [(0, 0)]
