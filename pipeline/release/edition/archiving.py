"""A release as a package for an archive: a bag of files with their sums, which other programs can check (BagIt 1.0).

The form is that of RFC 8493. Inside lies what a folder of releases has of this one: whether it is withdrawn goes with
it, and `list` and `verify` work on what the archive kept. What an archive asks for beside that is not known here: no
rule of any archive is said to be met.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline import __version__
from pipeline.release.disk import Disk
from pipeline.release.edition.current_page import withdrawal_note
from pipeline.release.edition.frozen import MANIFEST, SUMS, Frozen
from pipeline.release.edition.manifest import register_bytes, sha256
from pipeline.release.edition.refusals import refused
from pipeline.release.edition.register import REGISTER, Register, Registered
from pipeline.release.edition.shelf import Shelf
from pipeline.release.edition.sums import sums_bytes
from pipeline.release.edition.verifying import verify

ARCHIVES = "arkiv"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_PAYLOAD = "data"
# What a path in a list of sums cannot hold as it is (RFC 8493, 2.1.3): these alone, and the sign itself.
_ENCODED = str.maketrans({"%": "%25", "\n": "%0A", "\r": "%0D"})


@dataclass(frozen=True, slots=True)
class Package:
    """A release that can be packed: as it is registered, what its manifest says, where it lies, and where it goes."""

    registered: Registered
    frozen: Frozen
    folder: Path
    target: Path


def packable(shelf: Shelf, name: str, target: Path | None = None) -> Package:
    """The release, every byte of it verified; by default it goes into a folder of its name below ARCHIVES.

    Nothing is written. Raises Refused for a release that there is not or that is not as it was released, or a target
    that is there already or lies in a release; and OSError.
    """
    register = shelf.known()
    registered = register.find(name)
    if registered is None:
        known = ", ".join(one.name for one in register.releases)
        raise refused("unknown", release=name, known=known) if known else refused("no_releases", folder=shelf.root)
    folder, target = shelf.folder(name), target or shelf.root / ARCHIVES / name
    if target.exists() or target.is_symlink():
        raise refused("archive_exists", folder=target)
    inside = [one.name for one in register.releases if _is_within(target, shelf.folder(one.name))]
    if inside:
        raise refused("archive_inside", folder=target, release=inside[0])
    if not folder.is_dir():
        raise refused("missing_folder", release=name, folder=folder)
    found = verify(folder, registered)
    if found.flaws or found.frozen is None:
        files = [str(flaw.details.get("file", "")) for flaw in found.flaws]
        raise refused("damaged", release=name, file=files[0] if files else folder)
    return Package(registered, found.frozen, folder, target)


def _is_within(target: Path, folder: Path) -> bool:
    return target.resolve().is_relative_to(folder.resolve())


def pack(disk: Disk, package: Package) -> None:
    """The bag in its place: made beside, every file on the disk, and renamed once.

    The caller holds the lock of the folder above, which is there. Raises Refused if a file is no longer what was
    verified or the target is taken meanwhile, or OSError; a bag that is there after that is whole.
    """
    target = package.target
    stage = target.with_name(f".{target.name}.new")
    if stage.is_dir():  # left by a run that was killed
        disk.remove_tree(stage)
    try:
        _fill(disk, stage, package)
        if target.exists():  # an empty folder would be written over
            raise refused("archive_exists", folder=target)
        disk.rename(stage, target)
    except BaseException:
        with suppress(OSError):
            if stage.is_dir():
                disk.remove_tree(stage)
        raise
    disk.sync_folder(target.parent)


def _fill(disk: Disk, stage: Path, package: Package) -> None:
    """The payload and then what is said of it."""
    beside = _beside(package)
    sums = {**_sums(package), **{path: sha256(data) for path, data in beside.items()}}
    parents = {parent for path in sums for parent in Path(path).parents if parent.name}
    folders = [stage, *sorted(stage / parent for parent in parents)]
    for folder in folders:
        disk.make_folder(folder)
    size = 0
    for path in sorted(sums):
        file = path.removeprefix(f"{_PAYLOAD}/{package.registered.name}/")
        data = beside[path] if path in beside else (package.folder / file).read_bytes()
        if sha256(data) != sums[path]:
            raise refused("damaged", release=package.registered.name, file=file)
        disk.create(stage / path, data)
        size += len(data)
    for path, data in tag_files(package.frozen, sums, size).items():
        disk.create(stage / path, data)
    for folder in reversed(folders):
        disk.sync_folder(folder)


def _sums(package: Package) -> dict[str, str]:
    """What every file of the release must be, its two lists among them, by the paths in the bag."""
    frozen = package.frozen
    found = {one.path: one.sha256 for one in frozen.artefacts}
    found |= {one.path: one.sha256 for one in frozen.files}
    found[MANIFEST] = package.registered.manifest_sha256
    found[SUMS] = sha256(sums_bytes(found))
    return {f"{_PAYLOAD}/{package.registered.name}/{path}": digest for path, digest in found.items()}


def _beside(package: Package) -> dict[str, bytes]:
    """What stands beside a release in the folder of all: its entry in the register, its note if it is withdrawn."""
    registered = package.registered
    found = {f"{_PAYLOAD}/{REGISTER}": register_bytes(Register((registered,)))}
    if registered.withdrawn:
        note = Shelf(Path(_PAYLOAD)).note(registered.name).as_posix()
        found[note] = withdrawal_note(registered, package.frozen.language)
    return found


def tag_files(frozen: Frozen, sums: Mapping[str, str], size: int) -> dict[str, bytes]:
    """What a bag says of its payload, whose SHA-256 sums these are, by paths from the bag, and whose size in bytes."""
    described = {
        "Source-Organization": frozen.programme,
        "External-Identifier": f"{frozen.programme} {frozen.release}",
        "Bagging-Date": frozen.date,  # of the release: the same package whenever it is made
        "Bag-Software-Agent": f"processpil {__version__}",
        "Payload-Oxum": f"{size}.{len(sums)}",
    }
    found = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": "".join(f"{label}: {_one_line(text)}\n" for label, text in described.items()).encode(),
        "manifest-sha256.txt": _listed(sums),
    }
    return {**found, "tagmanifest-sha256.txt": _listed({path: sha256(data) for path, data in found.items()})}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _listed(sums: Mapping[str, str]) -> bytes:
    """A line for each path, in the order of their bytes."""
    paths = sorted(sums, key=str.encode)
    return "".join(f"{sums[path]}  {path.translate(_ENCODED)}\n" for path in paths).encode()
