"""Whether the bytes of a release are those that were released: everything that is wrong with them at once.

What counts is the manifest; the register, and a tag in git, say that it is the right one. Nothing outside the folder is
touched, whatever names a manifest that was changed holds: only what lies in the folder is ever opened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.release.edition.frozen import MANIFEST, SUMS, Frozen, FrozenArtefact, FrozenFile
from pipeline.release.edition.hashing import Hashes, hashes
from pipeline.release.edition.inventory import Inventory, inventory
from pipeline.release.edition.manifest import OtherFormat, frozen_of, sha256
from pipeline.release.edition.refusals import refused
from pipeline.release.edition.register import Registered
from pipeline.release.edition.strict_json import Unreadable
from pipeline.release.edition.sums import sums_bytes

# No list of files of ours is longer, bytes: larger ones are not read into memory.
_LONGEST = 1 << 28
_SUM = re.compile(r"([0-9a-f]{64})  (.+)")
# What no path in a release holds: other separators, drives, patterns, and what a screen would obey.
_FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong: its key among the words of the command line, and what its sentence names."""

    key: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in a folder. `frozen` is None where its manifest could not be read.

    `files` and `size` (bytes) are of all that was compared.
    """

    frozen: Frozen | None
    manifest_sha256: str
    flaws: tuple[Flaw, ...]
    files: int
    size: int


def verify(folder: Path, registered: Registered | None = None, tagged: str | None = None) -> Verified:
    """The bytes of a release against its manifest, and this against the register and the digest in a tag, where given.

    Raises Refused for a manifest of another version, or for a folder that has no manifest and is in no register, and
    OSError if the folder cannot be looked into.
    """
    found = inventory(folder)
    if MANIFEST not in found.files and registered is None:
        raise refused("not_a_release", folder=folder)
    data = {name: _short(folder, found, name) for name in (MANIFEST, SUMS)}
    digest = sha256(data[MANIFEST])
    is_changed = registered is not None and digest != registered.manifest_sha256
    frozen, damage = _frozen(folder.name, data[MANIFEST], is_changed) if MANIFEST in found.files else (None, ())
    expected = _expected(frozen) if frozen else _in_sums(data[SUMS])
    # A file of another size is another file, however it is read.
    likely = {path: size for path, size in found.files.items() if path in expected}
    done = hashes(folder, {path: size for path, size in likely.items() if expected[path][0] in {size, None}})
    flaws = [*_against_the_register(frozen, digest, registered, tagged), *damage]
    flaws += _of_names(frozen) if frozen else ()
    flaws += sorted(_of_files(found, expected, done), key=_place)
    flaws += _of_sums(frozen, digest, data[SUMS], found) if frozen else ()
    return Verified(frozen, digest, tuple(flaws), len(done.read), sum(size for _, size in done.read.values()))


def _place(flaw: Flaw) -> str:
    return str(flaw.details["file"])


# Size in bytes, None where nothing says it, and SHA-256 of files by their paths.
_Expected = Mapping[str, tuple[int | None, str]]


def _short(folder: Path, found: Inventory, name: str) -> bytes:
    """A list of files, empty if it is not there or too long to be one."""
    if found.files.get(name, _LONGEST) >= _LONGEST:
        return b""
    return (folder / name).read_bytes()


def _frozen(name: str, data: bytes, is_changed: bool) -> tuple[Frozen | None, tuple[Flaw, ...]]:
    """What the manifest says, or that it is damaged. Raises Refused for one of another version that nobody changed."""
    try:
        return frozen_of(data), ()
    except OtherFormat as fault:
        if is_changed:
            return None, (Flaw("manifest", {"file": MANIFEST, "where": ""}),)
        raise refused("newer_format" if fault.is_newer else "older_format", file=f"{name}/{MANIFEST}") from None
    except Unreadable as fault:
        key = "manifest_part" if fault.where else "manifest"
        return None, (Flaw(key, {"file": MANIFEST, "where": fault.where}),)


def _listed(frozen: Frozen) -> tuple[FrozenArtefact | FrozenFile, ...]:
    return (*frozen.artefacts, *frozen.files)


def _expected(frozen: Frozen) -> _Expected:
    return {one.path: (one.size, one.sha256) for one in _listed(frozen)}


def _in_sums(data: bytes) -> _Expected:
    """What the list of sums says, which is all there is to go by where the manifest is damaged."""
    lines = (_SUM.fullmatch(line) for line in data.decode("utf-8", "replace").splitlines())
    return {line[2]: (None, line[1]) for line in lines if line and line[2] != MANIFEST}


def _against_the_register(
    frozen: Frozen | None, digest: str, registered: Registered | None, tagged: str | None
) -> Iterator[Flaw]:
    if registered:
        if digest != registered.manifest_sha256:
            yield Flaw("not_as_registered", {"file": MANIFEST})
        if frozen and frozen.release != registered.name:
            yield Flaw("other_release", {"file": MANIFEST, "found": frozen.release, "release": registered.name})
    if tagged and digest != tagged:
        yield Flaw("not_as_tagged", {"file": MANIFEST})


def _of_names(frozen: Frozen) -> Iterator[Flaw]:
    """Names that lead out of the folder, stand for the lists themselves, or are the same for some systems."""
    paths = [one.path for one in _listed(frozen)]
    yield from (Flaw("bad_name", {"file": path}) for path in sorted({path for path in paths if not _is_safe(path)}))
    count = Counter(path.casefold() for path in paths)
    yield from (Flaw("twice", {"file": path}) for path in sorted({one for one in paths if count[one.casefold()] > 1}))


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return not _FORBIDDEN.search(path) and not {"", ".", ".."} & set(parts) and path not in {MANIFEST, SUMS}


def _of_files(found: Inventory, expected: _Expected, done: Hashes) -> Iterator[Flaw]:
    """Files that are missing or other than released, and all that is not of the release."""
    listed = {*expected, MANIFEST, SUMS}
    yield from (Flaw("missing", {"file": path}) for path in listed if _is_missing(path, found))
    for path, (size, digest) in expected.items():
        if path in done.failed:
            yield Flaw("unreadable", {"file": path, "fault": done.failed[path]})
        elif path in done.read:
            if done.read[path][0] != digest:
                yield Flaw("changed", {"file": path})
        elif path in found.files:
            yield Flaw("size", {"file": path, "size": size, "found": found.files[path]})
    yield from (Flaw("extra", {"file": path}) for path in found.files if path not in listed)
    others = {"link": found.links, "odd": found.odd, "empty_folder": found.empty, "closed_folder": found.closed}
    yield from (Flaw(key, {"file": path}) for key, paths in others.items() for path in paths)


def _is_missing(path: str, found: Inventory) -> bool:
    """True for a file that should be there and is not; what nobody can see, or has a bad name, is told as that."""
    if path in found.files or path in found.links or path in found.odd:
        return False
    is_list = path in {MANIFEST, SUMS}
    return is_list or (_is_safe(path) and not any(path.startswith(f"{folder}/") for folder in found.closed))


def _of_sums(frozen: Frozen, digest: str, data: bytes, found: Inventory) -> Iterator[Flaw]:
    """That the list of sums is not byte for byte the one that follows from the manifest."""
    right = {**{one.path: one.sha256 for one in _listed(frozen)}, MANIFEST: digest}
    if SUMS in found.files and data != sums_bytes(right):
        yield Flaw("sums", {"file": SUMS})
