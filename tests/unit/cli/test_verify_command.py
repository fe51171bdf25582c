"""`processpil verify`: what it says of a release and how it ends, whatever was done to it; nothing is ever written."""

import json
import shutil

import pytest

from pipeline.diagnostics import diagnose
from pipeline.release.edition import judging, rebuilding
from tests.support.released_project import (
    NAME,
    changed_everywhere,
    command,
    copied,
    everything_in,
    with_other_bytes,
    write_released,
)
from tests.support.repository import committed, git
from tests.support.small import with_a_new_step

MAP = f"karta/karta-fk-A3-{NAME}.pdf"
DRAWING = f"karta/karta-fk-A3-{NAME}.svg"


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """Nobody changes it."""
    return write_released(tmp_path_factory.mktemp("verify") / "p")


@pytest.fixture
def root(released, tmp_path):
    return copied(released, tmp_path / "p")


@pytest.fixture
def verify(run, root):
    """The command, which must leave everything as it was."""

    def call(*arguments):
        before = everything_in(root)
        try:
            return run("-C", root, "verify", *arguments)
        finally:
            assert everything_in(root) == before

    return call


@pytest.fixture
def release(root):
    return root / "output" / NAME


def test_the_latest_release_as_it_was_released(verify):
    code, out, err = verify()
    assert (code, out) == (0, "")
    lines = err.splitlines()
    assert lines[0].startswith(f"Utgåvan {NAME} är som den gavs ut: ")
    assert lines[1] == "Listan över filerna, manifest.json, är den som står i releases.json."
    assert lines[2] == "Granskade mot sina krav: 4 filer, utan anmärkning."
    assert len(lines) == 3


@pytest.mark.parametrize("form", ["name", "folder", "link"])
def test_by_name_or_by_folder(verify, release, tmp_path, form):
    wanted = {"name": NAME, "folder": release, "link": tmp_path / "lank"}[form]
    (tmp_path / "lank").symlink_to(release)
    code, _, err = verify(wanted, "--bytes")
    assert code == 0
    assert "releases.json" in err
    assert "Granskade" not in err


def test_quiet_says_nothing_of_what_is_right(run, root):
    assert run("-q", "-C", root, "verify", "--bytes") == (0, "", "")


def test_a_copy_elsewhere_says_that_no_register_was_asked(run, release, tmp_path):
    shutil.copytree(release, tmp_path / "usb" / "kopia")
    code, _, err = run("verify", "--bytes", tmp_path / "usb" / "kopia")
    assert code == 0
    assert "jämfördes inte med releases.json" in err


def test_a_copy_of_the_whole_shelf_has_its_own_register(run, root, release, tmp_path):
    shutil.copytree(root / "output", tmp_path / "usb")
    changed_everywhere(root, with_other_bytes("modell.json", lambda _: b"{}\n"))
    shutil.copytree(release, tmp_path / "usb" / NAME, dirs_exist_ok=True)
    code, _, err = run("verify", "--bytes", tmp_path / "usb" / NAME)
    assert code == 1
    assert "releases.json säger en annan kontrollsumma" in err


def test_everything_wrong_at_once_and_no_gate_after_it(verify, release):
    (release / MAP).write_bytes((release / MAP).read_bytes()[:-1] + b"\0")
    (release / DRAWING).unlink()
    (release / ".DS_Store").write_bytes(b"")
    code, out, err = verify(NAME, "--rebuild")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"Utgåvan {NAME} är inte som den gavs ut. Det här är fel:",
        "- .DS_Store hör inte till utgåvan. Ta bort den, eller flytta den till en annan mapp.",
        f"- {MAP} är ändrad eller skadad.",
        f"- {DRAWING} saknas.",
        err.splitlines()[-1],
    ]
    assert "säkerhetskopian" in err.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2025.9", f"De som finns är: {NAME}."),
        ("CON", "varken namnet på en utgåva eller en mapp"),
        ("../x", "varken namnet på en utgåva eller en mapp"),
        ("a/b", "varken namnet på en utgåva eller en mapp"),
        ("", "manifest.json"),
        ("2026\x1b[2J", "varken namnet på en utgåva eller en mapp"),
    ],
)
def test_what_is_no_release(verify, name, said):
    code, out, err = verify(name)
    assert (code, out) == (2, "")
    assert said in err
    assert "\x1b" not in err


