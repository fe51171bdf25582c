"""One mutation tried: read, checked, and judged by what a person must be told."""

from __future__ import annotations

import re
import signal
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

import yaml

from pipeline import reading
from pipeline.checks import run
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.reading.yaml_tree import read_tree
from tests.diagnostics.mutations.fields import FORMATS, WORDS
from tests.diagnostics.mutations.meaning import SAME, became
from tests.diagnostics.mutations.mutation import Line, Mutation
from tests.diagnostics.mutations.outline import ACTOR_FILES, SOURCES, load, plain
from tests.diagnostics.mutations.rules import broken, loose
from tests.diagnostics.project import KNOWN, covers

BYTES = {path: text.encode() for path, text in SOURCES.items()}
REAL = replace(KNOWN, papers=frozenset(WORDS["paper"]), formats=FORMATS)
LIMIT = 20  # seconds for one mutation; a thousand times what it takes

_HAS_CONTENT = re.compile(r"^[^#\s]", re.MULTILINE)

FOUND, NOTED, HARMLESS, ELSEWHERE, MISSED = "found", "noted", "harmless", "elsewhere", "missed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a mutation. `why` says how it is harmless, or what was missed; `fresh` is what was newly said."""

    outcome: str
    why: str
    fresh: tuple[Diagnostic, ...]
    twice: tuple[Diagnostic, ...]

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """The new faults and warnings."""
        return tuple(finding for finding in self.fresh if finding.severity > Severity.NOTE)


class _Once:
    """`read_tree` and `_valued` of `pipeline.reading`, which take each untouched file once."""

    def __init__(self) -> None:
        self.tree, self.valued = read_tree, reading._valued  # there is no other seam between files
        self.trees: dict[str, Any] = {}
        self.values: dict[int, Any] = {}

    def read_tree(self, path: str, data: bytes, covers: Any) -> Any:
        if BYTES.get(path) is not data:
            return self.tree(path, data, covers)
        if path not in self.trees:
            self.trees[path] = self.tree(path, data, covers)
        return self.trees[path]

    def _valued(self, tree: Any, cls: Any) -> Any:
        if self.trees.get(tree.marks.file) is not tree:
            return self.valued(tree, cls)
        if id(tree) not in self.values:
            self.values[id(tree)] = self.valued(tree, cls)
        return self.values[id(tree)]


@contextmanager
def reading_once() -> Iterator[None]:
    """Files that no mutation has touched are read once and for all."""
    once = _Once()
    with patch.object(reading, "read_tree", once.read_tree), patch.object(reading, "_valued", once._valued):
        yield


def findings(files: Mapping[str, bytes]) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The programme, and everything that is said of these files."""
    held = reading.read_programme(files, "sources", covers)
    return held.programme, (held.report + run(held.programme, held.actors, REAL, files)).findings


class Judge:
    """Tries mutations against the untouched sources."""

    def __init__(self) -> None:
        self.programme, found = findings(BYTES)
        self.before = found

    def verdict(self, mutation: Mutation) -> Verdict:
        """What the program says of a mutation, and if that is what it must say."""
        texts = mutation.texts()
        with _alarm():
            programme, found = findings({**BYTES, **{path: text.encode() for path, text in texts.items()}})
        fresh = self._fresh(mutation, found)
        counts = Counter((finding.place, finding.code) for finding in found)
        twice = tuple(finding for finding in fresh if counts[finding.place, finding.code] > 1)
        outcome, why = self._judged(mutation, texts, programme, fresh)
        return Verdict(outcome, why, fresh, twice)

    def _fresh(self, mutation: Mutation, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        known = {
            (finding.code, finding.place.file, mutation.moved(finding.place.file, finding.place.line - 1))
            for finding in self.before
        }
        return tuple(f for f in found if (f.code, f.place.file, f.place.line - 1) not in known)

    def _judged(
        self, mutation: Mutation, texts: dict[str, str], programme: Any, fresh: tuple[Diagnostic, ...]
    ) -> tuple[str, str]:
        places = {(finding.place.file, finding.place.line - 1) for finding in fresh if finding.severity > Severity.NOTE}
        if places:
            if places & allowed(mutation) or places & _loose_lines(texts):
                return FOUND, ""
            return ELSEWHERE, ", ".join(sorted(f"{f.code} {f.place}" for f in fresh))
        if programme is not None and programme == self.programme:
            return HARMLESS, SAME
        why, is_well = _harm(mutation, texts)
        if is_well:
            return HARMLESS, why
        return (NOTED if fresh else MISSED), why


def allowed(mutation: Mutation) -> set[Line]:
    """The lines, as they stand now, where the fault may be told."""
    found = mutation.touched()
    found |= {(file, -1) for file, text in mutation.texts().items() if not _HAS_CONTENT.search(text)}
    for file, line in mutation.near():
        now = mutation.moved(file, line)
        if now is not None:
            found.add((file, now))
    return found


def _loose_lines(texts: dict[str, str]) -> set[Line]:
    """The lines with the ids of steps that the mutation has cut off, and of `steg` where no start or stop is left."""
    found: set[Line] = set()
    for file, text in texts.items():
        if file in ACTOR_FILES and isinstance(content := _loaded(text), dict):
            try:
                starts, stops, names = loose(content)
            except (KeyError, TypeError, AttributeError):
                continue
            ends = ["steg:"] if not starts or not stops else []
            wanted = {*(f"- id: {name}" for name in names), *ends}
            found |= {(file, at) for at, line in enumerate(text.splitlines()) if line.strip() in wanted}
    return found


def _loaded(text: str) -> Any:
    try:
        return load(text)
    except yaml.YAMLError:
        return None


def _harm(mutation: Mutation, texts: dict[str, str]) -> tuple[str, bool]:
    """If nothing was said rightly: what became of the programme, or what should have been said."""
    content = {file: plain(file) for file in SOURCES} | {file: _loaded(text) for file, text in texts.items()}
    if any(value is None for value in content.values()):
        return "cannot be read", False
    if wrong := broken(content):
        return wrong[0], False
    return became(mutation, {file: content[file] for file in texts})


@contextmanager
def _alarm() -> Iterator[None]:
    """A mutation that hangs is stopped with an exception, where the system can do that."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
