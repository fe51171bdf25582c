"""PDFs and Word files of projects made by chance pass our gates and a typographer, and readers hear what they say.

The seeds are fixed. `nox -s fuzz -- 1000 200` tries 200 more, from seed 1,000.
"""

import pytest

from pipeline.model import StepKind
from tests.support.generated import MOST_STEPS, files, project_of
from tests.support.generated_trial import gate_findings, reader_findings

# One of them lays out 38 steps; 39, with 23, would take as long as twenty others.
GATE_SEEDS = [seed for seed in range(51) if seed != 39]
# Small ones, rows higher than a page among them, of every kind of publication.
READER_SEEDS = (1, 2, 7, 9, 10, 26, 28, 31, 44, 45)


@pytest.mark.parametrize("seed", GATE_SEEDS)
def test_our_gates_and_a_typographer_find_nothing(tmp_path, seed):
    assert gate_findings(seed, tmp_path / "project") == []


@pytest.mark.tool("pdfinfo", "node", "npm", "qpdf")
@pytest.mark.parametrize("seed", READER_SEEDS)
def test_both_readers_hear_what_the_content_says_and_qpdf_finds_the_file_sound(tmp_path, seed):
    assert reader_findings(seed, tmp_path / "project") == []


def test_a_seed_gives_the_same_project_each_time():
    assert files(3) == files(3)
    assert files(3) != files(4)


def test_the_seeds_have_what_they_promise(tmp_path):
    """All four kinds of step, couplings, few and many steps, long words, empty fields, rows higher than a page."""
    projects = [project_of(seed, tmp_path / str(seed)) for seed in GATE_SEEDS]
    steps = [step for project in projects for _, step in project.programme.steps()]
    actors = [actor for project in projects for actor in project.programme.actors]
    counts = {len(actor.steps) for actor in actors}
    texts = [text for step in steps for text in (*step.facts, step.review or "")]
    assert {step.kind for step in steps} == set(StepKind)
    assert min(counts) == 2
    assert MOST_STEPS - 4 < max(counts) <= MOST_STEPS
    assert any(step.contacts for step in steps)
    assert any(not actor.units and not actor.aim and not actor.contact for actor in actors)
    assert max(len(word) for text in texts for word in text.split()) >= 75
    assert max(len(text.split()) for text in texts) > 1_500
    letters = set("".join(texts))
    assert set("\u00e5\u00e4\u00f6\u0141\u20ac\u2014<&\\") <= letters
    kinds = {publication.kind for project in projects for publication in project.programme.publications}
    assert kinds == {"affisch", "karta", "handout", "att-gora"}
