"""The gate every text passes before anything else sees it: which characters may come in, and in which form.

What is refused is taken out, so that one stray character gives one fault and reading goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yaml.error import Mark

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.spans import Place

# Characters that every theme's font must have, and the soft hyphen, which is never drawn. Only others are asked about,
# so that plain sources load no font.
# (Swedish letters by code, as everywhere in the code: a-ring, a and o umlaut, e acute, u umlaut.)
_BASE = r" -~\xa0\xad\xe5\xe4\xf6\xc5\xc4\xd6\xe9\xc9\xfc\xdc\u2013\u2014\u201d\u2019\xbb\xab\u2026\xa7\xb0\xb7\xd7\xbd"
_UNUSUAL = re.compile(rf"[^{_BASE}]")
# As above in a whole file, where a backslash may write any character.
_FILE_UNUSUAL = re.compile(rf"[^{_BASE}\n\r]|\\")

_ZERO_WIDTH = "\u200b-\u200d\u2060-\u2064\ufeff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
# Never part of a file, not even of a comment. Tabs and carriage returns may separate, but not stand in a text.
_FORBIDDEN = re.compile(f"[{_CONTROL}{_DIRECTION}{_ZERO_WIDTH}]")
_FORBIDDEN_IN_TEXT = re.compile(f"[{_CONTROL}{_DIRECTION}{_ZERO_WIDTH}\t\r]")
_CODES = (
    ("T105", re.compile("\t")),
    ("T102", re.compile(f"[{_DIRECTION}]")),
    ("T103", re.compile(f"[{_ZERO_WIDTH}]")),
    ("T101", re.compile("")),
)
# Who writes such a character as an escape most likely meant a backslash: the path of a folder.
_WRITTEN_OUT = {"T101", "T105"}
_ESCAPE = "L015"
# A file with more is not text at all (UTF-16, a picture); the first ones tell enough.
_FORBIDDEN_SHOWN = 20
# The same for characters that the font lacks, in one text: more are another script, and one fault.
_LACKING_SHOWN = 3


class TextGate:
    """The gate of one file. `text` is the file without what is refused; `is_open` where no text in it needs a look."""

    def __init__(self, file: str, text: str, covers: Callable[[str], bool], findings: list[Diagnostic]) -> None:
        """Search the file once; `findings` receives what is found, now and by `admitted`."""
        self.file = file
        self.text = text
        self.covers = covers
        self.findings = findings
        self.is_open = not _FILE_UNUSUAL.search(text)
        if not self.is_open:
            self._clear()

    def admitted(self, text: str, start: Mark, end: Mark) -> str:
        """A text as it goes on: in NFC, without what is refused. `start` and `end` are its place in the file."""
        if not _UNUSUAL.search(text):
            return text
        import unicodedata  # noqa: PLC0415  # only where a text has something unusual

        kept = _FORBIDDEN_IN_TEXT.sub("", text)
        if kept != text:
            self._refuse(dict.fromkeys(_FORBIDDEN_IN_TEXT.findall(text)), start, end)
        kept = unicodedata.normalize("NFC", kept)
        lacking = [char for char in dict.fromkeys(_UNUSUAL.findall(kept)) if char != "\n" and not self.covers(char)]
        code = "T104" if len(lacking) <= _LACKING_SHOWN else "T106"
        for char in lacking if code == "T104" else lacking[:1]:
            place = self._place(char, start, end)
            self._found(code, char, place, name=unicodedata.name(char, ""))
        return kept

    def _clear(self) -> None:
        """Take what is forbidden everywhere out of the file, each with a fault at its exact place."""
        found = list(_first(_FORBIDDEN.finditer(self.text), _FORBIDDEN_SHOWN))
        for match in found:
            self._found(_code(match[0]), match[0], self._at(match.start()))
        if found:
            self.text = _FORBIDDEN.sub("", self.text)

    def _refuse(self, chars: dict[str, None], start: Mark, end: Mark) -> None:
        for char in chars:
            code = _code(char)
            if code in _WRITTEN_OUT and char not in self.text[start.index : end.index]:
                code = _ESCAPE
            self._found(code, char, self._place(char, start, end))

    def _found(self, code: str, char: str, place: Place, name: str = "") -> None:
        self.findings.append(diagnose(code, place, char=char, point=f"U+{ord(char):04X} {name}".strip()))

    def _place(self, char: str, start: Mark, end: Mark) -> Place:
        """Where the character stands within a text; the text's beginning if it was written as an escape."""
        at = self.text.find(char, start.index, end.index)
        if at < 0:
            return Place(self.file, start.line + 1, start.column + 1)
        return self._at(at, start.index, start.line, start.column)

    def _at(self, index: int, after: int = 0, line: int = 0, column: int = 0) -> Place:
        """The place of an index that follows another, whose line and column are known."""
        line += self.text.count("\n", after, index)
        line_start = self.text.rfind("\n", after, index) + 1
        return Place(self.file, line + 1, index - (line_start or after - column) + 1)


def _first(found: Iterator[re.Match[str]], count: int) -> Iterator[re.Match[str]]:
    for _, match in zip(range(count), found, strict=False):
        yield match


def _code(char: str) -> str:
    return next(code for code, pattern in _CODES if pattern.match(char))
