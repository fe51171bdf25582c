"""Manifest and register as files: the same bytes for the same values, and nothing guessed on the way back."""

import json

import pytest

from pipeline.release.edition.frozen import Frozen, FrozenArtefact, FrozenFile, Origin
from pipeline.release.edition.manifest import OtherFormat, frozen_of, manifest_bytes, register_bytes, register_of
from pipeline.release.edition.register import Register, Registered, Withdrawal
from pipeline.release.edition.strict_json import Unreadable

ARTEFACT = FrozenArtefact(
    path="karta/karta-fk-A3-2026.1.pdf",
    size=3,
    sha256="a" * 64,
    content_sha256="b" * 64,
    anchor="karta-fk-A3",
    publication="karta",
    actor="fk",
    unit=None,
    audience=None,
    format="pdf",
    language="sv-SE",
    paper="A3",
    profile="skarm",
    variant=None,
    pages=2,
    content_code="0123abcd",
    status="ej fastst\u00e4lld",
    made_in="2026.1",
    date="2026-11-21",
    title="Karta",
    description="En karta.",
    gates={"processpil": "1"},
)
FROZEN = Frozen(
    release="2026.2",
    previous="2026.1",
    date="2027-01-15",
    language="sv-SE",
    programme="Banan",
    model_sha256="c" * 64,
    theme_sha256="d" * 64,
    origins={"2026.1": Origin("2026-11-21", "e" * 40, None), "2026.2": Origin("2027-01-15", "f" * 40, "9" * 64)},
    tools={"reportlab": "5.0"},
    artefacts=(ARTEFACT,),
    files=(FrozenFile("modell.json", 7, "c" * 64),),
)
REGISTER = Register(
    (
        Registered("2026.1", "2026-11-21", "1" * 64, Withdrawal("2027-02-01", "Fel lagrum.")),
        Registered("2026.2", "", ""),
    )
)


def changed(data: bytes, change) -> bytes:
    """The JSON with a change made to it."""
    found = json.loads(data)
    change(found)
    return json.dumps(found).encode()


def test_what_is_written_is_read_back():
    assert frozen_of(manifest_bytes(FROZEN)) == FROZEN
    assert register_of(register_bytes(REGISTER)) == REGISTER


def test_the_file_is_plain_sorted_and_ends_in_a_line_feed():
    text = manifest_bytes(FROZEN).decode()
    assert text.endswith("}\n")
    assert "fastst\u00e4lld" in text
    found = json.loads(text)
    assert list(found) == sorted(found)
    assert found["schema"] == 1
    assert found["artefacts"][0]["made_in"] == "2026.1"


def test_the_order_in_which_a_mapping_was_filled_does_not_matter():
    other = {name: FROZEN.origins[name] for name in ("2026.2", "2026.1")}
    again = Frozen(**{name: getattr(FROZEN, name) for name in FROZEN.__slots__} | {"origins": other})
    assert manifest_bytes(again) == manifest_bytes(FROZEN)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda m: m.pop("date"), ""),
        (lambda m: m.update(more=1), ""),
        (lambda m: m.update(date=7), "date"),
        (lambda m: m["artefacts"][0].update(size="3"), "artefacts.0.size"),
        (lambda m: m["artefacts"][0].update(size=True), "artefacts.0.size"),
        (lambda m: m["artefacts"][0].pop("path"), "artefacts.0"),
        (lambda m: m["artefacts"][0].update(made_in="2025.1"), "artefacts.0.made_in"),
        (lambda m: m["origins"].pop("2026.2"), "origins"),
        (lambda m: m.update(files=[None]), "files.0"),
        (lambda m: m.update(tools={"x": 1}), "tools.x"),
        (lambda m: m.update(schema="1"), "schema"),
        (lambda m: m.pop("schema"), "schema"),
    ],
)
def test_a_manifest_that_was_changed_by_hand_says_where(change, where):
    with pytest.raises(Unreadable) as found:
        frozen_of(changed(manifest_bytes(FROZEN), change))
    assert found.value.where == where


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff", b'{"schema": 1, "schema": 1}', b"[" * 99999, b"NaN"]
)
def test_what_is_no_object_of_json(data):
    with pytest.raises(Unreadable):
        frozen_of(data)


@pytest.mark.parametrize(("schema", "is_newer"), [(2, True), (0, False)])
def test_another_version_is_told_apart_from_damage(schema, is_newer):
    data = changed(manifest_bytes(FROZEN), lambda m: m.clear() or m.update(schema=schema, unheard_of=[]))
    with pytest.raises(OtherFormat) as found:
        frozen_of(data)
    assert found.value.is_newer is is_newer
    with pytest.raises(OtherFormat):
        register_of(data)


def test_the_latest_is_the_newest_that_is_not_withdrawn():
    nine, ten = Registered("2026.9", "", "9"), Registered("2026.10", "", "10")
    register = Register().having(ten).having(nine)
    assert [one.name for one in register.releases] == ["2026.9", "2026.10"]
    assert register.latest == ten
    assert register.withdrawing("2026.10", Withdrawal("2027-01-01", "x")).latest == nine
    assert register.find("2026.10") == ten
    with pytest.raises(StopIteration):
        register.withdrawing("2026.11", Withdrawal("2027-01-01", "x"))
