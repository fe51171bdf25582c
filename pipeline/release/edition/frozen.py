"""A release as its manifest tells it: which files it has, from what they were made, and which release made each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

SCHEMA = 1
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
MODEL = "modell.json"
COPIES = "kallor"
PROVENANCE = "provenance.intoto.json"
COMPONENTS = "sbom.cdx.json"
NOTES = "nyheter.txt"


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file of a release by its path in it (slashes), with its size and SHA-256 in hexadecimal."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FrozenArtefact:
    """A publication's file. `made_in` and `date` are the release that made it and that release's date (YYYY-MM-DD).

    `anchor` is the sheet's name without release and format: files of all formats of one content have the same.
    `content_sha256` is of what the file holds, however it is packed; `content_code` is printed on it. `gates` are the
    checks that it passed, by their names, with the version of each.
    """

    path: str
    size: int
    sha256: str
    content_sha256: str
    anchor: str
    publication: str
    actor: str
    unit: str | None
    audience: str | None
    format: str
    language: str
    paper: str | None
    profile: str
    variant: str | None
    pages: int | None
    content_code: str
    status: str
    made_in: str
    date: str
    title: str
    description: str
    gates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def key(self) -> tuple[str, str, str]:
        """What the same file is known by in every release: its anchor, variant and format."""
        return (self.anchor, self.variant or "", self.format)


@dataclass(frozen=True, slots=True)
class Origin:
    """A release that made some of the files: its date (YYYY-MM-DD), commit, and the digest of the packages' lock."""

    date: str
    commit: str
    lock_sha256: str | None


@dataclass(frozen=True, slots=True)
class Frozen:
    """A whole release. `previous` is the one that files were carried over from, None for the first.

    `origins` are the releases that made its files, itself among them, by their names; `tools` the libraries in use with
    their versions. `files` are all others than the artefacts, but for the manifest and the list of sums.
    """

    release: str
    previous: str | None
    date: str
    language: str
    programme: str
    model_sha256: str
    theme_sha256: str
    origins: Mapping[str, Origin]
    tools: Mapping[str, str]
    artefacts: tuple[FrozenArtefact, ...]
    files: tuple[FrozenFile, ...]

    @property
    def commit(self) -> str:
        """The commit that it was made from."""
        return self.origins[self.release].commit
