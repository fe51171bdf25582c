"""Numbers with their bounds and units, days, and yes or no."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from pipeline.lengths import Pt
from pipeline.values.base import as_text, refuse

# Zip files, and so Word files, know no earlier day.
FIRST_DAY, LAST_DAY = datetime.date(1980, 1, 1), datetime.date(2099, 12, 31)

HIGHEST_NUMBER = 999_999
_NUMBER = re.compile(r"[0-9]{1,6}")
_DECIMAL = re.compile(r"[0-9]{1,5}(\.[0-9]{1,4})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = as_text(value)
    if not _NUMBER.fullmatch(text):
        raise refuse("not_number", value=text[:40])
    return int(text)


def _decimal(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = as_text(value)
    if not _DECIMAL.fullmatch(text):
        raise refuse("not_decimal", value=text[:40])
    return float(text)


def _points(value: object) -> Pt:
    return Pt(_decimal(value))


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = as_text(value)
    if text not in {"ja", "nej", "true", "false"}:
        raise refuse("not_yes_no", value=text[:40])
    return text in {"ja", "true"}


class OpenEnd(Enum):
    """The last day of what has none yet."""

    UNTIL_FURTHER_NOTICE = "tills vidare"


def _last_day(value: object) -> datetime.date | OpenEnd:
    if isinstance(value, OpenEnd):
        return value
    if isinstance(value, str) and " ".join(value.split()) == OpenEnd.UNTIL_FURTHER_NOTICE.value:
        return OpenEnd.UNTIL_FURTHER_NOTICE
    try:
        return _day(value)
    except PydanticCustomError as fault:
        if fault.type != "not_day":
            raise
        raise refuse("not_last_day", value=as_text(value)[:40]) from None


def _day(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    text = as_text(value)
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise refuse("not_day", value=text[:40]) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise refuse("out_of_range", value=text, low=FIRST_DAY.isoformat(), high=LAST_DAY.isoformat())
    return day


@dataclass(frozen=True, slots=True)
class Between:
    """Refuses a number that is not from low to high, both included."""

    low: float
    high: float

    def __call__(self, value: float) -> float:
        """The value; raises PydanticCustomError."""
        if not self.low <= value <= self.high:
            raise refuse("out_of_range", value=f"{value:g}", low=f"{self.low:g}", high=f"{self.high:g}")
        return value


def _between(low: float, high: float) -> AfterValidator:
    return AfterValidator(Between(low, high))


Count = Annotated[int, BeforeValidator(_count)]
# A size of type: from the smallest that can be read to more than any poster needs.
Points = Annotated[Pt, BeforeValidator(_points), _between(4, 300)]
# A stroke or small measure, in em.
Em = Annotated[float, BeforeValidator(_decimal), _between(0.01, 3)]
# A margin or distance on a sheet, and a side of a paper, in mm.
Length = Annotated[float, BeforeValidator(_decimal), _between(0.1, 200)]
PaperSide = Annotated[float, BeforeValidator(_decimal), _between(50, 2000)]
# A distance or pitch in baselines, or an indent in grid units; a size or width as a part of another; a few lines.
Lines = Annotated[float, BeforeValidator(_decimal), _between(0, 12)]
Ratio = Annotated[float, BeforeValidator(_decimal), _between(0.1, 20)]
RowCount = Annotated[int, BeforeValidator(_count), _between(1, 9)]
# How far from a sheet its reader is, in m; nobody reads from nearer.
Distance = Annotated[float, BeforeValidator(_decimal), _between(0.3, 20)]
# A place in a drawing, in mm, or a column or row of it.
Position = Annotated[float, BeforeValidator(_decimal), _between(0, 20_000)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
# The day on which something ends, or that it has no end yet.
LastDay = Annotated[datetime.date | OpenEnd, BeforeValidator(_last_day)]
