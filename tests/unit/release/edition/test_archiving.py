"""A release as a bag, judged by the Library of Congress's own reader of bags."""

import hashlib
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from pipeline.release.disk import Disk
from pipeline.release.edition.archiving import pack, packable, tag_files
from pipeline.release.edition.manifest import manifest_bytes, sha256
from pipeline.release.edition.refusals import Refused
from pipeline.release.edition.register import Register, Withdrawal
from pipeline.release.edition.shelf import Shelf
from pipeline.release.edition.verifying import verify
from pipeline.release.edition.withdrawing import withdraw
from tests.support.bag_reader import bagit
from tests.support.small_releases import put
from tests.unit.release.edition.test_manifest import FROZEN


@pytest.fixture
def shelf(tmp_path):
    root = tmp_path / "output"
    put(root, "2026.1", "2026-09-01")
    return put(root, "2026.2", "2026-10-01", "2026.1", ("karta-vardcentralen-A3",))


def packed(shelf, name, target=None):
    """The bag's folder."""
    package = packable(shelf, name, target)
    package.target.parent.mkdir(parents=True, exist_ok=True)
    pack(Disk(), package)
    return package.target


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_reader_of_the_library_of_congress_finds_it_valid(shelf):
    folder = packed(shelf, "2026.2")
    bag = bagit.Bag(str(folder))
    assert bag.validate()
    assert (bag.version_info, bag.encoding.lower()) == ((1, 0), "utf-8")
    assert [*bag.algorithms] == ["sha256"]
    size = sum(len(data) for path, data in files(folder).items() if path.startswith("data/"))
    assert bag.info["Payload-Oxum"] == f"{size}.{len([*bag.payload_files()])}"
    assert bag.info["Source-Organization"] == "Vägen till stöd"
    assert bag.info["Bagging-Date"] == "2026-10-01"
    assert bag.info["External-Identifier"] == "Vägen till stöd 2026.2"
    assert set(bag.tagfile_entries()) == {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"}


def test_its_payload_is_a_folder_of_releases_with_this_one(shelf):
    folder = packed(shelf, "2026.2")
    assert folder == shelf.root / "arkiv/2026.2"
    assert files(folder / "data/2026.2") == files(shelf.folder("2026.2"))
    kept = Shelf(folder / "data")
    assert kept.register() == Register((shelf.register().find("2026.2"),))
    assert verify(kept.folder("2026.2"), kept.register().find("2026.2")).flaws == ()
    assert {path.name for path in (folder / "data").iterdir()} == {"2026.2", "releases.json"}


def test_a_withdrawn_release_says_so_inside(shelf):
    withdraw(Disk(), shelf, "2026.1", Withdrawal("2026-11-01", "Fel villkor."))
    folder = packed(shelf, "2026.1")
    assert bagit.Bag(str(folder)).validate()
    kept = Shelf(folder / "data").register().find("2026.1")
    assert kept.withdrawn == Withdrawal("2026-11-01", "Fel villkor.")
    assert (folder / "data/2026.1-aterkallad.txt").read_bytes() == shelf.note("2026.1").read_bytes()


def test_the_same_release_gives_the_same_bag(shelf, tmp_path):
    assert files(packed(shelf, "2026.1", tmp_path / "a")) == files(packed(shelf, "2026.1", tmp_path / "b"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "data/2026.1/manifest.json").write_bytes(b"{}"),
        lambda folder: (folder / "data/releases.json").unlink(),
        lambda folder: (folder / "data/more.txt").write_bytes(b""),
        lambda folder: (folder / "bag-info.txt").write_bytes((folder / "bag-info.txt").read_bytes() + b"A: b\n"),
    ],
)
def test_a_bag_that_was_changed_is_noticed(shelf, spoil):
    folder = packed(shelf, "2026.1")
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    spoil(folder)
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(folder)).validate()


PATHS = {"data/å ä ö.pdf": 1, "data/a%0Ab": 2, "data/line\nbreak\r": 3, "data/100 %": 4, "data/a\\b": 5, "data/z": 6}


def test_paths_are_encoded_as_rfc_8493_says_and_no_further():
    """2.1.3: LF, CR and the per cent sign MUST be percent-encoded, and only those. bagit-python leaves the last of them
    (its issue 157), so this is read as RFC 3986 has it.
    """
    sums = {path: f"{number:064x}" for path, number in PATHS.items()}
    lines = tag_files(FROZEN, sums, 7)["manifest-sha256.txt"].decode().split("\n")
    assert lines.pop() == ""
    parts = [re.fullmatch("([0-9a-f]{64})  (.+)", line) for line in lines]
    found = {part[2]: part[1] for part in parts}
    assert {unquote(path): int(digest, 16) for path, digest in found.items()} == PATHS
    assert {code for path in found for code in re.findall("%..", path)} == {"%25", "%0A", "%0D"}
    assert "data/å ä ö.pdf" in found
    assert [line[66:] for line in lines] == sorted((line[66:] for line in lines), key=str.encode)


