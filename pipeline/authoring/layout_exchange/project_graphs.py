"""The maps of a project as graphs: each map of an actor, and the joint poster with its couplings and without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.authoring.layout_exchange.map_graph import MapEdge, MapGraph, MapNode
from pipeline.compose.layout_graphs import MeasuredArrow, MeasuredMap, MeasuredStep, is_measured, measured_map
from pipeline.lengths import Mm, Pt
from pipeline.model import StepKind
from pipeline.release.build import brief_of
from pipeline.release.locks import map_name
from pipeline.release.plan import Artefact, planned
from pipeline.release.project import Project

WITH_COUPLINGS = "kopplingar"
"""Ends the name of a graph whose couplings are arrows; on the sheet they may be pairs of letters."""

_SHAPES = {
    StepKind.TERMINAL: "start_stop",
    StepKind.FAN: "one_many",
    StepKind.DECISION: "yes_no",
    StepKind.LINK: "link",
}


def project_graphs(project: Project) -> tuple[MapGraph, ...]:
    """The graphs of every publication that is a map, in the order of the plan; names are unlike.

    The project is one without faults. Raises CannotBuild where a publication cannot be measured.
    """
    if project.programme is None:
        raise ValueError(project.root)
    maps = (one for one in planned(project.programme) if is_measured(one.publication))
    # One for each publication, actor and paper, whatever the formats of its files.
    once = {map_name(project.programme, one): one for one in maps}
    return tuple(graph for name, artefact in once.items() for graph in _graphs(project, artefact, name))


def _graphs(project: Project, artefact: Artefact, name: str) -> Iterator[MapGraph]:
    graph = _graph(name, measured_map(brief_of(project, artefact)))
    flow = tuple(edge for edge in graph.edges if not edge.is_coupling)
    yield replace(graph, edges=flow)
    if len(flow) < len(graph.edges):
        yield replace(graph, name=f"{name}-{WITH_COUPLINGS}")


def _graph(name: str, measured: MeasuredMap) -> MapGraph:
    nodes, edges = tuple(map(_node, measured.steps)), tuple(map(_edge, measured.arrows))
    return MapGraph(name, measured.size_pt, measured.phases, measured.lanes, nodes, edges)


def _node(step: MeasuredStep) -> MapNode:
    width, height = _pt(step.size.width), _pt(step.size.height)
    return MapNode(step.name, step.phase, step.lane, _SHAPES[step.kind], step.title, width, height)


def _edge(arrow: MeasuredArrow) -> MapEdge:
    width, height = (_pt(arrow.size.width), _pt(arrow.size.height)) if arrow.size else (Pt(0), Pt(0))
    return MapEdge(arrow.name, arrow.source, arrow.target, arrow.text, width, height, arrow.is_coupling)


def _pt(length: float) -> Pt:
    return Mm(length).pt
