"""`processpil latest`: the newest valid release on stdout, and what a killed run left mended."""

import pytest

from tests.support.small_releases import put


@pytest.fixture
def releases(tmp_path):
    """Two releases."""
    root = tmp_path / "output"
    put(root, "2026.1", "2026-09-01")
    put(root, "2026.2", "2026-10-01", "2026.1", ("karta-vardcentralen-A3",))
    return root


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_where_all_is_well_nothing_is_written(run, tmp_path, releases):
    before = files(releases)
    assert run("-C", tmp_path, "latest") == (0, "2026.2\n", "Inget behövde lagas.\n")
    assert run("-q", "-C", tmp_path, "latest") == (0, "2026.2\n", "")
    assert files(releases) == before


def test_killed_before_the_register(run, tmp_path, releases):
    """The release is whole in its place, but nothing knows of it, and a stage of another run is left."""
    sound = files(releases)
    put(tmp_path / "first", "2026.1", "2026-09-01")
    for name in ("releases.json", "LATEST", "gallande.html"):
        (releases / name).write_bytes((tmp_path / "first" / name).read_bytes())
    (releases / ".stage-2026.3").mkdir()
    (releases / ".stage-2026.3" / "half.pdf").write_bytes(b"%PDF")
    (releases / ".LATEST.new").write_bytes(b"2026")
    code, out, err = run("-C", tmp_path, "latest")
    assert (code, out) == (0, "2026.2\n")
    assert files(releases) == sound
    assert not (releases / ".stage-2026.3").exists()
    for words in (
        "Inskrivna i releases.json, där de saknades: 2026.2.",
        ".stage-2026.3, .LATEST.new",
        "LATEST, gallande.html, releases.json.",
    ):
        assert words in err


@pytest.mark.parametrize("name", ["LATEST", "gallande.html"])
def test_one_file_that_is_missing_or_wrong(run, tmp_path, releases, name):
    sound = files(releases)
    for spoil in (lambda file: file.unlink(), lambda file: file.write_bytes(b"2026.1\n")):
        spoil(releases / name)
        code, out, err = run("-C", tmp_path, "latest")
        assert (code, out) == (0, "2026.2\n")
        assert err == f"Skrevs på nytt, eftersom de saknades eller inte stämde: {name}.\n"
        assert files(releases) == sound


def test_where_all_are_withdrawn_there_is_no_latest(run, tmp_path, releases):
    for name in ("2026.1", "2026.2"):
        run("-C", tmp_path, "withdraw", name, "--reason", "Fel villkor.")
    (releases / "LATEST").write_text("2026.2\n")
    code, out, err = run("-C", tmp_path, "latest")
    assert (code, out) == (0, "")
    assert "återkallade" in err
    assert not (releases / "LATEST").exists()


def test_where_there_are_no_releases_nothing_is_made(run, tmp_path):
    code, out, err = run("-C", tmp_path, "latest")
    assert (code, out) == (2, "")
    assert "inga utgåvor" in err
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "output" / "utkast").mkdir(parents=True)
    assert run("-C", tmp_path, "latest")[0] == 2
    assert [path.name for path in (tmp_path / "output").iterdir()] == ["utkast"]


def test_a_lost_register_is_not_guessed_where_one_was_withdrawn(run, tmp_path, releases):
    """Without it nobody knows what the withdrawals were; the notes beside show that there was one."""
    run("-C", tmp_path, "withdraw", "2026.1", "--reason", "Fel villkor.")
    (releases / "releases.json").unlink()
    before = files(releases)
    code, _, err = run("-C", tmp_path, "latest")
    assert code == 1
    assert "säkerhetskopian" in err
    assert files(releases) == before