def test_a_bag_of_odd_paths_is_valid_for_the_reader(tmp_path):
    names = [path for path in PATHS if "%" not in path]
    (tmp_path / "data").mkdir()
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    sums = {name: hashlib.sha256(name.encode()).hexdigest() for name in names}
    for path, data in tag_files(FROZEN, sums, sum(len(name.encode()) for name in names)).items():
        (tmp_path / path).write_bytes(data)
    assert bagit.Bag(str(tmp_path)).validate()


def test_no_name_adds_a_line_of_its_own():
    frozen = replace(FROZEN, programme="Namn\nPayload-Oxum: 0.0\r\n: x")
    info = tag_files(frozen, {}, 0)["bag-info.txt"].decode()
    assert info.count("\n") == 5
    assert "Source-Organization: Namn Payload-Oxum: 0.0 : x\n" in info


def reason(call):
    with pytest.raises(Refused) as refusal:
        call()
    return [(one.key, *(str(value) for value in one.details.values())) for one in refusal.value.reasons]


def test_what_is_refused(shelf, tmp_path):
    before = files(shelf.root)
    assert reason(lambda: packable(shelf, "2026.3")) == [("unknown", "2026.3", "2026.1, 2026.2")]
    assert reason(lambda: packable(shelf, "../output/2026.1")) == [("unknown", "../output/2026.1", "2026.1, 2026.2")]
    assert reason(lambda: packable(Shelf(tmp_path / "none"), "2026.1")) == [("no_releases", str(tmp_path / "none"))]
    inside = shelf.folder("2026.1") / "karta/../bag"
    assert reason(lambda: packable(shelf, "2026.2", inside)) == [("archive_inside", str(inside), "2026.1")]
    for taken in (shelf.root, tmp_path / "file", tmp_path / "nowhere"):
        if taken.name == "file":
            taken.touch()
        if taken.name == "nowhere":
            taken.symlink_to(tmp_path / "gone")
        assert reason(lambda folder=taken: packable(shelf, "2026.1", folder)) == [("archive_exists", str(taken))]
    assert files(shelf.root) == before


def test_a_release_that_is_not_as_it_was_released(shelf):
    file = next((shelf.folder("2026.1") / "karta").iterdir())
    file.chmod(0o644)
    file.write_bytes(b"other")
    assert reason(lambda: packable(shelf, "2026.1")) == [("damaged", "2026.1", f"karta/{file.name}")]


def test_a_release_whose_folder_is_gone(shelf):
    shelf.folder("2026.1").rename(shelf.root / "elsewhere")
    assert reason(lambda: packable(shelf, "2026.1"))[0][0] == "missing_folder"


def test_a_file_that_changes_after_it_was_verified(shelf):
    package = packable(shelf, "2026.1")
    package.target.parent.mkdir()
    for path in ("manifest.json", "SHA256SUMS", package.frozen.artefacts[0].path):
        file = package.folder / path
        before = file.read_bytes()
        file.chmod(0o644)
        file.write_bytes(before + b" ")
        assert reason(lambda: pack(Disk(), package)) == [("damaged", "2026.1", path)]
        file.write_bytes(before)
    assert [*package.target.parent.iterdir()] == []


class Failing(Disk):
    """Stops at an operation of this number."""

    def __init__(self, last, fault):
        self.left, self.fault = last, fault

    def step(self, operation, path, source=None):
        self.left -= 1
        if self.left == 0:
            raise self.fault


def test_a_fault_at_any_operation_leaves_no_bag_and_the_next_run_makes_it(shelf):
    before = files(shelf.root)
    package = packable(shelf, "2026.1")
    package.target.parent.mkdir()
    count = Failing(10_000, OSError())
    pack(count, package)
    whole, operations = files(package.target), 10_000 - count.left
    Disk().remove_tree(package.target)
    for number in range(1, operations + 1):
        with pytest.raises(OSError, match="full"):
            pack(Failing(number, OSError(28, "full")), package)
        # Only the last operation comes after the renaming.
        assert package.target.exists() == (number == operations)
    Disk().remove_tree(package.target)
    (package.target.parent / ".2026.1.new/data").mkdir(parents=True)  # left by a run that was killed
    pack(Disk(), package)
    assert files(package.target) == whole
    assert [path.name for path in package.target.parent.iterdir()] == ["2026.1"]
    assert {path: data for path, data in files(shelf.root).items() if not path.startswith("arkiv/")} == before


def test_a_target_that_somebody_made_meanwhile_is_left_alone(shelf):
    package = packable(shelf, "2026.1")
    package.target.mkdir(parents=True)
    assert reason(lambda: pack(Disk(), package)) == [("archive_exists", str(package.target))]
    assert [*package.target.iterdir()] == []


def test_the_manifest_is_the_registered_one(shelf):
    folder = packed(shelf, "2026.1")
    manifest = (folder / "data/2026.1/manifest.json").read_bytes()
    kept = Shelf(folder / "data")
    assert sha256(manifest) == kept.register().find("2026.1").manifest_sha256
    assert manifest_bytes(kept.frozen(kept.register().find("2026.1"))) == manifest
