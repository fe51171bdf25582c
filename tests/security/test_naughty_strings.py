"""The Big List of Naughty Strings as titles: accepted, or refused with a clear fault, never an exception."""

import json
import unicodedata
from pathlib import Path

from pipeline.reading import read_value
from pipeline.values import LABEL_LIMIT, WORD_LIMIT, Label, Value

STRINGS: list[str] = json.loads((Path(__file__).parent / "corpora/blns/blns.json").read_text(encoding="utf-8"))


class Titled(Value):
    """A file with a title."""

    title: Label


def read(text: str) -> tuple[str | None, set[str]]:
    """The title as it comes out, and the codes of what was refused."""
    # JSON's way of quoting is also YAML's; characters stay as they are, save controls and quotation marks.
    data = f"title: {json.dumps(text, ensure_ascii=False)}\n".encode()
    held, report = read_value("x.yaml", data, Titled, lambda _: True)
    return (held.title if held else None), {finding.code for finding in report.findings}


def test_every_string_is_accepted_as_it_is_or_refused() -> None:
    for text in STRINGS:
        title, codes = read(text)
        assert (title is None) == bool(codes), text
        if title is not None:
            # Spaces beside numbers may no longer be broken at (docs/decisions/0014).
            wanted = unicodedata.normalize("NFC", text).strip(" \n")
            assert title.replace("\u00a0", " ") == wanted.replace("\u00a0", " "), text


def test_refusals_have_the_reasons_counted_independently() -> None:
    gate = {"T101", "T102", "T103", "T105", "L015"}
    refused = [text for text in STRINGS if read(text)[1] & gate]
    # 14 with control characters, direction marks and noncharacters, 5 more with characters of no width, and one with
    # a paragraph separator, which editors count as a line and YAML as a break.
    assert len(refused) == 20
    for text in STRINGS:
        codes = read(text)[1]
        if text not in refused:
            has_long_word = max(map(len, text.split() or [""])) > WORD_LIMIT
            assert ("F209" in codes) == has_long_word, text
            assert ("F207" in codes) == (len(text) > LABEL_LIMIT and not has_long_word), text
            assert ("F203" in codes) == (not text.strip()), text


def test_invisible_file_content_is_told_with_its_exact_place() -> None:
    held, report = read_value("x.yaml", "# no\u200bte\ntitle: a\u202eb\n".encode(), Titled, lambda _: True)
    assert held is None
    assert [(str(finding.place), finding.code) for finding in report.findings] == [
        ("x.yaml:1:5", "T103"),
        ("x.yaml:2:9", "T102"),
    ]
