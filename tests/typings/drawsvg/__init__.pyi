"""The part of drawsvg 2.4 that we use; an attribute is text or number, its name written with `_` for `-`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO

from drawsvg import types as types

Attribute = str | float | None

class DrawingElement: ...

class DrawingBasicElement(DrawingElement):
    TAG_NAME: str
    args: dict[str, Attribute]
    def __init__(self, **args: Attribute) -> None: ...
    def write_svg_element(
        self,
        id_map: dict[int, str],
        is_duplicate: Callable[[DrawingElement], bool],
        output_file: IO[str],
        lcontext: types.LocalContext,
        dry_run: bool,
        force_dup: bool = False,
    ) -> None: ...

class DrawingParentElement(DrawingBasicElement):
    children: list[DrawingElement]
    def __init__(self, children: Iterable[DrawingElement] = (), **args: Attribute) -> None: ...
    def append(self, element: DrawingElement, *, z: float | None = None) -> None: ...
    def extend(self, iterable: Iterable[DrawingElement], *, z: float | None = None) -> None: ...

class Group(DrawingParentElement): ...

class Title(DrawingBasicElement):
    def __init__(self, text: str, **args: Attribute) -> None: ...

class Raw(DrawingElement):
    def __init__(self, content: str, defs: Iterable[DrawingElement] = ()) -> None: ...

@dataclass(frozen=True)
class Context:
    invert_y: bool = False
    def override_args(self, args: dict[str, Attribute]) -> dict[str, Attribute]: ...
    def write_svg_document_args(self, d: Drawing, args: dict[str, Attribute], output_file: IO[str]) -> None: ...

class Drawing:
    width: Attribute
    height: Attribute
    view_box: tuple[str | float, str | float, str | float, str | float]
    def __init__(
        self,
        width: str | float,
        height: str | float,
        origin: str | tuple[float, float] = (0, 0),
        context: Context | None = None,
        id_prefix: str = "d",
        **svg_args: Attribute,
    ) -> None: ...
    def set_render_size(self, w: str | float | None = None, h: str | float | None = None) -> Drawing: ...
    def append(self, element: DrawingElement, *, z: float | None = None) -> None: ...
    def extend(self, iterable: Iterable[DrawingElement], *, z: float | None = None) -> None: ...
    def append_css(self, css_text: str) -> None: ...
    def as_svg(
        self,
        output_file: None = None,
        randomize_ids: bool = False,
        header: str = ...,
        skip_js: bool = False,
        skip_css: bool = False,
        context: Context | None = None,
    ) -> str: ...
