"""The verdicts of many mutations, counted, and the page that shows them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.diagnostics.mutations.meaning import AS_WRITTEN, ELSEWHERE, FEWER, LEFT_OUT, OTHER, SAME, SHORTER
from tests.diagnostics.mutations.mutation import Mutation
from tests.diagnostics.mutations.outline import ROOT, SOURCES
from tests.diagnostics.mutations.trial import FOUND, HARMLESS, Judge, Verdict, reading_once

PAGE = ROOT / "docs/reference/mutations.md"
HARMLESS_WAYS = (SAME, AS_WRITTEN, ELSEWHERE, FEWER, LEFT_OUT, SHORTER)

REMARK = "a # between spaces"
RUN_TOGETHER = "lines of two texts run together"
KNOWN_MISSES = {
    REMARK: """\
What follows a # between spaces is a remark in YAML, and is written so on purpose elsewhere. Nothing tells a remark
after a value from the rest of its text. (A # with no space after it is told, as L040.)""",
    RUN_TOGETHER: """\
A line moved into or out of a text of several lines leaves two texts that read on, with keys and indents as they should
be. Only a reader sees that the words belong elsewhere.""",
}
UNNAMED = "not named"
SHOWN = 8


@dataclass
class Tally:
    """What became of the mutations that were tried."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)  # kind, outcome
    ways: Counter[str] = field(default_factory=Counter)  # of harmless ones
    misses: Counter[str] = field(default_factory=Counter)
    told: Counter[int] = field(default_factory=Counter)  # by how many faults and warnings were told
    fields: Counter[str] = field(default_factory=Counter)
    worst: dict[str, int] = field(default_factory=dict)  # by the kind of slip
    twice: int = 0
    odd: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many mutations were tried."""
        return sum(self.outcomes.values())

    def of(self, kind: str, *outcomes: str) -> int:
        """How many of a kind (all with an empty text) had one of these outcomes (any if none is named)."""
        return sum(
            count
            for (a_kind, outcome), count in self.outcomes.items()
            if kind in {"", a_kind} and (not outcomes or outcome in outcomes)
        )


def tried(mutations: Iterable[Mutation]) -> Tally:
    """All these mutations, tried and counted."""
    tally = Tally()
    with reading_once():
        judge = Judge()
        for mutation in mutations:
            _count(tally, mutation, judge.verdict(mutation))
    return tally


def _count(tally: Tally, mutation: Mutation, verdict: Verdict) -> None:
    tally.outcomes[mutation.kind, verdict.outcome] += 1
    tally.fields[mutation.field] += 1
    tally.twice += bool(verdict.twice)
    if verdict.outcome == FOUND:
        slip, count = f"{mutation.kind}: `{mutation.field.partition(':')[2]}`", len(verdict.told)
        tally.told[count] += 1
        tally.worst[slip] = max(tally.worst.get(slip, 0), count)
    elif verdict.outcome == HARMLESS:
        tally.ways[verdict.why] += 1
    else:
        name = named(mutation, verdict)
        tally.misses[name] += 1
        if name == UNNAMED:
            tally.odd.append(f"{verdict.outcome}: {described(mutation)}: {verdict.why}")


def named(mutation: Mutation, verdict: Verdict) -> str:
    """The known kind of miss that this is, or that it is none."""
    if mutation.slip == "text: number sign alone inside" and verdict.why.startswith(OTHER):
        return REMARK
    if mutation.kind in {"line moved", "block moved"} and verdict.why.startswith(OTHER):
        return RUN_TOGETHER
    return UNNAMED


def described(mutation: Mutation) -> str:
    """A mutation in one line, for whoever reads a failed test."""
    edits = (
        f"{edit.file}:{SOURCES[edit.file].count(chr(10), 0, edit.start) + 1}"
        f" {SOURCES[edit.file][edit.start : edit.end][:60]!r} -> {edit.new[:60]!r}"
        for edit in mutation.edits[:2]
    )
    return f"{mutation.kind}, {mutation.slip}, {mutation.field}: {'; '.join(edits)}"


