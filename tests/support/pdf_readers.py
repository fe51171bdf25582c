"""Independent readers of PDFs: poppler and pdf.js tell what a structure tree says, and what a search finds.

pdf.js is installed once by npm from the lock in tests/support/pdfjs (tests/support/npm.py).
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from tests.support.npm import npm_home, tool

SOFT_HYPHEN = "\u00ad"
# Elements that hold others; their words are their children's.
_GROUPING = frozenset(
    {"Root", "Document", "L", "LI", "Table", "THead", "TBody", "TR", "TOC", "TOCI", "Index", "Div", "Note"}
)
_SAME = str.maketrans({SOFT_HYPHEN: None, "\u00a0": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element: its role, elements and words inside it, and the alternative or attribute that is heard."""

    role: str
    kids: tuple["Element | str", ...]
    said: str = ""

    @property
    def is_our_hyphen(self) -> bool:
        """True for a hyphen that stands only because a line ends inside a word."""
        return self.role == "Span" and (self.said == SOFT_HYPHEN or self.kids == ("-",))


@dataclass(frozen=True, slots=True)
class Heard:
    """An element as it is read aloud: how deep it lies, its role, all its words (none for one that only groups)."""

    depth: int
    role: str
    text: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as pdf.js reads it: the elements with words on it, and its text line by line."""

    tree: Element
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """All pages, and how often each page holds the words that were looked for."""

    pages: tuple[Page, ...]
    times: Mapping[str, tuple[int, ...]]

    @property
    def text(self) -> str:
        """The text of all pages, line by line."""
        return "\n".join(page.text for page in self.pages)


def plain(text: str) -> str:
    """One space between words, and without the characters that only typesetting needs."""
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip()


def heard(element: Element, depth: int = 0) -> Iterator[Heard]:
    """The element and all in it in reading order; hyphens of ours are no elements to a reader."""
    if element.is_our_hyphen:
        return
    own = any(isinstance(kid, str) for kid in element.kids)
    text = _words(element) if own or element.role not in _GROUPING else ""
    yield Heard(depth, element.role, plain(text), element.said)
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from heard(kid, depth + 1)


def _words(element: Element) -> str:
    if element.is_our_hyphen:
        return SOFT_HYPHEN
    return "".join(kid if isinstance(kid, str) else _words(kid) for kid in element.kids)


# ---------------------------------------------------------------- poppler


@cache
def poppler(data: bytes) -> Element:
    """The structure tree as `pdfinfo -struct-text` tells it, of a file with one element at the top."""
    copy = _without_profile(data)
    done = subprocess.run(["pdfinfo", "-struct-text", "-"], input=copy, capture_output=True, check=True)
    # Strings in attributes come out in an encoding of their own.
    rows = list(_rows(done.stdout.decode(errors="replace")))
    (top,) = _nested(rows, 0)
    assert isinstance(top, Element)
    return top


def _without_profile(data: bytes) -> bytes:
    """A copy without its colour profile, which poppler works out anew for each element: a tenth of the time."""
    copy = BytesIO()
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        if "/OutputIntents" in pdf.Root:
            del pdf.Root.OutputIntents
        pdf.save(copy)
    return copy.getvalue()


def poppler_text(data: bytes) -> str:
    """The words in reading order as `pdftotext` tells them, a form feed after each page."""
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def _rows(told: str) -> Iterator[tuple[int, str]]:
    """Depth and content of each line; words with a line break in them are one row, attributes have half a step more."""
    words: list[str] = []
    depth = 0
    for line in told.splitlines():
        shown = line.lstrip(" ")
        if not words:
            depth = len(line) - len(shown)
        if words or shown.startswith('"'):
            words.append(line if words else shown)
            if line.endswith('"') and (len(words) > 1 or len(shown) > 1):
                yield depth, "\n".join(words)
                words = []
        elif shown:
            yield depth, shown


def _nested(rows: list[tuple[int, str]], depth: int) -> tuple[Element | str, ...]:
    """The elements and words that begin at this depth; takes their rows from the list."""
    found: list[Element | str] = []
    while rows and rows[0][0] >= depth:
        _, shown = rows.pop(0)
        if shown.startswith('"'):
            found.append(shown[1:-1])
        elif not shown.startswith("Object "):
            said = _attributes(rows, depth + 3)
            role = re.split(r"[ :]", shown, maxsplit=1)[0]
            found.append(Element(role, _nested(rows, depth + 2), said))
    return tuple(found)


def _attributes(rows: list[tuple[int, str]], depth: int) -> str:
    """The attribute that is heard of a list or a header cell; takes all attributes from the list."""
    heard_of = ""
    while rows and rows[0][0] == depth and rows[0][1].startswith("/"):
        name, _, value = rows.pop(0)[1].partition(" ")
        if name in {"/ListNumbering", "/Scope"}:
            heard_of = value.removeprefix("/")
    return heard_of


def qpdf_faults(data: bytes) -> list[str]:
    """What `qpdf --check` says of a file that is not sound."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.pdf"
        path.write_bytes(data)
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).splitlines() if done.returncode else []


# ---------------------------------------------------------------- pdf.js


def pdfjs(data: bytes, queries: Sequence[str] = ()) -> Found:
    """What pdf.js reads, and finds with the search that Firefox has."""
    return _answer(data, tuple(queries))


@cache
def _answer(data: bytes, queries: tuple[str, ...]) -> Found:
    command = [tool("node"), "read.mjs", json.dumps(queries)]
    # Its optional packages draw, which no test here asks for.
    done = subprocess.run(
        command, cwd=npm_home("pdfjs", "--omit=optional"), input=data, capture_output=True, check=True
    )
    answer = json.loads(done.stdout)
    pages = tuple(Page(_element(page["tree"]), page["text"]) for page in answer["pages"])
    return Found(pages, {query: tuple(times) for query, times in zip(queries, answer["found"], strict=True)})


def _element(told: dict[str, Any]) -> Element:
    kids = tuple(kid if isinstance(kid, str) else _element(kid) for kid in told["children"])
    return Element(told["role"], kids, told["alt"] or "")
