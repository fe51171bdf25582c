"""Text made safe for a screen: what a terminal would obey or hide is written out."""

from __future__ import annotations

import json
import re
import sys
from typing import TextIO

_AFTER_A_WORD = re.compile(r"(?<=\S)\u00a0")
# Those of them that JSON lets stand as they are: DEL and C1, soft hyphen, zero width, direction, line separators.
_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def visible(text: str) -> str:
    """The text with everything a terminal would obey or hide written out: tabs as an arrow, others as a code point.

    A no-break space after a word is as good as any; where it indents it is the fault, and written out.
    """
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in _AFTER_A_WORD.sub(" ", text))


def path_line(path: str) -> str:
    """A path for stdout: written out on a terminal, left alone for the program that reads it elsewhere."""
    return visible(path) if is_terminal(sys.stdout) else path


def as_json(value: object) -> str:
    """The value as JSON on several lines, in which a character that is not seen stands as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def is_terminal(stream: TextIO | None) -> bool:
    """True if a person sees what is written there; a stream that was closed before the start is None."""
    return stream is not None and stream.isatty()


def _shown(char: str) -> str:
    if char == "\t":
        return "\u2192"
    return char if char.isprintable() else f"<U+{ord(char):04X}>"
