"""Reading a font: its tables by tag, the few that we read with their fields."""

from os import PathLike
from typing import Any, BinaryIO, Literal, overload

class TTLibError(Exception): ...

class _Head:
    unitsPerEm: int

class _HorizontalHeader:
    ascent: int
    descent: int

class _HorizontalMetrics:
    # Glyph name → advance and left side bearing, in units of the em.
    def __getitem__(self, glyph: str) -> tuple[int, int]: ...

class _Os2:
    sCapHeight: int
    sxHeight: int

class _Names:
    def getDebugName(self, nameID: int) -> str | None: ...

class TTFont:
    flavor: str | None
    def __init__(
        self,
        file: str | PathLike[str] | BinaryIO | None = None,
        *,
        flavor: str | None = None,
        recalcBBoxes: bool = True,
        recalcTimestamp: bool = True,
        fontNumber: int = -1,
        lazy: bool | None = None,
    ) -> None: ...
    @overload
    def __getitem__(self, tag: Literal["head"]) -> _Head: ...
    @overload
    def __getitem__(self, tag: Literal["hhea"]) -> _HorizontalHeader: ...
    @overload
    def __getitem__(self, tag: Literal["hmtx"]) -> _HorizontalMetrics: ...
    @overload
    def __getitem__(self, tag: Literal["OS/2"]) -> _Os2: ...
    @overload
    def __getitem__(self, tag: Literal["name"]) -> _Names: ...
    @overload
    def __getitem__(self, tag: str) -> Any: ...  # tables that only tests read
    def __contains__(self, tag: str) -> bool: ...
    def getBestCmap(self) -> dict[int, str] | None: ...
    def getGlyphOrder(self) -> list[str]: ...
    def save(self, file: str | PathLike[str] | BinaryIO, reorderTables: bool | None = True) -> None: ...
    def close(self) -> None: ...
