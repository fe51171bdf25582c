"""Numbers that stand for a living person, anywhere in a file: personnummer, samordningsnummer and reserve numbers.

A number is never repeated in a finding: reports end in logs.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from pipeline.checks.scope import Known, SourceText
from pipeline.diagnostics import Diagnostic, diagnose

# Century (may be left out), year, month and day; a sign or a blank; three digits and the check digit, or for a reserve
# number letters among them. Not a part of an id, a law's number, a decimal number or a longer row of digits.
_START = re.compile("[0-9]{6}")
_NUMBER = (
    r"(?<!\w)(?<!\w-)(?<![0-9][.,:/])"
    r"((?:1[89]|20)?)([0-9]{2})([01][0-9])([0-9]{2})[-+ \u00a0\u2013]?([0-9]{4}|[0-9A-Z]{4})"
    r"(?![\w@])(?!-\w)(?![.:/][0-9])"
)
# Region Stockholm: 99, century and year when it was given out, six digits.
_STOCKHOLM = r"(?<!\w)(?<!\w-)99(?:19|20)[0-9]{2}-?[0-9]{2}-?[0-9]{4}(?![\w-])"
# Of a coordination number, that many days are added to the day of birth (folkbokföringslagen 18 a §).
_ADDED_DAYS = 60


def personal_numbers(source: SourceText, _: Known) -> Iterator[Diagnostic]:
    """Every number of a person in a file, comments included."""
    for start, code in numbers_in(source.text):
        yield diagnose(code, source.place(start))


def numbers_in(text: str) -> Iterator[tuple[int, str]]:
    """Where a text has the number of a person, and the code of its kind."""
    # Only from here on are the expensive expressions tried.
    for start in (found.start() for found in _START.finditer(text)):
        match = re.compile(_NUMBER).match(text, start)
        code = code_of(match) if match else "D807" if re.compile(_STOCKHOLM).match(text, start) else ""
        if code and not in_address(text, start):
            yield start, code


def code_of(match: re.Match[str]) -> str:
    """The code for what a number is; empty if it is none of a person's."""
    century, year, month, day, last = match.groups()
    if not last.isdigit():
        return "D807" if _is_reserve(last) and _is_day(century, year, month, int(day)) else ""
    if not has_check_digit(f"{year}{month}{day}{last}"):
        return ""
    if _is_day(century, year, month, int(day)):
        return "D801"
    return "D802" if _is_day(century, year, month, int(day) - _ADDED_DAYS) else ""


def is_personal_number(text: str) -> bool:
    """True for digits that are a whole personnummer or samordningsnummer."""
    match = re.fullmatch(_NUMBER, text)
    return match is not None and code_of(match) in {"D801", "D802"}


def has_check_digit(digits: str) -> bool:
    """True if the last of ten digits is the check digit of the others (Skatteverket, SKV 704; the Luhn algorithm)."""
    doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def in_address(text: str, index: int) -> bool:
    """True if the character belongs to a web address."""
    word = text[max(0, index - 2_000) : index].rpartition("\n")[2].rpartition(" ")[2]
    return "://" in word or "www." in word


def _is_day(century: str, year: str, month: str, day: int) -> bool:
    """True if there is such a day, in the century given or in any of the two that living persons are born in."""
    return any(_exists(int(f"{first}{year}"), int(month), day) for first in ([century] if century else ["19", "20"]))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _is_reserve(last: str) -> bool:
    """Four characters with a letter and a digit at least: T123, TF10, K067, and the national number's AB12 and ABC1.

    Regions differ; what they share is a date of birth and a letter among the last four (Socialstyrelsen, term
    reservnummer; IVO on T and TF; HL7 Sweden's base profiles for the national number and Region Stockholm's).
    """
    return any(char.isdigit() for char in last) and not last.isdigit()