def test_a_folder_that_is_no_release(verify, root):
    code, _, err = verify(root / "sources")
    assert code == 2
    assert "manifest.json" in err


def test_no_releases_yet(run, tmp_path):
    code, _, err = run("-C", tmp_path, "verify")
    assert code == 2
    assert "Det finns inga utgåvor" in err
    assert list(tmp_path.iterdir()) == []


def test_a_release_whose_folder_is_gone(verify, release):
    shutil.rmtree(release)
    code, _, err = verify(NAME)
    assert code == 1
    assert "säkerhetskopian" in err


def test_a_release_of_a_newer_program(run, release, tmp_path):
    shutil.copytree(release, tmp_path / "kopia")
    manifest = tmp_path / "kopia/manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"schema": 1', b'"schema": 2'))
    code, _, err = run("verify", tmp_path / "kopia")
    assert code == 2
    assert "nyare version" in err


def test_a_tag_vouches_for_the_manifest(verify, root, release):
    digest = json.loads((root / "output/releases.json").read_bytes())["releases"][0]["manifest_sha256"]
    git(root, "tag", "-a", NAME, "-m", f"manifest sha256:{digest}")
    code, _, err = verify("--bytes")
    assert code == 0
    assert f"taggen {NAME} i git" in err
    changed_everywhere(root, with_other_bytes("modell.json", lambda _: b"{}\n"))
    code, _, err = verify("--bytes")
    assert code == 1
    assert "git-taggen säger en annan kontrollsumma" in err


def test_a_withdrawn_one_is_still_verified_and_says_why(verify, root):
    command("-q", "-C", root, "withdraw", NAME, "--reason", "Fel telefonnummer.")
    code, _, err = verify(NAME, "--bytes")
    assert code == 0
    assert "Fel telefonnummer." in err


def test_one_that_no_register_knows_yet(verify, root):
    (root / "output/releases.json").unlink()
    code, _, err = verify(NAME, "--bytes")
    assert code == 0
    assert "saknas i releases.json" in err


