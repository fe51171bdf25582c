"""Pictures on disk: read from their folder and from nowhere else, and only where an actor names them."""

import sys
from pathlib import Path

import pytest

from pipeline.pictures import BYTE_LIMIT, Flaw
from pipeline.release.project import Project, read_project
from pipeline.release.workspace import picture
from tests.support.small import write_small_project
from tests.unit.pictures.drawn import plain

PICTURE = "bild:\n  fil: {file}\n  beskrivning: Ett rum.\n  upphov: 'Foto: Staden'\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_small_project(tmp_path)
    return tmp_path


def read(folder: Path, file: str) -> Project:
    actor = folder / "sources/aktorer/ss.yaml"
    actor.write_text(actor.read_text("utf-8") + PICTURE.format(file=file), "utf-8")
    return read_project(folder)


def put(folder: Path, path: str, data: bytes = b"") -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data or plain(30, 20))
    return file


def faults(project: Project) -> list[tuple[str, dict[str, str]]]:
    return [(one.code, dict(one.details)) for one in project.report.findings if one.code.startswith("B")]


@pytest.mark.parametrize("path", ["bilder/rum.png", "bilder/rum/ett.png"])
def test_a_picture_is_handed_on(folder: Path, path: str) -> None:
    file = put(folder, f"sources/{path}")
    project = read(folder, path)
    assert faults(project) == []
    assert project.pictures == {path: file.read_bytes()}


def test_pictures_that_nobody_names_are_not_read(folder: Path) -> None:
    put(folder, "sources/bilder/trasig.png", b"?")
    project = read_project(folder)
    assert (faults(project), project.pictures) == ([], {})


def test_a_missing_picture_with_the_one_that_was_meant(folder: Path) -> None:
    put(folder, "sources/bilder/rum-2.png")
    assert faults(read(folder, "bilder/rum2.png")) == [
        ("B101", {"file": "bilder/rum2.png", "guess": "bilder/rum-2.png"})
    ]


def test_a_name_in_other_letters_is_missing_on_every_system(folder: Path) -> None:
    put(folder, "sources/bilder/Rum.png")
    assert [code for code, _ in faults(read(folder, "bilder/rum.png"))] == ["B101"]
    # What a system sees that takes A for a: a file by that name, and another name in the folder.
    assert picture(folder, "bilder/Rum.png", frozenset({"bilder/rum.png"})) is Flaw.MISSING


def test_a_folder_is_no_picture(folder: Path) -> None:
    (folder / "sources/bilder/rum.png").mkdir(parents=True)
    assert [code for code, _ in faults(read(folder, "bilder/rum.png"))] == ["B101"]


@pytest.mark.skipif(sys.platform == "win32", reason="not this system: links need rights there")
class TestLinks:
    def test_a_link_out_of_the_folder(self, folder: Path) -> None:
        secret = put(folder, "hemligt.png")
        (folder / "sources/bilder").mkdir()
        (folder / "sources/bilder/rum.png").symlink_to(secret)
        project = read(folder, "bilder/rum.png")
        assert ([code for code, _ in faults(project)], project.pictures) == (["B102"], {})

    def test_a_linked_folder_out_of_the_folder(self, folder: Path) -> None:
        put(folder, "annat/rum.png")
        (folder / "sources/bilder").mkdir()
        (folder / "sources/bilder/annat").symlink_to(folder / "annat")
        assert [code for code, _ in faults(read(folder, "bilder/annat/rum.png"))] == ["B102"]

    def test_the_folder_itself_may_not_be_a_link(self, folder: Path) -> None:
        put(folder, "annat/rum.png")
        (folder / "sources/bilder").symlink_to(folder / "annat")
        assert [code for code, _ in faults(read(folder, "bilder/rum.png"))] == ["B102"]

    def test_a_link_within_the_folder(self, folder: Path) -> None:
        (folder / "sources/bilder").mkdir()
        (folder / "sources/bilder/rum.png").symlink_to(put(folder, "sources/bilder/ett.png"))
        assert faults(read(folder, "bilder/rum.png")) == []

    def test_a_link_to_nothing(self, folder: Path) -> None:
        (folder / "sources/bilder").mkdir()
        (folder / "sources/bilder/rum.png").symlink_to(folder / "sources/bilder/ett.png")
        assert [code for code, _ in faults(read(folder, "bilder/rum.png"))] == ["B101"]

    def test_links_in_a_circle(self, folder: Path) -> None:
        (folder / "sources/bilder").mkdir()
        (folder / "sources/bilder/rum.png").symlink_to(folder / "sources/bilder/rum.png")
        assert [code for code, _ in faults(read(folder, "bilder/rum.png"))] == ["B101"]


def test_of_a_file_too_large_no_more_is_read_than_shows_it(folder: Path) -> None:
    file = put(folder, "sources/bilder/rum.png")
    with file.open("r+b") as opened:
        opened.truncate(100 * BYTE_LIMIT)  # a hole on disk, three thousand million bytes to its reader
    project = read(folder, "bilder/rum.png")
    assert faults(project) == [("B106", {"file": "bilder/rum.png", "limit": "30"})]
    assert project.pictures == {}


def test_a_picture_is_judged_beside_faults_elsewhere(folder: Path) -> None:
    (folder / "sources/faser.yaml").write_text("x", "utf-8")
    assert [code for code, _ in faults(read(folder, "bilder/rum.png"))] == ["B101"]
