"""Files of the format process-map-lock/1: what a drawing keeps for the next one; equal holds give equal bytes."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.authoring.layout_exchange.map_graph import MapGraph
from pipeline.authoring.layout_exchange.placed_json import read_json
from pipeline.authoring.layout_exchange.written_json import json_lines
from pipeline.diagnostics import Report, diagnose
from pipeline.geometry import Size
from pipeline.layout import ENGINE_VERSION, Hold, Lines, Seat
from pipeline.reading import FILE_LIMIT
from pipeline.spans import Place

FORMAT = "process-map-lock/1"


def read_hold(file: str, data: bytes) -> tuple[Hold | None, Report]:
    """The hold in a file, or None and what is wrong. `file` is its name in the findings.

    Places that another version of the engine gave are left out: its seats still hold.
    """
    placed = read_json(file, data, FILE_LIMIT)
    if placed.findings:
        return None, Report.of(placed.findings)
    try:
        return _hold(_object(placed.value)), Report()
    except (KeyError, TypeError, ValueError):
        return None, Report.of([diagnose("J113", Place(file), expected=FORMAT)])


def hold_bytes(graph: MapGraph, hold: Hold) -> bytes:
    """The file of a hold; each seat takes a line."""
    head: dict[str, object] = {
        "format": FORMAT,
        "graph": graph.name,
        "layout": ENGINE_VERSION,
        "thorough": hold.thorough,
    }
    if hold.lines:
        lines = hold.lines
        head["size"] = [lines.size.width, lines.size.height]
        head |= {"columns": lines.columns, "rows": lines.rows, "rims": lines.rims}
    seats = [
        {"id": name, "phase": seat.band, "lane": seat.lane, "column": seat.column, "row": seat.row}
        for name, seat in hold.seats
    ]
    return json_lines(head, {"nodes": seats})


def _hold(root: Mapping[str, object]) -> Hold:
    if root["format"] != FORMAT:
        raise ValueError(root["format"])
    seats = (_object(node) for node in _list(root["nodes"]))
    named = {
        _text(seat["id"]): Seat(
            _whole(seat["phase"]), _whole(seat["lane"]), _length(seat["column"]), _length(seat["row"])
        )
        for seat in seats
    }
    is_ours = root["layout"] == ENGINE_VERSION and "size" in root
    return Hold(tuple(sorted(named.items())), _lines(root) if is_ours else None, root["thorough"] is True)


def _lines(root: Mapping[str, object]) -> Lines:
    width, height = (_length(length) for length in _list(root["size"]))
    columns, rows = (
        tuple(
            (_whole(group), _length(line), _length(place))
            for group, line, place in (_list(entry) for entry in _list(root[key]))
        )
        for key in ("columns", "rows")
    )
    return Lines(Size(width, height), columns, rows, tuple(_length(rim) for rim in _list(root["rims"])))


def _object(value: object) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise TypeError(value)


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise TypeError(value)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(value)


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise TypeError(value)


def _length(value: object) -> float:
    """A number that no drawing is too small for."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1_000_000:
        return float(value)
    raise TypeError(value)
