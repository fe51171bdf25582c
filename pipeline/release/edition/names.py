"""What a release may be called, and which of two is the later: 2026.9 comes before 2026.10."""

from __future__ import annotations

import re

from pipeline.values import RELEASE_NAME, WORD_LIMIT

# Names that Windows keeps for devices, whatever follows the first full stop ("Naming Files, Paths, and Namespaces").
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
# What lies beside the releases in the same folder.
_TAKEN = {"utkast", "latest", "releases.json", "gallande.html", "arkiv"}
_PARTS = re.compile(r"\d+|[A-Za-z]+")

Order = tuple[tuple[int, int, str], ...]


def is_release_name(name: str) -> bool:
    """True for a name that a release can have on every system: letters, digits, full stops and hyphens between."""
    return (
        bool(RELEASE_NAME.fullmatch(name))
        and len(name) <= WORD_LIMIT
        and name.partition(".")[0].casefold() not in _DEVICES
        and name.casefold() not in _TAKEN
    )


def order(name: str) -> Order:
    """A key that sorts releases: digits as numbers, letters without regard to their size; numbers before letters."""
    parts = _PARTS.findall(name)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in parts)
