"""What there is to say about a code: its texts, its severity and its bad example, as data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.cli.reports.sentences import SEVERITIES, severity_word
from pipeline.release.workspace import bad_example
from pipeline.rules import can_be_excused, severity_of
from pipeline.wording.explanations import Explanations
from pipeline.wording.faults import FaultTexts

_HEADER = re.compile(r"# (file|step|without|line): (.+)")
_WHOLE = "# whole"
_LEFT_OUT = "\u2026"
# An example of more lines is shortened: what it repeats at least so often is left out.
_LONG, _OFTEN = 25, 3
_MARK = re.compile(r"\s*# (fault|file-fault) [A-Z][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a bad example: where it belongs, or what stands there; `is_pointed` is where the finding points."""

    text: str
    is_label: bool = False
    is_pointed: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """A code with everything there is to say about it; `right` and `example` may be empty.

    `severity` is the same word in every language, `severity_word` that of the language.
    """

    code: str
    severity: str
    severity_word: str
    message: str
    hint: str
    why: str
    right: str
    example: tuple[Line, ...]
    can_be_excused: bool


def explained(code: str, texts: FaultTexts, held: Explanations) -> Explained:
    """Everything there is to say about a code."""
    text = texts.text(code)
    return Explained(
        code=code,
        severity=SEVERITIES[severity_of(code)],
        severity_word=severity_word(severity_of(code), texts),
        message=held.readable(code, text.message),
        hint=held.readable(code, text.hint or ""),
        why=held.why(code),
        right=held.right(code),
        example=tuple(_example(code, bad_example(code), held)),
        can_be_excused=can_be_excused(code),
    )


def _example(code: str, case: str, held: Explanations) -> Iterator[Line]:
    """A bad example with its comments turned into words and an arrow.

    The form of the comments is told in tests/diagnostics/project.py.
    """
    written = case.splitlines()
    usual = _usual(written)
    for line, following in zip_longest(written, written[1:], fillvalue="# "):
        if header := _HEADER.fullmatch(line):
            yield Line(_label(held, header[1], header[2], is_empty=following.startswith("# ")), is_label=True)
        elif f"# file-fault {code}" in line:
            yield Line(held.words.whole_file, is_label=True)
        elif line not in usual:
            text = _MARK.sub("", line)
            if not line.startswith(_WHOLE) and (text or text == line):
                yield Line(text, is_pointed=f"# fault {code}" in line)
        elif following not in usual:
            yield Line(" " * (len(line) - len(line.lstrip())) + _LEFT_OUT)


def _usual(written: list[str]) -> set[str]:
    """The lines of a long example that stand in nearly every step, and so say nothing about the finding."""
    if len(written) <= _LONG:
        return set()
    counts = Counter(written)
    often = max(_OFTEN, max(counts.values()) - 1)
    return {line for line, count in counts.items() if count >= often}


def _label(held: Explanations, kind: str, name: str, is_empty: bool) -> str:
    """What a comment of an example says in words; a line that nothing replaces is taken out."""
    words = held.words
    labels = {
        "file": words.in_file,
        "step": words.in_step,
        "line": words.line_removed if is_empty else words.instead_of,
        "without": words.without,
    }
    return labels[kind].format(name=name)
