"""The examples that a new project starts from: nothing to remark on, built whole, and not of one place alone."""

import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.authoring.new_project import EXAMPLES
from pipeline.diagnostics import Severity
from pipeline.model import StepKind
from pipeline.release.build import Made
from pipeline.release.plan import planned
from tests.support.examples import FOLDER, example_made
from tests.support.examples import example_programme as programme_of
from tests.support.examples import example_project as project_of
from tests.support.readers import joined, pdf_text
from tests.support.real import ROOT, real_programme

SMALL = tuple(example for example in EXAMPLES if (FOLDER / example / "sources").is_dir())


@pytest.fixture(scope="module", params=SMALL)
def example(request) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def made(example, tmp_path_factory) -> dict[str, Made]:
    return example_made(example, tmp_path_factory)


def test_each_example_has_a_folder_and_each_folder_is_an_example():
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(EXAMPLES)


def test_nothing_is_wrong_or_worth_a_warning(example):
    report = project_of(example).report
    assert [f for f in report.findings if f.severity >= Severity.WARNING] == []


def test_there_is_not_even_a_note_in_the_smallest_but_that_its_maps_are_not_locked_yet():
    assert [finding.code for finding in project_of("minimal").report.findings] == ["M801"]


def test_everything_planned_is_made(example, made):
    assert set(made) == {artefact.path for artefact in planned(programme_of(example))}
    assert all(one.data for one in made.values())


def test_every_title_reaches_the_paper(example, made):
    for path, one in made.items():
        actor = one.artefact.actor
        if actor and one.artefact.publication.kind == "handout" and path.endswith(".pdf"):
            text = joined(pdf_text(one.data))
            assert [step.title for step in actor.steps if joined(step.title) not in text] == []


def test_the_smallest_teaches_each_thing_once():
    programme = programme_of("minimal")
    kinds = Counter(step.kind for _, step in programme.steps())
    assert set(kinds) == set(StepKind)
    assert (kinds[StepKind.LINK], kinds[StepKind.DECISION]) == (1, 1)
    assert sum(len(step.contacts) for _, step in programme.steps()) == 1
    assert (len(programme.actors), len(programme.phases)) == (2, 3)
    assert all(4 <= len(actor.steps) <= 6 for actor in programme.actors)
    assert programme.terms
    assert (len(programme.sources), len(programme.cases)) == (1, 1)


def test_the_other_town_shares_nothing_with_the_real_one():
    other, real = programme_of("annan-stad"), real_programme()
    assert len(other.phases) == 5
    for names in (
        lambda p: {actor.name_id for actor in p.actors},
        lambda p: {phase.name for phase in p.phases},
        lambda p: {step.title for _, step in p.steps()},
        lambda p: {publication.name for publication in p.publications},
        lambda p: {publication.target for publication in p.publications} - {"affisch"},
        lambda p: {p.settings.name},
    ):
        assert names(other).isdisjoint(names(real))
    assert other.rules.avoided
    assert all(exemption.reason for exemption in other.rules.exemptions)


def test_fictional_people_are_said_to_be(example):
    assert all("(påhittad)" in case.name for case in programme_of(example).cases)


def _names_of_the_real_one() -> set[str]:
    """What must not be found elsewhere: the programme, its actors, and the words of the place."""
    programme = real_programme()
    names = {programme.settings.name, programme.settings.audience, *(actor.name for actor in programme.actors)}
    places = set(re.findall(r"[A-ZÅÄÖ]\w+", " ".join(actor.name for actor in programme.actors)))
    return {joined(name) for name in (*names, *places - {"Region"}, "Stockholm", "sjukpenninggrundande", "SGI 0")}


def _all_text(one: Made) -> str:
    """Everything that can be read in a file, also what says who made it and what it is about."""
    if one.artefact.format == "docx":
        parts = zipfile.ZipFile(BytesIO(one.data))
        texts = (parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels")))
        return " ".join(re.sub(r"<[^>]*>", "", text) for text in texts)
    if one.artefact.format == "pdf":
        facts = subprocess.run(["pdfinfo", "-"], input=one.data, capture_output=True, check=True).stdout
        return pdf_text(one.data) + facts.decode()
    return one.data.decode()


@pytest.mark.tool("pdfinfo")
def test_nothing_of_the_real_one_is_built_into_what_others_print(made):
    forbidden = _names_of_the_real_one()
    texts = {path: joined(_all_text(one)) for path, one in made.items()}
    found = {path: [name for name in forbidden if name in text] for path, text in texts.items()}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_search_itself_finds_the_real_one():
    assert {"rehabiliteringsbanan", "försäkringskassan", "regionstockholm", "stockholm"} <= _names_of_the_real_one()


def test_no_text_of_the_product_names_an_actor_of_the_real_one():
    """The fixed texts of publications, in every language."""
    files = sorted((ROOT / "pipeline" / "locale").glob("*/texts.yaml"))
    assert files
    text = joined(" ".join(file.read_text(encoding="utf-8") for file in files))
    assert [name for name in _names_of_the_real_one() if name in text] == []


def test_the_wheel_carries_every_example(tmp_path):
    """Built as for anyone who installs it, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    clone = _copied_clone(tmp_path / "clone")
    subprocess.run(command, cwd=clone, check=True, capture_output=True)
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    for name in EXAMPLES:
        for part in ("README.md", "sources/program.yaml", "styles/teman/standard.yaml"):
            assert f"pipeline/examples/{name}/{part}" in names
    templates = {path.name for path in (ROOT / "pipeline" / "authoring" / "project_files").iterdir()}
    assert {f"pipeline/authoring/project_files/{name}" for name in templates} <= set(names)


def _copied_clone(target: Path) -> Path:
    """What the wheel is made of; a build in the clone itself would see, and could leave, other things."""
    without = shutil.ignore_patterns("__pycache__", "*.pyc")
    for folder in ("pipeline", "docs/examples", "sources", "styles"):
        shutil.copytree(ROOT / folder, target / folder, ignore=without)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, target / name)
    return target
