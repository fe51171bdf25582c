"""Frozen values read from files: their base class and the small types of their fields.

Every scalar in a file is text; these types give it a meaning, and say by a stable error type what is wrong with it.
Error types become sentences in locale/ (`reading.faults`).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from pipeline.colour import Colour
from pipeline.lengths import Pt
from pipeline.spans import Marks, Place

# A key no author can write: the text gate refuses control characters.
ORIGIN_KEY = "\x00"

LABEL_LIMIT = 200
WORD_LIMIT = 80
PROSE_LIMIT = 20_000
BREAK_LIMIT = 200
ADDRESS_LIMIT = 2_000
NAME_LIMIT, NAME_WORD_LIMIT = 60, 32
TAG_LIMIT = 14
SUMMARY_LIMIT = 400
# Zip files, and so Word files, know no earlier day.
FIRST_DAY, LAST_DAY = datetime.date(1980, 1, 1), datetime.date(2099, 12, 31)

HIGHEST_NUMBER = 999_999
_NUMBER = re.compile(r"[0-9]{1,6}")
_DECIMAL = re.compile(r"[0-9]{1,5}(\.[0-9]{1,4})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
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
FILE_WORD = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ADDRESS = re.compile(r"(https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+)\S*")


class View(Enum):
    """How much the boxes of a map show: everything, or number and short title with a key beside the map."""

    FULL = "hel"
    SHORT = "kort"


class Value(BaseModel):
    """A frozen value that knows where it was written. Field names are English, keys in files Swedish (aliases)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        arbitrary_types_allowed=True,
    )

    origin: Marks = Field(default_factory=Marks, alias=ORIGIN_KEY, exclude=True, repr=False)

    def place(self, field: str = "", *below: str | int) -> Place:
        """Where a field of this value was written (English name, then indexes), or where the value itself was."""
        if not field:
            return self.origin.here
        return self.origin.at(self.key(field), *below)

    def key_place(self, field: str) -> Place:
        """Where the key of a field (English name) was written, or the value itself where the key is left out."""
        return self.origin.key(self.key(field))

    @classmethod
    def key(cls, field: str) -> str:
        """The key that a field (English name) has in files."""
        return cls.model_fields[field].alias or field


def _refuse(kind: str, **details: Any) -> PydanticCustomError:
    """An error whose type names the sentence; the English text is never shown."""
    return PydanticCustomError(kind, kind, details)


def _text(value: object) -> str:
    if value is None:
        raise _refuse("nothing")
    if isinstance(value, dict | list):
        raise _refuse("not_text")
    return str(value)


def _label(value: object) -> str:
    return bound(_exact(value))


def _exact(value: object) -> str:
    text = _whole(value)
    if "\n" in text:
        raise _refuse("label_break")
    if len(text) > LABEL_LIMIT:
        raise _refuse("too_long", length=len(text), limit=LABEL_LIMIT)
    return text


def _prose(value: object) -> str:
    return bound(_whole(value))


def _whole(value: object) -> str:
    # A text folded with > or | ends in a line break that its author never sees.
    text = _text(value).strip(" \n")
    if not text.strip(INVISIBLE):
        raise _refuse("nothing")
    if len(text) > PROSE_LIMIT:
        raise _refuse("too_long", length=len(text), limit=PROSE_LIMIT)
    if text.count("\n") > BREAK_LIMIT:
        raise _refuse("many_breaks", limit=BREAK_LIMIT)
    for word in text.split():
        if len(word) > WORD_LIMIT:
            raise _refuse("long_word", length=len(word), limit=WORD_LIMIT, start=word[:20])
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
        raise _refuse("too_long", length=len(text), limit=limit)
    longest = max(text.split(), key=len)
    if len(longest) > word_limit:
        raise _refuse("long_word", length=len(longest), limit=word_limit, start=longest[:20])
    return text


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        raise _refuse("not_number", value=text[:40])
    return int(text)


def _decimal(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = _text(value)
    if not _DECIMAL.fullmatch(text):
        raise _refuse("not_decimal", value=text[:40])
    return float(text)


def _points(value: object) -> Pt:
    return Pt(_decimal(value))


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in {"ja", "nej", "true", "false"}:
        raise _refuse("not_yes_no", value=text[:40])
    return text in {"ja", "true"}


def _day(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    text = _text(value)
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise _refuse("not_day", value=text[:40]) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise _refuse("out_of_range", value=text, low=FIRST_DAY.isoformat(), high=LAST_DAY.isoformat())
    return day


def _slug(value: object) -> str:
    text = _text(value)
    if not SLUG.fullmatch(text) or len(text) > WORD_LIMIT:
        raise _refuse("not_slug", value=text[:40])
    return text


def _address(value: object) -> str:
    text = _text(value)
    if not ADDRESS.fullmatch(text) or len(text) > ADDRESS_LIMIT:
        raise _refuse("not_address", value=text[:60])
    return text


def _colour(value: object) -> Colour:
    if isinstance(value, Colour):
        return value
    if value is None:
        # An unquoted # begins a comment, which leaves nothing.
        raise _refuse("no_colour")
    text = _text(value)
    try:
        return Colour.from_hex(text)
    except ValueError:
        raise _refuse("not_colour", value=text[:40]) from None


def _file_word(value: object) -> str:
    text = _text(value)
    if not FILE_WORD.fullmatch(text):
        raise _refuse("not_file_word", value=text[:40])
    return text


@dataclass(frozen=True, slots=True)
class Between:
    """Refuses a number that is not from low to high, both included."""

    low: float
    high: float

    def __call__(self, value: float) -> float:
        """The value; raises PydanticCustomError."""
        if not self.low <= value <= self.high:
            raise _refuse("out_of_range", value=f"{value:g}", low=f"{self.low:g}", high=f"{self.high:g}")
        return value


def _between(low: float, high: float) -> AfterValidator:
    return AfterValidator(Between(low, high))


def _filled(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise _refuse("empty_list")
    return value


Label = Annotated[str, BeforeValidator(_label)]
# A name that is looked up as it stands: of a file, a package or a font.
Exact = Annotated[str, BeforeValidator(_exact)]
Prose = Annotated[str, BeforeValidator(_prose)]
Count = Annotated[int, BeforeValidator(_count)]
# A size of type: from the smallest that can be read to more than any poster needs.
Points = Annotated[Pt, BeforeValidator(_points), _between(4, 300)]
# A stroke or small measure, in em.
Em = Annotated[float, BeforeValidator(_decimal), _between(0.01, 3)]
# A margin or distance on a sheet, and a side of a paper, in mm.
Length = Annotated[float, BeforeValidator(_decimal), _between(0.1, 200)]
PaperSide = Annotated[float, BeforeValidator(_decimal), _between(50, 2000)]
# How far from a sheet its reader is, in m; nobody reads from nearer.
Distance = Annotated[float, BeforeValidator(_decimal), _between(0.3, 20)]
# A place in a drawing, in mm, or a column or row of it.
Position = Annotated[float, BeforeValidator(_decimal), _between(0, 20_000)]
# What stands in titles, heads and boxes: a name, its short form, and a sentence or two.
Name = Annotated[str, BeforeValidator(_name)]
Tag = Annotated[str, BeforeValidator(_tag)]
Summary = Annotated[str, BeforeValidator(_summary)]
# A word that goes into file names.
FileWord = Annotated[str, BeforeValidator(_file_word)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Slug = Annotated[str, BeforeValidator(_slug)]
Address = Annotated[str, BeforeValidator(_address)]
Paint = Annotated[Colour, BeforeValidator(_colour)]
# At least one entry.
Filled = AfterValidator(_filled)
