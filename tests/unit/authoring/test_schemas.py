"""Schemas on disk: written beside the files, each file led to its own, nothing else in any file touched."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from pipeline.authoring.replacing import replace_file
from pipeline.authoring.schemas import LeadsOutside, schemas, stale, with_modeline, write
from pipeline.cli.words import word
from pipeline.reading.schema import KINDS
from pipeline.release.project import read_project
from tests.support.real import ROOT, real_project
from tests.unit.reading.test_schema import as_editor, parts

NEW_ID = word("schema", "new_id")
LINE = b"# yaml-language-server: $schema=x.json"


@pytest.fixture
def root(tmp_path):
    """A copy of the real project as it was before it had any schema."""
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns(".schema"))
    for path in tmp_path.rglob("*.yaml"):
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(line for line in lines if b"yaml-language-server" not in line))
    return tmp_path


def all_files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_repository_has_its_schemas_as_they_should_be():
    """Not so? `nox -s generated`."""
    assert stale(real_project(), NEW_ID) == ()


def test_the_real_files_are_valid():
    found = schemas(real_project(), NEW_ID)
    seen = 0
    written = (path for path in ROOT.glob("sources/**/*.yaml") if not path.name.endswith(".lock.yaml"))
    for path in (*written, *ROOT.glob("styles/**/*.yaml")):
        kind = next(kind for kind in KINDS if kind.has(path.relative_to(ROOT).as_posix()))
        faults = Draft7Validator(json.loads(found[kind])).iter_errors(as_editor(path.read_bytes()))
        assert [fault.message for fault in faults] == [], path.name
        seen += 1
    assert seen >= 13


def test_no_message_or_help_is_left_with_a_gap():
    for data in schemas(real_project(), NEW_ID).values():
        for part in parts(json.loads(data)):
            texts = [part.get(key, "") for key in ("description", "errorMessage", "patternErrorMessage")]
            assert "{" not in "".join((*texts, *part.get("enumDescriptions", [])))


def test_everything_is_written_once_and_nothing_twice(root):
    before = all_files(root)
    written = write(read_project(root), NEW_ID)
    after = all_files(root)
    assert {path for path in after if after[path] != before.get(path)} == {*written}
    assert {path for path in after if path not in before} == {kind.file for kind in KINDS}
    assert write(read_project(root), NEW_ID) == ()
    assert stale(read_project(root), NEW_ID) == ()
    assert all_files(root) == after


def test_each_file_leads_to_the_schema_of_its_kind_and_is_otherwise_as_it_was(root):
    before = all_files(root)
    write(read_project(root), NEW_ID)
    for path, data in before.items():
        if not path.endswith(".yaml") or path.endswith(".lock.yaml"):  # a lock is written by the program alone
            continue
        first, _, rest = (root / path).read_bytes().partition(b"\n")
        assert rest == data
        target = (root / path).parent / first.decode().partition("$schema=")[2]
        kind = next(kind for kind in KINDS if kind.has(path))
        assert target.resolve() == (root / kind.file).resolve()
        assert target.is_file()


def test_the_written_schemas_change_nothing_in_what_is_read(root):
    before = read_project(root)
    write(before, NEW_ID)
    after = read_project(root)
    assert after.programme == before.programme
    assert [finding.code for finding in after.report.findings] == [finding.code for finding in before.report.findings]


@pytest.mark.parametrize(
    ("data", "mended"),
    [
        (b"a: 1\n", LINE + b"\na: 1\n"),
        (b"", LINE + b"\n"),
        (b"# Ett\r\na: 1\r\n", LINE + b"\r\n# Ett\r\na: 1\r\n"),
        (b"\xef\xbb\xbfa: 1\r\nb: 2\n", b"\xef\xbb\xbf" + LINE + b"\r\na: 1\r\nb: 2\n"),
        (b"a: 1", LINE + b"\na: 1"),
        (LINE + b"\r\na: 1\r\n", LINE + b"\r\na: 1\r\n"),
        (b"# yaml-language-server: $schema=old.json\n# Ett\na: 1\n", LINE + b"\n# Ett\na: 1\n"),
        (b"\xef\xbb\xbf# yaml-language-server:$schema=old.json\r\na: 1\r\n", b"\xef\xbb\xbf" + LINE + b"\r\na: 1\r\n"),
        (b"# Ett\n\n# yaml-language-server: $schema=../o.json\na: 1\n", b"# Ett\n\n" + LINE + b"\na: 1\n"),
        (b"# $schema: old.json\na: 1\n", LINE + b"\na: 1\n"),
        # Below the first value it is a comment like any other, also to the language server.
        (b"a: 1\n# yaml-language-server: $schema=o\n", LINE + b"\na: 1\n# yaml-language-server: $schema=o\n"),
    ],
)
def test_the_line_is_added_or_mended_and_the_rest_stays(data, mended):
    assert with_modeline(data, "x.json") == mended
    assert with_modeline(mended, "x.json") == mended


@pytest.mark.parametrize("data", [b"\xff\xfea\0:\0", b"namn: \xe5\n", b"a\0: 1\n"])
def test_what_is_no_text_is_left_alone(root, data):
    file = root / "sources/begrepp.yaml"
    file.write_bytes(data)
    written = write(read_project(root), NEW_ID)
    assert file.read_bytes() == data
    assert "sources/begrepp.yaml" not in written
    assert stale(read_project(root), NEW_ID) == ()


def test_files_of_no_kind_and_hidden_copies_are_left_alone(root):
    others = [root / "sources/anteckningar.yaml", root / "sources/aktorer/.kopia.yaml", root / "styles/teman/.t.yaml"]
    for file in others:
        file.write_bytes(b"a: 1\n")
    write(read_project(root), NEW_ID)
    assert [file.read_bytes() for file in others] == [b"a: 1\n"] * 3


def test_a_theme_that_is_not_in_use_is_led_too(root):
    file = root / "styles/teman/annat.yaml"
    file.write_bytes(b"namn: Annat\n")
    assert "styles/teman/annat.yaml" in write(read_project(root), NEW_ID)
    assert file.read_bytes().startswith(b"# yaml-language-server: $schema=../.schema/tema.schema.json\n")


def test_a_new_id_makes_the_schemas_stale(root):
    write(read_project(root), NEW_ID)
    file = root / "sources/kallor.yaml"
    file.write_bytes(file.read_bytes().replace(b"id: rb-start", b"id: rb-forsta", 1))
    changed = stale(read_project(root), NEW_ID)
    assert "sources/.schema/begrepp.schema.json" in changed
    assert "sources/.schema/faser.schema.json" not in changed


def test_schemas_with_the_line_ends_of_windows_are_current(root):
    write(read_project(root), NEW_ID)
    for file in (root / "sources/.schema").iterdir():
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert stale(read_project(root), NEW_ID) == ()


def test_faulty_sources_give_schemas_with_the_ids_that_could_be_read(root):
    file = root / "sources/aktorer/region-stockholm.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("fas: 1", "fas: ett"), encoding="utf-8")
    project = read_project(root)
    assert project.programme is None
    write(project, NEW_ID)
    schema = (root / "sources/.schema/dialogfall.schema.json").read_text(encoding="utf-8")
    assert '"rs-koordinering"' in schema
    assert '"fk-ansokan"' in schema


def test_a_change_saved_after_reading_is_not_lost(root):
    project = read_project(root)
    file = root / "sources/faser.yaml"
    file.write_bytes(b"# Nytt\n" + file.read_bytes())
    saved = file.read_bytes()
    write(project, NEW_ID)
    assert file.read_bytes().endswith(saved)


def test_a_failed_write_leaves_the_file_and_no_trace(tmp_path, monkeypatch):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")

    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="full"):
        replace_file(file, b"b: 2\n")
    assert all_files(tmp_path) == {"a.yaml": b"a: 1\n"}


def test_links_and_rights_stay(tmp_path):
    real = tmp_path / "real.yaml"
    real.write_bytes(b"a: 1\n")
    real.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    replace_file(link, b"b: 2\n")
    assert link.is_symlink()
    assert real.read_bytes() == b"b: 2\n"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("linked", ["sources/.schema", "sources/.schema/faser.schema.json"])
@pytest.mark.parametrize("is_there", [True, False], ids=["to something", "to nothing yet"])
def test_no_schema_is_written_through_a_link_out_of_the_project(root, tmp_path_factory, linked, is_there):
    outside = tmp_path_factory.mktemp("others") / "theirs"
    if is_there:
        outside.mkdir() if linked.endswith(".schema") else outside.write_text("theirs")
    (root / linked).parent.mkdir(exist_ok=True)
    (root / linked).symlink_to(outside)
    before = all_files(outside.parent), all_files(root)
    with pytest.raises(LeadsOutside, match=linked):
        write(read_project(root), NEW_ID)
    assert (all_files(outside.parent), all_files(root)) == before


def test_a_file_that_a_link_borrows_from_outside_gets_no_line(root, tmp_path_factory):
    outside = tmp_path_factory.mktemp("others") / "passwd"
    outside.write_text("root:x:0:0\n")
    (root / "sources/aktorer/lan.yaml").symlink_to(outside)
    assert "sources/aktorer/lan.yaml" not in write(read_project(root), NEW_ID)
    assert outside.read_text() == "root:x:0:0\n"
    assert stale(read_project(root), NEW_ID) == ()


def test_sources_that_stand_elsewhere_as_a_whole_are_led_too(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("shared") / "sources"
    shutil.move(root / "sources", elsewhere)
    (root / "sources").symlink_to(elsewhere)
    written = write(read_project(root), NEW_ID)
    assert {"sources/faser.yaml", "sources/.schema/faser.schema.json"} <= {*written}
    assert stale(read_project(root), NEW_ID) == ()


def test_a_folder_where_a_schema_should_be_is_told_by_its_own_name(root):
    (root / "sources/.schema/faser.schema.json").mkdir(parents=True)
    with pytest.raises(OSError, match="faser") as fault:
        write(read_project(root), NEW_ID)
    assert fault.value.filename == str(root / "sources/.schema/faser.schema.json")
