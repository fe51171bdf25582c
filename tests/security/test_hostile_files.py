"""Files made to break a reader: refused at once, with a place, on both parsers."""

import subprocess
import sys

import pytest

from pipeline.reading.yaml_tree import (
    DEPTH_LIMIT,
    FAULT_LIMIT,
    FILE_LIMIT,
    NODE_LIMIT,
    PARSERS,
    SCALAR_LIMIT,
    read_tree,
)
from pipeline.values import ORIGIN_KEY

LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def codes(data: bytes, parser: str = "c") -> list[tuple[str, int]]:
    """Code and line of everything found in a file."""
    return [(finding.code, finding.place.line) for finding in read_tree("x", data, lambda _: True, parser).findings]


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- "])
@pytest.mark.parametrize("parser", PARSERS)
def test_nesting_stops_at_the_limit(opening: bytes, parser: str) -> None:
    # The whole of a hundred thousand openings would end the process: seen to stop by its being quick.
    found = codes(opening * (100_000 if parser == "c" else 2_000), parser)
    assert found == [("L024", 1)]


@pytest.mark.parametrize("parser", PARSERS)
def test_nesting_by_indentation_stops_at_the_limit(parser: str) -> None:
    assert codes(b"".join(b" " * depth + b"-\n" for depth in range(200)), parser) == [("L024", DEPTH_LIMIT + 1)]


@pytest.mark.parametrize("parser", PARSERS)
def test_nesting_up_to_the_limit_is_read(parser: str) -> None:
    assert codes(b"[" * DEPTH_LIMIT + b"]" * DEPTH_LIMIT, parser) == []
    assert codes(b"[" * (DEPTH_LIMIT + 1) + b"]" * (DEPTH_LIMIT + 1), parser) == [("L024", 1)]


def test_a_deep_file_ends_no_process() -> None:
    code = "from pipeline.reading.yaml_tree import read_tree; print(read_tree('x', {}, bool).findings[0].code)"
    for opening in ("b'['*100000", "b'{a: '*100000", "b'- '*100000"):
        run = subprocess.run(
            [sys.executable, "-c", code.format(opening)], capture_output=True, text=True, check=True, timeout=60
        )
        assert run.stdout == "L024\n"


def test_size_is_judged_before_anything_is_read() -> None:
    assert codes(b"\xff" * (FILE_LIMIT + 1)) == [("L005", 0)]
    assert codes(b"\xff" * 10) == [("L003", 1)]


def test_long_texts_and_many_values() -> None:
    assert codes(b"a: " + b"x" * SCALAR_LIMIT) == []
    assert codes(b"a: " + b"x" * (SCALAR_LIMIT + 1)) == [("L025", 1)]


def test_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    assert NODE_LIMIT == 2_000_000
    monkeypatch.setattr("pipeline.reading.tree_builder.NODE_LIMIT", 100)
    assert codes(b"- a\n" * 99) == []
    assert codes(b"- a\n" * 100) == [("L026", 100)]


def test_many_faults_are_cut_short() -> None:
    assert len(codes(b"- &a b\n" * 10_000)) == FAULT_LIMIT + 1
    assert codes(b"- &a b\n" * 10_000)[-1] == ("L030", 0)
    assert codes(b"a: b\n" * 10_000) == [("L032", 2)]
    assert len(codes(b"\0" * 10_000)) <= 21


@pytest.mark.parametrize("parser", PARSERS)
def test_aliases_are_never_followed(parser: str) -> None:
    tree = read_tree("x", LAUGHS.encode(), lambda _: True, parser)
    assert [finding.code for finding in tree.findings] == ["L017", "L017", *["L018"] * 4]
    assert isinstance(tree.root, dict)
    assert tree.root["b"] == [None, None]


@pytest.mark.parametrize("parser", PARSERS)
def test_nothing_is_guessed(parser: str) -> None:
    data = b"a: NO\nb: 2026.10\nc: 0755\nd: 12:30\ne: =\nf: 2026-11-21\ng: 'null'\nh: null\ni: ~\nj:\n"
    root = read_tree("x", data, lambda _: True, parser).root
    assert isinstance(root, dict)
    assert {key: value for key, value in root.items() if key != ORIGIN_KEY} == {
        **{"a": "NO", "b": "2026.10", "c": "0755", "d": "12:30", "e": "=", "f": "2026-11-21", "g": "null"},
        **dict.fromkeys("hij"),
    }


def test_a_lone_surrogate_is_refused_by_both_parsers() -> None:
    assert [code for code, _ in codes(b'a: "\\ud800"', "c")] == ["L015"]
    assert [code for code, _ in codes(b'a: "\\ud800"', "pure")] == ["L015"]
