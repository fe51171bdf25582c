"""Contrast of the colours that the style sheet declares, and of text in drawings on what is painted below it.

Programs that test pages (axe-core) leave text of drawings undecided: they do not know what lies below it. Here the
outlines of a drawing are read, in the order in which they are painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.colour import Colour
from pipeline.writers.html.gate.opened import Element, OpenedPage, words
from pipeline.writers.written import Finding, Part

# WCAG 2.2, 1.4.3.
_LEAST = 4.5
_RULE = re.compile(r"(:root|\.fas-\d+)\s*\{([^{}]*)\}")
_PROPERTY = re.compile(r"--([a-z]+)\s*:\s*(#[0-9A-Fa-f]{6})\b")
_PHASE = re.compile(r"fas-\d+")
_PAIRS = {"ink": "paper", "grey": "paper", "on": "fill"}
_COMMAND = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
# How many numbers a command takes, of which the last two are where it ends (SVG 2, 9.3).
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "q": 4, "s": 4, "t": 2}
_TOLD = 60
_WHITE = Colour(255, 255, 255)


def declared(page: OpenedPage) -> Iterator[Finding]:
    """Words in ink and grey on paper, and those on the colour of each phase; every phase in the page has colours."""
    colours = _properties(page)
    for place, held in colours.items():
        for ink, ground in _PAIRS.items():
            if ink in held and ground in held and held[ink].contrast(held[ground]) < _LEAST:
                ratio = held[ink].contrast(held[ground])
                yield Finding("contrast_low", f"{place} {ink} {ratio:.2f}", Part.CONTRAST)
    used = {name for one in page.elements for name in str(one.get("class", "")).split() if _PHASE.fullmatch(name)}
    for name in sorted(used):
        if not {"fill", "on"} <= colours.get(f".{name}", {}).keys():
            yield Finding("phase_uncoloured", name, Part.CONTRAST)


def _properties(page: OpenedPage) -> dict[str, dict[str, Colour]]:
    """The colours that each rule declares, by its selector; later declarations of one are added."""
    found: dict[str, dict[str, Colour]] = {}
    for style in page.every("style"):
        for selector, inner in _RULE.findall(style.text or ""):
            held = {name: Colour.from_hex(value) for name, value in _PROPERTY.findall(inner)}
            found[selector] = {**held, **found.get(selector, {})}
    return found


# ---------------------------------------------------------------- text of drawings


@dataclass(frozen=True, slots=True)
class _Ground:
    """A filled outline, by the box around it, in the units of the drawing."""

    left: float
    top: float
    right: float
    bottom: float
    colour: Colour

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def lettered(page: OpenedPage) -> Iterator[Finding]:
    """Text of a drawing on the last outline painted below where it begins; on paper where there is none."""
    paper = _properties(page).get(":root", {}).get("paper", _WHITE)
    for svg in page.every("svg"):
        painted: list[_Ground] = []
        for element in svg.iter("path", "text"):
            colour = _colour(element)
            if element.tag == "path":
                painted += _ground(element, colour)
            elif colour is not None:
                ground = _below(element, painted, paper)
                if colour.contrast(ground) < _LEAST:
                    told = f"{words(element)[:_TOLD]} {colour.contrast(ground):.2f}"
                    yield Finding("drawing_contrast_low", told, Part.CONTRAST)


def _colour(element: Element) -> Colour | None:
    """Its own colour, or that of what it stands in; none where it is not painted or the style sheet decides."""
    for one in (element, *element.iterancestors("g", "a", "svg")):
        if one.get("fill") is not None:
            try:
                return Colour.from_hex(str(one.get("fill")))
            except ValueError:
                return None
    return None


def _ground(path: Element, colour: Colour | None) -> list[_Ground]:
    points = list(_points(str(path.get("d", ""))))
    if colour is None or not points:
        return []
    across, down = zip(*points, strict=True)
    return [_Ground(min(across), min(down), max(across), max(down), colour)]


def _below(text: Element, painted: list[_Ground], paper: Colour) -> Colour:
    """What lies under the middle of its first letter."""
    at = next(one for one in (text, *text.iter("tspan")) if one.get("x") or one is text)
    size = float(_inherited(at, "font-size"))
    x, y = float(at.get("x", "0")) + size / 4, float(at.get("y", "0")) - size / 4
    return next((one.colour for one in reversed(painted) if one.holds(x, y)), paper)


def _inherited(element: Element, name: str) -> str:
    return next((str(one.get(name)) for one in (element, *element.iterancestors()) if one.get(name)), "0")


def _points(path: str) -> Iterator[tuple[float, float]]:
    """Where the commands of an outline end; control points are left out, and arcs are not used."""
    x = y = start_x = start_y = 0.0
    for name, inner in _COMMAND.findall(path):
        takes, numbers = _TAKES.get(name.lower(), 0), [float(one) for one in _NUMBER.findall(inner)]
        if not takes:
            x, y = start_x, start_y
            continue
        for at in range(0, len(numbers) - takes + 1, takes):
            ends = numbers[at : at + takes][-2:]
            from_x, from_y = (x, y) if name.islower() else (0.0, 0.0)
            if name in "hH":
                x = from_x + ends[0]
            elif name in "vV":
                y = from_y + ends[0]
            else:
                x, y = from_x + ends[0], from_y + ends[1]
            if name in "mM" and not at:
                start_x, start_y = x, y
            yield x, y


RULES = (declared, lettered)
