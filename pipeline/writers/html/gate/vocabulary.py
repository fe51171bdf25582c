"""What a page is made of: the elements and attributes that it may have, and what may stand in them. Nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.writers.html.gate.opened import Element, OpenedPage, drawn
from pipeline.writers.written import Finding, Part

# Attributes that any element may have. `style` is none of them, nor is any handler: the policy forbids both.
_ANY = frozenset(
    {"id", "class", "lang", "role", "tabindex", "hidden", "aria-label", "aria-labelledby", "aria-describedby"}
    | {"aria-hidden", "aria-current", "aria-controls", "aria-expanded", "aria-pressed", "aria-live"}
)
_PLAIN = (
    *("html", "head", "body", "header", "main", "nav", "section", "article", "aside", "footer", "div", "p", "span"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "strong", "em", "sup", "br", "hr"),
    *("figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "td", "style", "template", "li", "title"),
)
_HTML: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN, frozenset[str]()),
    "a": frozenset({"href", "rel"}),
    "button": frozenset({"type"}),
    "form": frozenset(),
    "input": frozenset({"type", "autocomplete", "spellcheck"}),
    "label": frozenset({"for"}),
    "meta": frozenset({"charset", "name", "content", "http-equiv"}),
    "option": frozenset({"value"}),
    "script": frozenset({"type"}),
    "select": frozenset(),
    "th": frozenset({"scope"}),
}
_PAINT = frozenset({"fill", "fill-rule", "stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray"})
_FONT = frozenset({"font-size", "font-weight", "font-style"})
_LETTERS = _FONT | {"fill", "x", "y"}
# The parser of lxml writes the names of attributes in small letters.
_SVG: dict[str, frozenset[str]] = {
    "svg": _PAINT | _FONT | {"viewbox", "width", "height", "focusable"},
    "symbol": _PAINT | _FONT | {"viewbox"},
    "defs": frozenset(),
    "title": frozenset(),
    "desc": frozenset(),
    "g": _PAINT | _LETTERS,
    "a": frozenset({"href"}),
    "path": _PAINT | {"d", "vector-effect"},
    "text": _LETTERS,
    "tspan": _LETTERS,
    "use": frozenset({"href", "x", "y", "width", "height"}),
    "image": frozenset({"href", "x", "y", "width", "height"}),
}
# A data attribute means nothing to a browser: only our own script reads it.
_OWN = re.compile(r"data-[a-z]+(-[a-z]+)*")
_NUMBER = r"-?\d*\.?\d+"
_PAINTED = r"none|currentColor|#[0-9A-Fa-f]{3,6}|var\(--[a-z]+\)"
_VALUES = {
    **dict.fromkeys(("fill", "stroke"), _PAINTED),
    **dict.fromkeys(("x", "y", "width", "height", "stroke-width", "font-size"), _NUMBER),
    "viewbox": rf"{_NUMBER}( {_NUMBER}){{3}}",
    "d": r"[MLHVCSQTAZmlhvcsqtaz0-9., -]*",
    "tabindex": r"0|-1",
    "id": r"\S+",
    "rel": "noopener",
    "type": "button|search|text|application/json",
    "http-equiv": "Content-Security-Policy",
    "scope": "col|row",
}
_ALLOWED = {name: re.compile(pattern) for name, pattern in _VALUES.items()}
_TOLD = 60


def elements(page: OpenedPage) -> Iterator[Finding]:
    """Every node is an element that a page or a drawing may have; no comments and no instructions."""
    for node in page.root.iter():
        if node.tag not in (_SVG if drawn(node) else _HTML):  # comments and instructions have a function as tag
            yield Finding("element_unknown", str(getattr(node.tag, "__name__", node.tag))[:_TOLD], Part.SAFETY)


def attributes(page: OpenedPage) -> Iterator[Finding]:
    """Every attribute is one that its element may have, with a value of the expected form."""
    for element in page.elements:
        own = (_SVG if drawn(element) else _HTML).get(str(element.tag), frozenset())
        for key, given in element.attrib.items():
            name, value = str(key), str(given)
            if name not in _ANY and name not in own and not _OWN.fullmatch(name):
                yield Finding("attribute_unknown", _told(element, name, value), Part.SAFETY)
            elif name in _ALLOWED and not _ALLOWED[name].fullmatch(value):
                yield Finding("attribute_value", _told(element, name, value), Part.SAFETY)


def _told(element: Element, name: str, value: str) -> str:
    return f"{element.tag} {name}={value[:_TOLD]!r}"


RULES = (elements, attributes)
