"""Texts: labels of one line, prose, and the shorter ones of titles and boxes, with the characters that belong there."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from pipeline.values.base import as_text, refuse
from pipeline.values.characters import typeset

LABEL_LIMIT = 200
WORD_LIMIT = 80
PROSE_LIMIT = 20_000
BREAK_LIMIT = 200
NAME_LIMIT, NAME_WORD_LIMIT = 60, 32
TAG_LIMIT = 14
SUMMARY_LIMIT = 400

# No-break space and soft hyphen: a text of nothing else shows nothing.
INVISIBLE = " \n\u00a0\u00ad"
NO_BREAK_SPACE = "\u00a0"
# Only a text with one of these has a space that a line must not be broken at.
_NUMERAL = re.compile("[0-9\u00a7]")
# What ends at a space that holds two words together, and what must follow (Svenska skrivregler; docs/decisions/0014).
_LOWER = r"a-z\u00df-\u00f6\u00f8-\u00ff"
_BOUND = re.compile(
    "("
    # 30 dagar, 12 kap., 1 juli 2026; not a year, not part of 2003:1210 or 2026-11-21, not `2 och` in `2 och 8`.
    rf"(?<![\w:-])[0-9]{{1,3}}(?= [{_LOWER}]{{1,11}}(?![\w-]| [0-9]{{1,3}}(?![0-9])))"
    r"|(?<![\w:-])[0-9]{1,3}(?= [0-9]{3}(?![0-9]))"  # 5 000
    "|[0-9](?= [\u00a7%])|(?<=[0-9] )[a-z](?= \u00a7)|\u00a7(?= [0-9])"  # 8 §, 10 a §, 5 %, § 5
    rf"|(?<![\w.])[{_LOWER}]{{1,4}}\.(?= [0-9])"  # kap. 1
    r"|[A-Z\u00c0-\u00d6\u00d8-\u00de]{2}(?= [0-9])"  # SFS 2025:400, FK 7804
    ") "
)


def _label(value: object) -> str:
    return bound(typeset(_exact(value)))


def _exact(value: object) -> str:
    text = _whole(value)
    if "\n" in text:
        raise refuse("label_break")
    if len(text) > LABEL_LIMIT:
        raise refuse("too_long", length=len(text), limit=LABEL_LIMIT)
    return text


def _prose(value: object) -> str:
    return bound(typeset(_whole(value)))


def _whole(value: object) -> str:
    # A text folded with > or | ends in a line break that its author never sees.
    text = as_text(value).strip(" \n")
    if not text.strip(INVISIBLE):
        raise refuse("nothing")
    if len(text) > PROSE_LIMIT:
        raise refuse("too_long", length=len(text), limit=PROSE_LIMIT)
    if text.count("\n") > BREAK_LIMIT:
        raise refuse("many_breaks", limit=BREAK_LIMIT)
    for word in text.split():
        if len(word) > WORD_LIMIT:
            raise refuse("long_word", length=len(word), limit=WORD_LIMIT, start=word[:20])
    return text


def bound(text: str) -> str:
    """The text with no-break spaces where a number belongs to what stands beside it, so that nobody must type them."""
    return _BOUND.sub(rf"\1{NO_BREAK_SPACE}", text) if _NUMERAL.search(text) else text


def _name(value: object) -> str:
    return _short(_label(value), NAME_LIMIT, NAME_WORD_LIMIT)


def _tag(value: object) -> str:
    return _short(_label(value), TAG_LIMIT, TAG_LIMIT)


def _summary(value: object) -> str:
    return _short(_prose(value), SUMMARY_LIMIT, WORD_LIMIT)


def _short(text: str, limit: int, word_limit: int) -> str:
    """The text if it and its longest word keep to their limits."""
    if len(text) > limit:
        raise refuse("too_long", length=len(text), limit=limit)
    longest = max(text.split(), key=len)
    if len(longest) > word_limit:
        raise refuse("long_word", length=len(longest), limit=word_limit, start=longest[:20])
    return text


Label = Annotated[str, BeforeValidator(_label)]
# A name that is looked up as it stands: of a file, a package or a font.
Exact = Annotated[str, BeforeValidator(_exact)]
Prose = Annotated[str, BeforeValidator(_prose)]
# What stands in titles, heads and boxes: a name, its short form, and a sentence or two.
Name = Annotated[str, BeforeValidator(_name)]
Tag = Annotated[str, BeforeValidator(_tag)]
Summary = Annotated[str, BeforeValidator(_summary)]
