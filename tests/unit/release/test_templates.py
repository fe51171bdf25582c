"""The theme's templates on disk: read and looked through with the project, at the theme's lines, and handed on."""

import shutil
from pathlib import Path

import pytest

from pipeline.model.actor import EVERYONE
from pipeline.release.project import Project, read_project
from pipeline.release.templates import TEMPLATES, read_templates, template_bytes, template_for
from pipeline.theme import EVERYBODY
from pipeline.writers.docx.inspection import FILE_LIMIT
from tests.support import word_templates
from tests.support.real import ROOT
from tests.support.sound_template import sound_template

THEME = "styles/teman/standard.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / TEMPLATES).mkdir(exist_ok=True)
    return tmp_path


def with_theme(folder: Path, *entries: str) -> Project:
    """The project whose theme names these templates, one on each line at the end."""
    path = folder / THEME
    lines = "".join(f"  - {one}\n" for one in entries)
    path.write_text(f"{path.read_text('utf-8')}\nword:\n  mallar:\n{lines}", "utf-8")
    return read_project(folder)


def told(project: Project) -> list[tuple[str, int]]:
    """Codes and lines of what is said about the entries; 1 is the first of them."""
    lines = project.files[THEME].decode("utf-8").splitlines()
    first = lines.index("  mallar:") + 1
    found = [one for one in project.report.findings if one.place.file == THEME and one.place.line > first]
    return [(one.code, one.place.line - first) for one in found]


def test_the_word_for_all_is_the_same_everywhere() -> None:
    assert EVERYBODY == EVERYONE


def test_a_sound_template_is_read_and_nothing_is_said(folder: Path) -> None:
    (folder / TEMPLATES / "stad.dotx").write_bytes(sound_template())
    project = with_theme(folder, "{aktor: stockholms-stad, fil: stad.dotx}")
    assert told(project) == []
    assert project.templates == {"stad.dotx": sound_template()}


def test_a_theme_without_templates_reads_none(folder: Path) -> None:
    (folder / TEMPLATES / "stad.dotx").write_bytes(b"Hej")
    project = read_project(folder)
    assert project.templates == {}
    assert not project.report.has_errors


def test_every_fault_is_told_at_its_line(folder: Path) -> None:
    for name, data in {"a.dotx": b"Hej", "b.dotx": word_templates.bare()}.items():
        (folder / TEMPLATES / name).write_bytes(data)
    project = with_theme(
        folder,
        "{aktor: stockholms-stad, fil: a.dotx}",
        "{aktor: arbetsformedlingen, fil: c.dotx}",
        "{aktor: alla, fil: b.dotx, stilar: {rubrik1: Stadens rubrik}}",
        "{aktor: nagon, fil: b.dotx}",
        "{aktor: alla, fil: b.dotx}",
    )
    codes = [("U632", 1), ("U631", 2), ("U646", 3), ("U651", 3), ("U654", 3)]
    assert told(project) == [*codes, ("U630", 4), ("U646", 4), ("U651", 4), ("U607", 5), ("U646", 5), ("U651", 5)]
    assert set(project.templates) == {"b.dotx"}


def test_an_unknown_style_is_told_with_the_one_that_was_meant(folder: Path) -> None:
    (folder / TEMPLATES / "stad.dotx").write_bytes(sound_template())
    project = with_theme(folder, "{aktor: alla, fil: stad.dotx, stilar: {rubrik1: hedding 1}}")
    (finding,) = (one for one in project.report.findings if one.code == "U654")
    assert dict(finding.details) == {"name": "hedding 1", "file": "stad.dotx", "guess": "heading 1"}


@pytest.mark.parametrize("name", ["../stad.dotx", "mapp/stad.dotx", "C:stad.dotx", "stad.odt", "stad", ".dotx"])
def test_a_name_that_leads_out_is_refused(folder: Path, name: str) -> None:
    assert told(with_theme(folder, f"{{aktor: alla, fil: '{name}'}}")) == [("F237", 1)]


def test_a_link_that_leads_out_is_no_template(folder: Path) -> None:
    outside = folder / "stad.dotx"
    outside.write_bytes(sound_template())
    (folder / TEMPLATES / "stad.dotx").symlink_to(outside)
    assert told(with_theme(folder, "{aktor: alla, fil: stad.dotx}")) == [("U631", 1)]


def test_a_name_in_other_letters_is_no_template(folder: Path) -> None:
    """Also where the disk takes A for a."""
    (folder / TEMPLATES / "Stad.dotx").write_bytes(sound_template())
    assert told(with_theme(folder, "{aktor: alla, fil: stad.dotx}")) == [("U631", 1)]


def test_of_a_giant_only_so_much_is_read_as_shows_it(folder: Path) -> None:
    giant = folder / TEMPLATES / "stad.dotx"
    with giant.open("wb") as file:
        file.truncate(200 * 2**20)
    assert len(template_bytes(giant)) == FILE_LIMIT + 1
    assert told(with_theme(folder, "{aktor: alla, fil: stad.dotx}")) == [("U636", 1)]


def test_an_actor_gets_its_own_template_and_the_rest_that_of_all(folder: Path) -> None:
    own, all_others = sound_template(), word_templates.as_dotx(word_templates.labelled())
    (folder / TEMPLATES / "stad.dotx").write_bytes(own)
    (folder / TEMPLATES / "alla.dotx").write_bytes(all_others)
    project = with_theme(
        folder,
        "{aktor: stockholms-stad, fil: stad.dotx, stilar: {rubrik2: heading 2, lank: Hyperlink}}",
        "{aktor: alla, fil: alla.dotx}",
    )
    stad = template_for(project.theme, project.templates, "stockholms-stad")
    assert stad is not None
    assert (stad.name, stad.data) == ("stad.dotx", own)
    assert stad.styles == {"Heading2": "heading 2", "Hyperlink": "Hyperlink"}
    for actor in ("arbetsformedlingen", EVERYONE):
        other = template_for(project.theme, project.templates, actor)
        assert other is not None
        assert (other.name, other.styles) == ("alla.dotx", {})


def test_without_a_template_for_all_the_rest_get_none(folder: Path) -> None:
    (folder / TEMPLATES / "stad.dotx").write_bytes(sound_template())
    project = with_theme(folder, "{aktor: stockholms-stad, fil: stad.dotx}")
    assert template_for(project.theme, project.templates, EVERYONE) is None
    assert read_templates(folder, None)[0] == {}


LEVELS = {
    "of another level": ("rubrik1", "heading 2", [("U655", 1)]),
    "of the same level": ("rubrik2", "heading 2", []),
    "no heading": ("rubrik1", "List Bullet", [("U655", 1)]),
    "no heading, for what is none": ("lista", "List Bullet", []),
}


@pytest.mark.parametrize("case", LEVELS)
def test_a_heading_of_another_level_is_told(folder: Path, case: str) -> None:
    """Or headings would jump or be none, which no author could understand from what the built file is blamed for."""
    key, name, codes = LEVELS[case]
    (folder / TEMPLATES / "stad.dotx").write_bytes(sound_template())
    assert told(with_theme(folder, f"{{aktor: alla, fil: stad.dotx, stilar: {{{key}: {name}}}}}")) == codes
