"""What libyaml says about a file it cannot follow, as one of a few kinds of fault that an author can mend.

The parser's English is matched here and never shown. libyaml and PyYAML's own parser word some problems differently;
both wordings are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yaml.error import Mark, MarkedYAMLError

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.spans import Place

_TABBED = re.compile(r"[ ]*\t")
_HARD_SPACE = re.compile(r"[ ]*\xa0")
_CONFLICT = "<<<<<<< "
_NO_SPACE = re.compile(r"\s*(- +)*[\w-]+:[^\s/]")
_ONE_WORD = re.compile(r"\s*(- +)*[\w-]*")
_BLANK = re.compile(r"\s*(#.*)?")
_KEY_OR_ENTRY = re.compile(r"\s*(- |[a-z_]+:( |$))")
_KEY = re.compile(r"\s*[a-z_]+(:|\s|$)")
_KEY_WITH_VALUE = re.compile(r"\s*(- )?[a-z_]+: +[^\s#]")
# A key whose colon was left out. Texts begin with a capital, or go on from a line above.
_KEY_WITHOUT_COLON = re.compile(r"(?P<lead> *- )?(?P<key>[a-z_]+) (?!.*: ).*")


# A bracket or quote: where it begins, and where it ended (None: it was still open). Lines and columns from 0.
Opened = tuple[tuple[int, int], tuple[int, int] | None]


class _Trouble:
    """A problem of the parser beside the lines of the file it concerns."""

    def __init__(self, file: str, lines: Sequence[str], reason: MarkedYAMLError) -> None:
        self.file = file
        self.lines = lines
        self.words = f"{reason.context or ''}|{reason.problem or ''}"
        self.end = _where(reason.problem_mark)
        self.start = _where(reason.context_mark) if reason.context_mark else self.end

    def fault(self, code: str, at: tuple[int, int], **details: object) -> Diagnostic:
        """A fault at a line and column counted from 0."""
        return diagnose(code, Place(self.file, at[0] + 1, at[1] + 1), **details)

    def line(self, number: int) -> str:
        """A line of the file, empty beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def char(self, at: tuple[int, int]) -> str:
        """The character at a place, empty at the end of a line."""
        return self.line(at[0])[at[1] : at[1] + 1]

    def line_before(self, number: int) -> int:
        """The nearest line above that says something."""
        above = number - 1
        while above > 0 and _BLANK.fullmatch(self.line(above)):
            above -= 1
        return above

    def first_column(self, number: int) -> int:
        """Where the text of a line begins."""
        line = self.line(number)
        return len(line) - len(line.lstrip())


def syntax_fault(file: str, lines: Sequence[str], reason: MarkedYAMLError, opened: Sequence[Opened]) -> Diagnostic:
    """The fault that this problem of the parser means to an author; `lines` is the file as the parser saw it.

    `opened` are the brackets that were open when it gave up, and the last text in quotes that it read.
    """
    trouble = _Trouble(file, lines, reason)
    return (
        _told_by_the_lines(trouble)
        or _told_by_what_is_open(trouble, opened)
        or next(
            (kind(trouble) for pattern, kind in _KINDS if pattern.search(trouble.words)),
            trouble.fault("L016", trouble.end),
        )
    )


def _told_by_the_lines(trouble: _Trouble) -> Diagnostic | None:
    """What explains the problem better than the parser can: a merge left undone, spaces that only look like spaces."""
    row = trouble.end[0]
    for number in (row, trouble.line_before(row), trouble.start[0]):
        if found := _HARD_SPACE.match(trouble.line(number)):
            return trouble.fault("L033", (number, found.end() - 1))
    conflict = next((number for number, line in enumerate(trouble.lines) if line.startswith(_CONFLICT)), None)
    return None if conflict is None else trouble.fault("L034", (conflict, 0))


def _told_by_what_is_open(trouble: _Trouble, opened: Sequence[Opened]) -> Diagnostic | None:
    """A bracket or quote that was opened lines ago and never meant to reach this far."""
    row = trouble.end[0]
    for start, end in opened:
        char = trouble.char(start)
        inner = range(start[0] + 1, (row if end is None else end[0]) + 1)
        if char in "[{" and start[0] < row:
            return trouble.fault("L008", start, char=char, closing="]" if char == "[" else "}")
        if char in "'\"" and end and end[0] == row and any(_KEY_OR_ENTRY.match(trouble.line(line)) for line in inner):
            return trouble.fault("L007", start, char=char)
    return None


