"""Telephone numbers and e-mail addresses of persons, anywhere in a file. They are never repeated in a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.personal_numbers import in_address, is_personal_number
from pipeline.checks.scope import Known, SourceText
from pipeline.diagnostics import Diagnostic, diagnose

_BLANK = " \u00a0"
# 08-123 456 78, 070-123 45 67, +46 70 123 45 67, 0701234567. Not a part of an id, a law's number or a date.
_PHONE = re.compile(
    # What may not stand before it is asked after the first sign: an expression that begins with a sign is quick.
    rf"[+0](?<![\w+].)(?<!\w-.)(?<![0-9][.,:/].)(?:(?:(?<=\+)|0)46[{_BLANK}-]?(?:\(0\)[{_BLANK}]?)?|(?<=0))"
    # Nothing is given back (++): a long row of digits would otherwise be tried in every way.
    rf"([1-9][0-9]{{0,2}}+(?:[{_BLANK}]?[-\u2013/)]?[{_BLANK}]?[0-9]{{2,}}+)++)(?![\w@])(?![.:,/-][0-9])"
)
_SEPARATOR = "[^0-9]+"
# The expressions below are kept as text, since few files have what they are for: `re` remembers what it has compiled.
# The digits after 0 or +46: of mobile phones, and of all others that a person may have. Left out are numbers that no
# person has, of free calls and shared cost (020, 0771). PTS, the Swedish numbering plan for telephony (ITU-T E.164).
_MOBILE = "7[02369][0-9]{7}"
_AREA = (
    "(?:8[0-9]{6,8}|(?:1[013689]|2[136]|3[1356]|4[0246]|54|6[03]|90)[0-9]{5,7}"
    "|(?:1[2457]|2[245789]|3[024789]|4[135789]|5[0-35-9]|6[124-9]|9[1-8])[0-9]{6,7})"
)
# The key that holds an actor's switchboard, and what is indented below it; in a decision, its line.
_SWITCHBOARD = r"""(?m)^["']?kontakt["']?[ ]*:.*(?:\n(?:[ \t].*)?$)*"""
_OF_DECISION = r"""(?m)^[ -]+["']?kontakt["']?[ ]*:.*$"""
_DECISIONS = "/beslut.yaml"
_MAIL = r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+"
_NAMES = r"[^\W\d_]+(?:-[^\W\d_]+)*(?:[._][^\W\d_]+(?:-[^\W\d_]+)*)+[0-9]*"
_WORDS = r"[._-]+"


def phone_numbers(source: SourceText, _: Known) -> Iterator[Diagnostic]:
    """Numbers of mobile phones, and others that are not the switchboard in an actor's `kontakt`."""
    switchboards: list[tuple[int, int]] | None = None
    for match in _PHONE.finditer(source.text):
        if not is_phone(match[1]) or is_personal_number(match[0]) or in_address(source.text, match.start()):
            continue
        if switchboards is None:
            place = _OF_DECISION if source.path.endswith(_DECISIONS) else _SWITCHBOARD
            switchboards = [found.span() for found in re.finditer(place, source.text)]
        is_allowed = any(start <= match.start() < end for start, end in switchboards)
        if is_mobile(match[1]) or not is_allowed:
            yield diagnose("D803", source.place(match.start()))


def is_mobile(number: str) -> bool:
    """True for a number, without 0 or +46, of a mobile phone."""
    return re.fullmatch(_MOBILE, re.sub(_SEPARATOR, "", number)) is not None


def is_phone(number: str) -> bool:
    """True for a number, without 0 or +46, that a person may have.

    It is written in one piece, or in groups of two or three digits after the area code: 08-12 2025 is none.
    """
    digits = re.sub(_SEPARATOR, "", number)
    _, *groups = re.split(_SEPARATOR, number)
    is_grouped = len(groups) < 2 or all(len(group) <= 3 for group in groups)
    is_one = len(groups) != 1 or len(groups[0]) > 4
    return is_mobile(number) or (is_grouped and is_one and bool(re.fullmatch(_AREA, digits)))


def mail_addresses(source: SourceText, known: Known) -> Iterator[Diagnostic]:
    """Addresses made of two names or more, such as first and last, where no word tells a mailbox that many share."""
    if "@" not in source.text:
        return
    shared = tuple(known.language.mailboxes)
    for match in re.finditer(_MAIL, source.text):
        local = match[1].lower()
        if re.fullmatch(_NAMES, local) and not any(word.startswith(shared) for word in re.split(_WORDS, local)):
            yield diagnose("D804", source.place(match.start()))
