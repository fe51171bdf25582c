"""The page in fewer characters, with nothing in it changed: comments, indents and line feeds that show nowhere go."""

from __future__ import annotations

import re

_BLOCKS = (
    "article|aside|dd|div|dl|dt|footer|h[1-6]|header|li|main|nav|ol|option|p|section|table|tbody|td|th|thead|tr|ul"
)
# A line feed beside the tag of a block, or before a path, shows nowhere; between words or links it is a space.
_BEFORE_TAG = re.compile(rf"\n+(?=</?(?:{_BLOCKS}|g|path|/svg)[ >])")
_LONE = " />"

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE = re.compile(r"\s+")
_CSS_AIR = re.compile(r" ?([{};,]) ?|(?<=[a-z])(:) ")

_SCRIPT_COMMENT = re.compile(r"^\s*(?://.*|/\*\*.*\*/)?\n", re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)


def markup(text: str) -> str:
    """Our own markup. Text of the content has no tags in it, for they are escaped, and so it stays as it is."""
    return _BEFORE_TAG.sub("", text).replace(_LONE, "/>")


def css(text: str) -> str:
    """Style rules without comments, and without spaces where none is needed (CSS Syntax 3, clause 4)."""
    spaced = _CSS_SPACE.sub(" ", _CSS_COMMENT.sub("", text)).strip()
    return _CSS_AIR.sub(lambda found: found[1] or found[2], spaced).replace(";}", "}")


def script(text: str) -> str:
    """A script without comments that have a line of their own, empty lines and indents; lines stay lines."""
    return _INDENT.sub("", _SCRIPT_COMMENT.sub("", text))
