"""Why a release is refused: every reason at once, each by a key that the command line has the words for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What has to be mended: how the command was written, what it works on, or the machine."""

    USAGE = "usage"
    FINDING = "finding"
    ENVIRONMENT = "environment"


# The keys of all reasons, each with its kind; the words stand in commands.toml under release.refused.
REASONS: Mapping[str, Kind] = {
    "bad_name": Kind.USAGE,
    "exists": Kind.USAGE,
    "not_later": Kind.USAGE,
    "unknown": Kind.USAGE,
    "no_releases": Kind.USAGE,
    "already_withdrawn": Kind.USAGE,
    "no_reason": Kind.USAGE,
    "reason_characters": Kind.USAGE,
    "reason_long": Kind.USAGE,
    "reason_person": Kind.USAGE,
    "notes_missing": Kind.USAGE,
    "notes_not_text": Kind.USAGE,
    "notes_empty": Kind.USAGE,
    "notes_long": Kind.USAGE,
    "notes_characters": Kind.USAGE,
    "notes_person": Kind.USAGE,
    "other_release": Kind.USAGE,
    "earlier_date": Kind.USAGE,
    "no_repository": Kind.USAGE,
    "no_commit": Kind.USAGE,
    "no_previous": Kind.USAGE,
    "not_a_release": Kind.USAGE,
    "newer_format": Kind.USAGE,
    "older_format": Kind.USAGE,
    "font_outside": Kind.FINDING,
    "faulty": Kind.FINDING,
    "stale_locks": Kind.FINDING,
    "uncommitted": Kind.FINDING,
    "damaged": Kind.FINDING,
    "damaged_register": Kind.FINDING,
    "not_as_registered": Kind.FINDING,
    "missing_folder": Kind.FINDING,
    "in_the_way": Kind.USAGE,
    "archive_exists": Kind.USAGE,
    "archive_inside": Kind.USAGE,
    "no_git": Kind.ENVIRONMENT,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its key among REASONS, and what its sentence names."""

    key: str
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """What has to be mended."""
        return REASONS[self.key]


class Refused(Exception):
    """Nothing was done, for these reasons."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        """Keep the reasons."""
        super().__init__(*(reason.key for reason in reasons))
        self.reasons = tuple(reasons)


def refused(key: str, **details: object) -> Refused:
    """The exception for a single reason."""
    return Refused((Reason(key, details),))


class Unfinished(Exception):
    """A release or withdrawal is done, but what leads to it could not be written: `latest` writes it again."""

    def __init__(self, release: str, cause: OSError) -> None:
        """Keep the release's name and what the computer said."""
        super().__init__(release)
        self.release = release
        self.cause = cause
