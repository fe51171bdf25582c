"""A second judge of the finished SVG: read from its geometry alone, every map gives the model's graph back.

The judge (`tests/support/svg_judge`) knows nothing of how the maps were made; the model is read from the sources.
"""

from collections import Counter
from dataclasses import replace

import pytest

from pipeline.model import Actor, End, Programme, Step, StepKind
from pipeline.release.plan import Artefact, planned
from pipeline.release.project import Project
from tests.support.examples import example_made, example_project
from tests.support.readers import joined
from tests.support.real import real_project
from tests.support.svg_judge.anatomy import Anatomy, Name
from tests.support.svg_judge.graph import Arrow, Graph
from tests.support.svg_judge.overlaps import EVERY
from tests.support.svg_judge.page import read_page

REAL = "rehabiliteringsbanan"
EXAMPLES = (REAL, "annan-stad", "minimal")


def project_of(example: str) -> Project:
    return real_project() if example == REAL else example_project(example)


def programme_of(example: str) -> Programme:
    programme = project_of(example).programme
    assert programme is not None
    return programme


def drawings(example: str) -> tuple[Artefact, ...]:
    """Every sheet of a project that is written as SVG."""
    return tuple(artefact for artefact in planned(programme_of(example)) if artefact.format == "svg")


SHEETS = [(example, artefact) for example in EXAMPLES for artefact in drawings(example)]


@pytest.fixture(scope="module")
def finished(made, tmp_path_factory):
    """The text of every finished SVG, by example and path: those that all tests share."""
    built = {REAL: made, **{example: example_made(example, tmp_path_factory) for example in EXAMPLES[1:]}}
    return {(example, drawn.path): built[example][drawn.path].data.decode() for example, drawn in SHEETS}


@pytest.fixture(scope="module", params=SHEETS, ids=[f"{example}-{sheet.path}" for example, sheet in SHEETS])
def sheet(request):
    return request.param


@pytest.fixture(scope="module")
def graph(sheet, finished):
    example, artefact = sheet
    return Graph(Anatomy(read_page(finished[example, artefact.path])))


def lanes(sheet: tuple[str, Artefact]) -> tuple[Actor, ...]:
    """The actors of a sheet, from top to bottom."""
    example, artefact = sheet
    return (artefact.actor,) if artefact.actor else programme_of(example).actors


def modelled(sheet) -> dict[Name, tuple[Actor, Step]]:
    """The steps that the sheet must show, by lane and number in reading order."""
    steps = ((lane, actor, step) for lane, actor in enumerate(lanes(sheet)) for step in actor.steps)
    return {(lane, actor.number(step)): (actor, step) for lane, actor, step in steps}


def expected_arrows(sheet) -> Counter[Arrow]:
    steps = modelled(sheet)
    names = {step.name_id: name for name, (_, step) in steps.items()}
    return Counter(
        Arrow(name, names[arrow.target], arrow.label or "", arrow.loop)
        for name, (_, step) in steps.items()
        for arrow in step.arrows
    )


def read_again(arrows) -> Counter[Arrow]:
    """Arrows with labels that are compared by letters and digits: lines are broken and answers begin in capitals."""
    return Counter(replace(arrow, label=joined(arrow.label)) for arrow in arrows)


def told(step: Step, on_poster: bool) -> str:
    """The title as drawn: a coupling leaves the actor's name to its foot."""
    title = step.short if on_poster else step.title
    return title.partition(": ")[2] or title if step.kind is StepKind.LINK else title


def test_every_arrow_is_drawn_once_from_its_step_to_its_step_with_its_label(sheet, graph):
    wanted, found = read_again(expected_arrows(sheet).elements()), read_again(graph.arrows)
    assert sorted((wanted - found).elements(), key=str) == []
    assert sorted((found - wanted).elements(), key=str) == []


def test_every_step_is_drawn_once_with_its_title_phase_and_form(sheet, graph):
    project = project_of(sheet[0])
    steps = modelled(sheet)
    assert set(graph.steps) == set(steps)
    for name, (_, step) in steps.items():
        drawn = graph.steps[name]
        assert joined(drawn.title) == joined(told(step, len(lanes(sheet)) > 1))
        assert drawn.phase == step.phase
        assert drawn.form == project.theme.shape(step.kind.value)
        assert drawn.is_doubled == (step.end is End.STOP)
        partner = project.programme.actor(step.link.actor).short if step.link else ""
        assert joined(drawn.foot_text) == joined(partner)


def test_a_coupling_of_the_poster_leads_from_its_foot_to_its_step(sheet, graph):
    """Lettered or drawn as a line; a map of one actor has none, for the other end is not on it."""
    steps = modelled(sheet)
    names = {step.name_id: name for name, (_, step) in steps.items()}
    wanted = Counter(
        (name, names[step.link.step]) for name, (_, step) in steps.items() if step.link and step.link.step in names
    )
    assert Counter(graph.couplings) == wanted


def test_a_reader_is_left_in_no_doubt(graph):
    assert graph.steps
    assert graph.arrows
    assert graph.couplings is not None
    assert not graph.faults, "\n".join(graph.faults)


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.__name__)
def test_nothing_lies_where_it_hides_or_misleads(graph, check):
    found = list(check(graph))
    assert not found, "\n".join(found)