def test_as_json(verify):
    code, out, err = verify("--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert (found["release"], found["sound"], found["in_register"]) == (NAME, True, True)
    assert (found["flaws"], found["findings"], found["not_judged"], found["rebuilt"]) == ([], [], [], None)
    assert len(found["judged"]) == 4


def test_flaws_as_json(verify, release):
    (release / MAP).unlink()
    code, out, _ = verify("--json")
    found = json.loads(out)
    assert (code, found["sound"], found["judged"]) == (1, False, None)
    assert found["flaws"] == [{"kind": "missing", "file": MAP, "message": f"{MAP} saknas."}]


def test_a_file_that_fails_its_gate_today(verify, monkeypatch):
    def failing(artefact, *_):
        place = artefact.publication.place("formats")
        return iter([diagnose("U721", place, file=artefact.path, flaws="x")] if artefact.path == MAP else [])

    monkeypatch.setattr(judging, "verified", failing)
    code, _, err = verify()
    assert code == 1
    assert "U721" in err
    assert "Granskade mot sina krav: 3 filer" in err
    code, out, _ = verify("--json")
    assert [one["rule"] for one in json.loads(out)["findings"]] == ["U721"]


def test_what_another_version_made_is_not_judged_but_no_fault(verify, root):
    def other_program(manifest, _):
        for one in manifest["artefacts"]:
            if one["path"] == MAP:
                one["content_code"] = "00000000"

    changed_everywhere(root, other_program)
    code, _, err = verify()
    assert code == 0
    assert f"Kunde inte granskas mot innehållet: {MAP}." in err
    assert "Granskade mot sina krav: 3 filer" in err


def test_a_manifest_that_lies_about_the_content(verify, root):
    def lying(manifest, _):
        manifest["artefacts"][0]["content_sha256"] = "0" * 64

    changed_everywhere(root, lying)
    code, _, err = verify()
    assert code == 1
    assert f"{MAP} har ett annat innehåll än manifestet säger" in err


def test_made_once_more_it_is_the_same(verify):
    code, out, err = verify("--rebuild", "--bytes")
    assert code == 0, err
    files = [f"karta/karta-{who}-A3-{NAME}.{form}" for who in ("fk", "ss") for form in ("pdf", "svg")]
    assert out.splitlines() == [f"{path}\tlika" for path in (*files, "modell.json")]
    assert "Gjordes om och blev lika: 5 filer." in err


@pytest.mark.parametrize("path", [MAP, DRAWING, "modell.json"])
def test_made_once_more_it_is_another(verify, root, path):
    """Whoever can write everywhere cannot make the commit say the same."""

    def changes(manifest, folder):
        with_other_bytes(path, lambda data: data + b"\n")(manifest, folder)
        manifest["model_sha256"] = next(one["sha256"] for one in manifest["files"] if one["path"] == "modell.json")

    changed_everywhere(root, changes)
    code, out, _ = verify("--rebuild", "--bytes", "--json")
    found = json.loads(out)
    bad = {one["path"]: one["verdict"] for one in found["rebuilt"] if one["verdict"] != "equal"}
    # A line feed after the end of a PDF is no content of it.
    assert bad == {path: "same_content" if path == MAP else "different"}
    assert code == (0 if path == MAP else 1)


def test_without_git_the_bytes_were_checked_instead(verify, root):
    shutil.rmtree(root / ".git")
    code, _, err = verify("--rebuild", "--bytes")
    assert code == 3
    assert "sparas inte i git" in err
    assert "I stället är det kontrollerat" in err


@pytest.mark.parametrize("commit", ["0" * 40, "--output=/tmp/x", "HEAD"])
def test_a_commit_that_is_not_there(verify, root, commit):
    def changes(manifest, _):
        manifest["origins"][NAME]["commit"] = commit

    changed_everywhere(root, changes)
    code, _, err = verify("--rebuild", "--bytes", "--json")
    assert code == 3
    code, _, err = verify("--rebuild", "--bytes")
    assert "finns inte i git här" in err
    assert "I stället är det kontrollerat" in err


def test_other_libraries_than_then(verify, root):
    def changes(manifest, _):
        manifest["tools"]["reportlab"] = "4.0.0"

    changed_everywhere(root, changes)
    code, _, err = verify("--rebuild", "--bytes")
    assert code == 3
    assert "reportlab 4.0.0" in err


def test_a_file_of_an_earlier_release_whose_libraries_nobody_knows(verify, root, monkeypatch):
    def changes(manifest, _):
        manifest["origins"]["2025.1"] = manifest["origins"][NAME]
        manifest["artefacts"][0]["made_in"] = "2025.1"

    changed_everywhere(root, changes)
    monkeypatch.setattr(rebuilding, "run_apart", lambda *_: pytest.fail("the other files were not asked for"))
    monkeypatch.setattr(
        rebuilding, "_require_tools", lambda *_: (_ for _ in ()).throw(rebuilding.CannotRebuild("no_tools"))
    )
    code, out, _ = verify("--rebuild", "--bytes", "--json")
    assert code == 3
    assert {one["release"] for one in json.loads(out)["not_rebuilt"]} == {"2025.1", NAME}


def test_a_release_with_files_of_two(run, verify, root):
    """Each is judged, and made once more, as of the release that made it."""
    town = root / "sources/aktorer/ss.yaml"
    town.write_text(with_a_new_step(town.read_text(encoding="utf-8")), encoding="utf-8")
    command("-q", "-C", root, "layout", "--update")
    committed(root)
    assert run("-q", "-C", root, "release", "2026.2")[0] == 0
    code, out, err = verify("--rebuild", "--json")
    found = json.loads(out)
    assert (code, found["release"], found["not_judged"]) == (0, "2026.2", []), err
    assert {one["made_in"] for one in found["rebuilt"]} == {NAME, "2026.2"}
    assert {one["verdict"] for one in found["rebuilt"]} == {"equal"}
