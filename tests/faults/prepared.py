"""Two releases of small files, ready to be put in place: the second carries a file over from the first."""

from __future__ import annotations

from pipeline.release.edition.frozen import MANIFEST, MODEL, NOTES, SUMS, Frozen, FrozenArtefact, FrozenFile, Origin
from pipeline.release.edition.manifest import manifest_bytes, sha256
from pipeline.release.edition.sums import sums_bytes

Files = dict[str, bytes]
Release = tuple[Frozen, Files]


def _artefact(anchor: str, publication: str, made_in: str, date: str) -> tuple[FrozenArtefact, bytes]:
    """A sheet whose bytes are those of the release that made it."""
    data = f"{anchor} of {made_in}\n".encode() * 200
    path = f"{publication}/{anchor}-{made_in}.pdf"
    entry = FrozenArtefact(
        path=path,
        size=len(data),
        sha256=sha256(data),
        content_sha256=sha256(data),
        anchor=anchor,
        publication=publication,
        actor="alla",
        unit=None,
        audience=None,
        format="pdf",
        language="sv-SE",
        paper="A3",
        profile="farg",
        variant=None,
        pages=1,
        content_code="0a1b2c3d",
        status="faststalld",
        made_in=made_in,
        date=date,
        title=anchor.capitalize(),
        description="",
    )
    return entry, data


def numbered(number: int) -> Release:
    """One of many releases that are made at once."""
    name, date = f"2026.{number}", f"2026-03-{number:02}"
    return _release(name, date, None, [_artefact("affisch-a1", "affisch", name, date)])


def _release(name: str, date: str, previous: str | None, made: list[tuple[FrozenArtefact, bytes]]) -> Release:
    files = {entry.path: data for entry, data in made}
    others = {MODEL: b'{"release": "%s"}\n' % name.encode(), "kallor/sources/program.yaml": b"namn: Program\n"}
    others[NOTES] = f"Nytt i {name}.\n".encode()
    dates = {entry.made_in: entry.date for entry, _ in made} | {name: date}
    frozen = Frozen(
        release=name,
        previous=previous,
        date=date,
        language="sv-SE",
        programme="Program",
        model_sha256=sha256(others[MODEL]),
        theme_sha256="0" * 64,
        origins={made_in: Origin(dates[made_in], "c" * 40, None) for made_in in sorted(dates)},
        tools={},
        artefacts=tuple(sorted((entry for entry, _ in made), key=lambda entry: entry.path)),
        files=tuple(FrozenFile(path, len(data), sha256(data)) for path, data in sorted(others.items())),
    )
    files |= others | {MANIFEST: manifest_bytes(frozen)}
    files[SUMS] = sums_bytes({path: sha256(data) for path, data in files.items()})
    return frozen, files


_POSTER = _artefact("affisch-a1", "affisch", "2026.1", "2026-03-01")
_MAP = _artefact("karta-arbetsgivaren-a3", "karta", "2026.1", "2026-03-01")
_NEW_MAP = _artefact("karta-arbetsgivaren-a3", "karta", "2026.2", "2026-09-01")

FIRST = _release("2026.1", "2026-03-01", None, [_POSTER, _MAP])
SECOND = _release("2026.2", "2026-09-01", "2026.1", [_POSTER, _NEW_MAP])
