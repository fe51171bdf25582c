"""Whether a printed sheet still is current: worked out from the register and the manifests, for each release and sheet.

What counts is the content code, which is printed on the sheet: a sheet whose code the newest valid release has too
shows what is valid, whatever release stands on it (decision 0029).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from pipeline.release.edition.frozen import Frozen, FrozenArtefact
from pipeline.release.edition.register import Register, Registered


class State(Enum):
    """What holds of a sheet, as the page's anchors and styles name it."""

    CURRENT = "current"
    REPLACED = "replaced"
    GONE = "gone"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class SheetState:
    """A sheet of a release: what holds of it, its files, and those to use now, which may be the same.

    `since` is the release with which one that is replaced or gone ceased to be valid: no valid release from that one on
    has it as it is here. It is None for all others.
    """

    anchor: str
    state: State
    files: tuple[FrozenArtefact, ...]
    now: tuple[FrozenArtefact, ...]
    since: str | None

    @property
    def stamps(self) -> tuple[tuple[str, str], ...]:
        """The release and the code that stand on its files: one pair, unless its formats were carried over apart."""
        return tuple(dict.fromkeys((one.made_in, one.content_code) for one in self.files))


@dataclass(frozen=True, slots=True)
class ReleaseState:
    """A release with its sheets in the order of its manifest. `latest` is the newest valid one, None if there is none.

    All states of a page name the same one.
    """

    registered: Registered
    latest: str | None
    sheets: tuple[SheetState, ...]

    @property
    def is_latest(self) -> bool:
        """True of the newest valid release."""
        return self.registered.name == self.latest


def states(register: Register, manifests: Mapping[str, Frozen]) -> tuple[ReleaseState, ...]:
    """Every release, the newest first. `manifests` has those of all, by their names."""
    every = _Every(register, {one.name: _by_anchor(manifests[one.name]) for one in register.releases})
    backwards = reversed(list(enumerate(register.releases)))
    return tuple(ReleaseState(one, every.latest, tuple(every.of_release(one, at))) for at, one in backwards)


# The files of a release by their anchors.
_Sheets = Mapping[str, tuple[FrozenArtefact, ...]]


def _by_anchor(frozen: Frozen) -> _Sheets:
    found: dict[str, tuple[FrozenArtefact, ...]] = {}
    for artefact in frozen.artefacts:
        found[artefact.anchor] = (*found.get(artefact.anchor, ()), artefact)
    return found


@dataclass(frozen=True, slots=True)
class _Every:
    """All releases with their sheets, by their names."""

    register: Register
    sheets: Mapping[str, _Sheets]

    @property
    def latest(self) -> str | None:
        return self.register.latest.name if self.register.latest else None

    def of_release(self, release: Registered, at: int) -> Iterator[SheetState]:
        """The sheets of the release in this place of the register."""
        valid_later = [one.name for one in self.register.releases[at + 1 :] if one.withdrawn is None]
        newest = self.sheets[self.latest] if self.latest else {}
        for anchor, files in self.sheets[release.name].items():
            now, since = newest.get(anchor, ()), None
            state = _state(release, files, now)
            if state in (State.REPLACED, State.GONE):
                since = self._since(anchor, files, valid_later)
            yield SheetState(anchor, state, files, now, since)

    def _since(self, anchor: str, files: tuple[FrozenArtefact, ...], valid_later: list[str]) -> str | None:
        """The first of the later releases from which on none shows the same; the last one does not."""
        found = None
        for name in reversed(valid_later):
            if _shows(self.sheets[name].get(anchor, ()), files):
                break
            found = name
        return found


def _state(release: Registered, files: tuple[FrozenArtefact, ...], now: tuple[FrozenArtefact, ...]) -> State:
    if _shows(now, files):
        return State.CURRENT
    if release.withdrawn:
        return State.WITHDRAWN
    return State.REPLACED if now else State.GONE


def _shows(files: tuple[FrozenArtefact, ...], older: tuple[FrozenArtefact, ...]) -> bool:
    """True if every printout of the older files shows what one of these shows.

    Formats that were carried over apart may have two codes: then both must be there, since nobody knows which of them
    lies on the table.
    """
    return {one.content_code for one in older} <= {one.content_code for one in files}
