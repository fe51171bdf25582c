"""Findings for a person: sentence, place, three lines of the file with the value underlined, and a hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from pipeline.cli.reports import Telling
from pipeline.cli.reports.discreet import private_lines
from pipeline.cli.reports.sentences import hint, message, severity_word, summary
from pipeline.cli.visible import visible
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.reading.extent import Extent

FRAME_WIDTH = 100
"""Characters of a line in a frame; longer lines are shown round the caret."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_LEFT_OUT = "\u2026"
_BOLD, _BLUE, _PLAIN = "1", "34", "0"

Paint = Callable[[str, str], str]


def told(telling: Telling) -> str:
    """The findings as text that ends in a line break; notes take one line each.

    Notes come first and faults last, where they still stand on the screen; each sort in the order of the files.
    """
    return listed(telling, frames=True)


def listed(telling: Telling, frames: bool) -> str:
    """As `told`; without `frames` every finding takes one line."""
    paint = _ansi if telling.colour else _unpainted
    ordered = sorted(telling.report.findings, key=lambda finding: finding.severity)
    framed = _Framed(telling, paint)
    parts: list[str] = []
    for file, findings in groupby(ordered, lambda finding: finding.place.file):
        lines = _Lines(telling.files.get(file, b""))
        for finding in findings:
            parts.append(_line(finding, telling, paint))
            if frames and finding.severity is not Severity.NOTE:
                parts.append(framed.below(finding, lines))
    return "".join(parts) + summary(telling.report, telling.texts, len(telling.files)) + "\n"


def _line(finding: Diagnostic, telling: Telling, paint: Paint) -> str:
    word = severity_word(finding.severity, telling.texts)
    head = paint(f"{word} {finding.code}:", f"{_BOLD};{_COLOURS[finding.severity]}")
    return f"{visible(str(finding.place))}: {head} {message(finding, telling.texts)}\n"


class _Framed:
    """What stands below the line of a finding."""

    def __init__(self, telling: Telling, paint: Paint) -> None:
        self.telling = telling
        self.paint = paint
        self._extents: Callable[[Diagnostic], Extent] | None = None
        self._hidden = private_lines(telling.report)

    def below(self, finding: Diagnostic, lines: _Lines) -> str:
        """Frame, hint, and where to read more."""
        texts = self.telling.texts
        frame = "".join(f"{line}\n" for line in self._frame(finding, lines))
        words = hint(finding, texts)
        helped = f"{self.paint(texts.help + ':', _BOLD)} {words}\n" if words else ""
        return f"{frame}{helped}{texts.more.format(code=finding.code)}\n\n"

    def _frame(self, finding: Diagnostic, lines: _Lines) -> Iterator[str]:
        """The line of a place with one above and one below, numbered, and carets under the value."""
        place = finding.place
        if not lines.has(place.line) or (place.file, place.line) in self._hidden:
            return
        shown = [number for number in (place.line - 1, place.line, place.line + 1) if lines.has(number)]
        gutter = len(str(shown[-1]))
        caret_line = lines.line(place.line)
        start = max(0, place.column - 1 - FRAME_WIDTH * 2 // 3) if len(caret_line) > FRAME_WIDTH else 0
        for number in shown:
            text = _LEFT_OUT if (place.file, number) in self._hidden else _cut(lines.line(number), start)
            yield f"{self.paint(f'  {number:>{gutter}} |', _BLUE)} {text}".rstrip()
            if number == place.line:
                yield f"{self.paint('  ' + ' ' * gutter + ' |', _BLUE)} {self._carets(finding, caret_line, start)}"

    def _carets(self, finding: Diagnostic, line: str, start: int) -> str:
        """Carets under the value in a line shown from `start`; one at least."""
        column = finding.place.column - 1
        # Cut before it is measured: the part left of the caret must look as it does in the line above.
        lead = len(visible(line[start:column])) + (1 if start else 0)
        length = len(visible(line[column : self._end(finding, line, start)]))
        return " " * lead + self.paint("^" * max(1, length), f"{_BOLD};{_BLUE}")

    def _end(self, finding: Diagnostic, line: str, start: int) -> int:
        """Where in the line, as shown from `start`, the value stops."""
        if self._extents is None:
            from pipeline.cli.reports.extents import Extents  # only where there is something to underline

            self._extents = Extents(self.telling.files).of
        extent = self._extents(finding)
        last = extent.column - 1 if extent.line == finding.place.line else len(line.rstrip())
        return min(last, start + FRAME_WIDTH)


def _cut(line: str, start: int) -> str:
    """A part of a line that fits in a frame, with dots where something is left out."""
    end = start + FRAME_WIDTH
    return (_LEFT_OUT if start else "") + visible(line[start:end]) + (_LEFT_OUT if len(line) > end else "")


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


def _ansi(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[{_PLAIN}m"


def _unpainted(text: str, _: str) -> str:
    return text
