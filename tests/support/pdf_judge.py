"""What readers other than ours say of a PDF, compared with the content that it was made from."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.document import Break, Document, Figure, Running, Sheets
from pipeline.document import walk as walk_blocks
from pipeline.scene import Scene, texts
from pipeline.writers.pdf.gate.expected import Spoken, expected
from tests.support.pdf_readers import Found, Heard, heard, pdfjs, plain, poppler, poppler_text

# What a page holds of these may be a part: a paragraph or a row goes on over the page's end.
_LEAVES = re.compile(r"H[1-6]|P|Lbl|LBody|TH|TD|Caption|TOCI|Figure")
# An attribute that poppler tells in a way that can be compared.
_WITH_ATTRIBUTE = frozenset({"L", "TH"})
_TOLD = 3
# A page's number; in an index others may follow it.
_NUMBER = re.compile(r"\d+,?")
# Where a line may end inside an address; no hyphen stands there.
_ADDRESS = re.compile(r"://|@|^www\.")
# A word with more letters may be broken over lines.
_LONG = 18
# Stands after a hyphen at a line's end, until it is known whose it is.
_MAYBE = "\u200b"


def outer_findings(data: bytes, content: Sheets | Document, titles: Sequence[str] = ()) -> list[str]:
    """Everything in which poppler and pdf.js differ from the content, or do not find a title."""
    wanted = list(expected(content))
    found = pdfjs(data, [plain(title) for title in titles])
    told = plain(joined_lines(poppler_text(data)))
    return [
        *(f"poppler's tree: {fault}" for fault in differences(wanted, list(heard(poppler(data))))),
        *(f"pdf.js' tree: {fault}" for fault in torn(wanted, found)),
        *(f"pdf.js finds no {query!r}" for query, times in found.times.items() if not sum(times)),
        *(f"pdftotext finds no {title!r}" for title in map(plain, titles) if title not in told),
        *(f"pdftotext's word {word!r}" for word in strange_words(poppler_text(data), content)),
        *(f"pdf.js' word {word!r}" for word in strange_words(found.text, content, glued_labels=True)),
    ]


# ---------------------------------------------------------------- the tree, element by element


def differences(wanted: Sequence[Spoken], found: Sequence[Heard]) -> Iterator[str]:
    """The first elements of a whole tree that are not what they should be."""
    told = 0
    for number, (one, other) in enumerate(zip_longest(wanted, _without_numbers_of_index(found)), 1):
        if not _alike(one, other):
            told += 1
            yield f"element {number}: {_shown(other, one)} instead of {_shown(one, other)}"
        if told == _TOLD:
            return


def _without_numbers_of_index(found: Sequence[Heard]) -> Iterator[Heard]:
    """The elements without those that hold the numbers of an index: how many there are the pages decide."""
    inside = -1
    for one in found:
        inside = -1 if one.depth <= inside else inside
        if inside < 0 or one.role not in {"Reference", "Link"}:
            yield one
        inside = one.depth if one.role == "Index" else inside


def _alike(wanted: Spoken | None, found: Heard | None) -> bool:
    if wanted is None or found is None or (wanted.depth, wanted.role) != (found.depth, found.role):
        return False
    text = plain(wanted.text)
    if wanted.page_of:
        return re.fullmatch(rf"{re.escape(text)} \d+", found.text) is not None
    if wanted.indexed:
        return re.fullmatch(rf"{re.escape(text)} \d+(, \d+)*", found.text) is not None
    return text == found.text and (wanted.role not in _WITH_ATTRIBUTE or wanted.said == found.said)


def _shown(one: Spoken | Heard | None, other: Spoken | Heard | None) -> str:
    """The element in few words: its text from a little before where it differs from the other's."""
    if one is None:
        return "nothing"
    text, against = plain(one.text), plain(other.text) if other else ""
    at = next((n for n, (a, b) in enumerate(zip(text, against, strict=False)) if a != b), min(len(text), len(against)))
    return f"{one.role} at depth {one.depth} {text[max(at - 20, 0) : at + 60]!r} [{one.said[:40]}]"


# ---------------------------------------------------------------- the tree, page by page


def torn(wanted: Sequence[Spoken], found: Found) -> Iterator[str]:
    """What the pages' trees say out of order, too much or not at all; an element's words may stand on several pages.

    Without white space: pdf.js tells the end of a line by a line break, also inside a word.
    """
    left = [(one, _squeezed(one.text)) for one in wanted if _is_leaf(one.role) and _squeezed(one.text)]
    for number, page in enumerate(found.pages, 1):
        at = 0
        for one in heard(page.tree):
            text = _squeezed(one.text)
            if not (_is_leaf(one.role) and text):
                continue
            place = next((n for n in range(at, len(left)) if _holds(left[n], one, text)), None)
            if place is None:
                yield f"page {number}: {one.role} {one.text[:60]!r} is not in the content here"
                return
            expected_one, rest = left[place]
            rest = rest.removeprefix(text)
            done = not rest or expected_one.indexed or (expected_one.page_of and rest.isdigit())
            left[place : place + 1] = [] if done else [(expected_one, rest)]
            at = place if done else place + 1
    yield from (f"nowhere: {one.role} {text[:60]!r}" for one, text in left[:_TOLD])


