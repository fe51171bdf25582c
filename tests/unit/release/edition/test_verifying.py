"""Verifying a release: whatever is done to its folder is found, all at once, and nothing else is ever opened."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.release.edition import hashing, inventory, verifying
from pipeline.release.edition.frozen import MANIFEST, SUMS
from pipeline.release.edition.refusals import Refused
from pipeline.release.edition.register import Registered
from pipeline.release.edition.verifying import Verified, verify
from tests.support.release_folder import (
    DATE,
    NAME,
    OTHERS,
    contents,
    frozen_release,
    sha256,
    with_file,
    write_lists,
    write_release,
)

TOWN, CARE = (f"karta/karta-{who}-A3-2026.1.pdf" for who in ("kommunen", "vardcentralen"))
EVERY = sorted([*contents(frozen_release()), MANIFEST, SUMS])
FULL = [path for path in EVERY if OTHERS.get(path) != b""]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    release = tmp_path / NAME
    release.mkdir()
    write_release(release)
    return release


@pytest.fixture
def registered(folder: Path) -> Registered:
    return Registered(NAME, DATE, sha256((folder / MANIFEST).read_bytes()))


def told(verified: Verified) -> list[tuple[str, object]]:
    return [(flaw.key, flaw.details["file"]) for flaw in verified.flaws]


def test_a_release_as_it_was_released(folder: Path, registered: Registered) -> None:
    found = verify(folder, registered, registered.manifest_sha256)
    assert found.flaws == ()
    assert found.frozen == frozen_release()
    assert (found.files, found.size) == (7, sum(map(len, contents(frozen_release()).values())))


def test_without_a_register_the_bytes_are_compared_all_the_same(folder: Path) -> None:
    assert told(verify(folder)) == []


@pytest.mark.parametrize("path", FULL)
@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("bit", [0, 7])
def test_one_flipped_bit(folder: Path, registered: Registered, path: str, place: float, bit: int) -> None:
    data = bytearray((folder / path).read_bytes())
    data[round(place * (len(data) - 1))] ^= 1 << bit
    (folder / path).write_bytes(data)
    assert {file for _, file in told(verify(folder, registered))} == {path}


@given(at=st.integers(0, 10_000), value=st.integers(1, 255), which=st.sampled_from(FULL))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_other_byte_anywhere_without_a_register(folder: Path, at: int, value: int, which: str) -> None:
    """A changed manifest does not agree with the list of sums, and the other way round."""
    whole = (folder / which).read_bytes()
    data = bytearray(whole)
    data[at % len(data)] ^= value
    (folder / which).write_bytes(data)
    try:
        assert told(verify(folder)) != []
    except Refused as fault:
        assert which == MANIFEST
        assert fault.reasons[0].key in {"newer_format", "older_format"}
    finally:
        (folder / which).write_bytes(whole)


@pytest.mark.parametrize("path", EVERY)
def test_a_missing_file(folder: Path, registered: Registered, path: str) -> None:
    (folder / path).unlink()
    found = told(verify(folder, registered))
    assert ("missing", path) in found
    left = {path, MANIFEST}  # without the manifest its digest is another, too
    assert {file for _, file in found} <= left | {Path(path).parent.as_posix()}


@pytest.mark.parametrize("path", [TOWN, "kallor/LICENSE", "modell.json"])
@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"\n", lambda _: b""])
def test_another_length(folder: Path, path: str, change) -> None:
    (folder / path).write_bytes(change((folder / path).read_bytes()))
    assert told(verify(folder)) == [("size", path)]


@pytest.mark.parametrize("path", ["x.pdf", ".DS_Store", "karta/Thumbs.db", "ny/djup/fil", "kallor/.git/config", " "])
def test_a_file_that_is_not_of_the_release(folder: Path, path: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(b"")
    assert told(verify(folder)) == [("extra", path)]


def test_a_renamed_file(folder: Path) -> None:
    (folder / TOWN).rename(folder / "karta/other.pdf")
    assert told(verify(folder)) == [("missing", TOWN), ("extra", "karta/other.pdf")]


def test_two_files_in_each_others_place(folder: Path) -> None:
    one, two = (folder / TOWN).read_bytes(), (folder / CARE).read_bytes()
    (folder / TOWN).write_bytes(two)
    (folder / CARE).write_bytes(one)
    assert told(verify(folder)) == [("changed", TOWN), ("changed", CARE)]


def test_everything_at_once(folder: Path, registered: Registered) -> None:
    (folder / TOWN).write_bytes(b"%PDF-1.7 clown")
    (folder / CARE).unlink()
    (folder / "extra").mkdir()
    (folder / "modell.json").write_bytes(OTHERS["modell.json"][::-1])
    (folder / SUMS).write_bytes((folder / SUMS).read_bytes() + b"\n")
    assert told(verify(folder, registered, "0" * 64)) == [
        ("not_as_tagged", MANIFEST),
        ("empty_folder", "extra"),
        ("size", TOWN),
        ("missing", CARE),
        ("changed", "modell.json"),
        ("sums", SUMS),
    ]


def test_a_folder_with_nothing_in_it_hidden_ones_too(folder: Path) -> None:
    (folder / "kallor/.tom/inne").mkdir(parents=True)
    assert told(verify(folder)) == [("empty_folder", "kallor/.tom/inne")]


@pytest.mark.skipif(os.name == "nt", reason="not this system: links need a right of their own on Windows")
def test_a_link_in_the_place_of_a_file_is_not_followed(folder: Path, tmp_path: Path) -> None:
    shutil.move(folder / TOWN, tmp_path / "moved.pdf")
    (folder / TOWN).symlink_to(tmp_path / "moved.pdf")
    (folder / "ut").symlink_to(tmp_path)
    (folder / "runt").symlink_to(folder)
    assert told(verify(folder)) == [("link", TOWN), ("link", "runt"), ("link", "ut")]


@pytest.mark.skipif(os.name == "nt", reason="not this system: no pipes in folders on Windows")
def test_a_pipe_is_never_opened(folder: Path) -> None:
    (folder / TOWN).unlink()
    os.mkfifo(folder / TOWN)
    assert told(verify(folder)) == [("odd", TOWN)]


def test_a_manifest_that_was_changed_together_with_everything_else(folder: Path, registered: Registered) -> None:
    """Only what lies outside the folder can tell: the register, or a tag."""
    (folder / "modell.json").write_bytes(b"{}")
    frozen = frozen_release()
    files = tuple(
        replace(one, size=2, sha256=sha256(b"{}")) if one.path == "modell.json" else one for one in frozen.files
    )
    digest = write_lists(folder, replace(frozen, files=files))
    assert told(verify(folder)) == []
    assert told(verify(folder, registered)) == [("not_as_registered", MANIFEST)]
    assert told(verify(folder, tagged=registered.manifest_sha256)) == [("not_as_tagged", MANIFEST)]
    assert told(verify(folder, Registered(NAME, DATE, digest), digest)) == []


def test_two_releases_in_each_others_place(folder: Path) -> None:
    digest = sha256((folder / MANIFEST).read_bytes())
    assert told(verify(folder, Registered("2026.2", DATE, digest))) == [("other_release", MANIFEST)]


@pytest.mark.parametrize(("schema", "key"), [(2, "newer_format"), (99, "newer_format"), (0, "older_format")])
def test_a_manifest_of_another_version(folder: Path, registered: Registered, schema: int, key: str) -> None:
    whole = json.loads((folder / MANIFEST).read_bytes())
    (folder / MANIFEST).write_text(json.dumps({**whole, "schema": schema, "new": {}}), encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        verify(folder)
    assert [reason.key for reason in refusal.value.reasons] == [key]
    # The register knows another one: then it is no newer program's, but changed.
    assert told(verify(folder, registered)) == [("not_as_registered", MANIFEST), ("manifest", MANIFEST)]


DAMAGES = {
    "empty": lambda data: b"",
    "half": lambda data: data[: len(data) // 2],
    "zeros": lambda data: bytes(len(data)),
    "a list": lambda data: b"[]",
    "no schema": lambda data: data.replace(b'"schema"', b'"skema"'),
    "a true schema": lambda data: data.replace(b'"schema": 1', b'"schema": true'),
    "a field more": lambda data: data.replace(b'"schema"', b'"more": 1, "schema"'),
    "a field twice": lambda data: data.replace(b'"schema"', b'"date": "2026-11-21", "schema"'),
    "a number for a text": lambda data: data.replace(b'"2026-11-21"', b"20261121"),
    "deep": lambda data: b"[" * 100_000,
    "not UTF-8": lambda data: data.replace(b"V\xc3\xa4gen", b"V\xe4gen"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_manifest_leaves_the_sums_to_compare_with(folder: Path, registered: Registered, damage) -> None:
    (folder / MANIFEST).write_bytes(damage((folder / MANIFEST).read_bytes()))
    (folder / TOWN).write_bytes(b"%PDF-1.7 gown")
    (folder / CARE).unlink()
    found = verify(folder, registered)
    assert found.frozen is None
    assert {key for key, file in told(found) if file == MANIFEST} & {"manifest", "manifest_part"}
    assert ("not_as_registered", MANIFEST) in told(found)
    assert told(found)[-2:] == [("changed", TOWN), ("missing", CARE)]


def test_a_manifest_too_long_to_be_one_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "_LONGEST", 100)
    assert ("manifest", MANIFEST) in told(verify(folder))


BAD_NAMES = ["../x", "/etc/passwd", "a/../../x", "C:/x", "a\\b", "", "./x", "a//b", "a/", ".", "..", "a\x00b", "a\nb"]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_lead_astray_are_told_and_never_opened(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.parent / "x").write_bytes(b"x")
    write_lists(folder, with_file(frozen_release(), name))
    opened: list[Path] = []
    really = os.open

    def noting(path: str, way: int) -> int:
        opened.append(Path(path))
        return really(path, way)

    monkeypatch.setattr(os, "open", noting)
    assert ("bad_name", name) in told(verify(folder))
    assert opened
    assert all(path.resolve().is_relative_to(folder.resolve()) for path in opened)


@pytest.mark.parametrize("name", [MANIFEST, SUMS])
def test_a_list_that_lists_itself(folder: Path, name: str) -> None:
    write_lists(folder, with_file(frozen_release(), name))
    assert ("bad_name", name) in told(verify(folder))


@pytest.mark.parametrize("name", ["modell.json", "MODELL.json", "Kallor/license"])
def test_names_that_some_systems_take_for_the_same(folder: Path, name: str) -> None:
    write_lists(folder, with_file(frozen_release(), name))
    assert ("twice", name) in told(verify(folder))


def test_no_release_at_all(folder: Path, tmp_path: Path, registered: Registered) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refused) as refusal:
        verify(tmp_path / "empty")
    assert refusal.value.reasons[0].key == "not_a_release"
    assert told(verify(tmp_path / "empty", registered))[0] == ("not_as_registered", MANIFEST)


def test_what_the_disk_cannot_read_is_told_with_the_rest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / CARE).unlink()
    really = hashing._hashed

    def failing(path: str, block: memoryview) -> tuple[str, int]:
        if path.endswith(TOWN):
            raise OSError(5, "Input/output error", path)
        return really(path, block)

    monkeypatch.setattr(hashing, "_hashed", failing)
    assert told(verify(folder)) == [("unreadable", TOWN), ("missing", CARE)]


def test_a_folder_that_nobody_may_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = inventory._entries

    def refusing(place: Path):
        if place.name == "karta":
            raise PermissionError(13, "Permission denied", str(place))
        return really(place)

    monkeypatch.setattr(inventory, "_entries", refusing)
    assert told(verify(folder)) == [("closed_folder", "karta")]


def test_each_file_is_opened_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    really = hashing._hashed

    def noting(path: str, block: memoryview) -> tuple[str, int]:
        opened.append(path)
        return really(path, block)

    monkeypatch.setattr(hashing, "_hashed", noting)
    verify(folder)
    assert sorted(opened) == sorted(f"{folder}{os.sep}{path}" for path in contents(frozen_release()))


@pytest.mark.parametrize("size", [0, 1, hashing._BLOCK - 1, hashing._BLOCK, hashing._BLOCK + 1, 3 * hashing._BLOCK])
def test_digests_of_files_around_the_size_of_a_block(tmp_path: Path, size: int) -> None:
    data = bytes(range(251)) * (size // 251 + 1)
    (tmp_path / "file").write_bytes(data[:size])
    assert hashing.hashes(tmp_path, {"file": size}).read == {"file": (sha256(data[:size]), size)}
