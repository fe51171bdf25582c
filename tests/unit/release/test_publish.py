"""Putting a draft in its folder: what stays, what goes, and that a failure changes nothing."""

import json
import os
from pathlib import Path

import pytest

from pipeline.release import publish as publishing
from pipeline.release.alone import AnotherBuild, alone
from pipeline.release.build import Made
from pipeline.release.plan import Artefact
from pipeline.release.publish import NotAnOutputFolder, publish, recover
from tests.support.real import real_programme


def _made(target: str, data: bytes, format_name: str = "svg") -> Made:
    programme = real_programme()
    publication = next(one for one in programme.publications if one.target == target)
    artefact = Artefact(publication, None, format_name)
    return Made(artefact, data, 1, "0a1b2c3d", "Titel")


POSTER, MAP = _made("affisch", b"poster"), _made("karta", b"map")
BOTH = {POSTER.artefact.path, MAP.artefact.path}


def _publish(folder: Path, *made: Made, planned=BOTH):
    return publish(folder, made, planned, "2026-11-21", "sv-SE")


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_files_and_manifest_are_written_and_listed(tmp_path):
    folder = tmp_path / "output" / "utkast"
    paths = _publish(folder, POSTER, MAP)
    assert [path.relative_to(folder).as_posix() for path in paths] == [
        POSTER.artefact.path,
        MAP.artefact.path,
        "manifest.json",
    ]
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert (manifest["schema"], manifest["release"]) == (1, None)
    entry = next(one for one in manifest["artefacts"] if one["publication"] == "affisch")
    assert entry["bytes"] == 6
    # of the six letters, from the program sha256sum
    assert entry["sha256"] == "293b9207228b7854bc3ccb2959ebea1583e066d41983124a5b381d6fdf6575f8"
    assert list(tmp_path.joinpath("output").iterdir()) == [folder]


def test_what_was_not_made_now_stays_with_its_entry(tmp_path):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER, MAP)
    _publish(folder, _made("karta", b"new map"))
    assert _tree(folder)[POSTER.artefact.path] == b"poster"
    assert _tree(folder)[MAP.artefact.path] == b"new map"
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert [one["publication"] for one in manifest["artefacts"]] == ["affisch", "karta"]


def test_what_is_no_longer_planned_goes(tmp_path):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER, MAP)
    _publish(folder, POSTER, planned={POSTER.artefact.path})
    assert set(_tree(folder)) == {POSTER.artefact.path, "manifest.json"}


def test_a_file_that_is_not_ours_stays(tmp_path):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER)
    (folder / "anteckningar.txt").write_bytes(b"mine")
    _publish(folder, POSTER, MAP)
    assert _tree(folder)["anteckningar.txt"] == b"mine"


def test_a_folder_of_other_things_is_refused_and_untouched(tmp_path):
    (tmp_path / "brev.txt").write_bytes(b"letter")
    with pytest.raises(NotAnOutputFolder):
        _publish(tmp_path, POSTER)
    assert _tree(tmp_path) == {"brev.txt": b"letter"}


@pytest.mark.parametrize("call", ["_put", "_keep", "_swap"])
def test_a_failure_anywhere_leaves_the_folder_as_it_was(tmp_path, monkeypatch, call):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER, MAP)
    before = _tree(folder)

    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, call, fail)
    with pytest.raises(OSError, match="No space"):
        _publish(folder, _made("karta", b"new map"))
    assert _tree(folder) == before
    assert list(tmp_path.iterdir()) == [folder]


def test_a_failure_between_the_two_renames_puts_the_folder_back(tmp_path, monkeypatch):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER)
    before, rename = _tree(folder), Path.rename

    def fail_on_stage(self, target):
        if self.name.endswith("-stage"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_on_stage)
    with pytest.raises(OSError, match="Input/output"):
        _publish(folder, _made("affisch", b"new"))
    assert _tree(folder) == before


def test_a_build_killed_between_the_renames_is_mended_by_the_next(tmp_path):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER, MAP)
    folder.rename(tmp_path / ".utkast.processpil-aside")
    _publish(folder, _made("karta", b"new map"))
    assert _tree(folder)[POSTER.artefact.path] == b"poster"
    assert list(tmp_path.iterdir()) == [folder]


