"""How a text is written: plain, in single quotes or as a block, and on how many lines.

A text is plain unless YAML, or any of its ordinary readers (YAML 1.1 or 1.2), would take it for something else: a
number, a day, yes or no, nothing, a comment, a key.
"""

from __future__ import annotations

import re

from pipeline.reading.canonical.parts import Text

LINE_LENGTH = 110
"""A line ends after the word that passes this column (characters)."""

_INDENT = 2

# YAML 1.1 (types bool, int, float, null, timestamp, merge, value) and YAML 1.2, section 10.3.2.
_OTHER_TYPE = re.compile(
    r"""~|null|true|false|yes|no|on|off|y|n|=|<<
    |[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-f_]+
    |[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?(e[-+]?[0-9]+)?
    |[-+]?\.[0-9][0-9_]*(e[-+]?[0-9]+)?
    |[-+]?\.inf|\.nan
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}((t|[ \t]+)[0-9]{1,2}:.*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@` ]|\.\.\.|.*(:( |$)| #| $|\n)", re.DOTALL)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?:]")
# A single space between two words: the only place where YAML may break a line of plain or quoted text. No line is
# begun with a dash: it would look like an item of a list.
_GAP = re.compile(r"(?<=[^ ]) (?=[^ ])(?!- )")


def one_line(text: Text, in_flow: bool = False, is_typed: bool = False) -> str:
    """A text that must stand on one line: a key, or what is between brackets."""
    if text.value is None:
        return "null"
    value = visible(text.value)
    if "\n" in value:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if is_typed or _is_plain(value, in_flow):
        return value
    return _quoted(value)


def lines(text: Text, indent: int, column: int, is_typed: bool = False) -> list[str]:
    """A text that stands behind a key or a dash in this column; its further lines are to be indented by `indent`."""
    if text.value is not None and "\n" in (value := visible(text.value)):
        # Only block text may hold line breaks; quotes in which they were written out become a block that shows them.
        is_folded = text.style not in {"|", '"'} and _can_fold(value)
        # One line break at the end is kept or left out, as it was.
        end = "" if text.value.endswith("\n") else "-"
        mark = ">" if is_folded else "|"
        if not is_folded and value.startswith((" ", "\n")):
            mark += str(_INDENT)
        return [mark + end, *(_folded(value, indent) if is_folded else value.split("\n"))]
    return _wrapped(one_line(text, is_typed=is_typed), column, indent)


def visible(value: str) -> str:
    """A text without the blanks that end its lines, and without empty lines at its end: what no reader can see."""
    if "\n" not in value:
        return value
    return "\n".join(line.rstrip(" ") for line in value.split("\n")).rstrip("\n")


def _is_plain(value: str, in_flow: bool) -> bool:
    if not value or _NOT_PLAIN.match(value) or _OTHER_TYPE.fullmatch(value):
        return False
    return not (in_flow and _NOT_PLAIN_IN_FLOW.search(value))


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _can_fold(value: str) -> bool:
    """True if no line is indented: such a line would not be folded with its neighbours."""
    return value[0] != "\n" and not any(line.startswith(" ") for line in value.split("\n"))


def _folded(value: str, indent: int) -> list[str]:
    """Paragraphs as wrapped lines; each line break of the text is a blank line more."""
    found: list[str] = []
    for paragraph in value.split("\n"):
        found += [*([""] if found else []), *(_wrapped(paragraph, indent, indent) if paragraph else [])]
    return found


def _wrapped(written: str, column: int, indent: int) -> list[str]:
    """A text broken after each word that passes LINE_LENGTH; it begins in a column, its next line at an indent."""
    found: list[str] = []
    words: list[str] = []
    for word in _GAP.split(written):
        words.append(word)
        column += len(word) + 1
        if column - 1 > LINE_LENGTH:
            found.append(" ".join(words))
            words, column = [], indent
    return [*found, " ".join(words)] if words else found
