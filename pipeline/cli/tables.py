"""Tables on a screen: columns as wide as their longest entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def table(heads: Mapping[str, str], rows: Sequence[Mapping[str, str | int]]) -> str:
    """Heads and rows, one line each; the last column runs free."""
    lines = [list(heads.values()), *([str(row[name]) for name in heads] for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(heads))]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines)
    return "\n".join("  ".join(line).rstrip() for line in padded)
