"""Faults of keys with one cause between them: a key written for another or in the wrong place, an entry cut in two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.spans import Marks, Place

Location = tuple[str | int, ...]


@dataclass(slots=True)
class KeyTroubles:
    """The keys that are missing and unknown, by the mapping they are missing from or unknown in.

    What is told as one cause is taken out; `explained` are the places below which faults of values follow from it,
    `emptied` the mappings whose lists are empty because of it.
    """

    marks: Marks
    missing: dict[Location, list[str]]
    unknown: dict[Location, list[str]]
    explained: set[Location] = field(default_factory=set)
    emptied: set[Location] = field(default_factory=set)

    def at(self, location: Location) -> Marks:
        """The marks of a mapping, or of the nearest above it that was written."""
        marks = self.marks
        for name in location:
            marks = marks.below.get(name, marks)
        return marks

    def forget_below(self, location: Location) -> None:
        """Forget what is missing and unknown at a place and below it."""
        for found in (self.missing, self.unknown):
            for below in [other for other in found if other[: len(location)] == location]:
                del found[below]

    def explains(self, location: Location) -> bool:
        """True if what is wrong at a place follows from what was told."""
        return any(location[:length] in self.explained for length in range(len(location) + 1))


@dataclass(frozen=True, slots=True)
class Twice:
    """A key that stands twice in a mapping: the place of the second."""

    marks: Marks
    key: str
    place: Place


def written_for_another(
    troubles: KeyTroubles, doubled: list[Twice], at_fault: set[Location]
) -> Iterator[tuple[Twice, Diagnostic]]:
    """A key twice where one other key is missing: one of the two was meant to be that.

    It is the first whose value, at one of the locations `at_fault`, cannot be what its key asks for.
    """
    for location, keys in list(troubles.missing.items()):
        here = troubles.at(location)
        found = [twice for twice in doubled if twice.marks is here]
        if len(found) != 1 or len(keys) != 1:
            continue
        twice, below = found[0], (*location, found[0].key)
        first = here.key(twice.key)
        is_first = any(at[: len(below)] == below for at in at_fault)
        troubles.forget_below(below)
        place, other = (first, twice.place) if is_first else (twice.place, first)
        troubles.explained.add(below)
        yield twice, diagnose("F230", place, key=twice.key, missing=troubles.missing.pop(location)[0], other=other.line)


def cut_in_two(troubles: KeyTroubles) -> Iterator[Diagnostic]:
    """Two entries of a list of which each has just what the other lacks: a dash began the second by mistake."""
    for location in sorted(troubles.missing, key=str):
        after = _entry(location, 1)
        if after is None or after not in troubles.missing or location not in troubles.missing:
            continue
        first, second = troubles.at(location), troubles.at(after)
        if set(troubles.missing[location]) <= set(second.keys) and set(troubles.missing[after]) <= set(first.keys):
            for half in (location, after):
                troubles.missing.pop(half)
                troubles.unknown.pop(half, None)
                troubles.emptied.add(half)
            yield diagnose("L045", second.here)


def without_their_key(
    troubles: KeyTroubles,
    texts: Iterable[Location],
    keyed: Iterable[Location],
    keys_of: Callable[[Location], list[str] | None],
) -> Iterator[Diagnostic]:
    """Entries of a list whose own key is missing, so that they stand in the list above: told at the first of them.

    `texts` stand where entries with keys should be, `keyed` are entries with keys where texts should be.
    """
    for location, absent in list(troubles.missing.items()):
        for key in absent if len(absent) == 1 else ():
            own = keys_of((*location, key))
            if own is None:
                continue
            mixed = (*troubles.unknown, *keyed)
            entries = [at for at in mixed if set(troubles.at(at).keys) <= {*own}] if own else list(texts)
            entries = [at for at in entries if len(at) == len(location) + 2 and at[: len(location)] == location]
            if entries:
                troubles.missing[location] = []
                troubles.explained.update(entries)
                for at in entries:
                    troubles.forget_below(at)
                yield diagnose("F201", troubles.marks.at(*min(entries, key=str)), key=key)


def strayed(
    troubles: KeyTroubles,
    texts: Iterable[Location],
    emptied: Iterable[Location],
    keys_of: Callable[[Location], list[str] | None],
) -> Iterator[Place]:
    """Entries after one with an empty list that can only be entries of that list, moved out; texts or with keys."""
    homes: dict[Location, set[str]] = {}
    for at in emptied:
        homes.setdefault(at[:-1], set()).update(keys_of(at) or ())
    plain, out = set(texts), set[Location]()
    for location in sorted((*plain, *troubles.unknown), key=lambda at: troubles.marks.at(*at)):
        before = _entry(location, -1)
        while before and before in out:
            before = _entry(before, -1)
        if not before or before not in homes:
            continue
        if location not in plain and not set(troubles.at(location).keys) <= homes[before]:
            continue
        out.add(location)
        troubles.emptied.add(before)
        troubles.explained.add(location)
        troubles.forget_below(location)
        yield troubles.marks.at(*location)


def beside_their_key(troubles: KeyTroubles, texts: Iterable[Location]) -> None:
    """Where a text stands among entries with keys, the list of the same owner that is empty has lost it."""
    troubles.emptied.update(at[:-2] for at in texts if _entry(at, 0))


def in_the_wrong_place(
    troubles: KeyTroubles, texts: Iterable[Location], keys_of: Callable[[Location], list[str] | None]
) -> None:
    """Forget that a key is missing where it stands, unknown, in a mapping above or below: that is told there.

    A list's key that is indented too far goes into the last entry above, and its own entries follow that one.
    """
    swallowed: set[Location] = set()
    for stray, keys in troubles.unknown.items():
        for location, absent in troubles.missing.items():
            if location != stray and _is_above_or_below(location, stray):
                for key in set(absent).intersection(keys) if len(stray) > len(location) else ():
                    own = set(keys_of((*location, key)) or ())
                    mixed = (at for at in troubles.unknown if at != stray and set(troubles.at(at).keys) <= own)
                    swallowed.update(at for at in (*texts, *mixed) if at[:-1] == stray[:-1])
                absent[:] = [key for key in absent if key not in keys]
    troubles.explained.update(swallowed)
    for at in swallowed:
        troubles.forget_below(at)


def _entry(location: Location, by: int) -> Location | None:
    """The entry of the same list so many places further on."""
    last = location[-1] if location else None
    return (*location[:-1], last + by) if isinstance(last, int) else None


def _is_above_or_below(one: Location, other: Location) -> bool:
    return one == other[: len(one)] or other == one[: len(other)]
