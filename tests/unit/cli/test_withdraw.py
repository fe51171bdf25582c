"""`processpil withdraw`: what it refuses, what it writes, and what it leaves alone."""

import json

import pytest

from pipeline.release.alone import alone
from pipeline.release.edition.shelf import Shelf
from tests.support.small_releases import put

REASON = "Fel villkor i kommunens karta."


@pytest.fixture
def releases(tmp_path):
    """Two releases."""
    root = tmp_path / "output"
    put(root, "2026.1", "2026-09-01")
    put(root, "2026.2", "2026-10-01", "2026.1", ("karta-vardcentralen-A3",))
    return root


@pytest.fixture
def withdraw(run, tmp_path):
    """Runs `processpil withdraw`; its exit code, stdout and stderr."""
    return lambda *arguments: run("-C", tmp_path, "withdraw", *arguments)


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_newest_leaves_the_way_to_the_one_before(withdraw, releases):
    before = files(releases)
    code, out, err = withdraw("2026.2", "--reason", REASON)
    assert (code, out) == (0, f"{(releases / '2026.2-aterkallad.txt').as_posix()}\n")
    assert "Den senaste utgåvan som gäller är nu 2026.1." in err
    assert (releases / "LATEST").read_text() == "2026.1\n"
    after = files(releases)
    assert {name: after[name] for name in before if "/" in name} == {n: d for n, d in before.items() if "/" in n}
    assert set(after) - set(before) == {"2026.2-aterkallad.txt"}
    assert REASON in after["2026.2-aterkallad.txt"].decode()
    told = json.loads(after["releases.json"])["releases"][1]["withdrawn"]
    assert told["reason"] == REASON


def test_an_older_one_changes_not_the_way(withdraw, releases):
    code, _, err = withdraw("2026.1", "--reason", REASON)
    assert code == 0
    assert "Den senaste utgåvan som gäller är fortfarande 2026.2." in err
    assert (releases / "LATEST").read_text() == "2026.2\n"


def test_when_none_is_left(withdraw, releases):
    withdraw("2026.1", "--reason", REASON)
    code, _, err = withdraw("2026.2", "--reason", REASON)
    assert code == 0
    assert "Ingen utgåva gäller nu." in err
    assert not (releases / "LATEST").exists()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("", "Skriv varför"),
        (" \t\u00a0. ", "Skriv varför"),
        ("x" * 401, "401 tecken"),
        ("rött \x1b[31m", "U+001B"),
        ("vänd \u202etext", "U+202E"),
        ("osynlig\u200b", "U+200B"),
        ("Gäller 811218-9876.", "personnummer"),
    ],
)
def test_a_reason_that_may_not_be_shown_changes_nothing(withdraw, releases, reason, words):
    before = files(releases)
    code, out, err = withdraw("2026.2", "--reason", reason)
    assert (code, out) == (2, "")
    assert words in err
    assert "Inget återkallades." in err
    assert not {"\x1b", "\u202e", "\u200b"} & set(err)
    assert files(releases) == before


def test_a_reason_is_kept_on_one_line_and_composed(withdraw, releases):
    withdraw("2026.2", "--reason", " Fel  i a\u030adran\n")
    assert (
        json.loads((releases / "releases.json").read_text("utf-8"))["releases"][1]["withdrawn"]["reason"]
        == "Fel i \u00e5dran"
    )


def test_without_a_reason_it_is_asked_for(withdraw, releases):
    code, _, err = withdraw("2026.2")
    assert code == 2
    assert "--reason" in err


@pytest.mark.parametrize("name", ["2026.3", "../2026.1", "CON", ".", "LATEST"])
def test_a_release_that_there_is_not(withdraw, releases, name):
    before = files(releases)
    code, _, err = withdraw(name, "--reason", REASON)
    assert code == 2
    assert "De som finns är: 2026.1, 2026.2." in err
    assert files(releases) == before


def test_one_that_is_withdrawn_keeps_its_day_and_reason(withdraw, releases):
    withdraw("2026.1", "--reason", REASON)
    before = files(releases)
    code, _, err = withdraw("2026.1", "--reason", "Ett annat skäl.")
    assert code == 2
    assert "återkallades redan" in err
    assert files(releases) == before


def test_where_there_are_no_releases_nothing_is_made(withdraw, tmp_path):
    code, _, err = withdraw("2026.1", "--reason", REASON)
    assert code == 2
    assert "inga utgåvor" in err
    assert list(tmp_path.iterdir()) == []


def test_while_somebody_else_is_at_work(withdraw, releases):
    with alone(releases):
        code, _, err = withdraw("2026.1", "--reason", REASON)
    assert code == 3
    assert "just nu" in err


def test_withdrawn_but_not_all_that_leads_to_it_says_so(withdraw, releases, monkeypatch, run, tmp_path):
    """The register is written, the page is not: exit 4, and `latest` finishes."""
    monkeypatch.setattr(Shelf, "_write", _failing_at("gallande.html", Shelf._write))
    code, _, err = withdraw("2026.2", "--reason", REASON)
    assert code == 4
    assert "Utgåvan 2026.2 är återkallad" in err
    assert "disken är full" in err
    assert "processpil latest" in err
    monkeypatch.undo()
    code, out, err = run("-C", tmp_path, "latest")
    assert (code, out) == (0, "2026.1\n")
    assert "2026.2-aterkallad.txt, LATEST, gallande.html" in err


def _failing_at(name, write):
    """`Shelf._write`, but for a full disk when the file of this name is to be changed."""

    def failing(shelf, disk, wanted, data):
        file = shelf.root / wanted
        if wanted == name and file.read_bytes() != data:
            raise OSError(28, "full", str(file))
        write(shelf, disk, wanted, data)

    return failing
