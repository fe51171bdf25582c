"""What files are made for: one line for each profile that a publication can have."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.publication import SCREEN


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile by its id. `in_names` is false for the usual one, which file names leave out."""

    name_id: str
    in_names: bool = True


_ALL = (Profile(SCREEN, in_names=False),)

PROFILES: dict[str, Profile] = {profile.name_id: profile for profile in _ALL}
