"""Path data in as few characters as the grammar allows (SVG 1.1, 8.3): for drawings inside a page of limited size.

All points are on a grid of 0.01 mm, and steps between them are exact on it, so that nothing adds up over a long path.
"""

from __future__ import annotations

from typing import assert_never

from pipeline.geometry import Close, Curve, Line, Move, Path, Point

_GRID = 100  # steps in a mm

_Place = tuple[int, int]


def compact(path: Path) -> str:
    """The path with relative commands; lines of no length, which round joins do not show, are left out."""
    at = start = (0, 0)
    found: list[str] = []
    for piece in path:
        match piece:
            case Move(to):
                at = start = _place(to)
                found.append(f"M{_numbers(*at)}")
            case Line(to):
                found.append(_line(at, _place(to)))
                at = _place(to)
            case Curve(one, two, to):
                steps = [number for point in (one, two, to) for number in _step(at, _place(point))]
                found.append(f"c{_numbers(*steps)}")
                at = _place(to)
            case Close():
                found.append("z")
                at = start
            case _:
                assert_never(piece)
    return "".join(found)


def _line(at: _Place, to: _Place) -> str:
    across, down = _step(at, to)
    if down == 0:
        return f"h{_numbers(across)}" if across else ""
    return f"l{_numbers(across, down)}" if across else f"v{_numbers(down)}"


def _place(point: Point) -> _Place:
    return round(point.x * _GRID), round(point.y * _GRID)


def _step(at: _Place, to: _Place) -> _Place:
    return to[0] - at[0], to[1] - at[1]


def _numbers(*values: int) -> str:
    """Numbers of the grid in mm; a sign parts two numbers as well as a space does."""
    text = "".join(f"{'' if value < 0 else ' '}{_number(value)}" for value in values)
    return text.removeprefix(" ")


def _number(value: int) -> str:
    whole, part = divmod(abs(value), _GRID)
    decimals = f".{part:02d}".rstrip("0") if part else ""
    return f"{'-' if value < 0 else ''}{whole if whole or not part else ''}{decimals}"
