"""A small sound graph, and copies of it with one thing changed."""

import copy
import json
from typing import Any

SOUND: dict[str, Any] = {
    "format": "process-map-graph/1",
    "name": "liten",
    "unit": "pt",
    "font_size": 9,
    "phases": ["Före", "Efter"],
    "lanes": ["Kommunen"],
    "nodes": [
        {"id": "a", "phase": 0, "lane": 0, "shape": "start_stop", "label": "Start", "width": 80, "height": 30},
        {"id": "b", "phase": 0, "lane": 0, "shape": "yes_no", "label": "Ja?", "width": 90, "height": 40},
        {"id": "c", "phase": 1, "lane": 0, "shape": "one_many", "label": "Gör", "width": 80, "height": 36},
    ],
    "edges": [
        {"id": "ab", "source": "a", "target": "b", "label": "", "label_width": 0, "label_height": 0, "kind": "flow"},
        {
            "id": "bc",
            "source": "b",
            "target": "c",
            "label": "ja",
            "label_width": 14,
            "label_height": 11,
            "kind": "flow",
        },
    ],
}


def changed(path: str, value: object) -> dict[str, Any]:
    """The sound graph with another value at a path such as nodes.0.width."""
    graph = copy.deepcopy(SOUND)
    *way, last = path.split(".")
    node: Any = graph
    for part in way:
        node = node[int(part)] if part.isdigit() else node[part]
    node[int(last) if last.isdigit() else last] = value
    return graph


def without(path: str) -> dict[str, Any]:
    """The sound graph without a key."""
    graph = copy.deepcopy(SOUND)
    *way, last = path.split(".")
    node: Any = graph
    for part in way:
        node = node[int(part)] if part.isdigit() else node[part]
    del node[last]
    return graph


def written(graph: object) -> bytes:
    """The graph as a file with a key on each line, so that a place tells which is meant."""
    return json.dumps(graph, ensure_ascii=False, indent=1).encode()
