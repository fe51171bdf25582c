"""The shapes a theme may choose from: one file and one line here for each, imported when it is first drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.shapes.base import Shape

# Name in themes → module and class below this package.
_HOMES = {
    "pill": "pill:Pill",
    "rectangle": "rectangle:Rectangle",
    "hexagon": "hexagon:Hexagon",
    "signpost": "signpost:Signpost",
}


class _Shapes(Mapping[str, "Shape"]):
    """The shapes by name. The names alone are what `check` needs, and they import no geometry."""

    def __getitem__(self, name: str) -> Shape:
        return _shape(_HOMES[name])

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


@cache
def _shape(home: str) -> Shape:
    module, _, name = home.partition(":")
    shape: Shape = getattr(import_module(f"{__name__}.{module}"), name)()
    return shape


SHAPES: Mapping[str, Shape] = _Shapes()

__all__ = ["SHAPES"]
