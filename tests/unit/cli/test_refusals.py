"""Every reason against a release has its sentence, which names what the reason tells and says what to do."""

import re
from pathlib import Path
from string import Formatter

import pytest

from pipeline.cli.words import word
from pipeline.release.edition.refusals import REASONS

CODE = Path(__file__).resolve().parents[3] / "pipeline"
RAISED = re.compile(r"(?:refused|Reason)\(\s*\"(\w+)\"(.*?)\)\n", re.DOTALL)


def raised():
    """The keys in the code, with the names of what is told."""
    for file in CODE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        for match in RAISED.finditer(text):
            key, rest = match.groups()
            if rest == ", details":
                rest = text[text.rindex("details = {", 0, match.start()) : match.start()]
            yield key, {one or other for one, other in re.findall(r"(\w+)=|\"(\w+)\":", rest)}


@pytest.mark.parametrize("key", REASONS)
def test_its_sentence(key):
    text = word("release.refused", key)
    assert text.endswith((".", "?"))
    assert not re.search(r"\b(error|commit hash|stage)\b", text)
    gaps = {name for _, name, _, _ in Formatter().parse(text) if name}
    for found, names in raised():
        if found == key:
            assert gaps <= names, f"{key}: the sentence names {gaps}, the code tells {names}"


def test_no_key_is_raised_that_has_no_kind():
    assert {key for key, _ in raised()} <= set(REASONS)
