"""How severe the finding of each code is, and which findings a project may excuse: the one list of what is no fault."""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """How much a finding matters; only an error stops a build."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


# Every code is a fault unless it stands in one of these. A code never changes its family and is never used again.
WARNINGS = frozenset(
    {
        "L028",  # a file that nothing uses
        *("R354", "R355"),  # what a search finds twice
        *("P118", "P119", "P120", "P123", "P125", "P126", "P127", "P129"),
        *("P132", "P133", "P134", "P135", "P136", "P137", "P138"),  # a hint that is ignored
        *("S701", "S703", "S704", "S705", "S708", "S709", "S710", "S711", "S713", "S714", "S715"),
        *("G901", "G902"),
        *("U612", "U613", "U618"),
        *("U645", "U646", "U647", "U648", "U650", "U652", "U653"),  # of a template, with what follows
        *("M802", "M803", "M804", "M805", "M806", "M807", "M808", "M809", "M810", "M811", "M812"),
        *("X003",),
    }
)
NOTES = frozenset(
    {
        *("N501", "N502", "N503", "N504", "N505"),
        *("P122", "P124"),
        *("K406", "K407"),
        "G905",  # decided for other content
        *("S706", "S712"),
        *("U611", "U649", "U651"),
        *("M801",),
    }
)

# Families whose faults are judgements about words, which a project may know better; all other faults break what
# is built from the files.
JUDGED_FAMILIES = frozenset({"S", "D"})


def severity_of(code: str) -> Severity:
    """The severity of a code's findings."""
    if code in WARNINGS:
        return Severity.WARNING
    return Severity.NOTE if code in NOTES else Severity.ERROR


def can_be_excused(code: str) -> bool:
    """True if a project may excuse findings of this code: warnings, notes, and faults of judged families."""
    if code.startswith("X"):
        return False
    return severity_of(code) < Severity.ERROR or code[0] in JUDGED_FAMILIES