def _is_leaf(role: str) -> bool:
    return _LEAVES.fullmatch(role) is not None


def _holds(left: tuple[Spoken, str], one: Heard, text: str) -> bool:
    """True if the words are what is left of the element, or the beginning of it."""
    wanted, rest = left
    if wanted.role != one.role:
        return False
    if wanted.role == "Figure" and not one.said.startswith(wanted.said):
        return False
    if wanted.page_of:
        return re.fullmatch(rf"{re.escape(rest)}\d+", text) is not None
    if wanted.indexed:
        return re.fullmatch(rf"{re.escape(rest)}\d+(,\d+)*", text) is not None
    return rest.startswith(text)


def _squeezed(text: str) -> str:
    return plain(text).replace(" ", "")


# ---------------------------------------------------------------- words


def joined_lines(text: str) -> str:
    """The text with the words whole that a hyphen of ours parts at the end of a line."""
    return re.sub("\u00ad[ \n\f]*", "", text)


def strange_words(text: str, content: Sheets | Document, glued_labels: bool = False) -> list[str]:
    """Words that the content does not have: glued, torn or spoiled.

    pdf.js glues lines that stand side by side in a drawing, though a space parts them in the file: `glued_labels`.
    """
    known = Vocabulary(content, glued_labels)
    # A hyphen at a line's end may be the word's own, ours, or the last of `before- and after`.
    told = re.sub(r"-\n(?=\S)", f"-{_MAYBE}", joined_lines(text)).translate({0xA0: " ", 0x2011: "-"}).split()
    return [word for word in dict.fromkeys(told) if not known.holds(word)][:_TOLD]


class Vocabulary:
    """Every word of the content: what is read, and what runs on each page."""

    def __init__(self, content: Sheets | Document, glued_labels: bool) -> None:
        document = content if isinstance(content, Document) else content.text
        drawn = [plain(line) for scene in _scenes(content) for line in texts(scene)]
        # A word that a drawing breaks over lines is told whole by pdftotext.
        whole = "\n".join(drawn).replace("-\n", "").split("\n")
        said = [plain(spoken.text) for spoken in expected(content)]
        running = _running(document.running) if document else []
        self._words = frozenset(word for text in (*said, *drawn, *whole, *running) for word in text.split())
        self._breakable = [word for word in self._words if _ADDRESS.search(word) or len(word) > _LONG]
        # The hyphen at a line's end in a drawing belongs to the drawing; the words are whole in the text beside it.
        self._stems = frozenset(line.split()[-1].rstrip("-") for line in drawn if line.endswith("-"))
        labels = [line.split() for line in drawn if glued_labels and line]
        self._ends, self._starts = {words[-1] for words in labels}, {words[0] for words in labels}
        gaps = {word for text in running for word in text.split() if "{" in word}
        self._gaps = [re.compile(re.sub(r"\\\{\w+\\\}", r"\\d+", re.escape(word))) for word in gaps]

    def holds(self, word: str) -> bool:
        """True for a word, a number, part of an address, and what the ends of lines make of them."""
        parts = word.split(_MAYBE)
        ways = ("".join(parts), "".join(part.removesuffix("-") for part in parts[:-1]) + parts[-1])
        return any(map(self._is_known, ways)) or all(map(self._is_known, parts))

    def _is_known(self, word: str) -> bool:
        if word in self._words or _NUMBER.fullmatch(word) or any(gap.fullmatch(word) for gap in self._gaps):
            return True
        halves = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
        if any(self._is_part(one) and self._goes_on(other) for one, other in halves):
            return True
        return any(one in self._ends and other in self._starts for one, other in halves)

    def _is_part(self, letters: str) -> bool:
        return letters in self._stems or any(letters in word and letters != word for word in self._breakable)

    def _goes_on(self, rest: str) -> bool:
        """What pdftotext, which takes the hyphen at a line's end away, may find after it in a drawing or on a page."""
        return not rest or rest in self._words or rest.isdigit() or self._is_part(rest)


def _scenes(content: Sheets | Document) -> Iterator[Scene]:
    """Every drawing: sheets, figures, and running heads."""
    if isinstance(content, Sheets):
        yield from content.pages
    document = content if isinstance(content, Document) else content.text
    for block in walk_blocks(document.blocks) if document else ():
        if isinstance(block, Figure):
            yield block.scene
        elif isinstance(block, Break) and block.head:
            yield block.head


def _running(running: Running) -> list[str]:
    return [plain(getattr(running, name)) for name in ("strong", "quiet", "status", "stamp", "page_label")]
