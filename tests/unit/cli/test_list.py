"""`processpil list`: every release with what became of it, for people and for programs; nothing is written."""

import json

import pytest

from tests.support.small_releases import put

CARRIED = ("karta-vardcentralen-A3",)


@pytest.fixture
def releases(tmp_path):
    """Two releases: the second has a new map of the town, and the old one of the clinic."""
    root = tmp_path / "output"
    put(root, "2026.9", "2026-09-01")
    put(root, "2026.10", "2026-10-01", "2026.9", CARRIED)
    return root


def test_the_newest_first_with_what_was_made_and_carried_over(run, tmp_path, releases):
    code, out, err = run("-C", tmp_path, "list")
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["Utgåva", "Datum", "Läge", "Nya", "filer", "Följde", "med", "Skäl"],
        ["2026.10", "2026-10-01", "gäller", "1", "1"],
        ["2026.9", "2026-09-01", "ersatt", "av", "2026.10", "2", "0"],
    ]
    assert err == "LATEST leder till 2026.10.\n"


def test_a_withdrawn_one_stays_listed_with_day_and_reason(run, tmp_path, releases):
    run("-C", tmp_path, "withdraw", "2026.10", "--reason", "Fel villkor i kommunens karta.")
    code, out, _ = run("-C", tmp_path, "list", "--json")
    new, old = json.loads(out)
    assert code == 0
    assert (new["release"], new["state"], new["latest"]) == ("2026.10", "withdrawn", False)
    assert new["reason"] == "Fel villkor i kommunens karta."
    assert (old["state"], old["superseded_by"], old["latest"]) == ("valid", None, True)
    _, out, _ = run("-C", tmp_path, "list")
    assert f"återkallad {new['withdrawn']}" in out.splitlines()[1]
    assert out.splitlines()[1].endswith("Fel villkor i kommunens karta.")


def test_for_other_programs(run, tmp_path, releases):
    _, out, err = run("-q", "-C", tmp_path, "list", "--json")
    assert json.loads(out)[1] == {
        "release": "2026.9",
        "date": "2026-09-01",
        "state": "superseded",
        "superseded_by": "2026.10",
        "withdrawn": None,
        "reason": None,
        "made": 2,
        "carried_over": 0,
        "latest": False,
        "problem": None,
    }
    assert err == ""


def test_without_releases_a_friendly_line(run, tmp_path):
    code, out, err = run("-C", tmp_path, "list")
    assert (code, out) == (0, "")
    assert "inga utgåvor" in err
    assert json.loads(run("-C", tmp_path, "list", "--json")[1]) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [("2026.9\n", "LATEST leder till 2026.9, men"), (None, "Filen LATEST saknas."), ("\x1b[2J\n", "<U+001B>")],
)
def test_a_latest_that_is_not_right_is_told_and_left(run, tmp_path, releases, content, words):
    file = releases / "LATEST"
    file.unlink()
    if content:
        file.write_text(content, encoding="utf-8")
    code, _, err = run("-C", tmp_path, "list")
    assert code == 0
    assert words in err
    assert "processpil latest" in err
    assert "\x1b" not in err
    assert file.exists() == bool(content)


def test_a_release_that_nobody_registered_is_told(run, tmp_path, releases):
    (releases / "releases.json").unlink()
    code, out, err = run("-C", tmp_path, "list")
    assert (code, out) == (0, "")
    assert "2026.9, 2026.10" in err
    assert "processpil latest" in err


def test_one_that_is_not_as_it_was_frozen_is_a_finding_and_hides_no_other(run, tmp_path, releases):
    manifest = releases / "2026.9" / "manifest.json"
    manifest.chmod(0o644)
    manifest.write_bytes(manifest.read_bytes().replace(b"Karta", b"Carta"))
    code, out, err = run("-q", "-C", tmp_path, "list")
    assert code == 1
    assert "2026.10  2026-10-01  gäller" in out
    assert "2026.9   2026-09-01  ersatt av 2026.10  ?          ?" in out
    assert "Utgåvan 2026.9 är inte den som gavs ut" in err


@pytest.mark.parametrize(("content", "code"), [("{", 1), ('{"schema": 2, "releases": []}', 2), ("[]", 1)])
def test_a_register_that_cannot_be_read(run, tmp_path, releases, content, code):
    (releases / "releases.json").write_text(content, encoding="utf-8")
    found, out, err = run("-C", tmp_path, "list")
    assert (found, out) == (code, "")
    assert "releases.json" in err


def test_a_folder_elsewhere(run, tmp_path, releases):
    releases.rename(tmp_path / "delad")
    code, out, _ = run("-C", tmp_path, "list", "--out", tmp_path / "delad")
    assert code == 0
    assert "2026.10" in out
