"""Releases of random bytes to verify: few large files and many small ones."""

import hashlib
import random
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.release.edition.frozen import MANIFEST, SUMS
from pipeline.release.edition.manifest import manifest_bytes, register_bytes, sha256
from pipeline.release.edition.register import REGISTER, Register, Registered
from tests.support.release_folder import DATE, NAME, frozen_release, sums
from tests.support.small_releases import artefact


@dataclass(frozen=True)
class Kind:
    """So many files of so many bytes."""

    name: str
    count: int
    size: int

    @property
    def total(self) -> int:
        """Bytes of all."""
        return self.count * self.size


KINDS = (Kind("200 files of 2 MB", 200, 2_000_000), Kind("5,000 files of 80 kB", 5_000, 80_000))


def written(root: Path, kind: Kind) -> Path:
    """A shelf with one release of the kind; the release's folder."""
    folder = root / NAME
    (folder / "karta").mkdir(parents=True)
    chance, entries = random.Random(kind.count), []
    for number in range(kind.count):
        data = chance.randbytes(kind.size)
        entry = artefact(f"karta-a{number:05}-A3", data, NAME, DATE)
        (folder / entry.path).write_bytes(data)
        entries.append(entry)
    manifest = manifest_bytes(replace(frozen_release(), artefacts=tuple(entries), files=()))
    (folder / MANIFEST).write_bytes(manifest)
    (folder / SUMS).write_bytes(sums({**{one.path: one.sha256 for one in entries}, MANIFEST: sha256(manifest)}))
    (root / REGISTER).write_bytes(register_bytes(Register((Registered(NAME, DATE, sha256(manifest)),))))
    return folder


def hashed(folder: Path) -> int:
    """Every file with hashlib and nothing else, one after another; how many."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    for path in paths:
        with path.open("rb") as file:
            hashlib.file_digest(file, "sha256")
    return len(paths)
