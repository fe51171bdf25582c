"""drawsvg made safe: attributes escaped, numbers rounded, and the elements that it lacks."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

import drawsvg

_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


@dataclass(frozen=True)
class EscapingContext(drawsvg.Context):
    """Escapes every attribute value; drawsvg itself writes them as they come."""

    def override_args(self, args: dict[str, Any]) -> dict[str, Any]:
        """The attributes of one element, escaped; elements referred to are left alone."""
        return {name: _escaped(value) for name, value in super().override_args(args).items()}

    def write_svg_document_args(self, d: drawsvg.Drawing, args: dict[str, Any], output_file: Any) -> None:
        """The attributes of the root element, escaped."""
        super().write_svg_document_args(d, {name: _escaped(value) for name, value in args.items()}, output_file)


def _escaped(value: Any) -> Any:
    return escape(value, _QUOTES) if isinstance(value, str) else value


class Words(drawsvg.Title):
    """An element that holds nothing but text, which drawsvg escapes."""

    def __init__(self, tag: str, text: str, /, **attributes: str) -> None:
        """An element of this tag; attribute names as drawsvg writes them (`_` for `-`, `__` for `:`)."""
        super().__init__(text, **attributes)
        self.TAG_NAME = tag


class Alone(drawsvg.DrawingBasicElement):
    """An element that holds nothing."""

    def __init__(self, tag: str, /, **attributes: str) -> None:
        """An element of this tag."""
        super().__init__(**attributes)
        self.TAG_NAME = tag


class Parent(drawsvg.Group):
    """An element that holds other elements."""

    def __init__(self, tag: str, children: tuple[drawsvg.DrawingElement, ...] = (), /, **attributes: str) -> None:
        """An element of this tag with these children."""
        super().__init__(children, **attributes)
        self.TAG_NAME = tag

    def written(self) -> str:
        """The element alone as text. drawsvg writes whole files only, whose header a page has no place for."""
        output = io.StringIO()
        context = drawsvg.types.LocalContext(EscapingContext(), self, self)
        self.write_svg_element({}, lambda _: False, output, context, False)
        return output.getvalue()


def number(value: float, digits: int = 2) -> str:
    """A number with at most this many decimals and no trailing zeros; 0.01 mm is finer than any printer."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def slug(name: str) -> str:
    """An id of plain letters, digits, full stops and hyphens, starting with a letter."""
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", name).strip("-.")
    return plain if plain[:1].isalpha() else f"n-{plain}"
