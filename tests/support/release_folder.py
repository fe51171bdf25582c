"""A small release written by hand, file by file, as the contract says it: for what reads releases and writes none."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.release.edition.frozen import MANIFEST, SUMS, Frozen, FrozenFile, Origin
from pipeline.release.edition.manifest import manifest_bytes
from tests.support.small_releases import COMMIT, artefact

NAME, DATE = "2026.1", "2026-11-21"
# Equal sizes, so that two of them can change places; one empty, one with a letter that is not ASCII, one deep down.
SHEETS = {"karta-kommunen-A3": b"%PDF-1.7 town", "karta-vardcentralen-A3": b"%PDF-1.7 care"}
OTHERS = {
    "modell.json": b'{"format": "x"}\n',
    "kallor/LICENSE": b"MIT\n",
    "kallor/sources/program.yaml": b"format: 2\n",
    "kallor/sources/bilder/\u00e5.svg": b"<svg/>",
    "kallor/sources/tom.yaml": b"",
}


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def frozen_release() -> Frozen:
    """What the manifest of the release says."""
    return Frozen(
        release=NAME,
        previous=None,
        date=DATE,
        language="sv-SE",
        programme="V\u00e4gen",
        model_sha256=sha256(OTHERS["modell.json"]),
        theme_sha256="0" * 64,
        origins={NAME: Origin(DATE, COMMIT, None)},
        tools={},
        artefacts=tuple(artefact(anchor, data, NAME, DATE) for anchor, data in SHEETS.items()),
        files=tuple(FrozenFile(path, len(data), sha256(data)) for path, data in sorted(OTHERS.items())),
    )


def contents(frozen: Frozen) -> dict[str, bytes]:
    """All files of the release but its two lists."""
    return {**{one.path: SHEETS[one.anchor] for one in frozen.artefacts}, **OTHERS}


def sums(digests: Mapping[str, str]) -> bytes:
    """As GNU sha256sum prints them, sorted by path."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests, key=str.encode)).encode()


def write_lists(folder: Path, frozen: Frozen) -> str:
    """Manifest and sums that agree with one another; the manifest's digest."""
    manifest = manifest_bytes(frozen)
    (folder / MANIFEST).write_bytes(manifest)
    digests = {one.path: one.sha256 for one in frozen.artefacts} | {one.path: one.sha256 for one in frozen.files}
    (folder / SUMS).write_bytes(sums({**digests, MANIFEST: sha256(manifest)}))
    return sha256(manifest)


def write_release(folder: Path) -> str:
    """The whole release; the digest of its manifest."""
    frozen = frozen_release()
    for path, data in contents(frozen).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return write_lists(folder, frozen)


def with_file(frozen: Frozen, path: str, data: bytes = b"x") -> Frozen:
    """The same release, which lists one file more."""
    return replace(frozen, files=(*frozen.files, FrozenFile(path, len(data), sha256(data))))
