"""Files of graphs: what is read, and every fault at its place."""

import math

import pytest

from pipeline.authoring.layout_exchange import MapEdge, MapNode, graph_bytes, read_graph
from pipeline.lengths import Pt
from tests.unit.authoring.layout_exchange.graphs import SOUND, changed, without, written


def codes(data: bytes) -> list[tuple[str, str]]:
    """Each finding by its code and path."""
    graph, report = read_graph("g.json", data)
    assert graph is None
    return [(one.code, dict(one.details).get("path", "")) for one in report.findings]


def test_a_sound_graph_is_read_whole() -> None:
    graph, report = read_graph("g.json", written(SOUND))
    assert report.findings == ()
    assert (graph.name, graph.phases, graph.lanes) == ("liten", ("Före", "Efter"), ("Kommunen",))
    assert graph.font_size == 9.0
    assert graph.nodes == (
        MapNode("a", 0, 0, "start_stop", "Start", Pt(80), Pt(30)),
        MapNode("b", 0, 0, "yes_no", "Ja?", Pt(90), Pt(40)),
        MapNode("c", 1, 0, "one_many", "Gör", Pt(80), Pt(36)),
    )
    assert graph.edges == (
        MapEdge("ab", "a", "b", "", Pt(0), Pt(0), is_coupling=False),
        MapEdge("bc", "b", "c", "ja", Pt(14), Pt(11), is_coupling=False),
    )


def test_a_written_graph_is_read_as_it_was() -> None:
    graph, _ = read_graph("g.json", written(SOUND))
    assert read_graph("g.json", graph_bytes(graph))[0] == graph


def test_keys_of_others_are_left_alone() -> None:
    graph, _ = read_graph("g.json", written({**SOUND, "description": {"by": ["someone", {"else": 1}]}}))
    assert graph is not None


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("format", "process-map-graph/2", "J102"),
        ("format", None, "J102"),
        ("unit", "mm", "J109"),
        ("name", "", "J106"),
        ("font_size", 0, "J108"),
        ("font_size", "9", "J108"),
        ("phases", {}, "J105"),
        ("lanes", [], "J112"),
        ("phases.1", 7, "J106"),
        ("nodes", "a", "J105"),
        ("nodes.1", ["b"], "J104"),
        ("nodes.0.id", 1, "J106"),
        ("nodes.0.phase", 2, "J107"),
        ("nodes.0.phase", -1, "J107"),
        ("nodes.0.phase", 0.5, "J107"),
        ("nodes.0.phase", True, "J107"),
        ("nodes.0.lane", 1, "J107"),
        ("nodes.0.shape", "pill", "J109"),
        ("nodes.0.shape", 3, "J109"),
        ("nodes.0.label", None, "J106"),
        ("nodes.0.width", -80, "J108"),
        ("nodes.0.width", 0.9, "J108"),
        ("nodes.0.width", math.nan, "J108"),
        ("nodes.0.width", math.inf, "J108"),
        ("nodes.0.width", True, "J108"),
        ("nodes.0.height", 14_401, "J108"),
        ("nodes.0.height", 10**300, "J108"),
        ("edges.0.target", "d", "J111"),
        ("edges.0.kind", "loop", "J109"),
        ("edges.1.label_width", 0, "J108"),
        ("edges.0.label_height", -1, "J108"),
    ],
)
def test_a_fault_is_told_once_with_its_path(path: str, value: object, code: str) -> None:
    first, *rest = path.split(".")
    shown = first + "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in rest)
    # A step that cannot be read is missed by its arrows too.
    found = [one for one in codes(written(changed(path, value))) if one[0] != "J111" or code == "J111"]
    assert found == [(code, shown)]


@pytest.mark.parametrize("value", [1, 14_400])
def test_the_limits_of_a_length_are_allowed(value: int) -> None:
    assert read_graph("g.json", written(changed("nodes.0.width", value)))[0] is not None


@pytest.mark.parametrize("path", ["format", "name", "font_size", "nodes.2.shape", "nodes.0.width", "edges.1.kind"])
def test_a_missing_key_is_told_at_what_should_have_it(path: str) -> None:
    first, *rest = path.split(".")
    shown = first + "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in rest)
    assert codes(written(without(path))) == [("J103", shown)]


@pytest.mark.parametrize("key", ["phases", "lanes"])
def test_without_a_list_nothing_more_is_said_of_what_points_into_it(key: str) -> None:
    assert codes(written(without(key))) == [("J103", key)]


def test_an_id_twice_is_told_with_the_place_of_the_first() -> None:
    _, report = read_graph("g.json", written(changed("nodes.2.id", "a")))
    found = {one.code: one for one in report.findings}
    assert dict(found["J110"].details) == {"path": "nodes[2].id", "value": '"a"', "first": "g.json:15:10"}
    assert set(found) == {"J110", "J111"}, "the arrow to c has no end now"


def test_what_was_probably_meant_is_asked() -> None:
    graph = {**SOUND, "nodes": [{**SOUND["nodes"][0], "id": "start-stopp"}], "edges": [{**SOUND["edges"][0]}]}
    graph["edges"][0] |= {"source": "start-stop", "target": "start-stopp"}
    _, report = read_graph("g.json", written(graph))
    assert [dict(one.details)["guess"] for one in report.findings] == ["start-stopp"]


def test_a_fault_stands_at_its_line_and_column() -> None:
    data = b'{"format": "process-map-graph/1", "name": "x",\r\n "font_size": 9, "phases": ["a"],\n'
    data += b'  "lanes": ["b"], "nodes": [ {"id": "\\u00e5\\"", "phase": 4} ], "edges": []}'
    _, report = read_graph("g.json", data)
    places = {one.code: (one.place.line, one.place.column) for one in report.findings}
    assert places == {"J107": (3, 58), "J103": (3, 30)}


def test_every_fault_is_told_at_once() -> None:
    graph = changed("nodes.0.width", -1)
    graph["nodes"][1]["shape"] = "x"
    graph["edges"][0]["source"] = "y"
    assert [code for code, _ in codes(written(graph))] == ["J108", "J109", "J111"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "J101"),
        (b"nodes: []", "J101"),
        (b'{"format": "process-map-graph/1",}', "J101"),
        (b"[" * 100_000, "J101"),
        (b"\xff\xfe{", "L003"),
        (b" " * 16_000_001, "L005"),
        (b"[]", "J104"),
        (b"7", "J104"),
        (b"null", "J104"),
    ],
)
def test_a_file_of_another_kind_is_told_alone(data: bytes, code: str) -> None:
    _, report = read_graph("g.json", data)
    assert [one.code for one in report.findings] == [code]


def test_a_key_twice_is_told_with_the_line_of_the_first() -> None:
    data = written(SOUND).replace(b'"unit": "pt"', b'"unit": "pt",\n "name": "liten"')
    _, report = read_graph("g.json", data)
    assert [(one.code, dict(one.details)["first"], one.place.line) for one in report.findings] == [("L023", "3", 5)]


def test_a_number_of_very_many_digits_is_a_length_out_of_bounds() -> None:
    data = written(SOUND).replace(b'"width": 80', b'"width": ' + b"9" * 10_000)
    assert codes(data)[0] == ("J108", "nodes[0].width")
