"""Cutting a font down to the characters of a text."""

from collections.abc import Iterable
from os import PathLike
from typing import BinaryIO

from fontTools.ttLib import TTFont

Setting = bool | int | str | list[str] | list[int] | None

class Options:
    flavor: str | None
    def __init__(self, **kwargs: Setting) -> None: ...

class Subsetter:
    def __init__(self, options: Options | None = None) -> None: ...
    def populate(
        self,
        glyphs: Iterable[str] = (),
        gids: Iterable[int] = (),
        unicodes: Iterable[int] = (),
        text: str = "",
    ) -> None: ...
    def subset(self, font: TTFont) -> None: ...

def save_font(font: TTFont, outfile: str | PathLike[str] | BinaryIO, options: Options) -> None: ...
