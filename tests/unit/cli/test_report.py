"""How findings are shown on a terminal."""

from dataclasses import replace

from pipeline.cli.report import FRAME_WIDTH, rendered, visible
from pipeline.diagnostics import Diagnostic, Report, Severity, diagnose
from pipeline.spans import Place
from pipeline.wording.faults import CountWords, FaultText, FaultTexts

TEXTS = FaultTexts(
    error="fel",
    warning="varning",
    note="notis",
    help="hjälp",
    guess="Menade du ”{guess}”?",
    error_count=CountWords(one="{count} fel", many="{count} fel"),
    warning_count=CountWords(one="{count} varning", many="{count} varningar"),
    note_count=CountWords(one="{count} notis", many="{count} notiser"),
    file_count=CountWords(one="{count} fil", many="{count} filer"),
    summary="{found} i {files}",
    nothing_found="Inga fel i {files}",
    faults=(
        FaultText(code="A101", message="Steget ”{step}” saknas.", hint="Skriv det."),
        FaultText(code="A102", message="Något.", hint="Gör något."),
    ),
)
FILES = {"a.yaml": "rad 1\nråd 2\nrad 3\nrad 4\n".encode(), "b.yaml": b""}


def of(severity: Severity, code: str, place: Place) -> Diagnostic:
    return replace(diagnose(code, place), severity=severity)


def shown(*findings: object, files: dict[str, bytes] | None = None, colour: bool = False, frames: bool = True) -> str:
    return rendered(Report.of(findings), TEXTS, files or FILES, colour=colour, frames=frames)  # type: ignore[arg-type]  # tuple of findings


def test_a_fault_has_place_sentence_frame_and_hint() -> None:
    assert shown(diagnose("A101", Place("a.yaml", 2, 5), step="x", guess="")) == (
        "a.yaml:2:5: fel A101: Steget ”x” saknas.\n"
        "  1 | rad 1\n"
        "  2 | råd 2\n"
        "    |     ^\n"
        "  3 | rad 3\n"
        "hjälp: Skriv det.\n"
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
    findings = (of(Severity.NOTE, "A102", Place("a.yaml", 1, 1)), of(Severity.WARNING, "A102", Place("a.yaml", 2, 1)))
    text = "a.yaml:1:1: notis A102: Något.\na.yaml:2:1: varning A102: Något.\n1 varning, 1 notis i 2 filer\n"
    assert shown(*findings, frames=False) == text
    assert shown(*findings).splitlines()[0] == text.splitlines()[0]


def test_numbers_have_their_words() -> None:
    findings = [of(severity, "A102", Place("a.yaml", n, 1)) for n in (1, 2) for severity in Severity]
    assert shown(*findings).endswith("\n2 fel, 2 varningar, 2 notiser i 2 filer\n")
    assert shown() == "Inga fel i 2 filer\n"
    assert shown(files={"a.yaml": b""}) == "Inga fel i 1 fil\n"


def test_what_a_terminal_would_obey_is_written_out() -> None:
    files = {"a.yaml": "\x1b[31m\tå\u202e😀 x\r\nnästa".encode()}
    text = shown(diagnose("A101", Place("a.yaml", 1, 6), step="\x1b]0;"), files=files)
    lines = text.splitlines()
    assert lines[0] == "a.yaml:1:6: fel A101: Steget ”<U+001B>]0;” saknas."
    assert lines[1] == "  1 | <U+001B>[31m→å<U+202E>😀 x"
    assert lines[2] == "    | " + " " * len("<U+001B>[31m") + "^"
    assert visible("a\u200bb") == "a<U+200B>b"


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
