"""Word files before readers that are not ours: the Open XML SDK's validator, and LibreOffice.

Every Word file of the four actors, handouts in templates that are hostile on purpose, and files of generated projects.
"""

from collections import Counter
from dataclasses import replace

import pytest

from pipeline.compose import COMPOSERS
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Document
from pipeline.writers import WRITERS
from pipeline.writers.docx.opened import OpenedFile, tag
from pipeline.writers.look import HouseTemplate
from tests.support.generated import handout_in_word, project_of
from tests.support.real import brief_for, look_of
from tests.support.word_readers import Outline, ooxml_faults, outline_of_pdf, outline_of_word, tagged_pdfs
from tests.support.word_templates import ALL, as_dotx
from tests.unit.writers.docx.word_file import WordFile

SEEDS = (0, 3, 5, 6, 8, 11, 12, 13, 15, 16)
# Each kind once, and the handouts of all four: the same writer, so LibreOffice need not read every file.
READ_ONCE, READ_ALL = "arbetsformedlingen", ("handout/", "begrepp/")


@pytest.fixture(scope="module")
def real(made) -> dict[str, bytes]:
    return {path: one.data for path, one in made.items() if path.endswith(".docx")}


@pytest.fixture(scope="module")
def handout() -> tuple[Document, object]:
    """A handout's content and brief, to be written in several looks."""
    brief = brief_for("handout", READ_ONCE)
    content = COMPOSERS["handout"].compose(brief)
    content = stamped(brief, content, Stamp(content.metadata.date, content_code(content)))
    assert isinstance(content, Document)
    return content, brief


@pytest.fixture(scope="module")
def templated(handout) -> dict[str, bytes]:
    """The handout in each template, and in one that is a .dotx."""
    content, brief = handout
    templates = {f"{name}.docx": make() for name, make in ALL.items()}
    templates["labelled.dotx"] = as_dotx(templates["labelled.docx"])
    look = look_of(brief)
    return {
        name: WRITERS["docx"].write(content, replace(look, template=HouseTemplate(name, data))).data
        for name, data in templates.items()
    }


@pytest.fixture(scope="module")
def generated(tmp_path_factory) -> dict[str, bytes]:
    """A Word file of each of some generated projects."""
    found = {}
    for seed in SEEDS:
        project = project_of(seed, tmp_path_factory.mktemp("made") / "project")
        found[f"seed {seed}"] = handout_in_word(project, seed)
    return found


@pytest.fixture(scope="module")
def read_again(real, templated, generated) -> dict[str, tuple[Outline, Outline]]:
    """What each file says, and what LibreOffice made of it, in one start."""
    chosen = {path: data for path, data in real.items() if READ_ONCE in path or path.startswith(READ_ALL)}
    files = {**chosen, **templated, **generated}
    return {name: (outline_of_word(files[name]), outline_of_pdf(pdf)) for name, pdf in tagged_pdfs(files).items()}


def test_our_gate_finds_nothing_in_any_template(handout, templated):
    content, _ = handout
    found = {name: WRITERS["docx"].check(data, content) for name, data in templated.items()}
    assert {name: findings for name, findings in found.items() if findings} == {}


def test_a_handout_in_a_template_has_the_same_bytes_each_time(handout, templated):
    content, brief = handout
    template = HouseTemplate("littered.docx", ALL["littered"]())
    again = WRITERS["docx"].write(content, replace(look_of(brief), template=template)).data
    assert again == templated["littered.docx"]


@pytest.mark.tool("npm")
def test_the_validator_finds_nothing(real, templated, generated):
    assert ooxml_faults({**real, **templated, **generated}) == []


@pytest.mark.tool("npm")
def test_the_validator_would_find_something(real):
    """As it did when it was broken on purpose: an element where Word's schema has none."""
    good = WordFile(next(data for path, data in real.items() if path.startswith("begrepp")))
    bad = good.replaced("word/document.xml", "<w:tblPr>", "<w:tblPr><w:jc/><w:bold/>")
    assert any("bold" in fault for fault in ooxml_faults({"bad": bad.data}))


@pytest.mark.tool("soffice", "node", "npm")
def test_libreoffice_hears_the_same_headings(read_again):
    """Chapters and steps in order; what stands in columns beside each other it may tell column by column or across."""
    for name, (wanted, found) in read_again.items():
        assert Counter(found.headings) == Counter(wanted.headings), name
        chapters = [[one for one in outline.headings if one[0] < 3] for outline in (found, wanted)]
        assert chapters[0] == chapters[1], name


@pytest.mark.tool("soffice", "node", "npm")
def test_libreoffice_hears_the_same_tables_row_by_row(read_again):
    for name, (wanted, found) in read_again.items():
        assert found.heads == wanted.heads, name
        if name.startswith("seed"):
            # A row higher than a page is told in pieces.
            assert "".join(map("".join, found.rows)) == "".join(map("".join, wanted.rows)), name
        else:
            assert found.rows == wanted.rows, name


@pytest.mark.tool("soffice", "node", "npm")
def test_libreoffice_hears_every_step(read_again):
    """By the model's titles, not by what the file says of itself."""
    actor = brief_for("handout", READ_ONCE).subject
    told = next(found for name, (_, found) in read_again.items() if name.startswith(f"handout/handout-{READ_ONCE}"))
    headings = [text for level, text in told.headings if level == 2]
    titles = ["".join(step.title.split()) for step in actor.steps]
    assert [text for text in headings if text in titles] == titles


def test_the_files_are_those_that_are_promised(real, templated, generated):
    """Four actors, all kinds; ten projects; every template."""
    kinds = Counter(path.partition("/")[0] for path in real)
    assert min(kinds["handout"], kinds["bilaga"], kinds["att-gora"]) >= 4
    assert len(generated) == 10
    assert any(next(OpenedFile(data).main.iter(tag("w:tbl")), None) is not None for data in generated.values())
    assert len(templated) == len(ALL) + 1
