"""Releases told in a line each, sheets and their codes only, for what is said of printouts; nothing lies on a disk."""

from collections.abc import Collection, Iterator, Mapping

from pipeline.release.edition.frozen import Frozen, FrozenArtefact, Origin
from pipeline.release.edition.names import order
from pipeline.release.edition.register import Register, Registered, Withdrawal
from tests.support.small_releases import COMMIT

WITHDRAWN = Withdrawal("2027-02-01", "Frågan om arbetsplats var fel ställd.")
ACTORS = {
    "alla": "Rehabiliteringsbanan",
    "arbetsformedlingen": "Arbetsförmedlingen",
    "forsakringskassan": "Försäkringskassan",
    "region-stockholm": "Region Stockholm",
    "stockholms-stad": "Stockholms stad",
}
_FORMATS = {"karta": ("pdf", "svg"), "handout": ("docx", "pdf"), "webb": ("html",)}


def file(anchor: str, code: str, release: str, form: str = "pdf", variant: str | None = None) -> FrozenArtefact:
    """A file of a sheet as the release that made it tells of it; anchors are `<publication>-<actor>-<paper>`."""
    publication, _, rest = anchor.partition("-")
    actor, _, paper = rest.rpartition("-")
    actor, paper = (actor, paper) if paper.startswith("A") else (rest, "")
    shown = f"{variant}-" if variant else ""
    return FrozenArtefact(
        path=f"{publication}/{anchor}-{shown}{release}.{form}",
        size=1,
        sha256=code * 8,
        content_sha256=code * 8,
        anchor=anchor,
        publication=publication,
        actor=actor,
        unit=None,
        audience=None,
        format=form,
        language="sv-SE",
        paper=paper or None,
        profile="standard",
        variant=variant,
        pages=1,
        content_code=code,
        status="ej fastställd",
        made_in=release,
        date=_date(release),
        title=f"{publication.capitalize()}: {ACTORS.get(actor, actor)}",
        description="",
    )


def _date(release: str) -> str:
    """A day that is later for a later release: 2026.3 is of the third."""
    return f"2026-10-{int(release.rpartition('.')[2]):02}"


def frozen(name: str, files: Collection[FrozenArtefact]) -> Frozen:
    """A release of these files."""
    return Frozen(
        release=name,
        previous=None,
        date=_date(name),
        language="sv-SE",
        programme="Rehabiliteringsbanan",
        model_sha256="0" * 64,
        theme_sha256="0" * 64,
        origins={one: Origin(_date(one), COMMIT, None) for one in {name, *(one.made_in for one in files)}},
        tools={},
        artefacts=tuple(sorted(files, key=lambda one: one.path)),
        files=(),
    )


def releases(
    *sheets: Mapping[str, str], withdrawn: Collection[str] = (), gone: Withdrawal = WITHDRAWN
) -> tuple[Register, dict[str, Frozen]]:
    """2026.1, 2026.2, ... each with its sheets and their codes; a sheet as in the release before is carried over."""
    manifests: dict[str, Frozen] = {}
    before: dict[str, tuple[FrozenArtefact, ...]] = {}
    for number, codes in enumerate(sheets, start=1):
        name = f"2026.{number}"
        kept = {anchor: files for anchor, files in before.items() if codes.get(anchor) == files[0].content_code}
        before = {anchor: kept.get(anchor) or tuple(_files(anchor, code, name)) for anchor, code in codes.items()}
        manifests[name] = frozen(name, [one for files in before.values() for one in files])
    return register(manifests, withdrawn, gone), manifests


def register(
    manifests: Mapping[str, Frozen], withdrawn: Collection[str] = (), gone: Withdrawal = WITHDRAWN
) -> Register:
    """What is known of these releases."""
    names = sorted(manifests, key=order)
    return Register(
        tuple(Registered(one, manifests[one].date, "0" * 64, gone if one in withdrawn else None) for one in names)
    )


def _files(anchor: str, code: str, release: str) -> Iterator[FrozenArtefact]:
    forms = _FORMATS.get(anchor.partition("-")[0], ("pdf",))
    yield from (file(anchor, code, release, form) for form in forms)


# Two releases between which a sheet is kept, changed, taken away and added; each of their anchors by its state.
KEPT, CHANGED, TAKEN, ADDED = (
    "karta-forsakringskassan-A3",
    "karta-arbetsformedlingen-A3",
    "handout-region-stockholm-A4",
    "handout-stockholms-stad-A4",
)
FIRST = {
    KEPT: "06523b9f",
    CHANGED: "4a58e0d7",
    TAKEN: "9609cc68",
    "affisch-alla-A1": "bc170cb6",
    "webb-alla": "11111111",
}
SECOND = {
    KEPT: "06523b9f",
    CHANGED: "93b1c2aa",
    ADDED: "424774c1",
    "affisch-alla-A1": "0f0f0f0f",
    "webb-alla": "22222222",
}


def two(*withdrawn: str) -> tuple[Register, dict[str, Frozen]]:
    """Those two releases, some of them withdrawn."""
    return releases(FIRST, SECOND, withdrawn=withdrawn)


def many(count: int, sheets: int) -> tuple[Register, dict[str, Frozen]]:
    """So many releases of so many sheets of five actors, a fifth of them changed in each."""
    actors = list(ACTORS)
    anchors = [f"handout-{actors[at % len(actors)]}-A{at}" for at in range(sheets)]
    said = [{one: f"{(r + at) // 5:04x}{at:04x}" for at, one in enumerate(anchors)} for r in range(count)]
    return releases(*said)
