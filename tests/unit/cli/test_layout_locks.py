"""`processpil layout` with the locks of a project: what is listed, what is said, and wrong calls."""

import pytest

from pipeline.authoring import layout_locks
from pipeline.authoring.layout_locks import Drift, Quality, Written
from pipeline.compose.brief import CannotCompose
from pipeline.lengths import Pt
from tests.support.small import LOCK, LOCK_FILE, write_small_project

OTHER_FILE = "sources/layout/karta-fk.lock.yaml"


@pytest.fixture
def folder(tmp_path):
    write_small_project(tmp_path)
    return tmp_path


@pytest.fixture
def locked(folder):
    """With a lock as a person may find it: sound, but not as the program writes it."""
    (folder / LOCK_FILE).parent.mkdir()
    (folder / LOCK_FILE).write_text(LOCK, "utf-8")
    return folder


@pytest.fixture
def drifted(monkeypatch):
    """Maps with 13 crossings and bends that afresh have 10."""
    drift = Drift(Quality(4, 9, Pt(11.5)), Quality(0, 10, Pt(12)))
    monkeypatch.setattr(layout_locks, "status", lambda *_: drift)
    monkeypatch.setattr(layout_locks, "update", lambda *_: Written(LOCK_FILE, True, drift))
    monkeypatch.setattr(layout_locks, "relayout", lambda *_: Written(LOCK_FILE, True, drift))


def test_the_locks_that_changed_are_listed_and_the_comment_is_swedish(run, folder):
    assert run("-C", folder, "layout", "--update") == (0, f"{OTHER_FILE}\n{LOCK_FILE}\n", "2 av 2 lås skrevs om.\n")
    assert (folder / LOCK_FILE).read_text("utf-8").startswith("# Kartans lås: ")
    assert run("-C", folder, "layout", "--update") == (0, "", "2 av 2 lås är oförändrade.\n")
    assert "M801" not in run("-C", folder, "check")[2]


def test_one_map_alone(run, folder):
    assert run("-q", "-C", folder, "layout", "--update", "karta-ss") == (0, f"{LOCK_FILE}\n", "")
    assert not (folder / OTHER_FILE).exists()


def test_what_is_asked_of_all_maps(run, folder):
    code, out, err = run("-C", folder, "layout", "--status")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split() == ["Karta", "Korsningar", "Böjar", "Text", "Råd"]
    assert out.count("saknar lås") == 2
    assert not (folder / LOCK_FILE).exists()


def test_drift_is_told_with_the_cure(run, locked, drifted):
    row = run("-C", locked, "layout", "--status", "karta-ss")[1].splitlines()[1]
    assert row == "karta-ss  4 (från början 0)  9 (från början 10)  11,5 (från början 12)  --relayout lönar sig"
    err = run("-C", locked, "layout", "--update", "karta-ss")[2]
    assert "10 korsningar och böjar i stället för 13" in err
    assert "processpil layout --relayout karta-ss" in err


def test_the_gain_is_told(run, locked, drifted):
    code, out, err = run("-C", locked, "layout", "--relayout", "karta-ss")
    assert (code, out) == (0, f"{LOCK_FILE}\n")
    assert err == "karta-ss: korsningar 4 → 0, böjar 9 → 10, text 11,5 → 12 punkter.\n"


def test_anew_without_a_lock(run, folder):
    err = run("-C", folder, "layout", "--relayout", "karta-ss")[2]
    assert err.startswith("karta-ss: korsningar 0, ")
    assert (folder / LOCK_FILE).exists()


def test_a_step_is_pinned_and_let_go(run, locked):
    assert run("-C", locked, "layout", "--pin", "ss-mote", "--pin", "ss-slut") == (0, f"{LOCK_FILE}\n", "")
    assert (locked / LOCK_FILE).read_text("utf-8").count("fast: true") == 2
    assert run("-C", locked, "layout", "--pin", "ss-mote")[1:] == (
        "",
        "Inget ändrades: stegen var redan fästa eller lösa.\n",
    )
    assert run("-C", locked, "layout", "--unpin", "ss-mote")[0] == 0
    assert (locked / LOCK_FILE).read_text("utf-8").count("fast: true") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--update", "karta-sss"), "Kartorna är: karta-fk, karta-ss."),
        (("--status", "affisch"), "Det finns ingen karta som heter affisch."),
        (("--relayout", "x"), "Det finns ingen karta som heter x."),
        (("--pin", "ss-mot"), "Inget lås har ett steg med id ss-mot."),
        (("--update", "--status"), "Välj en sak i taget"),
        (("--pin", "ss-mote", "--unpin", "ss-slut"), "Välj en sak i taget"),
        (("--relayout", "karta-ss", "karta-fk"), "Välj en sak i taget"),
        (("--update", "--graph", "a.json"), "Välj en sak i taget"),
        (("--update", "--fast"), "Välj en sak i taget"),
        (("karta-ss",), "Välj en sak i taget"),
    ],
)
def test_a_wrong_call_is_told_and_nothing_is_written(run, locked, arguments, words):
    code, out, err = run("-C", locked, "layout", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert (locked / LOCK_FILE).read_text("utf-8") == LOCK


def test_a_project_with_faults_is_not_laid_out(run, locked):
    file = locked / "sources/aktorer/ss.yaml"
    file.write_text(file.read_text("utf-8").replace("fas: 2", "fas: 9"), "utf-8")
    code, out, err = run("-C", locked, "layout", "--update")
    assert (code, out) == (1, "")
    assert "R310" in err


def test_a_map_that_does_not_fit_is_told_and_its_lock_is_left_alone(run, locked, monkeypatch):
    def refuse(*_):
        raise CannotCompose("U690", actor="Staden", least="8")

    monkeypatch.setattr("pipeline.compose.actor_map.placed", refuse)
    code, out, err = run("-C", locked, "layout", "--update", "karta-ss")
    assert (code, out) == (1, "")
    assert "Kartan för Staden får inte plats" in err
    assert "Låset för kartan karta-ss är orört." in err
    assert (locked / LOCK_FILE).read_text("utf-8") == LOCK


BAD = {
    "half a file": LOCK[:300],
    "an unknown step": LOCK + "- {id: ss-annat, fas: 1, kolumn: 4, rad: 4}\n",
    "two steps in a cell": LOCK.replace("rad: 2}\n- {id: ss-slut", "rad: 1}\n- {id: ss-slut"),
    "a pin outside its phase": LOCK.replace("ss-slut, fas: 2, kolumn: 1", "ss-slut, fas: 1, fast: true, kolumn: 5"),
    "another engine": LOCK.replace("motor: 1", "motor: 9"),
    "another form": LOCK.replace("format: 1", "format: 9"),
}


@pytest.mark.parametrize("bad", BAD)
def test_no_lock_however_bad_stops_a_build_or_loses_a_step(run, locked, bad):
    assert BAD[bad] != LOCK
    (locked / LOCK_FILE).write_text(BAD[bad], "utf-8")
    code, _, err = run("-C", locked, "build", "karta", "--to", "svg", "--actor", "ss")
    assert code == 0
    assert f"{LOCK_FILE}:" in err
    assert " varning M8" in err
    drawn = next((locked / "output").rglob("karta-ss-*.svg")).read_text("utf-8")
    assert all(title in drawn for title in ("ss-start", "ss-mote", "ss-slut"))
    assert (locked / LOCK_FILE).read_text("utf-8") == BAD[bad]
