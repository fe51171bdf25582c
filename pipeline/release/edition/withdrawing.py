"""Withdrawing a release: nothing is deleted; a note beside it, the register and the page say when and why."""

from __future__ import annotations

from pipeline.release.disk import Disk
from pipeline.release.edition.refusals import Unfinished, refused
from pipeline.release.edition.register import Register, Withdrawal
from pipeline.release.edition.shelf import Shelf


def withdraw(disk: Disk, shelf: Shelf, name: str, withdrawal: Withdrawal) -> Register:
    """The register with the release withdrawn.

    The register is written first: it is what counts, and all else follows from it. The caller holds the folder's lock.
    A release that is lost or damaged can be withdrawn too. Raises Refused or OSError with nothing withdrawn, Unfinished
    if it is but not all that leads to it says so.
    """
    if not withdrawal.reason.strip():
        raise refused("no_reason")
    register = shelf.known()
    registered = register.find(name)
    if registered is None:
        known = ", ".join(one.name for one in register.releases)
        raise refused("unknown", release=name, known=known) if known else refused("no_releases", folder=shelf.root)
    if registered.withdrawn:
        raise refused("already_withdrawn", release=name, date=registered.withdrawn.date)
    changed = register.withdrawing(name, withdrawal)
    try:
        shelf.settle(disk, changed)
    except OSError as fault:
        if shelf.register() != changed:
            raise
        raise Unfinished(name, fault) from fault
    return changed
