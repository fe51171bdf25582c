"""Documents as no one should write them: any quoting, blocks and brackets mixed, comments in every gap."""

import json
import re

from hypothesis import strategies as st

MARK = re.compile(r"# ?k[0-9]+")
"""What every comment of a wild document holds, and no text does."""

_DAYS = ("2026-11-21", "2026-1-2 10:00:00")
_OTHER_TYPES = ("ja", "null", "~", "yes", "y", "1", "1_0", "0x1f", "1e3", "12:30", "=", "<<", *_DAYS)
_SIGNS = ("a: b", "a:", "a #b", "- x", "---", "...", "?", "[x]", "{", "'", '"', "'a'", "a\\b", " a", "a  b ", "")
# Long enough for several lines, with places where none may begin.
_DASHED = " - ".join(map(str, range(60, 160)))
TEXTS = st.one_of(
    st.sampled_from([*_OTHER_TYPES, *_SIGNS, _DASHED]),
    st.text("ab\u00e5e\u0301 ,:;'\"#-?![]{}&*|>%@`\\.01", max_size=12),
    st.lists(st.text("abc\u00f6.,'", min_size=1, max_size=11), min_size=1, max_size=40).map(" ".join),
)
BREAKING = st.lists(st.sampled_from(["a", "b c", "", " d", "e: f", "g "]), min_size=2, max_size=5).map("\n".join)
PLAIN = re.compile(r"[A-Za-z0-9\u00e5\u00f6][A-Za-z0-9\u00e5\u00f6e\u0301.']*( +[A-Za-z0-9\u00e5\u00f6.']+)*")
KEYS = TEXTS.filter(lambda key: len(key) < 40)
TREES = st.recursive(
    st.none() | TEXTS | BREAKING,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


class _Writer:
    """Writes a tree in forms drawn by chance."""

    def __init__(self, draw):
        self.draw = draw
        self.count = 0

    def chance(self, of=3):
        return self.draw(st.integers(1, of)) == 1

    def comment(self):
        self.count += 1
        sign = self.draw(st.sampled_from(["# k", "# k", "#k"]))
        return f"{sign}{self.count}" + self.draw(st.sampled_from(["", " text", "  #: 'x", " e\u0301", "  "]))

    def beside(self):
        return " " * self.draw(st.integers(1, 3)) + self.comment() if self.chance(4) else ""

    def above(self, indent):
        for _ in range(self.draw(st.sampled_from([0, 0, 0, 1, 2]))):
            yield "" if self.chance() else " " * self.draw(st.integers(0, indent + 3)) + self.comment()

    def document(self, tree):
        is_block = isinstance(tree, dict | list) and tree
        lines = [*self.above(0), *self.block(tree, 0)] if is_block else [self.flow(tree, 0)]
        return "\n".join([*lines, *self.above(2)]) + self.draw(st.sampled_from(["", "\n", "\n\n"]))

    def block(self, tree, indent):
        pad = " " * indent
        for key, value in tree.items() if isinstance(tree, dict) else ((None, item) for item in tree):
            yield from self.above(indent)
            head = "-" if key is None else self.scalar(key, indent, is_key=True) + ":"
            yield from self.entry(pad + head, value, indent, key is None)

    def entry(self, head, value, indent, in_list):
        if not (isinstance(value, dict | list) and value and self.chance(2)):
            text = self.value(value, indent)
            yield head + (" " + text if text else "") + ("" if "\n" in text and text[0] in "|>" else self.beside())
            return
        deeper = indent + self.draw(st.integers(0 if isinstance(value, list) and not in_list else 1, 3))
        inner = [*self.block(value, max(deeper, indent + 2 * in_list))]
        first = inner[0]
        if in_list and self.chance(2) and first.strip() and not first.lstrip().startswith("#"):
            yield head + first[indent + 1 :]
            yield from inner[1:]
        else:
            yield head + self.beside()
            yield from inner

    def value(self, value, indent):
        if isinstance(value, str) and self.chance(3) and (block := self.block_text(value, indent)):
            return block
        return self.flow(value, indent)

    def block_text(self, value, indent):
        lines = value.split("\n")
        if not lines[0].strip() or lines[0].startswith(" "):
            return ""
        mark = self.draw(st.sampled_from(["|", ">", "|-", ">-", "|+"])) + self.beside()
        return "\n".join([mark, *(" " * (indent + 2) + line if line else "" for line in lines)])

    def flow(self, value, indent):
        if value is None:
            return self.draw(st.sampled_from(["null", "~"]))
        if isinstance(value, str):
            return self.scalar(value, indent)
        parts = [self.flow(item, indent) for item in value] if isinstance(value, list) else self.pairs(value, indent)
        inner = "".join(self.gap(indent) + part + self.draw(st.sampled_from(["", " "])) + "," for part in parts)
        inner = inner.removesuffix(",") + self.gap(indent)
        return f"[{inner}]" if isinstance(value, list) else "{" + inner + "}"

    def pairs(self, value, indent):
        return [f"{self.scalar(key, indent, is_key=True)}: {self.flow(below, indent)}" for key, below in value.items()]

    def gap(self, indent):
        if self.chance(2):
            return " "
        inner = "\n" + " " * (indent + self.draw(st.integers(1, 4)))
        return self.beside() + inner + (self.comment() + inner if self.chance(4) else "")

    def scalar(self, value, indent, is_key=False):
        forms = [json.dumps(value, ensure_ascii=False)]
        breaks = value if is_key else self.broken(value, indent)
        if "\n" not in value:
            forms.append("'" + breaks.replace("'", "''") + "'")
        if PLAIN.fullmatch(value) and value not in {"null", "~"}:
            forms.append(breaks)
        return self.draw(st.sampled_from(forms))

    def broken(self, value, indent):
        if not self.chance(3):
            return value
        return re.sub(r"(?<=[^ ]) (?=[^ ])", lambda gap: "\n" + " " * (indent + 3) if self.chance(3) else " ", value)


@st.composite
def wild_documents(draw):
    """A document as text. Its tree is what a reader of YAML says it is."""
    return _Writer(draw).document(draw(TREES))
