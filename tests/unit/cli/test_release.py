"""`processpil release`: what it refuses and says, and that it then leaves everything as it was."""

import json
import shutil
import stat
import subprocess

import pytest

from pipeline.cli import main
from pipeline.release.alone import alone
from pipeline.release.disk import Disk
from pipeline.release.edition import shelf
from tests.support.editions import changed
from tests.support.repository import committed, git
from tests.support.small import write_small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A committed project with its locks; nobody changes it."""
    root = tmp_path_factory.mktemp("released") / "p"
    write_small_project(root)
    (root / ".gitignore").write_text("/output/\n")
    with pytest.raises(SystemExit) as end:
        main(["-q", "-C", str(root), "layout", "--update"])
    assert end.value.code == 0
    committed(root)
    return root


@pytest.fixture
def root(project, tmp_path):
    """A clone of it."""
    subprocess.run(["git", "clone", "--quiet", project, tmp_path / "p"], check=True)
    return tmp_path / "p"


@pytest.fixture
def release(run, root):
    return lambda *arguments: run("-C", root, "release", *arguments)


def set_up(root, **values):
    """Other values in program.yaml, committed."""
    changed(root / "sources/program.yaml", lambda program: program.update(values))
    committed(root)


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_release(release, root):
    code, out, err = release("2026.1")
    folder = root / "output/2026.1"
    assert code == 0, err
    assert out.splitlines() == [
        (folder / f"karta/karta-{who}-A3-2026.1.{form}").as_posix() for who in ("fk", "ss") for form in ("pdf", "svg")
    ]
    assert "Nya filer: 4. Oförändrade filer som följde med: 0." in err
    assert (root / "output/LATEST").read_text() == "2026.1\n"
    told = json.loads((folder / "manifest.json").read_bytes())
    assert told["origins"]["2026.1"]["commit"] == git(root, "rev-parse", "HEAD")
    assert {one["status"] for one in told["artefacts"]} == {"ej fastställd"}
    assert all(not stat.S_IMODE(path.stat().st_mode) & 0o222 for path in folder.rglob("*") if path.is_file())
    assert not [path.name for path in (root / "output").iterdir() if path.name.startswith(".stage")]


def test_the_git_line_makes_a_tag_that_vouches_for_it(release, root):
    line = release("2026.1")[2].splitlines()[-1].strip()
    assert line.startswith("git tag -a 2026.1 -m ")
    git(root, "config", "user.name", "t")
    git(root, "config", "user.email", "t@t")
    subprocess.run(line, shell=True, cwd=root, check=True)
    digest = json.loads((root / "output/releases.json").read_bytes())["releases"][0]["manifest_sha256"]
    assert digest in git(root, "tag", "--list", "--format=%(contents)")


def test_every_file_is_of_the_release_and_none_is_a_draft(release, root):
    release("2026.1")
    for path in (root / "output/2026.1/karta").iterdir():
        assert path.stem.endswith("-2026.1")
        assert b"UTKAST" not in path.read_bytes()
    assert "Utgåva 2026.1, 2026-11-21" in (root / "output/2026.1/karta/karta-fk-A3-2026.1.svg").read_text()


def test_the_next_release_carries_over_and_says_so_in_json(release, root):
    release("2026.1")
    changed(root / "sources/aktorer/ss.yaml", lambda actor: actor["steg"][0].update(titel="En annan början"))
    set_up(root, datum="2027-01-15")
    code, out, _ = release("2026.2", "--json")
    told = json.loads(out)
    assert code == 0
    folder = (root / "output/2026.2").as_posix()
    assert told["made"] == [f"{folder}/karta/karta-ss-A3-2026.2.{form}" for form in ("pdf", "svg")]
    assert told["carried_over"] == [f"{folder}/karta/karta-fk-A3-2026.1.{form}" for form in ("pdf", "svg")]
    before, after = files(root / "output/2026.1"), files(root / "output/2026.2")
    assert after["karta/karta-fk-A3-2026.1.pdf"] == before["karta/karta-fk-A3-2026.1.pdf"]


def test_a_trial_writes_nothing(release, root):
    code, out, err = release("2026.1", "--dry-run")
    assert code == 0
    assert len(out.splitlines()) == 4
    assert "Inget skrevs." in err
    assert not (root / "output").exists()


def test_what_is_new_is_part_of_it(release, root, tmp_path):
    notes = tmp_path / "nytt.txt"
    notes.write_bytes("\ufeffNytt i utgåvan:\r\n\r\nSteg 2 är omskrivet.\r\n".encode())
    assert release("2026.1", "--notes", notes)[0] == 0
    assert (root / "output/2026.1/nyheter.txt").read_text() == "Nytt i utgåvan:\n\nSteg 2 är omskrivet.\n"


# ---------------------------------------------------------------- what stands against it


@pytest.mark.parametrize("name", ["../x", "CON", "a/b", "", "2026:1", "utkast", "x" * 300, "åäö", "-"])
def test_a_bad_name(release, root, name):
    code, out, err = release("--", name)
    assert (code, out) == (2, "")
    assert "som namn på en utgåva" in err
    assert files(root / "output") == {}


def test_every_reason_is_told_at_once(release, root):
    release("2026.9")
    set_up(root, utgava="2026.12", datum="2026-01-01")
    (root / "sources/faser.yaml").write_text((root / "sources/faser.yaml").read_text() + "# mer\n")
    before = files(root / "output")
    code, out, err = release("2026.8")
    assert (code, out) == (2, "")
    for words in ("skulle hamna före 2026.9", "står 2026.12", "sources/faser.yaml", "3 saker står i vägen"):
        assert words in err, err
    assert "Inget gavs ut." in err
    assert files(root / "output") == before


def test_ten_comes_after_nine(release, root):
    assert release("2026.9")[0] == 0
    assert release("2026.10")[0] == 0
    assert "skulle hamna före 2026.10" in release("2026.9-b")[2]


@pytest.mark.parametrize("name", ["2026.1", "2026.1-A"])
def test_a_name_that_is_taken_in_large_or_small_letters(release, root, name):
    first = name.lower()
    release(first)
    before = files(root / "output")
    code, _, err = release(name)
    assert code == 2
    assert f"{first} finns redan" in err
    assert files(root / "output") == before


def test_an_earlier_date_than_the_release_before(release, root):
    release("2026.1")
    set_up(root, datum="2026-11-20")
    code, _, err = release("2026.2")
    assert code == 2
    assert "2026-11-20" in err
    assert "2026-11-21" in err


def test_what_is_not_committed(release, root):
    (root / "sources/aktorer/ss.yaml").write_text((root / "sources/aktorer/ss.yaml").read_text() + "# mer\n")
    code, _, err = release("2026.1")
    assert code == 1
    assert "sources/aktorer/ss.yaml" in err
    assert files(root / "output") == {}


@pytest.mark.parametrize("harm", ["gone", "stale"])
def test_locks_that_are_missing_or_stale(release, root, harm):
    lock = root / "sources/layout/karta-ss.lock.yaml"
    if harm == "gone":
        lock.unlink()
    else:
        lock.write_text(lock.read_text().replace("ss-slut", "ss-borta"))
    committed(root)
    code, _, err = release("2026.1")
    assert code == 1
    assert "processpil layout --update" in err
    assert "karta-ss" in err
    assert files(root / "output") == {}


def test_faults_in_the_sources(release, root):
    changed(root / "sources/aktorer/ss.yaml", lambda actor: actor["steg"][0].pop("titel"))
    committed(root)
    code, _, err = release("2026.1")
    assert code == 1
    assert "sources/aktorer/ss.yaml" in err
    assert "Inget gavs ut." in err


def test_faults_in_the_sources_hide_no_other_reason(release, root):
    changed(root / "sources/aktorer/ss.yaml", lambda actor: actor["steg"][0].update(fas=9))
    (root / "sources/layout/karta-fk.lock.yaml").unlink()
    code, _, err = release("con", "--notes", root / "saknas.txt")
    assert code == 2
    for words in ("R310", "saknas.txt", "som namn på en utgåva", "Källfilerna har fel", "sources/aktorer/ss.yaml"):
        assert words in err, err


def test_a_file_that_its_gate_does_not_pass(release, root, monkeypatch):
    from pipeline.writers.svg import check as gate  # noqa: PLC0415 - what is exchanged
    from pipeline.writers.written import Finding, Part  # noqa: PLC0415

    monkeypatch.setattr(gate, "checked", lambda data, content: (Finding("odd", "here", Part.WORDS),))
    code, _, err = release("2026.1")
    assert code == 1
    assert "U723" in err
    assert files(root / "output") == {}


def test_a_folder_without_git(run, project, tmp_path):
    write_small_project(tmp_path / "q")
    (tmp_path / "q/sources/layout").mkdir()
    for lock in (project / "sources/layout").iterdir():
        (tmp_path / "q/sources/layout" / lock.name).write_bytes(lock.read_bytes())
    code, _, err = run("-C", tmp_path / "q", "release", "2026.1")
    assert code == 2
    assert "sparas inte i git" in err


def test_a_missing_previous_release(release, root, tmp_path):
    line = release("2026.1")[2].splitlines()[-1].strip()
    git(root, "config", "user.name", "t")
    git(root, "config", "user.email", "t@t")
    subprocess.run(line, shell=True, cwd=root, check=True)
    elsewhere = tmp_path / "share"
    (root / "output").rename(elsewhere)
    code, _, err = release("2026.2")
    assert code == 2
    assert "Föregående utgåva saknas: 2026.1" in err
    code, out, err = release("2026.2", "--previous", elsewhere / "2026.1")
    assert (code, out) == (0, "")
    assert "Oförändrade filer som följde med: 4." in err
    assert release("2026.3", "--out", elsewhere)[0] == 0


@pytest.mark.parametrize("folder", ["sources", "nowhere"])
def test_a_previous_release_that_is_none(release, root, folder):
    code, _, err = release("2026.1", "--previous", root / folder)
    assert code == 2
    assert "är ingen utgåva" in err


@pytest.mark.parametrize(
    ("schema", "words", "expected"), [(2, "nyare version", 2), (0, "äldre version", 2), ("x", "skadad", 1)]
)
def test_a_release_of_another_version_of_the_program(release, root, schema, words, expected):
    release("2026.1")
    manifest = root / "output/2026.1/manifest.json"
    manifest.chmod(0o644)
    manifest.write_text(json.dumps({**json.loads(manifest.read_bytes()), "schema": schema}))
    before = files(root / "output")
    code, _, err = release("2026.2")
    assert (code, words in err) == (expected, True)
    assert files(root / "output") == before


def test_a_manifest_that_was_changed(release, root):
    release("2026.1")
    manifest = root / "output/2026.1/manifest.json"
    manifest.chmod(0o644)
    manifest.write_text(manifest.read_text().replace("Kartan.", "Kartor."))
    code, _, err = release("2026.2")
    assert code == 1
    assert "inte den som gavs ut" in err
    assert not (root / "output/2026.2").exists()


def test_a_carried_over_file_that_was_changed(release, root):
    release("2026.1")
    victim = root / "output/2026.1/karta/karta-fk-A3-2026.1.svg"
    victim.chmod(0o644)
    victim.write_bytes(victim.read_bytes() + b" ")
    code, _, err = release("2026.2")
    assert code == 1
    assert "karta-fk-A3-2026.1.svg" in err
    assert not (root / "output/2026.2").exists()


def test_a_release_whose_folder_is_gone(release, root):
    release("2026.1")
    (root / "output/2026.1").rename(root / "output/2026.1-kopia")
    code, _, err = release("2026.2")
    assert code == 1
    assert "2026.1 är utgiven, men mappen" in err
    assert not (root / "output/2026.2").exists()


def test_a_copy_beside_is_no_release(release, root):
    release("2026.1")
    shutil.copytree(root / "output/2026.1", root / "output/2026.1-kopia")
    assert release("2026.2")[0] == 0
    told = json.loads((root / "output/releases.json").read_bytes())
    assert [one["name"] for one in told["releases"]] == ["2026.1", "2026.2"]


def test_a_lost_release_that_no_backup_has_is_withdrawn_and_the_next_is_made(release, root, run):
    release("2026.1")
    release("2026.2")
    shutil.rmtree(root / "output/2026.2")
    assert release("2026.3")[0] == 1
    code, _, err = run("-C", root, "withdraw", "2026.2", "--reason", "Filerna har gått förlorade.")
    assert code == 0, err
    assert (root / "output/LATEST").read_text() == "2026.1\n"
    assert "Filerna har gått förlorade." in (root / "output/gallande.html").read_text()
    code, _, err = release("2026.3")
    assert code == 0, err
    assert "Oförändrade filer som följde med: 4." in err


def test_something_else_in_the_way(release, root):
    (root / "output/2026.1").mkdir(parents=True)
    (root / "output/2026.1/mitt.txt").write_text("viktigt")
    code, _, err = release("2026.1")
    assert code == 2
    assert "I vägen ligger" in err
    assert files(root / "output") == {"2026.1/mitt.txt": b"viktigt"}


def test_a_release_that_was_killed_before_it_was_registered_is_finished_by_the_next_try(release, root):
    release("2026.1")
    for name in ("releases.json", "LATEST", "gallande.html"):
        (root / "output" / name).unlink()
    code, _, err = release("2026.1")
    assert code == 2
    assert "2026.1 finns redan" in err
    assert (root / "output/LATEST").read_text() == "2026.1\n"
    assert "2026.1" in (root / "output/gallande.html").read_text()


def test_a_page_that_cannot_be_drawn_publishes_nothing(release, root, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(shelf, "current_page", broken)
    with pytest.raises(ZeroDivisionError):
        release("2026.1")
    assert files(root / "output") == {}


def test_hidden_files_of_the_user_are_not_swept(release, root):
    (root / "output").mkdir()
    (root / "output/.mitt.new").write_text("mitt")
    (root / "output/.LATEST.new").write_text("halv")
    assert release("2026.1")[0] == 0
    assert (root / "output/.mitt.new").is_file()
    assert not (root / "output/.LATEST.new").exists()


def test_another_one_at_work(release, root):
    with alone(root / "output"):
        code, _, err = release("2026.1")
    assert code == 3
    assert "just nu" in err


def test_a_disk_that_fails_after_the_renaming(release, root, monkeypatch):
    def full(disk, path, data):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Disk, "replace", full)
    code, _, err = release("2026.1")
    assert code == 4
    assert "processpil latest" in err
    assert "disken är full" in err
    assert (root / "output/2026.1/manifest.json").is_file()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe", "ingen vanlig textfil"),
        (b"  \n", "är tom"),
        (b"x" * 20_001, "20001 tecken"),
        ("vänd \u202etext".encode(), "U+202E"),
        (b"Ring 811218-9876", "personnummer"),
    ],
)
def test_notes_that_cannot_be_shown(release, root, tmp_path, data, words):
    (tmp_path / "nytt.txt").write_bytes(data)
    code, _, err = release("2026.1", "--notes", tmp_path / "nytt.txt")
    assert code == 2
    assert words in err
    assert files(root / "output") == {}
