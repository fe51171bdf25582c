"""Slips in one value: what a person who types quickly, or pastes, writes instead of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from zlib import crc32

from tests.diagnostics.mutations.fields import FIELDS, WORDS, ids, sheet
from tests.diagnostics.mutations.mutation import Edit, Mutation, Near
from tests.diagnostics.mutations.near import near_value
from tests.diagnostics.mutations.outline import SOURCES, Spot, line_starts, spots

Slip = tuple[str, str, str | None]  # its name, what is written, what was meant (None: it cannot be meant)

# How a text begins that YAML does not take for a text.
BEGINNINGS = (*"@`%&*![{]},|>#-='\"", "- ", "? ", ": ", "<<: ")
NO_DAYS = (
    *("2026-13-01", "2026-02-30", "26-11-21", "2026/11/21", "21 november 2026"),
    *("2026-11-2", "1026-11-21", "2026-11", "20261121"),
)
OTHER_ID = 3  # so many other existing ids are tried for each reference


def value_slips(file: str) -> Iterator[Mutation]:
    """Every slip in every value of a file."""
    for spot in spots(file):
        name = f"{sheet(file)}:{spot.field}"
        sort, limit = FIELDS[name]
        near = partial(near_value, spot)
        for slip, written, meant in _slips(spot, sort, limit):
            if written != spot.written:
                yield Mutation("value", f"{sort}: {slip}", name, spot.path, (_edit(spot, written),), meant, near)
        yield from _no_space(spot, name, near)


def _edit(spot: Spot, written: str) -> Edit:
    """The value replaced; one that is left empty takes the space before it along."""
    start = spot.start
    if not written and SOURCES[spot.file][start - 1] == " ":
        start -= 1
    return Edit(spot.file, start, spot.end, written)


def _no_space(spot: Spot, name: str, near: Near) -> Iterator[Mutation]:
    """The space before a value left out, or the colon."""
    before = SOURCES[spot.file][spot.start - 2 : spot.start]
    if before in {": ", "- "}:
        mark = "colon" if before == ": " else "dash"
        for slip, at in ((f"no space after the {mark}", spot.start - 1), (f"no {mark}", spot.start - 2)):
            yield Mutation("value", slip, name, spot.path, (Edit(spot.file, at, at + 1, ""),), None, near)


def _slips(spot: Spot, sort: str, limit: int) -> Iterator[Slip]:
    value = spot.value or ""
    if sort in {"id", "step", "source", "actor", "sort", "paper", "format", "variant"}:
        yield from _of_id(value, spot, sort)
    elif sort in {"kind", "end", "state", "yes"}:
        yield from _of_word(value, sort)
    elif sort == "number":
        yield from _of_number(value)
    elif sort == "day":
        yield from _of_day(value)
    elif sort == "address":
        yield from _of_address(value)
    elif sort == "list":
        yield from _of_list()
    elif sort in {"mark", "language"}:
        yield from _of_word(value, sort)
    elif sort == "maybe":
        yield from (("given", "Något nytt", "Något nytt"), ("a list", "[]", None), ("emptied", "", None))
    else:
        yield from _of_text(value, spot, limit)


def _letters(value: str) -> Iterator[tuple[str, str]]:
    """One letter lost, doubled, swapped or another, at a place that differs from value to value."""
    at = crc32(value.encode()) % max(len(value) - 1, 1)
    while at and not (value[at].isalnum() and value[at - 1].isalnum()):
        at -= 1
    yield "letter lost", value[:at] + value[at + 1 :]
    yield "letter doubled", value[:at] + value[at] + value[at:]
    yield "letters swapped", value[:at] + value[at + 1 : at + 2] + value[at] + value[at + 2 :]
    yield "last letter lost", value[:-1]


def _of_id(value: str, spot: Spot, sort: str) -> Iterator[Slip]:
    for slip, written in _letters(value):
        yield slip, written, written
    yield "capital", value.capitalize(), value.capitalize()
    yield "underscore", value.replace("-", "_", 1), value.replace("-", "_", 1)
    yield "space", value.replace("-", " ", 1), value.replace("-", " ", 1)
    yield "hyphen lost", value.replace("-", "", 1), value.replace("-", "", 1)
    yield "dotted letter", value.replace("a", "\u00e5", 1), value.replace("a", "\u00e5", 1)
    yield "full stop after", f"{value}.", None
    yield "comma after", f"{value},", None
    yield "in quotes", f"'{value}'", value
    yield "in brackets", f"[{value}]", None
    yield "emptied", "", None
    yield "empty quotes", "''", ""
    for kind in ("step", "source", "actor"):
        others = [other for other in ids(kind) if other != value]
        count = OTHER_ID if kind == sort else 1
        for turn in range(count):
            other = others[(crc32(f"{value}{spot.line}".encode()) + turn * 7) % len(others)]
            yield ("another of its sort" if kind == sort else f"id of sort {kind}"), other, other
    for other in WORDS.get(sort, ()):
        yield "another of its sort", other, other
    if sort == "step":
        steps = [step.value for step in spots(spot.file) if step.field == "steg[].id"]
        own = [step for step in steps if step and step != value]
        for turn in range(OTHER_ID if own else 0):
            other = own[(crc32(f"{value}{spot.line}".encode()) + turn * 5) % len(own)]
            yield "another of the same file", other, other


def _of_word(value: str, sort: str) -> Iterator[Slip]:
    for slip, written in _letters(value):
        yield slip, written, written
    for other in WORDS.get(sort, ("ja", "nej", "om det beh\u00f6vs")):
        yield "another word", other, other
    if sort == "yes":
        yield from (("another word", word, word) for word in ("false", "ja", "nej", "True", "yes"))
    yield "capital", value.capitalize(), value.capitalize()
    yield "full stop after", f"{value}.", f"{value}."
    yield "two words", f"{value} {value}", f"{value} {value}"
    yield "in quotes", f'"{value}"', value
    yield "emptied", "", None
    yield "empty quotes", "''", ""
    yield "colon after", f"{value}:", None
    yield "in brackets", f"[{value}]", None


def _of_number(value: str) -> Iterator[Slip]:
    for number in range(8):
        yield "another number", str(number), str(number)
    for written in ("99", "-1", "2.5", "2,5", "2 3", "O", "tv\u00e5", f"{value}.", f"{value}x", "1e1", "0x1"):
        yield "no such number", written, written
    yield "in quotes", f"'{value}'", value
    yield "zero before", f"0{value}", f"0{value}"
    yield "emptied", "", None


def _of_day(value: str) -> Iterator[Slip]:
    for written in NO_DAYS:
        yield "no such day", f"'{written}'", written
    yield "another day", "'2026-11-20'", "2026-11-20"
    yield "without quotes", value, value
    yield "emptied", "", None


def _of_address(value: str) -> Iterator[Slip]:
    yield "no colon", value.replace("://", "//", 1), value.replace("://", "//", 1)
    yield "no scheme", value.partition("://")[2], value.partition("://")[2]
    yield "slip in scheme", value.replace("http", "htp", 1), value.replace("http", "htp", 1)
    yield "space", value.replace(".", ". ", 1), value.replace(".", ". ", 1)
    yield "space before", value.replace("/", "/ ", 1), value.replace("/", "/ ", 1)
    yield "letter lost", value[:-1], value[:-1]
    yield "cut by a comment", value.replace(".", " #", 1), value.replace(".", " #", 1)
    yield "emptied", "", None


def _of_list() -> Iterator[Slip]:
    yield "emptied", "", None
    yield "open bracket", "[", None
    yield "close bracket", "]", None
    yield "braces", "{}", None
    yield "a word", "inga", None
    yield "nothing", "null", None
    yield "a dash", "-", None
    yield "an empty entry", "[,]", None


def _of_text(value: str, spot: Spot, limit: int) -> Iterator[Slip]:
    for slip, written in _letters(value):
        yield slip, _laid(spot, written), written
    if spot.written[:1] in "'\"":
        yield from _of_quoted(value, spot.written)
        return
    words = value.split(" ")
    half = max(1, len(words) // 2)
    first, rest = " ".join(words[:half]), " ".join(words[half:]) or "mer"
    indent = " " * (spot.start - line_starts(spot.file)[spot.line])
    below = " " * _key_indent(spot)
    yield "colon inside", f"{first}: {rest}", f"{first}: {rest}"
    yield "colon last", f"{first} {rest}:", f"{first} {rest}:"
    yield "number sign inside", f"{first} #{rest}", f"{first} #{rest}"
    yield "number sign alone inside", f"{first} # {rest}", f"{first} # {rest}"
    for beginning in BEGINNINGS:
        yield f"begins with {beginning.strip()}", f"{beginning}{first} {rest}", f"{beginning}{first} {rest}"
    for quote in ("'", '"'):
        quoted = f"{quote}{words[0]}{quote} {first} {rest}"
        yield "only the first word in quotes", quoted, quoted
        yield "quote never opened", f"{first} {rest}{quote}", f"{first} {rest}{quote}"
    yield "apostrophe within apostrophes", f"'{first}'s {rest}'", f"{first}'s {rest}"
    yield "backslash within quotes", f'"C:\\{first} {rest}"', f"C:\\{first} {rest}"
    yield "emptied", "", None
    yield "empty quotes", "''", ""
    yield "only a space", "' '", " "
    yield "nothing", "null", "null"
    yield "a tilde", "~", "~"
    yield "in brackets", f"[{first}]", f"[{first}]"
    yield "tab inside", f"{first}\t{rest}", None
    yield "zero width", f"{first}\u200b {rest}", None
    yield "picture", f"{first} \U0001f600", None
    yield "hard space", f"{first}\u00a0{rest}", f"{first}\u00a0{rest}"
    yield "line broken and indented", f"{first}\n{indent}{rest}", f"{first} {rest}"
    yield "line broken, not indented", f"{first}\n{rest}", f"{first} {rest}"
    yield "line broken at the key", f"{first}\n{below}{rest}", f"{first} {rest}"
    yield "empty line inside", f"{first}\n\n{indent}{rest}", f"{first} {rest}"
    yield "block of lines", f"|\n{below}  {first}\n{below}  {rest}", f"{first} {rest}"
    if limit <= 400:
        yield "too long", ("ord " * limit)[:limit] + "slut", None
    yield "a long word", f"{first} {'bok' * 40}", None


def _of_quoted(value: str, written: str) -> Iterator[Slip]:
    yield "quotes lost", value, value
    yield "first quote lost", written[1:], None
    yield "last quote lost", written[:-1], None
    yield "other quotes", f'"{value}"', value
    yield "unlike quotes", f'"{written[1:]}', None
    yield "number sign inside", written[:-1] + " #3" + written[-1], f"{value} #3"
    yield "text after the quote", f"{written} mer", None
    yield "apostrophe inside", f"'{value}s' ord'", None
    yield "emptied", "", None
    yield "empty quotes", "''", ""


def _laid(spot: Spot, text: str) -> str:
    """A text as it was written: its lines and quotes kept where that is plain to do."""
    written = spot.written
    if written[:1] in "'\"":
        return written[0] + text.replace(written[0], written[0] * 2) + written[0]
    return text


def _key_indent(spot: Spot) -> int:
    """The column of the key, or of the dash, that the value belongs to."""
    starts = line_starts(spot.file)
    if spot.key_start >= 0:
        return spot.key_start - starts[spot.key_line]
    return spot.start - starts[spot.line] - 2