def _where(mark: Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _open_quote(trouble: _Trouble) -> Diagnostic:
    return trouble.fault("L007", trouble.start, char=trouble.char(trouble.start))


def _backslash(trouble: _Trouble) -> Diagnostic:
    at = trouble.line(trouble.end[0]).rfind("\\", 0, trouble.end[1] + 1)
    return trouble.fault("L015", (trouble.end[0], max(at, 0)))


def _open_bracket(trouble: _Trouble) -> Diagnostic:
    opening = trouble.char(trouble.start)
    return trouble.fault("L008", trouble.start, char=opening, closing="]" if opening == "[" else "}")


def _no_colon(trouble: _Trouble) -> Diagnostic:
    row = trouble.start[0]
    if found := _NO_SPACE.match(trouble.line(row)):
        return trouble.fault("L011", (row, found.end() - 1))
    column = trouble.first_column(row)
    beside = (trouble.line(trouble.line_before(row)), trouble.line(row + 1))
    is_among_entries = any(line[:column].isspace() and line[column:].startswith("- ") for line in beside)
    code = "L043" if is_among_entries and not _KEY.match(trouble.line(row)) else "L010"
    return trouble.fault(code, (row, column))


def _colon(trouble: _Trouble) -> Diagnostic:
    """A colon where no key can stand: in the middle of a text, or after a key that is indented too far."""
    row, column = trouble.end
    before = trouble.line(row)[:column]
    if not _ONE_WORD.fullmatch(before):
        return trouble.fault("L009", trouble.end)
    above = trouble.line_before(row)
    if found := _NO_SPACE.match(trouble.line(above)):
        return trouble.fault("L011", (above, found.end() - 1))
    found = _KEY_WITHOUT_COLON.fullmatch(trouble.line(above))
    if found and found.start("key") == trouble.first_column(row):
        return trouble.fault("L010", (above, found.start("key")))
    return trouble.fault("L012", (row, trouble.first_column(row)))


def _first_character(trouble: _Trouble) -> Diagnostic:
    """A character that cannot begin a text, or a tab among the spaces before one."""
    row = trouble.end[0]
    if tabbed := _TABBED.match(trouble.line(row)):
        return trouble.fault("L006", (row, tabbed.end() - 1))
    char = trouble.char(trouble.start)
    if not char:
        return _unclosed(trouble)
    if char == "\t":  # within a line: only PyYAML's own parser stumbles over it, the text gate tells it otherwise
        return trouble.fault("T105", trouble.start)
    return trouble.fault("L014", trouble.start, char=char)


def _unclosed(trouble: _Trouble) -> Diagnostic:
    """The file ends where a value should begin: the last bracket was opened for nothing."""
    for number in range(len(trouble.lines) - 1, -1, -1):
        column = max(trouble.line(number).rfind("["), trouble.line(number).rfind("{"))
        if column >= 0:
            trouble.start = (number, column)
            return _open_bracket(trouble)
    return trouble.fault("L016", trouble.end)


def _tab(trouble: _Trouble) -> Diagnostic:
    row = trouble.end[0]
    return trouble.fault("L006", (row, max(trouble.line(row).find("\t"), 0)))


def _unexpected(trouble: _Trouble) -> Diagnostic:
    """Something that does not continue what stands above: wrongly indented, or left over after a value."""
    row, column = trouble.end
    if tabbed := _TABBED.match(trouble.line(row)):
        return trouble.fault("L006", (row, tabbed.end() - 1))
    if column > trouble.first_column(row):
        return trouble.fault("L013", trouble.end)
    if trouble.line(row)[column:].startswith("- "):
        return _before_an_entry(trouble) or trouble.fault("L045", trouble.end)
    return trouble.fault("L012", trouble.end)


def _before_an_entry(trouble: _Trouble) -> Diagnostic | None:
    """An entry that cannot stand where it does, because of a line above that begins in the same column."""
    row, column = trouble.end
    above = row - 1
    while above >= 0 and (_BLANK.fullmatch(trouble.line(above)) or trouble.first_column(above) != column):
        above -= 1
    if above < 0 or trouble.line(above)[column:].startswith("- "):
        return None
    if _KEY_WITH_VALUE.match(trouble.line(above)):
        return trouble.fault("L044", trouble.end)
    is_key = _KEY_OR_ENTRY.match(trouble.line(above))
    # An entry without its dash, or a key that moved out so far that the list ended there.
    return trouble.fault("L012" if is_key else "L043", (above, column))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[_Trouble], Diagnostic]], ...] = (
    (re.compile(r"tab character"), _tab),
    (re.compile(r"quoted scalar\|.*(end of stream|document)"), _open_quote),
    (re.compile(r"quoted scalar\|.*(escape|hexdec)"), _backslash),
    (re.compile(r"flow (sequence|mapping)"), _open_bracket),
    (re.compile(r"simple key"), _no_colon),
    (re.compile(r"mapping values"), _colon),
    (re.compile(r"start any token|an alias|an anchor|block scalar|a tag|a directive|node content"), _first_character),
    (re.compile(r"(entries|keys) are not allowed"), _first_character),
    (re.compile(r"block (mapping|collection)|document start"), _unexpected),
)
