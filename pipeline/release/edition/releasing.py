"""Making a release: every reason against it first, then its files, what goes with them, and its place on the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic
from pipeline.model import Programme
from pipeline.release.build import Progress
from pipeline.release.disk import Disk
from pipeline.release.edition.components import components_bytes, tools
from pipeline.release.edition.copies import copies, originals, theme_sha256
from pipeline.release.edition.freezing import freeze
from pipeline.release.edition.frozen import (
    COMPONENTS,
    MANIFEST,
    MODEL,
    NOTES,
    PROVENANCE,
    SUMS,
    Frozen,
    FrozenArtefact,
    FrozenFile,
    Origin,
)
from pipeline.release.edition.history import History, history_of, tagged, uncommitted
from pipeline.release.edition.making import Edition, Piece, Previous, pieces
from pipeline.release.edition.manifest import manifest_bytes, sha256
from pipeline.release.edition.model_file import model_bytes
from pipeline.release.edition.names import is_release_name, order
from pipeline.release.edition.provenance import provenance_bytes
from pipeline.release.edition.refusals import Reason, Refused
from pipeline.release.edition.register import Register, Registered
from pipeline.release.edition.shelf import Shelf, manifest_in
from pipeline.release.edition.sums import sums_bytes
from pipeline.release.project import Project


@dataclass(frozen=True, slots=True)
class Planned:
    """A release that nothing stands against: what it is made from, and the one before it."""

    project: Project
    edition: Edition
    history: History
    previous: Previous | None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A release ready to be frozen: what its manifest says, all its files by their paths, and what the gates found."""

    frozen: Frozen
    files: dict[str, bytes]
    findings: tuple[Diagnostic, ...]

    @property
    def manifest_sha256(self) -> str:
        """The digest by which the release is known."""
        return sha256(self.files[MANIFEST])


def plan(project: Project, name: str, shelf: Shelf, previous: Path | None = None, notes: str = "") -> Planned:
    """The release, if nothing stands against it; the project is one without faults. Raises Refused with every reason.

    `previous` is the folder of the release before, where that is not on the shelf.
    """
    edition = Edition(name, _programme(project).settings.date.isoformat())
    register = shelf.known()
    history, reasons = _history(project.root)
    before = _previous(register, shelf, previous)
    reasons += [*_against_the_name(name, register, shelf)] or _against_the_order(edition, before)
    reasons += _against_the_project(project, name)
    if history:
        reasons += _against_the_commit(project, history, register, shelf, before)
    if reasons or history is None:
        raise Refused(reasons)
    return Planned(project, edition, history, before, notes)


def _history(root: Path) -> tuple[History | None, list[Reason]]:
    try:
        return history_of(root), []
    except Refused as fault:
        return None, list(fault.reasons)


def _against_the_name(name: str, register: Register, shelf: Shelf) -> Iterator[Reason]:
    if not is_release_name(name):
        yield Reason("bad_name", {"release": name})
        return
    same = next((one.name for one in register.releases if one.name.casefold() == name.casefold()), None)
    if same:
        yield Reason("exists", {"release": same})
    elif shelf.folder(name).exists():
        yield Reason("in_the_way", {"folder": shelf.folder(name)})
    elif register.releases and order(name) <= order(last := register.releases[-1].name):
        yield Reason("not_later", {"release": name, "latest": last})


def _previous(register: Register, shelf: Shelf, folder: Path | None) -> Previous | None:
    """The newest release that is not withdrawn, or the one in the folder. Raises Refused."""
    if folder is not None:
        return Previous(folder, manifest_in(folder))
    latest: Registered | None = register.latest
    return Previous(shelf.folder(latest.name), shelf.frozen(latest)) if latest else None


def _against_the_order(edition: Edition, before: Previous | None) -> Iterator[Reason]:
    if before is None:
        return
    last = before.frozen
    if order(edition.name) <= order(last.release):
        yield Reason("not_later", {"release": edition.name, "latest": last.release})
    if edition.date < last.date:
        yield Reason("earlier_date", {"date": edition.date, "latest": last.release, "latest_date": last.date})


