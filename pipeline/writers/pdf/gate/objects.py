"""Objects of a PDF, asked for what may not be there."""

from __future__ import annotations

from typing import Any

import pikepdf


def listed(held: Any) -> tuple[Any, ...]:
    """What a key holds that takes one thing or several."""
    if held is None:
        return ()
    return tuple(held) if isinstance(held, pikepdf.Array) else (held,)


def below(held: Any, *names: str) -> Any:
    """What lies below a dictionary by these keys, one after the other; None where one of them is missing."""
    for name in names:
        held = held.get(name) if isinstance(held, pikepdf.Dictionary | pikepdf.Stream) else None
    return held


def pairs(held: Any) -> tuple[tuple[str, Any], ...]:
    """Keys and values of a dictionary that may be missing."""
    return tuple(held.items()) if isinstance(held, pikepdf.Dictionary) else ()
