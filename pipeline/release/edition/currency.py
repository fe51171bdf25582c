"""Whether a printed sheet still is current: worked out from the register and the manifests, for each release and sheet.

What counts is the content code, which is printed on the sheet: a sheet whose code the newest valid release has too
shows what is valid, whatever release stands on it.
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

    `made_in` is the release that stands on it. `instead` is the newest valid release, None if there is none;
    `since` is the release that first showed something else in its place, for one that is replaced or gone.
    """

    anchor: str
    state: State
    made_in: str
    code: str
    files: tuple[FrozenArtefact, ...]
    now: tuple[FrozenArtefact, ...]
    instead: str | None
    since: str | None


@dataclass(frozen=True, slots=True)
class ReleaseState:
    """A release with its sheets, in the order of its manifest; `is_latest` is true of the newest valid one."""

    registered: Registered
    is_latest: bool
    sheets: tuple[SheetState, ...]


def states(register: Register, manifests: Mapping[str, Frozen]) -> tuple[ReleaseState, ...]:
    """Every release, the newest first. `manifests` has those of all, by their names."""
    sheets = {name: _by_anchor(manifests[name]) for name in (one.name for one in register.releases)}
    latest = register.latest
    return tuple(
        ReleaseState(one, one == latest, tuple(_sheets(one, register, sheets))) for one in reversed(register.releases)
    )


# The files of a release by their anchors.
_Sheets = Mapping[str, tuple[FrozenArtefact, ...]]


def _by_anchor(frozen: Frozen) -> _Sheets:
    found: dict[str, tuple[FrozenArtefact, ...]] = {}
    for artefact in frozen.artefacts:
        found[artefact.anchor] = (*found.get(artefact.anchor, ()), artefact)
    return found


def _sheets(release: Registered, register: Register, sheets: Mapping[str, _Sheets]) -> Iterator[SheetState]:
    latest = register.latest.name if register.latest else None
    for anchor, files in sheets[release.name].items():
        code = files[0].content_code
        now = sheets[latest].get(anchor, ()) if latest else ()
        state = _state(release, code, now)
        since = None if state is State.CURRENT else _since(release, anchor, code, register, sheets)
        yield SheetState(anchor, state, files[0].made_in, code, files, now, latest, since)


def _state(release: Registered, code: str, now: tuple[FrozenArtefact, ...]) -> State:
    if now and now[0].content_code == code:
        return State.CURRENT
    if release.withdrawn:
        return State.WITHDRAWN
    return State.REPLACED if now else State.GONE


def _since(
    release: Registered, anchor: str, code: str, register: Register, sheets: Mapping[str, _Sheets]
) -> str | None:
    """The first valid release after this one that shows something else in the sheet's place, or nothing."""
    after = register.releases[register.releases.index(release) + 1 :]
    for later in after:
        files = sheets[later.name].get(anchor, ())
        if later.withdrawn is None and (not files or files[0].content_code != code):
            return later.name
    return None
