"""Which files are formatted, what happens to those with faults, and how a file is replaced."""

import stat
import sys
from pathlib import Path

import pytest

from pipeline.authoring import formatting
from pipeline.authoring.formatting import Outcome, definitions, format_files, formatted, holds
from pipeline.authoring.replacing import replace_file
from pipeline.model import Actor
from pipeline.model.files import PhasesFile
from pipeline.reading.canonical import NotKept
from pipeline.theme import PapersFile, Theme

PHASES = "faser_status: Klart\nfaser:\n- nr: 1\n  id: start\n  namn: Start\n  beskrivning: Allt börjar.\n"
PATH = "sources/faser.yaml"


@pytest.fixture
def project(tmp_path):
    """A project of one file, in canonical form."""
    (tmp_path / "sources").mkdir()
    (tmp_path / PATH).write_text(PHASES, encoding="utf-8", newline="\n")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "cls"),
    [
        (PATH, PhasesFile),
        ("sources/aktorer/staden.yaml", Actor),
        ("sources/aktorer/djup/staden.yaml", None),
        ("styles/teman/hav.yaml", Theme),
        ("styles/papper.yaml", PapersFile),
        ("sources/anteckningar.yaml", None),
        ("sources/faser.yml", None),
        ("faser.yaml", None),
    ],
)
def test_what_a_file_holds(path, cls):
    assert holds(path) is cls


def test_hidden_files_are_no_definitions(project):
    (project / "styles/teman").mkdir(parents=True)
    for name in ("hav.yaml", ".hav.yaml", "hav.yaml~"):
        (project / "styles/teman" / name).write_text("namn: Hav\n")
    (project / "sources/.schema").mkdir()
    (project / "sources/.schema/faser.yaml").write_text(PHASES)
    assert list(definitions(project)) == [PATH, "styles/teman/hav.yaml"]


def test_a_file_in_canonical_form_is_the_same(project):
    assert formatted(project, PATH, PhasesFile).outcome is Outcome.SAME


@pytest.mark.parametrize("fault", ["- nr: ett", "- nr: 1\n  nr: 2", "\tx", "- nr: &a 1", "- nummer: 1"])
def test_a_file_with_a_fault_is_left_alone(project, fault):
    broken = PHASES.replace("- nr: 1", fault).replace("Klart", '"Klart"')
    (project / PATH).write_text(broken, encoding="utf-8")
    outcomes = [found.outcome for found in format_files(project, {PATH: PhasesFile}, replace_file)]
    assert outcomes == [Outcome.FAULTY]
    assert (project / PATH).read_text(encoding="utf-8") == broken


def test_a_file_that_could_not_be_kept_is_left_alone(project, monkeypatch):
    def lose(*_):
        raise NotKept

    monkeypatch.setattr(formatting, "canonical", lose)
    assert formatted(project, PATH, PhasesFile).outcome is Outcome.NOT_KEPT


def test_without_write_nothing_is_written(project):
    other = PHASES.replace("Klart", '"Klart"')
    (project / PATH).write_text(other, encoding="utf-8")
    found = list(format_files(project, {PATH: PhasesFile}))
    assert [(one.outcome, one.data.decode()) for one in found] == [(Outcome.CHANGED, PHASES)]
    assert (project / PATH).read_text(encoding="utf-8") == other


@pytest.mark.skipif(sys.platform == "win32", reason="not this system: Windows has no such permissions")
def test_a_replaced_file_keeps_its_permissions_and_a_link_leads_on(project):
    file, link = project / PATH, project / "link.yaml"
    file.chmod(0o640)
    link.symlink_to(file)
    replace_file(link, b"new\n")
    assert link.is_symlink()
    assert file.read_bytes() == b"new\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_refused_replacement_leaves_the_file_and_nothing_beside_it(project, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        replace_file(project / PATH, b"new\n")
    assert [path.name for path in (project / "sources").iterdir()] == ["faser.yaml"]
    assert (project / PATH).read_text(encoding="utf-8") == PHASES
