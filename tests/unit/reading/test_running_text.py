"""Texts that YAML takes without a word, though a person meant something else."""

import pytest

from pipeline.reading.yaml_tree import PARSERS, read_tree


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: nr #3 till\n", "L040", 1, 7),
        ("a: #3\n", "L040", 1, 3),
        ("a:\n- b #c\n", "L040", 2, 5),
        ("a:\n- b\n  - c\n", "L041", 3, 3),
        ("a:\n- b\n c\n", "L041", 3, 2),
        ("a: ett två\n  tre fyra\n  tre fyra\n", "L042", 3, 3),
        ("a: 'ett två\n  tre fyra\n  tre fyra'\nb: c\n", None, 0, 0),  # the last ends in a quotation mark
        ("a: ett # tre\n", None, 0, 0),  # a remark
        ("a: '#057A57'\n", None, 0, 0),
        ("a: 'nr #3'\n", None, 0, 0),
        ("a: b#c\n", None, 0, 0),
        ("a:\n- b\n  c\n", None, 0, 0),
        ("a: |\n  b\n  b\n", None, 0, 0),
        ("a: [b,\n c]\n", None, 0, 0),
    ],
)
def test_odd_texts(parser: str, text: str, code: str | None, line: int, column: int) -> None:
    found = read_tree("f", text.encode(), lambda _: True, parser).findings
    assert [(one.code, one.place.line, one.place.column) for one in found] == ([(code, line, column)] if code else [])


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        # A quote that is closed by the next text's.
        ("a: 'b\nc: 'd: e'\n", "L007", 1, 4),
        # A bracket that swallows lines.
        ("a: [\nb:\n- c\n", "L008", 1, 4),
        # A key without its colon, and an entry without its dash.
        ("- id x\n  titel: y\n", "L010", 1, 3),
        ("a:\n  b:\n  C d\n  - e\n", "L043", 3, 3),
        # What follows from a sign that begins no text is not told.
        ("a: *b c\n", "L018", 1, 4),
    ],
)
def test_the_cause_is_told_and_not_where_the_parser_gave_up(
    parser: str, text: str, code: str, line: int, column: int
) -> None:
    found = read_tree("f", text.encode(), lambda _: True, parser).findings
    assert [(one.code, one.place.line, one.place.column) for one in found] == [(code, line, column)]
