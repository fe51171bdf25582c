"""A project on disk: what it excuses itself is gone, and a newer one is told as that and no more."""

import shutil
from pathlib import Path

import pytest

from pipeline.release.project import fault_texts, read_project
from tests.support.real import ROOT
from tests.support.small import LOCK, LOCK_FILE, write_small_project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def codes(folder: Path) -> list[str]:
    return [finding.code for finding in read_project(folder).report.findings]


def test_what_is_excused_is_not_told(folder: Path) -> None:
    before = codes(folder)
    assert "K407" in before
    assert "K406" in before
    (folder / "sources/regler.yaml").write_text("undantag:\n- {kod: K407, skal: Tas upp i december.}\n", "utf-8")
    assert codes(folder) == [code for code in before if code != "K407"]


def test_an_unknown_code_is_known_from_the_texts(folder: Path) -> None:
    (folder / "sources/regler.yaml").write_text("undantag:\n- {kod: K999, skal: Ja.}\n", "utf-8")
    assert "X001" in codes(folder)


def test_nothing_else_of_a_newer_project_is_told(folder: Path) -> None:
    program = folder / "sources/program.yaml"
    program.write_text(program.read_text("utf-8").replace("rehabkarta-fakta/1", "rehabkarta-fakta/2"), "utf-8")
    (folder / "sources/faser.yaml").write_text("x", "utf-8")
    (folder / "styles/teman/standard.yaml").write_text("x", "utf-8")
    assert codes(folder) == ["L036"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_sentences_of_some_codes_are_those_of_all(language: str) -> None:
    every = fault_texts(language)
    all_codes = {text.code for text in every.faults}
    for chosen in (set(), {"P103"}, {"L001", "U696"}, all_codes):
        some = fault_texts(language, chosen)
        assert {text.code for text in some.faults} == chosen
        assert all(some.text(code) == every.text(code) for code in chosen)
        assert (some.error, some.nothing_found) == (every.error, every.nothing_found)


def of_locks(folder: Path) -> list[tuple[str, int]]:
    findings = read_project(folder).report.findings
    return [(one.code, one.place.line) for one in findings if one.place.file.startswith("sources/layout")]


def test_locks_are_read_and_told_of_but_no_check_of_texts_looks_into_them(tmp_path: Path) -> None:
    write_small_project(tmp_path)
    assert of_locks(tmp_path) == [("M801", 0)]
    (tmp_path / "sources/layout").mkdir()
    # Beside a lock of today a telephone number, and the lock of another actor's map.
    (tmp_path / LOCK_FILE).write_text("# 08-123 45 67\n" + LOCK, "utf-8")
    (tmp_path / LOCK_FILE.replace("ss", "fk")).write_text(LOCK, "utf-8")
    assert [*read_project(tmp_path).locks] == ["karta-fk", "karta-ss"]
    assert of_locks(tmp_path) == [("M809", 18), ("M810", 19)]


def test_maps_without_locks_are_noted_only_where_nothing_is_wrong(tmp_path: Path) -> None:
    write_small_project(tmp_path)
    actor = tmp_path / "sources/aktorer/ss.yaml"
    actor.write_text(actor.read_text("utf-8").replace("fas: 2", "fas: 9"), "utf-8")
    assert of_locks(tmp_path) == []
