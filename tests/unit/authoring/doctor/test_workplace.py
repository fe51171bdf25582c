"""The doctor's look at a project, at its theme and fonts, and at where can be written."""

import tempfile

import pytest

from pipeline.authoring.doctor import State, workplace
from pipeline.release import project as release

THEME = "styles/teman/standard.yaml"


def look(root):
    return {answer.topic: answer for answer in workplace.examined(root)}


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_whole_project_is_fine(project):
    found = look(project)
    assert {answer.state for answer in found.values()} == {State.OK}
    assert found["fonts"].gaps["count"] == "4"
    assert "A3" in found["papers"].gaps["names"]
    assert found["templates"].sentence == "none"
    assert not (project / "output").exists()


def test_templates_are_named(project):
    (project / "styles/mallar").mkdir()
    (project / "styles/mallar/brev.docx").write_bytes(b"")
    assert look(project)["templates"].gaps["names"] == "brev.docx"


def test_outside_a_project_only_that_is_remarked(tmp_path):
    found = look(tmp_path)
    assert set(found) == {"texts", "project", "temporary"}
    assert [topic for topic, answer in found.items() if answer.state is not State.OK] == ["project"]
    assert found["project"].state is State.WARNING


def test_faults_in_the_sources_are_counted_and_left_to_check(project):
    change(project / "sources/faser.yaml", "nr: 1", "nr: ett")
    answer = look(project)["sources"]
    assert (answer.state, answer.sentence) == (State.WARNING, "with_faults")
    assert int(answer.gaps["faults"]) >= 1


def test_a_broken_theme_is_a_fault_without_a_look_at_fonts(project):
    change(project / THEME, "namn: Standard", "namn: [")
    found = look(project)
    assert found["theme"].state is State.FAULT
    assert "fonts" not in found


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("AtkinsonHyperlegible-Bold.ttf", "Saknas.ttf", "Saknas.ttf"),
        ("fontpkg_atkinson_hyperlegible", "saknat_paket", "saknat_paket"),
    ],
)
def test_a_font_that_is_not_there_is_named(project, old, new, what):
    change(project / THEME, old, new)
    answer = look(project)["fonts"]
    assert (answer.state, answer.gaps["what"]) == (State.FAULT, what)


def test_characters_that_the_font_lacks_are_named(project, monkeypatch):
    monkeypatch.setattr(workplace, "SWEDISH", "\u00e5\u5b57")
    answer = look(project)["fonts"]
    assert (answer.state, answer.gaps["chars"]) == (State.WARNING, "U+5B57")


def test_missing_papers_are_a_fault(project):
    (project / "styles/papper.yaml").unlink()
    assert look(project)["papers"].state is State.FAULT


def test_what_raises_is_an_answer(project, monkeypatch):
    def fail(*_):
        raise RecursionError("deep")

    monkeypatch.setattr(release, "read_project", fail)
    monkeypatch.setattr(release, "fault_texts", fail)
    found = look(project)
    assert found["project"].gaps["reason"] == found["texts"].gaps["reason"] == "RecursionError: deep"


def test_a_folder_that_cannot_be_written_is_a_fault_only_where_publications_go(project, monkeypatch):
    def refuse(**_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    found = look(project)
    assert [found[topic].state for topic in ("output", "sources_folder", "temporary")] == [
        State.FAULT,
        State.WARNING,
        State.WARNING,
    ]
