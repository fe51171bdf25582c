"""Files of the format process-map-graph/1: read with every fault told at once, and written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.authoring.layout_exchange.map_graph import KINDS, SHAPES, MapEdge, MapGraph, MapNode
from pipeline.authoring.layout_exchange.placed_json import read_json
from pipeline.authoring.layout_exchange.written_json import json_lines
from pipeline.diagnostics import Diagnostic, Report, closest, diagnose
from pipeline.lengths import Pt
from pipeline.reading import FILE_LIMIT
from pipeline.spans import Marks

FORMAT = "process-map-graph/1"
LEAST, MOST = 1, 14_400
"""Lengths in pt; the most is the side of the largest page that PDF is sure of (ISO 32000-1, annex C)."""

_SHOWN = 60  # characters of a refused value

Path = tuple[str | int, ...]
Made = TypeVar("Made")


def read_graph(file: str, data: bytes) -> tuple[MapGraph | None, Report]:
    """The graph in a file, or None, and all that is wrong with it. `file` is its name in the findings."""
    placed = read_json(file, data, FILE_LIMIT)
    if placed.value is None and placed.findings:
        return None, Report.of(placed.findings)
    reader = _Reader(placed.marks, list(placed.findings))
    graph = reader.graph(placed.value)
    return (None if reader.findings else graph), Report.of(reader.findings)


def graph_bytes(graph: MapGraph) -> bytes:
    """The file of a graph; a node and an edge take one line each."""
    nodes = (
        {"id": n.name, "phase": n.phase, "lane": n.lane, "shape": n.shape, "label": n.label}
        | {"width": _rounded(n.width), "height": _rounded(n.height)}
        for n in graph.nodes
    )
    edges = (
        {"id": e.name, "source": e.source, "target": e.target, "label": e.label}
        | {"label_width": _rounded(e.label_width), "label_height": _rounded(e.label_height)}
        | {"kind": KINDS[e.is_coupling]}
        for e in graph.edges
    )
    head = {"format": FORMAT, "name": graph.name, "unit": "pt", "font_size": _rounded(graph.font_size)}
    areas = {"phases": list(graph.phases), "lanes": list(graph.lanes)}
    return json_lines(head | areas, {"nodes": list(nodes), "edges": list(edges)})


def _rounded(length: float) -> float:
    return round(length, 3)


@dataclass(slots=True)
class _Reader:
    """Takes the parts of a graph out of JSON. What is wrong is noted, and something harmless taken instead."""

    marks: Marks
    findings: list[Diagnostic] = field(default_factory=list)

    def graph(self, value: object) -> MapGraph | None:
        """The whole graph; None where the file holds something else."""
        root = self._object(value, ())
        if not self._is_format(root):
            return None
        phases, lanes = self._names(root, "phases"), self._names(root, "lanes")
        self._unit(root)
        nodes = self._each(root, "nodes", lambda node, path: self._node(node, path, len(phases), len(lanes)))
        known = self._once("nodes", [node.name for node in nodes])
        edges = self._each(root, "edges", lambda edge, path: self._edge(edge, path, known))
        self._once("edges", [edge.name for edge in edges])
        name, size = self._text(root, ("name",)), self._length(root, ("font_size",), LEAST)
        return MapGraph(name, size, phases, lanes, nodes, edges)

    def _is_format(self, root: Mapping[str, object]) -> bool:
        """Another format is told alone: nothing in such a file means what it seems to."""
        if isinstance(root, _NoObject):
            return False
        if self._has(root, ("format",)) and root["format"] != FORMAT:
            self._fault("J102", ("format",), value=_shown(root["format"]), expected=FORMAT)
            return False
        return True

    def _unit(self, root: Mapping[str, object]) -> None:
        if root.get("unit", "pt") != "pt":
            self._fault("J109", ("unit",), value=_shown(root["unit"]), allowed="pt")

    def _node(self, node: Mapping[str, object], path: Path, phases: int, lanes: int) -> MapNode:
        return MapNode(
            name=self._text(node, (*path, "id")),
            phase=self._index(node, (*path, "phase"), phases),
            lane=self._index(node, (*path, "lane"), lanes),
            shape=self._choice(node, (*path, "shape"), SHAPES),
            label=self._text(node, (*path, "label"), may_be_empty=True),
            width=self._length(node, (*path, "width"), LEAST),
            height=self._length(node, (*path, "height"), LEAST),
        )

    def _edge(self, edge: Mapping[str, object], path: Path, known: frozenset[str]) -> MapEdge:
        label = self._text(edge, (*path, "label"), may_be_empty=True)
        least = LEAST if label else 0
        return MapEdge(
            name=self._text(edge, (*path, "id")),
            source=self._end(edge, (*path, "source"), known),
            target=self._end(edge, (*path, "target"), known),
            label=label,
            label_width=self._length(edge, (*path, "label_width"), least),
            label_height=self._length(edge, (*path, "label_height"), least),
            is_coupling=self._choice(edge, (*path, "kind"), KINDS) == KINDS[True],
        )

    def _end(self, edge: Mapping[str, object], path: Path, known: frozenset[str]) -> str:
        name = self._text(edge, path)
        if name and name not in known:
            self._fault("J111", path, value=_shown(name), guess=closest(name, sorted(known)))
        return name

    def _once(self, key: str, names: Sequence[str]) -> frozenset[str]:
        """The names, each of which may be there once. An empty one stands for one that could not be read."""
        first: dict[str, int] = {}
        for number, name in enumerate(names):
            if name and name in first:
                there = self.marks.at(key, first[name], "id")
                self._fault("J110", (key, number, "id"), value=_shown(name), first=there)
            first.setdefault(name, number)
        return frozenset(first)

    def _each(
        self, root: Mapping[str, object], key: str, made: Callable[[Mapping[str, object], Path], Made]
    ) -> tuple[Made, ...]:
        entries = enumerate(self._list(root, key))
        return tuple(made(self._object(entry, (key, number)), (key, number)) for number, entry in entries)

    def _names(self, root: Mapping[str, object], key: str) -> tuple[str, ...]:
        values = enumerate(self._list(root, key, may_be_empty=False))
        return tuple(self._as_text(value, (key, number), may_be_empty=False) for number, value in values)

    def _list(self, root: Mapping[str, object], key: str, may_be_empty: bool = True) -> list[object]:
        value = root[key] if self._has(root, (key,)) else None
        if isinstance(value, list):
            if not value and not may_be_empty:
                self._fault("J112", (key,))
            return value
        if key in root:
            self._fault("J105", (key,))
        return []

    def _object(self, value: object, path: Path) -> Mapping[str, object]:
        """The object, or in its place one whose keys are not told as missing one by one."""
        if isinstance(value, dict):
            return value
        self._fault("J104", path)
        return _NoObject()

    def _text(self, around: Mapping[str, object], path: Path, may_be_empty: bool = False) -> str:
        return self._as_text(around[str(path[-1])], path, may_be_empty) if self._has(around, path) else ""

    def _as_text(self, value: object, path: Path, may_be_empty: bool) -> str:
        if isinstance(value, str) and (value or may_be_empty):
            return value
        self._fault("J106", path)
        return ""

    def _index(self, around: Mapping[str, object], path: Path, count: int) -> int:
        if not self._has(around, path) or not count:
            return 0
        value = around[str(path[-1])]
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < count:
            return value
        self._fault("J107", path, value=_shown(value), high=count - 1, key=f"{path[-1]}s")
        return 0

    def _length(self, around: Mapping[str, object], path: Path, low: int) -> Pt:
        if not self._has(around, path):
            return Pt(LEAST)
        value = around[str(path[-1])]
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= MOST:
            return Pt(value)
        self._fault("J108", path, value=_shown(value), low=low, high=MOST)
        return Pt(LEAST)

    def _choice(self, around: Mapping[str, object], path: Path, allowed: Sequence[str]) -> str:
        if not self._has(around, path):
            return allowed[0]
        value = around[str(path[-1])]
        if isinstance(value, str) and value in allowed:
            return value
        guess = closest(value, allowed) if isinstance(value, str) else ""
        self._fault("J109", path, value=_shown(value), allowed=", ".join(allowed), guess=guess)
        return allowed[0]

    def _has(self, around: Mapping[str, object], path: Path) -> bool:
        """True if the key is there; that it is missing is told at the object that should have it."""
        key = path[-1]
        if key in around:
            return True
        if not isinstance(around, _NoObject):
            self.findings.append(diagnose("J103", self.marks.at(*path[:-1]), path=_written(path)))
        return False

    def _fault(self, code: str, path: Path, **details: object) -> None:
        self.findings.append(diagnose(code, self.marks.at(*path), path=_written(path), **details))


class _NoObject(dict[str, object]):
    """In place of what should have been an object."""


def _written(path: Path) -> str:
    """The path as programs write it: nodes[3].width."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _shown(value: object) -> str:
    """A refused value as it stands in the file, shortened."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "\u2026"
