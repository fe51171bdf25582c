"""`processpil archive`: a package that another program finds valid, or nothing at all and the reason why."""

import pytest

from pipeline.release.alone import alone
from tests.support.bag_reader import bagit
from tests.support.small_releases import put


@pytest.fixture
def releases(tmp_path):
    """Two releases."""
    root = tmp_path / "output"
    put(root, "2026.1", "2026-09-01")
    put(root, "2026.2", "2026-10-01", "2026.1", ("karta-vardcentralen-A3",))
    return root


@pytest.fixture
def archive(run, tmp_path):
    """Runs `processpil archive`; its exit code, stdout and stderr."""
    return lambda *arguments: run("-C", tmp_path, "archive", *arguments)


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_release_is_packed_below_the_others(archive, releases):
    before = files(releases)
    code, out, err = archive("2026.1")
    assert (code, out) == (0, f"{(releases / 'arkiv/2026.1').as_posix()}\n")
    assert "Utgåvan 2026.1 är packad" in err
    assert "återkalla" not in err
    assert bagit.Bag(out.strip()).validate()
    assert {path: data for path, data in files(releases).items() if not path.startswith("arkiv/2026.1/")} == before


def test_and_the_releases_are_as_they_were_for_other_commands(run, archive, tmp_path, releases):
    before = run("-C", tmp_path, "list")
    archive("2026.1")
    assert run("-C", tmp_path, "list") == before
    assert run("-C", tmp_path, "latest") == (0, "2026.2\n", "Inget behövde lagas.\n")


def test_list_reads_what_the_archive_kept(run, archive, tmp_path, releases):
    archive("2026.2", "--to", tmp_path / "djupt/ned/paket")
    code, out, _ = run("list", "--out", tmp_path / "djupt/ned/paket/data")
    assert code == 0
    assert "2026.2" in out
    assert "2026.1" not in out


def test_a_withdrawn_release_is_packed_and_said_to_be_withdrawn(run, archive, tmp_path, releases):
    run("-C", tmp_path, "withdraw", "2026.2", "--reason", "Fel villkor.")
    code, out, err = archive("2026.2")
    assert code == 0
    assert "återkallades" in err
    assert "Fel villkor." in err
    assert b"Fel villkor." in (releases / "arkiv/2026.2/data/2026.2-aterkallad.txt").read_bytes()
    assert bagit.Bag(out.strip()).validate()
    # Who asks for quiet is told all the same: it is no progress, but what the archive must know.
    code, _, err = run("-q", "-C", tmp_path, "archive", "2026.2", "--to", tmp_path / "paket")
    assert code == 0
    assert "återkallades" in err
    assert "packad" not in err


def test_nothing_claims_to_meet_an_archives_rules(run, archive, releases):
    told = " ".join((*archive("2026.1")[1:], run("archive", "--help")[1]))
    assert "RA-FS" not in told
    assert "lovar inte" in " ".join(told.split())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["2026.3"], 2, "De som finns är: 2026.1, 2026.2."),
        (["../output/2026.1"], 2, "De som finns är: 2026.1, 2026.2."),
        (["2026.1", "--to", "{output}/2026.2/paket"], 2, "ligger i utgåvan 2026.2, som aldrig ändras"),
        (["2026.1", "--to", "{output}"], 2, "finns redan"),
        (["2026.1", "--out", "{output}/nowhere"], 2, "Det finns inga utgåvor i mappen"),
        ([], 2, "Något saknas"),
        (["2026.1", "--to", "{output}/LATEST/paket"], 3, "LATEST"),
    ],
)
def test_what_is_refused_leaves_all_as_it_was(archive, releases, arguments, code, words):
    before = files(releases)
    found, out, err = archive(*(argument.format(output=releases) for argument in arguments))
    assert (found, out) == (code, "")
    assert words in err
    assert files(releases) == before
    assert not (releases / "arkiv").exists()


def test_a_damaged_release_is_not_packed(archive, releases):
    file = next((releases / "2026.1/karta").iterdir())
    file.chmod(0o644)
    file.write_bytes(b"?" * file.stat().st_size)
    code, out, err = archive("2026.1")
    assert (code, out) == (1, "")
    assert f"karta/{file.name} är skadad eller ändrad" in err
    assert err.endswith("Inget packades.\n")
    assert not (releases / "arkiv").exists()
    assert archive("2026.2")[0] == 0


def test_not_twice_and_not_at_once(archive, releases):
    with alone(releases / "arkiv"):
        assert archive("2026.1")[0] == 3
    assert archive("2026.1")[0] == 0
    before = files(releases)
    code, _, err = archive("2026.1")
    assert (code, "finns redan" in err) == (2, True)
    assert files(releases) == before
