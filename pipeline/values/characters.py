"""The characters that a typewriter lacks: dashes and quotation marks, set when a text is read (docs/decisions/0020).

Each rule knows a form and no Swedish word, changes one character for one, and does nothing to a text that is written
right. Svenska skrivregler (Språkrådet, 4th edition, 2017): ranges and parenthetic dashes are en dashes, quotation marks
are alike at both ends.
"""

from __future__ import annotations

import re

EN_DASH, QUOTE = "\u2013", "\u201d"

_LOWER = r"a-z\u00df-\u00f6\u00f8-\u00ff"
# 8-9 §§, 9 a-9 c §§, 2-3 dagar, 10-15 %: two small numbers and what they count. Not 08-123, 3:1-2, 2026-11-21, nr 1-25.
_RANGE = re.compile(
    r"(?<![\w.,:;/@#&=?+-])(?<!nr )(?P<low>[1-9][0-9]{0,2})(?P<letter>[ \u00a0][a-z])?"
    rf"-(?P<end>(?P<high>[1-9][0-9]{{0,2}})(?:[ \u00a0][a-z])?)(?=[ \u00a0](?:\u00a7|%|[{_LOWER}]))"
)
# A hyphen between spaces; not one that begins a line.
_SPACED = re.compile(r"(?<=\S) - (?=\S)")
# Text with these is markup or code: what it quotes is not for us to change.
_CODE = frozenset("<>={}")
# A pair of straight quotation marks round words; not inches.
_QUOTED = re.compile(
    r'(?<![^\s(\[\u2013])"(?=[\w\u00a7])([^"\n]{0,300}?)(?<=[\w.,;:!?%)])"'
    r"(?=$|[\s.,;:!?)\]\u2013])"
)


def typeset(text: str) -> str:
    """The text with en dashes in ranges and as dashes, and with Swedish quotation marks."""
    if "-" in text:
        text = _SPACED.sub(f" {EN_DASH} ", _RANGE.sub(_range, text))
    return _QUOTED.sub(rf"{QUOTE}\1{QUOTE}", text) if '"' in text and not _CODE & set(text) else text


def _range(found: re.Match[str]) -> str:
    """The range with its dash; two numbers of which the second is no later one are left as they are."""
    low, high, letter = int(found["low"]), int(found["high"]), found["letter"] or ""
    rises = low < high or (low == high and bool(letter))
    return f"{found['low']}{letter}{EN_DASH}{found['end']}" if rises else found[0]
