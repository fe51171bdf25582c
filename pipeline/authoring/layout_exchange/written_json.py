"""JSON as a person can read and compare it: short values on one line, each entry of a list on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def json_lines(head: Mapping[str, object], lists: Mapping[str, Sequence[object]]) -> bytes:
    """A JSON object: each key of the head on a line, then lists with each entry on a line."""
    parts = [f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    for key, values in lists.items():
        lines = ",\n".join(f"  {json.dumps(value, ensure_ascii=False)}" for value in values)
        parts.append(f" {json.dumps(key)}: [\n{lines}\n ]" if values else f" {json.dumps(key)}: []")
    # A half of a surrogate pair is no character that UTF-8 can hold, but may stand in JSON as an escape.
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "backslashreplace")
