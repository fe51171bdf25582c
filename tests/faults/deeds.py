"""What is done to the disk in these tests: releases, withdrawals, mending, a draft, each with what was there before.

A deed is run on a copy of its `before`; how it ended is judged by what then lies there, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.release.alone import alone
from pipeline.release.build import Made
from pipeline.release.disk import THIS_DISK, Disk
from pipeline.release.edition.freezing import freeze
from pipeline.release.edition.register import Withdrawal
from pipeline.release.edition.releasing import Prepared, put_in_place
from pipeline.release.edition.shelf import Shelf
from pipeline.release.edition.withdrawing import withdraw
from pipeline.release.plan import Artefact
from pipeline.release.publish import publish, recover
from tests.faults.prepared import FIRST, SECOND, Files, Release
from tests.support.real import real_programme

Run = Callable[[Disk, Path], object]


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """What is run in a folder, what lies there before, and what the next run after it is.

    `new` is the release that it makes; `whole` are those that must be there untouched whatever happens.
    """

    name: str
    before: Callable[[Path], object]
    run: Run
    again: Callable[[Path], object]
    new: Mapping[str, Files]
    whole: Mapping[str, Files]


def release(disk: Disk, root: Path, prepared: Release) -> None:
    """As the command does it, with files that are ready."""
    with alone(root):
        put_in_place(disk, Shelf(root), Prepared(*prepared, ()))


def release_again(root: Path, prepared: Release) -> None:
    """The next run: `processpil latest`, and the release if that says there is none."""
    with alone(root):
        register = Shelf(root).settle(THIS_DISK)
    if register.find(prepared[0].release) is None:
        release(THIS_DISK, root, prepared)


def mend(disk: Disk, root: Path) -> None:
    """`processpil latest`."""
    with alone(root):
        Shelf(root).settle(disk)


def _withdraw(disk: Disk, root: Path, name: str) -> None:
    with alone(root):
        withdraw(disk, Shelf(root), name, Withdrawal("2026-10-01", "Fel telefonnummer."))


def _withdraw_again(root: Path, name: str) -> None:
    with alone(root):
        register = Shelf(root).settle(THIS_DISK)
    if register.find(name).withdrawn is None:
        _withdraw(THIS_DISK, root, name)


def _first(root: Path) -> None:
    release(THIS_DISK, root, FIRST)


def _both(root: Path) -> None:
    _first(root)
    release(THIS_DISK, root, SECOND)


def _remains(root: Path) -> None:
    """What killed runs left: a release that nothing leads to yet, a stage, and half of a new LATEST."""
    _first(root)
    freeze(_Deaf(), Shelf(root), *SECOND)
    (root / ".stage-2026.2" / "karta").mkdir(parents=True)
    (root / ".stage-2026.2" / "karta" / "a.pdf").write_bytes(b"half")
    (root / ".LATEST.new").write_bytes(b"202")


class _Deaf(Disk):
    """A disk for a process that is killed as soon as the release has its name."""

    def replace(self, path: Path, data: bytes) -> None:
        """Not any more."""


def _stage(root: Path) -> None:
    """What a release killed before its renaming left, beside a whole one."""
    _first(root)
    (root / ".stage-2026.2" / "karta").mkdir(parents=True)
    (root / ".stage-2026.2" / "karta" / "a.pdf").write_bytes(b"half")
    (root / ".releases.json.new").write_bytes(b"{")


def _made(target: str, data: bytes) -> Made:
    publication = next(one for one in real_programme().publications if one.target == target)
    return Made(Artefact(publication, None, "svg"), data, 1, "0a1b2c3d", target.capitalize())


def _draft(disk: Disk, root: Path, *made: Made) -> None:
    planned = {_made(target, b"").artefact.path for target in ("affisch", "karta")}
    publish(root / "utkast", made, planned, "2026-11-21", "sv-SE", disk)


def _draft_before(root: Path) -> None:
    _draft(THIS_DISK, root, _made("affisch", b"poster" * 100), _made("karta", b"map" * 100))
    (root / "utkast" / "anteckningar.txt").write_bytes(b"mine")


def _draft_run(disk: Disk, root: Path) -> None:
    recover(root / "utkast", disk)
    _draft(disk, root, _made("karta", b"new map" * 100))


_FIRST, _SECOND = {"2026.1": FIRST[1]}, {"2026.2": SECOND[1]}
RELEASES = (
    Deed(
        "first release",
        lambda root: root.mkdir(),
        lambda disk, root: release(disk, root, FIRST),
        lambda root: release_again(root, FIRST),
        _FIRST,
        {},
    ),
    Deed(
        "second release",
        _first,
        lambda disk, root: release(disk, root, SECOND),
        lambda root: release_again(root, SECOND),
        _SECOND,
        _FIRST,
    ),
    Deed(
        "release after a killed one",
        _stage,
        lambda disk, root: release(disk, root, SECOND),
        lambda root: release_again(root, SECOND),
        _SECOND,
        _FIRST,
    ),
    Deed(
        "withdrawal",
        _both,
        lambda disk, root: _withdraw(disk, root, "2026.2"),
        lambda root: _withdraw_again(root, "2026.2"),
        {},
        _FIRST | _SECOND,
    ),
    Deed(
        "withdrawal of the only one",
        _first,
        lambda disk, root: _withdraw(disk, root, "2026.1"),
        lambda root: _withdraw_again(root, "2026.1"),
        {},
        _FIRST,
    ),
    Deed("latest", _remains, mend, lambda root: mend(THIS_DISK, root), {}, _FIRST | _SECOND),
)
DRAFT = Deed("draft", _draft_before, _draft_run, lambda root: _draft_run(THIS_DISK, root), {}, {})
DEEDS = (*RELEASES, DRAFT)