def _against_the_project(project: Project, name: str) -> Iterator[Reason]:
    """That program.yaml prepares another release, whose decisions would be taken for those of this one."""
    settings = _programme(project).settings
    if settings.release and settings.release != name:
        details = {"release": name, "planned": settings.release, "place": settings.place("release")}
        yield Reason("other_release", details)


def _against_the_commit(
    project: Project, history: History, register: Register, shelf: Shelf, before: Previous | None
) -> Iterator[Reason]:
    try:
        if found := uncommitted(history, set(originals(project.root, project))):
            yield Reason("uncommitted", {"files": ", ".join(found)})
    except Refused as fault:  # of fonts that no copy would find
        yield from fault.reasons
    if before is None and not register.releases and (earlier := sorted(tagged(history), key=order)):
        yield Reason("no_previous", {"known": earlier[-1], "folder": shelf.root})


def prepare(planned: Planned, progress: Progress) -> Prepared:
    """All files of the release. Raises CannotBuild, Refused or OSError."""
    done = pieces(planned.project, planned.edition, planned.previous, progress)
    findings = tuple(finding for piece in done for finding in piece.findings)
    files = {piece.entry.path: piece.data for piece in done}
    released = planned.project.as_of(planned.edition.name, planned.edition.date)
    files |= {MODEL: model_bytes(_programme(released)), **copies(planned.project.root, planned.project)}
    files |= {COMPONENTS: components_bytes()}
    files |= {NOTES: planned.notes.encode()} if planned.notes else {}
    frozen = _frozen(planned, done, files)
    files[PROVENANCE] = provenance_bytes(frozen, _previous_digest(planned))
    frozen = _frozen(planned, done, files)
    files[MANIFEST] = manifest_bytes(frozen)
    files[SUMS] = sums_bytes({path: sha256(data) for path, data in files.items()})
    return Prepared(frozen, files, findings)


def _programme(project: Project) -> Programme:
    if project.programme is None:
        raise ValueError(project.root)  # the caller releases only what was read whole
    return project.programme


def _previous_digest(planned: Planned) -> str | None:
    return sha256(manifest_bytes(planned.previous.frozen)) if planned.previous else None


def _frozen(planned: Planned, done: tuple[Piece, ...], files: dict[str, bytes]) -> Frozen:
    """What the manifest says, of the files that there are so far."""
    programme, edition = _programme(planned.project), planned.edition
    entries: tuple[FrozenArtefact, ...] = tuple(sorted((piece.entry for piece in done), key=lambda one: one.path))
    of_artefacts = {entry.path for entry in entries}
    others = sorted(set(files) - of_artefacts)
    return Frozen(
        release=edition.name,
        previous=planned.previous.frozen.release if planned.previous else None,
        date=edition.date,
        language=programme.settings.language,
        programme=programme.settings.name,
        model_sha256=sha256(files[MODEL]),
        theme_sha256=theme_sha256(planned.project),
        origins=_origins(planned, entries),
        tools=tools(),
        artefacts=entries,
        files=tuple(FrozenFile(path, len(files[path]), sha256(files[path])) for path in others),
    )


def _origins(planned: Planned, entries: tuple[FrozenArtefact, ...]) -> dict[str, Origin]:
    """The releases that made the files; of an earlier one what its own manifest said."""
    here = Origin(planned.edition.date, planned.history.commit, planned.history.lock_sha256)
    earlier = planned.previous.frozen.origins if planned.previous else {}
    names = {entry.made_in for entry in entries} - {planned.edition.name}
    return {**{name: earlier[name] for name in sorted(names)}, planned.edition.name: here}


def put_in_place(disk: Disk, shelf: Shelf, prepared: Prepared) -> Register:
    """The prepared release on the shelf, which is settled first: what a killed run left is in the way.

    The caller holds the folder's lock. Raises Refused or OSError with nothing published, Unfinished with it there.
    """
    shelf.settle(disk)
    shelf.rehearse(prepared.frozen, prepared.manifest_sha256, prepared.files.get(NOTES, b"").decode())
    return freeze(disk, shelf, prepared.frozen, prepared.files)
