"""The finished proof of the real theme: it passes the gate, and every shape and phase is there for other readers."""

import io

import pikepdf
import pytest

from pipeline.compose.proof import proof, proof_brief, stamped_proof
from pipeline.document import Sheets
from pipeline.model import StepKind
from pipeline.release.build import look_of
from pipeline.release.project import wording
from pipeline.writers import WRITERS
from tests.support.readers import pdf_text
from tests.support.real import real_programme, real_project

PHASES, VIEWS = 6, 6


@pytest.fixture(scope="module")
def content() -> Sheets:
    brief = _brief()
    return stamped_proof(brief, proof(brief))


@pytest.fixture(scope="module")
def data(content: Sheets) -> bytes:
    return WRITERS["pdf"].write(content, look_of(_brief())).data


def _brief():
    project = real_project()
    assert project.theme
    assert project.fonts
    return proof_brief(real_programme(), project.theme, wording("sv-SE"), project.fonts.family)


def test_it_passes_the_gate(data: bytes, content: Sheets) -> None:
    assert WRITERS["pdf"].check(data, content) == ()


def test_its_first_sheet_passes_the_gate_of_svg(content: Sheets) -> None:
    first = Sheets(content.metadata, content.pages[:1])
    assert WRITERS["svg"].check(WRITERS["svg"].write(first, look_of(_brief())).data, first) == ()


def test_every_shape_in_every_phase_is_read_back(data: bytes) -> None:
    """Each view has the word of a shape once for each phase; a start is a stop in the last."""
    words = wording("sv-SE").legend
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        sheets = [page for page in pdf.pages if page.mediabox[2] > page.mediabox[3]]
        assert len(sheets) >= 6
    everything = pdf_text(data).split()
    said = everything[: everything.index("Dokumentets")]  # the sheets before those with the type
    examples = (words.fan_example, words.decision_example, words.link_example)
    for word in examples:
        assert said.count(word) == PHASES * VIEWS, word
    assert said.count(words.start_example) == (PHASES - 1) * VIEWS
    assert said.count("Stopp") == VIEWS
    assert len(StepKind) == 4


def test_the_same_content_gives_the_same_bytes(data: bytes, content: Sheets) -> None:
    assert WRITERS["pdf"].write(content, look_of(_brief())).data == data
