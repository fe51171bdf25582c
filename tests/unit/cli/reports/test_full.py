"""How findings are shown on a terminal, in full and in short."""

import pytest

from pipeline.cli.reports.full import FRAME_WIDTH
from pipeline.cli.visible import visible
from pipeline.diagnostics import Diagnostic, Severity, diagnose
from pipeline.spans import Place
from tests.unit.cli.reports import findings
from tests.unit.cli.reports.findings import of


def shown(*found: Diagnostic, files: dict[str, bytes] | None = None, colour: bool = False, form: str = "full") -> str:
    return findings.shown(form, *found, files=files, colour=colour)


def test_a_fault_has_place_sentence_frame_and_hint() -> None:
    assert shown(diagnose("A101", Place("a.yaml", 2, 5), step="x", guess="")) == (
        "a.yaml:2:5: fel A101: Steget ”x” saknas.\n"
        "  1 | rad 1\n"
        "  2 | råd 2\n"
        "    |     ^\n"
        "  3 | rad 3\n"
        "hjälp: Skriv det.\n"
        "läs mer: processpil explain A101\n"
        "\n"
        "1 fel i 2 filer\n"
    )


def test_a_guess_comes_before_the_hint() -> None:
    text = shown(diagnose("A101", Place("a.yaml", 2, 5), step="x", guess="y"))
    assert "hjälp: Menade du ”y”? Skriv det.\n" in text


def test_a_file_without_lines_has_no_frame() -> None:
    assert shown(diagnose("A102", Place("c.yaml", 0, 0))).startswith("c.yaml: fel A102: Något.\nhjälp: Gör något.\n")
    assert shown(diagnose("A102", Place("b.yaml", 7, 1))).startswith("b.yaml:7:1: fel A102: Något.\nhjälp:")


def test_notes_and_short_form_take_one_line() -> None:
    found = (of(Severity.NOTE, "A102", Place("a.yaml", 1, 1)), of(Severity.WARNING, "A102", Place("a.yaml", 2, 1)))
    text = "a.yaml:1:1: notis A102: Något.\na.yaml:2:1: varning A102: Något.\n1 varning, 1 notis i 2 filer\n"
    assert shown(*found, form="short") == text
    assert shown(*found).splitlines()[0] == text.splitlines()[0]


def test_numbers_have_their_words() -> None:
    found = [of(severity, "A102", Place("a.yaml", n, 1)) for n in (1, 2) for severity in Severity]
    assert shown(*found).endswith("\n2 fel, 2 varningar, 2 notiser i 2 filer\n")
    assert shown() == "Inga fel i 2 filer\n"
    assert shown(files={"a.yaml": b""}) == "Inga fel i 1 fil\n"


def test_what_a_terminal_would_obey_is_written_out() -> None:
    files = {"a.yaml": "\x1b[31m\tå\u202e😀 x\r\nnästa".encode()}
    text = shown(diagnose("A101", Place("a.yaml", 1, 6), step="\x1b]0;"), files=files)
    lines = text.splitlines()
    assert lines[0] == "a.yaml:1:6: fel A101: Steget ”<U+001B>]0;” saknas."
    assert lines[1] == "  1 | <U+001B>[31m→å<U+202E>😀 x"
    assert lines[2] == "    | " + " " * len("<U+001B>[31m") + "^" * len("→å<U+202E>😀 x")
    assert visible("a\u200bb") == "a<U+200B>b"


def test_a_no_break_space_is_written_out_only_where_it_is_the_fault() -> None:
    assert visible("2\u00a0kap. 7\u00a0\u00a7") == "2 kap. 7 \u00a7"
    assert visible("\u00a0\u00a0titel: a") == "<U+00A0><U+00A0>titel: a"


def test_long_lines_are_shown_round_the_caret() -> None:
    files = {"a.yaml": b"k" + b"a" * 500 + b"X" + b"b" * 500 + b"\n"}
    lines = shown(diagnose("A102", Place("a.yaml", 1, 502)), files=files).splitlines()
    caret = lines[2].index("^")
    assert lines[1][caret] == "X"
    assert lines[1][6] == lines[1][-1] == "…"
    assert len(lines[1]) == len("  1 | ") + FRAME_WIDTH + 2


def test_colour_adds_codes_and_nothing_else() -> None:
    finding = diagnose("A101", Place("a.yaml", 2, 5), step="x")
    coloured = shown(finding, colour=True)
    assert "\x1b[1;31mfel A101:\x1b[0m" in coloured
    plain = coloured
    for code in ("1;31", "1;34", "34", "1", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == shown(finding)


def test_files_that_are_not_text_can_be_shown() -> None:
    assert "  1 | a�\n" in shown(diagnose("A102", Place("a.yaml", 1, 2)), files={"a.yaml": b"a\xff"})


@pytest.mark.parametrize(
    ("text", "column", "carets"),
    [
        ("till: fk-samtl", 7, "^^^^^^^^"),
        ("till: fk-samtl # dit", 7, "^^^^^^^^"),
        ("pilar: [{till: a}, {till: b}]", 8, "^" * len("[{till: a}, {till: b}]")),
        ("titel: 'Kontroll: ja'  ", 8, "^" * len("'Kontroll: ja'")),
        ("titel: En text\n  som fortsätter", 8, "^^^^^^^"),
        ("titel:", 7, "^"),
        ("titel: [öppen", 8, "^^^^^^"),
    ],
)
def test_the_whole_value_is_underlined_to_its_end_on_the_line(text: str, column: int, carets: str) -> None:
    lines = shown(diagnose("A102", Place("a.yaml", 1, column)), files={"a.yaml": text.encode()}).splitlines()
    assert lines[2].removeprefix("    | ") == " " * (column - 1) + carets


def test_one_character_is_underlined_alone() -> None:
    finding = diagnose("T104", Place("a.yaml", 1, 9), char="\u2603", point="U+2603")
    text = shown(finding, files={"a.yaml": "titel: a\u2603b".encode()})
    assert "    |         ^\n" in text


def test_a_long_value_is_underlined_as_far_as_it_is_shown() -> None:
    lines = shown(diagnose("A102", Place("a.yaml", 1, 4)), files={"a.yaml": b"k: " + b"a" * 500}).splitlines()
    assert lines[2] == "    |    " + "^" * (FRAME_WIDTH - 3)


def test_what_belongs_to_a_person_is_not_repeated_on_the_screen() -> None:
    files = {"a.yaml": b"namn: Anna\nvem_gor: 19121212-1212\ntitel: B\n"}
    text = shown(diagnose("D801", Place("a.yaml", 2, 10)), diagnose("A102", Place("a.yaml", 3, 8)), files=files)
    assert "1212" not in text
    assert text.count("^") == 1
    assert "  2 | …\n  3 | titel: B\n    |        ^\n" in text
