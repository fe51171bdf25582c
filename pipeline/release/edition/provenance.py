"""How a release came to be, as an in-toto statement (v1) with SLSA provenance (v1): plain JSON, unsigned.

It claims no SLSA level: whoever signs it and where is a matter of the place that keeps it. It has no clock, no number
of a run and no machine, so that the same release always has the same one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline import __version__
from pipeline.release.edition.frozen import MANIFEST, PROVENANCE, Frozen
from pipeline.release.edition.strict_json import canonical

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://slsa.dev/provenance/v1"
# Names of our own, in the form of RFC 8141; nobody has registered them.
BUILD_TYPE = "urn:processpil:release:1"
BUILDER = "urn:processpil:builder"


def provenance_bytes(frozen: Frozen, previous_manifest_sha256: str | None) -> bytes:
    """The statement about every file of the release but itself, the manifest and the list of sums.

    `previous_manifest_sha256` is of the release that files were carried over from, None for the first.
    """
    return canonical(
        {
            "_type": STATEMENT,
            "subject": list(_subjects(frozen)),
            "predicateType": PREDICATE,
            "predicate": {
                "buildDefinition": {
                    "buildType": BUILD_TYPE,
                    "externalParameters": _parameters(frozen),
                    "resolvedDependencies": list(_materials(frozen, previous_manifest_sha256)),
                },
                "runDetails": {"builder": {"id": f"{BUILDER}:{__version__}", "version": {"processpil": __version__}}},
            },
        }
    )


def _subjects(frozen: Frozen) -> Iterator[dict[str, Any]]:
    """What the statement is about, by path; in-toto asks for a digest of each."""
    files = {one.path: one.sha256 for one in frozen.artefacts}
    files |= {one.path: one.sha256 for one in frozen.files if one.path != PROVENANCE}
    yield from ({"name": path, "digest": {"sha256": files[path]}} for path in sorted(files))


def _parameters(frozen: Frozen) -> dict[str, Any]:
    """What whoever made the release decided: its name, and the release before it."""
    return {"release": frozen.release, **({"previous": frozen.previous} if frozen.previous else {})}


def _materials(frozen: Frozen, previous: str | None) -> Iterator[dict[str, Any]]:
    """What it was made from: a commit, the packages of the lock, and the release before."""
    origin = frozen.origins[frozen.release]
    yield {"name": "sources", "digest": {"gitCommit": origin.commit}}
    if origin.lock_sha256:
        yield {"name": ".lock/run.txt", "digest": {"sha256": origin.lock_sha256}}
    if frozen.previous and previous:
        yield {"name": f"{frozen.previous}/{MANIFEST}", "digest": {"sha256": previous}}
