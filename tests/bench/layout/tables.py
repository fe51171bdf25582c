"""Rows of numbers as Markdown, and back: what the bench keeps is what its test compares."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

# Column → the judge's name for it.
COLUMNS = {
    "hard": "hard_faults",
    "lanes": "lane_violations",
    "crossings": "crossings",
    "bends": "bends",
    "straight": "straight_edges",
    "bundled": "bundled_pairs",
    "length": "length",
    "width": "width",
    "height": "height",
    **{f"pt {paper}": f"text_pt_{paper}" for paper in ("A4", "A3", "A2", "A1", "A0")},
    "off": "off_outline_ends",
    "tight": "tight_tracks",
    "gap": "min_gap",
    "back": "backward_flow",
}
KEYS = ("graph", "engine", "asked")
NONE = "–"

Number = float | None
Key = tuple[str, str, str]  # graph, engine, what was asked
Rows = dict[Key, dict[str, Number]]


def row(values: Mapping[str, Any]) -> dict[str, Number]:
    """The columns of one drawing, from the judge's answer."""
    return {column: values[name] for column, name in COLUMNS.items()}


def cell(value: object) -> str:
    """A number as it stands in the page."""
    return NONE if value is None else str(value)


def markdown(heads: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    """A table."""
    heads = list(heads)
    written = ("| " + " | ".join(cell(value) for value in line) + " |" for line in lines)
    return "\n".join(["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads), *written])


def markdown_rows(rows: Rows) -> str:
    """Rows with their keys."""
    return markdown([*KEYS, *COLUMNS], ([*key, *values.values()] for key, values in rows.items()))


def section(page: str, heading: str) -> list[dict[str, str]]:
    """The table below a heading: each line as its cells by column."""
    body = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [re.split(r"\s*\|\s*", line.strip("| ")) for line in body.splitlines() if line.startswith("|")]
    heads, _, *rest = lines
    return [dict(zip(heads, line, strict=True)) for line in rest]


def parsed_rows(page: str, heading: str) -> Rows:
    """The rows below a heading, as they were before they were written; lines without numbers are left out."""
    return {
        (line["graph"], line["engine"], line["asked"]): {column: number(line[column]) for column in COLUMNS}
        for line in section(page, heading)
        if line["crossings"] != NONE
    }


def number(text: str) -> Number:
    """A cell's number."""
    if text == NONE:
        return None
    return float(text) if "." in text else int(text)
