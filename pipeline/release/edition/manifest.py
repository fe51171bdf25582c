"""The manifest of a release and the register of all, as files: written canonically, read strictly."""

from __future__ import annotations

import hashlib
from typing import Any

from pipeline.release.edition.frozen import SCHEMA, Frozen
from pipeline.release.edition.register import Register
from pipeline.release.edition.strict_json import Unreadable, canonical, parsed, plain, restored

REGISTER_SCHEMA = 1


class OtherFormat(Exception):
    """A manifest or register of another version than the program knows; `is_newer` tells which way."""

    def __init__(self, is_newer: bool) -> None:
        """Keep whether a newer program made it."""
        super().__init__(is_newer)
        self.is_newer = is_newer


def sha256(data: bytes) -> str:
    """The digest by which files and manifests are known, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def manifest_bytes(frozen: Frozen) -> bytes:
    """The manifest: the same for the same release on every machine."""
    return canonical({"schema": SCHEMA, **plain(frozen)})


def frozen_of(data: bytes) -> Frozen:
    """The release that a manifest tells of. Raises OtherFormat, or Unreadable for one that is damaged."""
    found = _of_schema(data, SCHEMA)
    frozen = restored(Frozen, found)
    if frozen.release not in frozen.origins:
        raise Unreadable("origins")
    for number, artefact in enumerate(frozen.artefacts):
        if artefact.made_in not in frozen.origins:
            raise Unreadable(f"artefacts.{number}.made_in")
    return frozen


def register_bytes(register: Register) -> bytes:
    """The register as a file."""
    return canonical({"schema": REGISTER_SCHEMA, **plain(register)})


def register_of(data: bytes) -> Register:
    """The register in a file. Raises OtherFormat, or Unreadable."""
    return restored(Register, _of_schema(data, REGISTER_SCHEMA))


def _of_schema(data: bytes, schema: int) -> dict[str, Any]:
    """What a file holds but for its version, which is the one that is known."""
    found = parsed(data)
    version = found.pop("schema", None)
    if type(version) is not int:
        raise Unreadable("schema")
    if version != schema:
        raise OtherFormat(version > schema)
    return found
