"""Releases of two sheets, frozen without being built: what the commands about releases read and change."""

from pathlib import Path

from pipeline.release.disk import Disk
from pipeline.release.edition.freezing import freeze
from pipeline.release.edition.frozen import MANIFEST, SUMS, Frozen, FrozenArtefact, Origin
from pipeline.release.edition.manifest import manifest_bytes, sha256
from pipeline.release.edition.shelf import Shelf

COMMIT = "0123456789abcdef0123456789abcdef01234567"
CONTENTS = {"karta-kommunen-A3": b"%PDF-1.7 the town", "karta-vardcentralen-A3": b"%PDF-1.7 the clinic"}


def artefact(anchor: str, data: bytes, release: str, date: str) -> FrozenArtefact:
    """A map of the actor in the anchor, as the release that made it told of it."""
    return FrozenArtefact(
        path=f"karta/{anchor}-{release}.pdf",
        size=len(data),
        sha256=sha256(data),
        content_sha256=sha256(data),
        anchor=anchor,
        publication="karta",
        actor=anchor.split("-")[1],
        unit=None,
        audience=None,
        format="pdf",
        language="sv-SE",
        paper="A3",
        profile="standard",
        variant=None,
        pages=1,
        content_code=sha256(data)[:8],
        status="ej fastställd",
        made_in=release,
        date=date,
        title="Karta",
        description="En karta.",
    )


def put(root: Path, name: str, date: str, previous: str | None = None, carried: tuple[str, ...] = ()) -> Shelf:
    """A release on the shelf; of the sheets named in `carried` it has what the previous one had."""
    shelf = Shelf(root)
    root.mkdir(exist_ok=True)
    before = shelf.frozen(found) if previous and (found := shelf.known().find(previous)) else None
    old = {one.anchor: one for one in before.artefacts} if before else {}
    files: dict[str, bytes] = {}
    entries = []
    for anchor, content in CONTENTS.items():
        if anchor in carried:
            entry = old[anchor]
            data = (shelf.folder(previous or "") / entry.path).read_bytes()
        else:
            data = content + name.encode()
            entry = artefact(anchor, data, name, date)
        entries.append(entry)
        files[entry.path] = data
    origins = {one.made_in: Origin(one.date, COMMIT, None) for one in entries} | {name: Origin(date, COMMIT, None)}
    frozen = Frozen(
        release=name,
        previous=previous,
        date=date,
        language="sv-SE",
        programme="Vägen till stöd",
        model_sha256="0" * 64,
        theme_sha256="0" * 64,
        origins=origins,
        tools={},
        artefacts=tuple(sorted(entries, key=lambda one: one.path)),
        files=(),
    )
    files[MANIFEST] = manifest_bytes(frozen)
    files[SUMS] = "".join(f"{sha256(data)}  {path}\n" for path, data in sorted(files.items())).encode()
    freeze(Disk(), shelf, frozen, files)
    return shelf
