"""The register of releases beside their folders: which there are, and which are withdrawn, when and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.release.edition.names import order

REGISTER = "releases.json"
LATEST = "LATEST"
CURRENT_PAGE = "gallande.html"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The day (YYYY-MM-DD) on which a release was withdrawn, and why."""

    date: str
    reason: str


@dataclass(frozen=True, slots=True)
class Registered:
    """A release: its name, date (YYYY-MM-DD), the SHA-256 of its manifest, and its withdrawal if it is withdrawn."""

    name: str
    date: str
    manifest_sha256: str
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """All releases, the oldest first."""

    releases: tuple[Registered, ...] = ()

    def find(self, name: str) -> Registered | None:
        """The release of this name."""
        return next((one for one in self.releases if one.name == name), None)

    @property
    def latest(self) -> Registered | None:
        """The newest release that is not withdrawn."""
        return next((one for one in reversed(self.releases) if one.withdrawn is None), None)

    def having(self, release: Registered) -> Register:
        """The register with a release in its place in the order, instead of one of the same name."""
        others = (one for one in self.releases if one.name != release.name)
        return Register(tuple(sorted((*others, release), key=lambda one: order(one.name))))

    def withdrawing(self, name: str, withdrawal: Withdrawal) -> Register:
        """The register with one release withdrawn; raises StopIteration for one that there is not."""
        found = next(one for one in self.releases if one.name == name)
        return self.having(replace(found, withdrawn=withdrawal))
