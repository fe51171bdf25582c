"""The reason for a withdrawal: what is kept of it, and what may not be shown to everyone who holds a printout."""

import pytest

from pipeline.release.edition.refusals import Refused
from pipeline.release.edition.withdrawal_reason import admitted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Fel villkor.", "Fel villkor."),
        ("  Fel\u00a0 villkor\n i steg 4. ", "Fel villkor i steg 4."),
        ("A\u030angra", "\u00c5ngra"),
        ("Beslut 2026-11-21, dnr 811218-9875", "Beslut 2026-11-21, dnr 811218-9875"),  # no check digit: nobody's number
        ("x" * 400, "x" * 400),
    ],
)
def test_what_is_kept(text, kept):
    assert admitted(text) == kept


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "no_reason"),
        (" \n\u00a0", "no_reason"),
        ("...", "no_reason"),
        ("\u00ad", "no_reason"),
        ("x" * 401, "reason_long"),
        ("a\x00b", "reason_characters"),
        ("a\x9bb", "reason_characters"),
        ("a\u202eb", "reason_characters"),
        ("a\u200bb", "reason_characters"),
        ("a\udc80b", "reason_characters"),  # bytes that are no UTF-8, as a command line hands them on
        ("G\u00e4ller 811218-9876.", "reason_person"),
        ("811218 9876", "reason_person"),
    ],
)
def test_what_is_refused(text, key):
    with pytest.raises(Refused) as fault:
        admitted(text)
    assert [reason.key for reason in fault.value.reasons] == [key]


def test_the_characters_are_named_once_each():
    with pytest.raises(Refused) as fault:
        admitted("\x07\x07\u202e")
    points = str(fault.value.reasons[0].details["points"])
    assert [point.split()[0] for point in points.split(", ")] == ["U+0007", "U+202E"]
