"""What stands at a place of a page: words with their boxes, as poppler's pdftotext finds them."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape

_PAGE = re.compile(r'<page width="[\d.]+" height="(?P<height>[\d.]+)">(?P<words>.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="(?P<left>[\d.]+)" yMin="(?P<top>[\d.]+)" xMax="[\d.]+" yMax="(?P<bottom>[\d.]+)">'
    r"(?P<text>[^<]*)</word>"
)
# Words whose middles are so close in height stand on one line, pt.
_SAME_LINE = 4.0
# A landing is at the upper edge of its line, or less above it than this, pt.
_SLACK = 3.0


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: its left edge and its middle below the page's upper edge, pt."""

    left: float
    middle: float
    text: str


def lines_below(data: bytes, number: int, top: float, count: int) -> tuple[str, ...]:
    """The first lines of page `number` (from 1) that stand below a height, pt from the page's lower edge."""
    height, words = _pages(data)[number - 1]
    waiting = [word for word in words if word.middle > height - top - _SLACK]
    lines: list[str] = []
    while waiting and len(lines) < count:
        first = min(word.middle for word in waiting)
        line = sorted((word for word in waiting if word.middle - first < _SAME_LINE), key=lambda word: word.left)
        lines.append(" ".join(word.text for word in line))
        waiting = [word for word in waiting if word.middle - first >= _SAME_LINE]
    return tuple(lines)


@cache
def _pages(data: bytes) -> Sequence[tuple[float, Sequence[_Word]]]:
    """Each page's height and words."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    pages = _PAGE.finditer(done.stdout.decode())
    return [(float(page["height"]), [_word(found) for found in _WORD.finditer(page["words"])]) for page in pages]


def _word(found: re.Match[str]) -> _Word:
    middle = (float(found["top"]) + float(found["bottom"])) / 2
    return _Word(float(found["left"]), middle, unescape(found["text"]))
