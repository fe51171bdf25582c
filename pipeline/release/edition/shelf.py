"""The folder of all releases, `output/`: what it holds, and what leads to it brought in line with what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.release.disk import Disk
from pipeline.release.edition.frozen import MANIFEST, NOTES, Frozen
from pipeline.release.edition.manifest import OtherFormat, frozen_of, register_bytes, register_of, sha256
from pipeline.release.edition.names import is_release_name, order
from pipeline.release.edition.refusals import Reason, Refused, refused
from pipeline.release.edition.register import CURRENT_PAGE, LATEST, REGISTER, Register, Registered
from pipeline.release.edition.strict_json import Unreadable

STAGE = ".stage-"
WITHDRAWN_NOTE = "-aterkallad.txt"
_HALF_NOTES = f".*{WITHDRAWN_NOTE}.new"  # what Disk.replace was killed over


@dataclass(frozen=True, slots=True)
class Shelf:
    """The releases below a folder, which need not be there yet."""

    root: Path

    def folder(self, name: str) -> Path:
        """Where a release is, or will be."""
        return self.root / name

    def note(self, name: str) -> Path:
        """The note beside a withdrawn release."""
        return self.root / f"{name}{WITHDRAWN_NOTE}"

    def names(self) -> tuple[str, ...]:
        """The releases whose folders are there, the oldest first. A folder without a manifest is none."""
        if not self.root.is_dir():
            return ()
        found = (path for path in self.root.iterdir() if is_release_name(path.name) and (path / MANIFEST).is_file())
        return tuple(sorted((path.name for path in found), key=order))

    def register(self) -> Register:
        """The register as it is written; empty before the first release. Raises Refused if it cannot be read."""
        try:
            return register_of((self.root / REGISTER).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            if any(self.root.glob(f"*{WITHDRAWN_NOTE}")):  # it knew of a withdrawal that nothing else knows in full
                raise refused("damaged_register", file=REGISTER) from None
            return Register()
        except OtherFormat as fault:
            raise _of_other_format(REGISTER, fault) from None
        except Unreadable:
            raise refused("damaged_register", file=REGISTER) from None

    def known(self) -> Register:
        """The register with the complete releases that it does not have yet: a run was killed before it wrote them.

        Raises Refused if a release is not there as it was registered.
        """
        register = self.register()
        for name in self.names():
            if register.find(name) is None:
                frozen, digest = _read(self.folder(name), name)
                if frozen.release != name:  # a copy that somebody put beside
                    continue
                register = register.having(Registered(name, frozen.date, digest))
        return register

    def frozen(self, registered: Registered) -> Frozen:
        """What the manifest of a release says, which must be the one that was registered. Raises Refused."""
        folder = self.folder(registered.name)
        if not (folder / MANIFEST).is_file():
            raise refused("missing_folder", release=registered.name, folder=folder)
        frozen, digest = _read(folder, registered.name)
        if digest != registered.manifest_sha256:
            raise refused("not_as_registered", release=registered.name)
        return frozen

    def manifests(self, register: Register) -> dict[str, Frozen]:
        """What the manifests of all releases say, by their names. Raises Refused with all that are not as registered.

        Of a withdrawn one nothing is asked any more: one whose folder is lost or damaged has no files. So there is a
        way on where no backup has a release: to withdraw it.
        """
        found: dict[str, Frozen] = {}
        reasons: list[Reason] = []
        for one in register.releases:
            try:
                found[one.name] = self.frozen(one)
            except Refused as fault:
                reasons += () if one.withdrawn else fault.reasons
        if reasons:
            raise Refused(reasons)
        known = next(iter(found.values()), None)
        lost = (one for one in register.releases if one.name not in found)
        return {**found, **{one.name: _without_files(one, known) for one in lost}}

    def settle(self, disk: Disk, register: Register | None = None) -> Register:
        """Sweep what killed runs left, and bring register, page and LATEST in line with the releases; what is written.

        Done again it does nothing. The caller holds the lock of the folder. `register` has what is to be known beside
        the folders; by default what is known. Raises Refused with nothing changed, or OSError.
        """
        register = register or self.known()
        manifests = self.manifests(register)
        # Before anything is written: a fault in the drawing of the page must not leave a register ahead of it.
        page = current_page(register, manifests, self._notes(manifests)) if register.releases else b""
        self._sweep(disk)
        if register.releases:
            self._write(disk, REGISTER, register_bytes(register))
            self._write(disk, CURRENT_PAGE, page)
            for one in register.releases:
                if one.withdrawn:
                    self._write(disk, self.note(one.name).name, withdrawal_note(one, manifests[one.name].language))
        latest = register.latest
        if latest:
            self._write(disk, LATEST, f"{latest.name}\n".encode())
        elif (self.root / LATEST).exists():
            disk.remove(self.root / LATEST)
        if register.releases:
            disk.sync_folder(self.root)  # also what a killed run wrote and did not live to see on the disk
        return register

    def rehearse(self, coming: Frozen, manifest_sha256: str, notes: str) -> None:
        """Draw the page as it will be once the release is there, so that no fault in it first shows when that is so.

        Raises whatever the drawing would, with nothing changed.
        """
        known = self.known()
        register, manifests = (
            known.having(Registered(coming.release, coming.date, manifest_sha256)),
            self.manifests(known),
        )
        texts = {**self._notes(manifests), **({coming.release: notes} if notes else {})}
        current_page(register, {**manifests, coming.release: coming}, texts)

    def _notes(self, manifests: Mapping[str, Frozen]) -> Mapping[str, str]:
        """The texts about what is new, by their releases."""
        files = {name: self.folder(name) / NOTES for name in manifests}
        return {name: file.read_text(encoding="utf-8") for name, file in files.items() if file.is_file()}

    def _write(self, disk: Disk, name: str, data: bytes) -> None:
        path = self.root / name
        if not path.is_file() or path.read_bytes() != data:
            disk.replace(path, data)

    def left_behind(self) -> Iterator[Path]:
        """Stages and half-written files of runs that were killed; who holds the lock knows that nobody needs them."""
        if self.root.is_dir():
            yield from (path for path in sorted(self.root.glob(f"{STAGE}*")) if path.is_dir())
            half = {*(f".{name}.new" for name in (REGISTER, CURRENT_PAGE, LATEST))}
            half |= {path.name for path in self.root.glob(_HALF_NOTES)}
            yield from (path for name in sorted(half) if (path := self.root / name).is_file())

    def _sweep(self, disk: Disk) -> None:
        for path in self.left_behind():
            if path.is_dir():
                disk.remove_tree(path)
            else:
                disk.remove(path)


def current_page(register: Register, manifests: Mapping[str, Frozen], notes: Mapping[str, str]) -> bytes:
    """The page about all releases."""
    from pipeline.release.edition import current_page as pages  # noqa: PLC0415 - who only reads loads no writer of pages

    return pages.current_page(register, manifests, notes)


def withdrawal_note(registered: Registered, language: str) -> bytes:
    """The note beside a withdrawn release."""
    from pipeline.release.edition import current_page as pages  # noqa: PLC0415 - as above

    return pages.withdrawal_note(registered, language)


def _without_files(release: Registered, known: Frozen | None) -> Frozen:
    """A withdrawn release that is lost; its page has the words of another."""
    from pipeline.release.project import LANGUAGE  # noqa: PLC0415 - who only reads loads no sources

    return Frozen(
        release=release.name,
        previous=None,
        date=release.date,
        language=known.language if known else LANGUAGE,
        programme=known.programme if known else "",
        model_sha256="",
        theme_sha256="",
        origins={},
        tools={},
        artefacts=(),
        files=(),
    )


def manifest_in(folder: Path) -> Frozen:
    """What the manifest in any folder says. Raises Refused."""
    return _read(folder, folder.name)[0]


def _read(folder: Path, name: str) -> tuple[Frozen, str]:
    """The release and the digest of its manifest. Raises Refused."""
    try:
        data = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise refused("not_a_release", folder=folder) from None
    try:
        return frozen_of(data), sha256(data)
    except OtherFormat as fault:
        raise _of_other_format(f"{name}/{MANIFEST}", fault) from None
    except Unreadable:
        raise refused("damaged", release=name, file=MANIFEST) from None


def _of_other_format(file: str, fault: OtherFormat) -> Refused:
    return refused("newer_format" if fault.is_newer else "older_format", file=file)
