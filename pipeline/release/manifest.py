"""The manifest of an output folder: what was made, from what, and its digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.release.build import Made

SCHEMA = 1
MANIFEST = "manifest.json"

# An entry is what JSON holds: texts, numbers, null and lists of texts.
Entry = Mapping[str, Any]


def entry(made: Made, language: str) -> Entry:
    """The manifest's entry of one artefact; keys are English and stable (features.md, section 6).

    `language` is the programme's, for a publication without its own.
    """
    artefact, publication = made.artefact, made.artefact.publication
    return {
        "publication": publication.target,
        "actor": artefact.actor_id,
        "unit": artefact.unit.name_id if artefact.unit else None,
        "audience": publication.audience.value if publication.audience else None,
        "format": artefact.format,
        "language": publication.language or language,
        "paper": artefact.paper or None,
        "profile": publication.profile,
        "variant": artefact.variant or None,
        "path": artefact.path,
        "pages": made.pages,
        "bytes": len(made.data),
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "content_code": made.code,
        "status": made.status.value,
        "made_in": None,
        "title": made.title,
        "description": publication.text,
    }


def manifest(entries: Iterable[Entry], date: str) -> bytes:
    """The whole manifest of a draft; `date` is the programme's (YYYY-MM-DD). Sorted, so that equal content is equal."""
    ordered = sorted(entries, key=lambda one: str(one["path"]))
    whole = {"schema": SCHEMA, "release": None, "created": date, "artefacts": ordered}
    return (json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def entries_of(data: bytes) -> tuple[Entry, ...] | None:
    """The entries of an earlier manifest; None if it is not one of ours, or of another schema."""
    try:
        whole = json.loads(data)
        if whole["schema"] != SCHEMA:
            return None
        return tuple(one for one in whole["artefacts"] if isinstance(one["path"], str))
    except (ValueError, KeyError, TypeError):
        return None