def page(tally: Tally) -> str:
    """The page of the reference, in Markdown."""
    return "\n".join((*_opening(tally), *_kinds(tally), *_harmless(tally), *_missed(tally), *_counts(tally)))


OPENING = """\
# Mutations

For whoever changes the reader or the checks: what `processpil check` makes of one slip in the real sources. Written by
`python -m tests.diagnostics.mutations`; a test holds it to the numbers of the run.

A mutation is one slip of a person: a value edited, a key misspelled, a line deleted, doubled, moved or indented, a
block moved to another place, step or file. They are made by a generator that knows the files from PyYAML alone, and
judged by an oracle that shares no code with the checks (`tests/diagnostics/mutations/`). The slip must be told as a
fault or warning on its own line, on a line that refers to what was changed, or where the block begins that lost
something. Where nothing is told, the oracle must prove that the programme is the same, or a sound one in which every
text stands as the person wrote it. None may stop the program, and nothing may be told twice.

Tried: {count} mutations of {fields} fields, spread evenly over the hundred thousand and more that
`python -m tests.diagnostics.mutations --all` tries one by one.
"""


def _opening(tally: Tally) -> Iterator[str]:
    yield OPENING.format(count=tally.count, fields=len(tally.fields))


def _kinds(tally: Tally) -> Iterator[str]:
    yield from ("| slip | tried | found | harmless | not told |", "|---|---:|---:|---:|---:|")
    for kind in [*sorted({kind for kind, _ in tally.outcomes}), ""]:
        every, found, harmless = tally.of(kind), tally.of(kind, FOUND), tally.of(kind, HARMLESS)
        yield f"| {kind or '**all**'} | {every} | {found} | {harmless} | {every - found - harmless} |"
    faulty = tally.count - tally.of("", HARMLESS)
    yield from ("", f"Of those that do harm, {_share(tally.of('', FOUND), faulty)} are found at the right place.", "")


def _harmless(tally: Tally) -> Iterator[str]:
    yield from ("## Harmless, and why", "", "| what is read | mutations |", "|---|---:|")
    yield from (f"| {way} | {tally.ways[way]} |" for way in HARMLESS_WAYS)
    yield ""


def _missed(tally: Tally) -> Iterator[str]:
    yield from ("## Not told", "", "| what | mutations | share |", "|---|---:|---:|")
    yield from (
        f"| {name} | {tally.misses[name]} | {_share(tally.misses[name], tally.count)} |" for name in KNOWN_MISSES
    )
    yield ""
    for name, why in KNOWN_MISSES.items():
        yield f"*{name.capitalize()}.* {why}\n"


AMOUNT = """\
## How much is told

One slip, one finding, wherever that can be. What each reference names and nobody finds is told once, or at the id that
was changed; a step that is gone, or got an id unlike its own, at each arrow and coupling that led to it. What is moved
lacks in one place and is too much in another.

| faults and warnings for one slip | mutations | share of those found |
|---|---:|---:|"""


def _counts(tally: Tally) -> Iterator[str]:
    found = tally.of("", FOUND)
    yield AMOUNT
    for least, most in ((1, 1), (2, 2), (3, 5), (6, 99)):
        count = sum(number for told, number in tally.told.items() if least <= told <= most)
        yield f"| {least if least == most else f'{least} to {most}'} | {count} | {_share(count, found)} |"
    yield from ("", f"Told twice (same place, same code): {tally.twice}.", "", "The most:", "")
    grouped: dict[int, list[str]] = defaultdict(list)
    for slip, count in tally.worst.items():
        grouped[count].append(slip)
    for count in sorted((count for count in grouped if count > 2), reverse=True)[:SHOWN]:
        yield f"- {count}: {'; '.join(sorted(grouped[count])[:3])}"
    yield ""


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"
