"""Findings as text for a terminal: sentence, place, three lines of the file with a caret, and a hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from pipeline.diagnostics import Diagnostic, Report, Severity
from pipeline.spans import Place
from pipeline.wording.faults import FaultTexts

FRAME_WIDTH = 100
"""Characters of a line in a frame; longer lines are shown round the caret."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_BOLD, _BLUE, _PLAIN = "1", "34", "0"

Paint = Callable[[str, str], str]


def rendered(report: Report, texts: FaultTexts, files: Mapping[str, bytes], colour: bool, frames: bool) -> str:
    """The report as text that ends in a line break. `files` are those that were read, for the frames and the count.

    Notes come first and faults last, where they still stand on the screen; each sort in the order of the files.
    Notes, and without `frames` every finding, take one line each.
    """
    paint = _ansi if colour else _unpainted
    parts: list[str] = []
    ordered = sorted(report.findings, key=lambda finding: finding.severity)
    for file, findings in groupby(ordered, lambda finding: finding.place.file):
        lines = _Lines(files.get(file, b""))
        parts.extend(_finding(finding, texts, lines, paint, frames) for finding in findings)
    return "".join(parts) + _summary(report, texts, len(files)) + "\n"


def _finding(finding: Diagnostic, texts: FaultTexts, lines: _Lines, paint: Paint, frames: bool) -> str:
    details = {name: visible(value) for name, value in finding.details}
    text = texts.text(finding.code)
    head = paint(f"{_word(finding.severity, texts)} {finding.code}:", f"{_BOLD};{_COLOURS[finding.severity]}")
    first = f"{visible(str(finding.place))}: {head} {text.message.format(**details).strip()}\n"
    if not frames or finding.severity is Severity.NOTE:
        return first
    guess = details.get("guess", "")
    hints = [texts.guess.format(guess=guess)] if guess else []
    hints += [text.hint.format(**details)] if text.hint else []
    frame = "".join(f"{line}\n" for line in _frame(finding.place, lines, paint))
    return f"{first}{frame}{paint(texts.help + ':', _BOLD)} {' '.join(hints)}\n\n" if hints else f"{first}{frame}\n"


def _word(severity: Severity, texts: FaultTexts) -> str:
    return {Severity.ERROR: texts.error, Severity.WARNING: texts.warning, Severity.NOTE: texts.note}[severity]


def _frame(place: Place, lines: _Lines, paint: Paint) -> Iterator[str]:
    """The line of a place with one above and one below, numbered, and a caret under the column."""
    if not lines.has(place.line):
        return
    shown = [number for number in (place.line - 1, place.line, place.line + 1) if lines.has(number)]
    gutter = len(str(shown[-1]))
    caret_line = lines.line(place.line)
    start = max(0, place.column - 1 - FRAME_WIDTH * 2 // 3) if len(caret_line) > FRAME_WIDTH else 0
    for number in shown:
        yield f"{paint(f'  {number:>{gutter}} |', _BLUE)} {_cut(lines.line(number), start)}".rstrip()
        if number == place.line:
            # Cut before it is measured: the part left of the caret must look as it does in the line above.
            before = visible(caret_line[start : place.column - 1])
            lead = " " * (len(before) + (1 if start else 0))
            yield f"{paint('  ' + ' ' * gutter + ' |', _BLUE)} {lead}{paint('^', f'{_BOLD};{_BLUE}')}"


def _cut(line: str, start: int) -> str:
    """A part of a line that fits in a frame, with dots where something is left out."""
    end = start + FRAME_WIDTH
    return ("\u2026" if start else "") + visible(line[start:end]) + ("\u2026" if len(line) > end else "")


class _Lines:
    """The lines of a file, as editors count them; split when first asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._lines: list[str] | None = None

    def has(self, number: int) -> bool:
        """True if the file has a line with this number, counted from 1."""
        return 0 < number <= len(self._split())

    def line(self, number: int) -> str:
        """A line without its end."""
        return self._split()[number - 1]

    def _split(self) -> list[str]:
        if self._lines is None:
            self._lines = _LINE_END.split(self._data.decode("utf-8-sig", errors="replace"))
        return self._lines


def visible(text: str) -> str:
    """The text with everything a terminal would obey or hide written out: tabs as an arrow, others as a code point."""
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char == "\t":
        return "\u2192"
    return char if char.isprintable() else f"<U+{ord(char):04X}>"


def _summary(report: Report, texts: FaultTexts, files: int) -> str:
    counted = (
        (texts.error_count, Severity.ERROR),
        (texts.warning_count, Severity.WARNING),
        (texts.note_count, Severity.NOTE),
    )
    found = [words.of(count) for words, severity in counted if (count := report.count(severity))]
    where = texts.file_count.of(files)
    if not found:
        return texts.nothing_found.format(files=where)
    return texts.summary.format(found=", ".join(found), files=where)


def _ansi(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[{_PLAIN}m"


def _unpainted(text: str, _: str) -> str:
    return text
