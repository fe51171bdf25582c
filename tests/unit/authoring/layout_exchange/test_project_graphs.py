"""The real maps as graphs: every step and arrow of the model, measured, and couplings only where there are lanes."""

import pytest

from pipeline.authoring.layout_exchange import graph_bytes, read_graph
from pipeline.authoring.layout_exchange.project_graphs import project_graphs
from pipeline.model import StepKind
from tests.support.real import real_programme, real_project

GRAPHS = {graph.name: graph for graph in project_graphs(real_project())}
SHAPES = {
    StepKind.TERMINAL: "start_stop",
    StepKind.FAN: "one_many",
    StepKind.DECISION: "yes_no",
    StepKind.LINK: "link",
}


def test_each_map_and_the_poster_without_couplings_and_with() -> None:
    actors = [f"karta-{actor.name_id}" for actor in real_programme().actors]
    assert list(GRAPHS) == ["affisch", "affisch-kopplingar", *actors]


@pytest.mark.parametrize("number", range(4))
def test_a_map_has_the_steps_and_arrows_of_its_actor(number: int) -> None:
    actor = real_programme().actors[number]
    graph = GRAPHS[f"karta-{actor.name_id}"]
    assert [(n.name, n.phase + 1, n.lane, n.shape) for n in graph.nodes] == [
        (step.name_id, step.phase, 0, SHAPES[step.kind]) for step in actor.steps
    ]
    arrows = {(step.name_id, arrow.target): arrow.label or "" for step in actor.steps for arrow in step.arrows}
    assert {(e.source, e.target): _unbroken(e.label) for e in graph.edges} == {
        ends: _unbroken(text) for ends, text in arrows.items()
    }


def _unbroken(text: str) -> str:
    """Without what breaking it into lines changes; answers begin with a capital on the map."""
    return text.replace("- ", "").replace(" ", "").replace("\u00a0", "").casefold()


def test_text_is_as_large_as_the_sheet_wants_it() -> None:
    theme = real_project().theme
    assert theme is not None
    for name, graph in GRAPHS.items():
        publication = next(one for one in real_programme().publications if one.target == name.partition("-")[0])
        assert graph.font_size == theme.sheet(publication.kind, publication.paper, publication.view).step


def test_the_poster_has_a_lane_for_each_actor_and_the_links_as_couplings() -> None:
    programme = real_programme()
    graph = GRAPHS["affisch-kopplingar"]
    assert graph.lanes == tuple(actor.name for actor in programme.actors)
    links = {(step.name_id, step.link.step) for _, step in programme.steps() if step.link}
    assert {(e.source, e.target) for e in graph.edges if e.is_coupling} == links
    assert tuple(e for e in graph.edges if not e.is_coupling) == GRAPHS["affisch"].edges
    assert graph.nodes == GRAPHS["affisch"].nodes


@pytest.mark.parametrize("name", GRAPHS)
def test_the_command_can_read_them(name: str) -> None:
    graph, report = read_graph(name, graph_bytes(GRAPHS[name]))
    assert report.findings == ()
    assert graph is not None
    assert [(n.name, round(n.width, 3)) for n in GRAPHS[name].nodes] == [(n.name, n.width) for n in graph.nodes]