def test_a_manifest_of_another_program_does_not_make_a_folder_ours(tmp_path):
    (tmp_path / "manifest.json").write_text('{"name": "app"}')
    with pytest.raises(NotAnOutputFolder):
        _publish(tmp_path, POSTER)
    assert _tree(tmp_path) == {"manifest.json": b'{"name": "app"}'}


def test_links_and_empty_folders_of_others_stay(tmp_path):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER)
    (folder / "tom").mkdir()
    (folder / "lank").symlink_to("manifest.json")
    (folder / "brusten").symlink_to("finns inte")
    _publish(folder, POSTER)
    assert (folder / "tom").is_dir()
    assert (folder / "lank").readlink() == Path("manifest.json")
    assert (folder / "brusten").is_symlink()


def test_a_linked_folder_is_written_where_it_leads(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for _ in range(2):
        _publish(tmp_path / "link", POSTER)
    assert (tmp_path / "link").is_symlink()
    assert set(_tree(tmp_path / "real")) == {POSTER.artefact.path, "manifest.json"}


def test_the_folder_one_stands_in_can_be_written(tmp_path, monkeypatch):
    (tmp_path / "ut").mkdir()
    monkeypatch.chdir(tmp_path / "ut")
    _publish(Path(), POSTER)
    assert (tmp_path / "ut" / "manifest.json").is_file()


def test_an_interruption_between_the_renames_puts_the_folder_back(tmp_path, monkeypatch):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER)
    before, rename = _tree(folder), Path.rename

    def interrupted(self, target):
        if self.name.endswith("-stage"):
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _publish(folder, _made("affisch", b"new"))
    monkeypatch.undo()
    assert _tree(folder) == before
    assert list(tmp_path.iterdir()) == [folder]


def test_what_a_killed_build_left_is_mended_before_anything_is_read(tmp_path):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER)
    folder.rename(tmp_path / ".utkast.processpil-aside")
    (tmp_path / ".utkast.processpil-stage").mkdir()
    (tmp_path / ".utkast.processpil-stage-4711").mkdir()  # as older versions named it
    recover(folder)
    assert list(tmp_path.iterdir()) == [folder]
    assert POSTER.artefact.path in _tree(folder)


def test_a_hidden_folder_of_the_user_beside_is_left_alone(tmp_path):
    (tmp_path / ".utkast.old").mkdir()
    (tmp_path / ".utkast.old" / "viktigt").write_bytes(b"!")
    _publish(tmp_path / "utkast", POSTER)
    assert (tmp_path / ".utkast.old" / "viktigt").read_bytes() == b"!"


def test_a_second_build_at_the_same_time_is_refused(tmp_path):
    with alone(tmp_path, ".utkast.processpil-lock"), pytest.raises(AnotherBuild) as refused:
        _publish(tmp_path / "utkast", POSTER)
    assert refused.value.folder == tmp_path / "utkast"
    assert not (tmp_path / "utkast").exists()


def test_the_lock_that_a_dead_process_left_is_taken_over(tmp_path):
    (tmp_path / ".utkast.processpil-lock").write_bytes(b" 4711 skrivbordet\n")
    _publish(tmp_path / "utkast", POSTER)
    assert list(tmp_path.iterdir()) == [tmp_path / "utkast"]


def test_a_folder_whose_name_is_a_pattern_is_mended_too(tmp_path):
    (tmp_path / ".ut[1].processpil-stage").mkdir()
    (tmp_path / ".ut1.processpil-stage").mkdir()
    _publish(tmp_path / "ut[1]", POSTER)
    assert {path.name for path in tmp_path.iterdir()} == {"ut[1]", ".ut1.processpil-stage"}


def test_what_cannot_be_read_is_not_taken_for_gone(tmp_path, monkeypatch):
    folder = tmp_path / "utkast"
    _publish(folder, POSTER)
    (folder / "mitt").mkdir()
    (folder / "mitt" / "anteckningar.txt").write_bytes(b"mine")
    before, scan = _tree(folder), os.scandir

    def fail(path):
        if str(path).endswith("mitt"):  # or a number, when the stage is removed
            raise OSError(5, "Input/output error")
        return scan(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", fail)
        with pytest.raises(OSError, match="Input/output"):
            _publish(folder, POSTER, MAP)
    assert _tree(folder) == before
