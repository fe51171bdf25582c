"""docs/reference/layout-bench.md holds: everything is drawn and judged anew, and every number but the times compared.

What is kept of the yardsticks is taken as it stands: they are other programs, which need not be installed here. All
1,000 random graphs would take minutes; the first of them are drawn anew.
"""

import copy
import re
from typing import Any

import pytest

from tests.bench.layout import randoms, same_bytes
from tests.bench.layout.cases import (
    CASES,
    FAST_CASES,
    GROWTH_CASES,
    HARD_CASES,
    OURS,
    Case,
    Judged,
    at_once,
    judged,
    random_case,
)
from tests.bench.layout.contact_sheet import contact_sheet
from tests.bench.layout.graphs import graph
from tests.bench.layout.judge import metrics
from tests.bench.layout.page import PAGE, PICTURES, goal_lines, our_rows
from tests.bench.layout.tables import Rows, cell, parsed_rows, section

RANDOM = 60
KEPT = PAGE.read_text(encoding="utf-8")
ANEW = "not as kept: if that is meant, run nox -s layout-bench"


@pytest.fixture(scope="module")
def ours() -> dict[Case, Judged]:
    """Every drawing of the page, made anew."""
    cases = (*CASES, *FAST_CASES, *HARD_CASES, *GROWTH_CASES)
    return dict(zip(cases, at_once(judged, cases), strict=True))


def kept(heading: str, engine: str = OURS) -> Rows:
    return {key: row for key, row in parsed_rows(KEPT, heading).items() if (key[1] == OURS) == (engine == OURS)}


@pytest.mark.parametrize(
    ("heading", "cases"),
    [("Drawings", (*CASES, *FAST_CASES)), ("Hard cases", HARD_CASES), ("Growth", GROWTH_CASES)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_drawings_are_as_kept(ours: dict[Case, Judged], heading: str, cases: tuple[Case, ...]) -> None:
    assert kept(heading) == our_rows(ours, cases), ANEW


def test_the_goals_are_reached_as_kept(ours: dict[Case, Judged]) -> None:
    rows = (
        our_rows(ours, (*CASES, *FAST_CASES, *HARD_CASES)) | kept("Drawings", "others") | kept("Hard cases", "others")
    )
    lines = goal_lines(rows, [_kept_sample()], differing=0)
    shown = [[cell(value) for value in line] for line in lines]
    assert [list(line.values()) for line in section(KEPT, "Goals")] == shown, ANEW


def _kept_sample() -> randoms.Sample:
    """The first line of the random graphs: all that were tried."""
    line = list(section(KEPT, "Random graphs")[0].values())
    count, faulty, undrawn, crossings, bends = map(int, line[1:])
    return randoms.Sample(line[0], count, ("",) * faulty, undrawn, crossings, bends)


def test_the_contact_sheet_shows_these_drawings(ours: dict[Case, Judged]) -> None:
    drawn = contact_sheet([(case, ours[case].result) for case in CASES])
    assert PICTURES.read_text(encoding="utf-8") == drawn, ANEW
    assert len(drawn) < 1_000_000


def test_no_random_graph_has_a_hard_fault() -> None:
    """Those that the page names as faulty are known; no other may be."""
    known = {int(number) for number in re.findall(r"random-(\d+) \(", KEPT)}
    values = randoms.ours(RANDOM)
    sound = {name for name, one in values.items() if not one["hard_faults"]}
    assert {number for number in range(RANDOM) if randoms.name(number) not in sound} <= known


@pytest.mark.parametrize("name", ["map_af", "karta-stockholms-stad"])
def test_the_same_bytes_come_out_whatever_the_run(name: str) -> None:
    assert same_bytes.differing((name, True)) == 0


# ---- the judge itself: a drawing without a fault, and one with each thing spoiled


@pytest.fixture(scope="module")
def drawing() -> dict[str, Any]:
    return judged(Case("map_st", fast=True)).result


def faults(result: dict[str, Any]) -> dict[str, int]:
    found = metrics.measure(graph("map_st"), result)
    return {name: found[name] for name in metrics.HARD if found[name]}


def node_onto_another(result: dict[str, Any]) -> None:
    one, other = result["nodes"][:2]
    one |= {"x": other["x"], "y": other["y"]}


def edge_dropped(result: dict[str, Any]) -> None:
    result["edges"].pop()


def node_dropped(result: dict[str, Any]) -> None:
    result["nodes"].pop()


def end_shifted(result: dict[str, Any]) -> None:
    first, second = result["edges"][0]["points"][:2]
    axis = 0 if first[1] == second[1] else 1
    first[axis] += (second[axis] - first[axis]) * 0.5


def line_slanted(result: dict[str, Any]) -> None:
    result["edges"][0]["points"][0][0] += 2
    result["edges"][0]["points"][0][1] += 2


def label_lost(result: dict[str, Any]) -> None:
    next(edge for edge in result["edges"] if edge["label"])["label"] = None


def label_onto_a_box(result: dict[str, Any]) -> None:
    label, box = next(edge["label"] for edge in result["edges"] if edge["label"]), result["nodes"][0]
    label |= {"x": box["x"], "y": box["y"]}


def label_grown(result: dict[str, Any]) -> None:
    next(edge["label"] for edge in result["edges"] if edge["label"])["width"] += 2


def box_shrunk(result: dict[str, Any]) -> None:
    result["nodes"][3]["height"] -= 2


def phase_swapped(result: dict[str, Any]) -> None:
    result["nodes"][0]["x"] = max(node["x"] for node in result["nodes"]) + 500


def line_through_a_box(result: dict[str, Any]) -> None:
    box = result["nodes"][5]
    middle = box["y"] + box["height"] / 2
    result["edges"][0]["points"][1:1] = [[box["x"] - 5, middle], [box["x"] + box["width"] + 5, middle]]


def line_onto_another(result: dict[str, Any]) -> None:
    ends = {edge["id"]: {edge["source"], edge["target"]} for edge in graph("map_st")["edges"]}
    one = result["edges"][0]
    other = next(edge for edge in result["edges"] if not ends[edge["id"]] & ends[one["id"]])
    one["points"] = other["points"]


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (node_onto_another, "node_overlaps"),
        (edge_dropped, "missing_edges"),
        (node_dropped, "missing_nodes"),
        (end_shifted, "detached_ends"),
        (line_slanted, "skew_segments"),
        (label_lost, "labels_missing"),
        (label_onto_a_box, "label_overlaps"),
        (label_grown, "resized_labels"),
        (box_shrunk, "resized_nodes"),
        (phase_swapped, "phase_violations"),
        (line_through_a_box, "edge_through_node"),
        (line_onto_another, "edge_overlaps"),
    ],
)
def test_the_judge_sees_what_is_spoiled(drawing: dict[str, Any], spoil: Any, named: str) -> None:
    spoiled = copy.deepcopy(drawing)
    assert faults(drawing) == {}
    spoil(spoiled)
    assert named in faults(spoiled)


def test_the_judge_sees_a_lane_left() -> None:
    """In a random graph of four lanes, a box moved below the others."""
    case = next(case for case in map(random_case, range(40)) if len(graph(case.graph)["lanes"]) == 4)
    result = judged(case).result
    first = next(node["id"] for node in graph(case.graph)["nodes"] if node["lane"] == 0)
    next(node for node in result["nodes"] if node["id"] == first)["y"] += 100_000
    assert metrics.measure(graph(case.graph), result)["lane_violations"]
