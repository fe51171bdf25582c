"""The templates' environment, and the only places where text becomes markup without being escaped.

Everything that a template is handed is escaped, always. A few kinds of text are not, each with its reason here:
drawings, the style sheet, the scripts, the register, and what came out of a template. No other
module makes `Markup` out of text of the content.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup, escape

_PACKAGE = "pipeline.writers.html"
_HELD = re.compile(r"[^\s\u2011]+(?:\u2011[^\s\u2011]+)+")  # words that a hyphen without a break holds together


@cache
def environment() -> Environment:
    """Escaping without exception; a name that is missing is an error, never an empty place."""
    found = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    found.filters["prose"] = prose
    return found


@cache
def macro(template: str, name: str) -> Macro:
    """A macro of a template, to be called from Python: it gives markup with everything in it escaped."""
    found: Macro = getattr(environment().get_template(template).module, name)
    return found


def prose(text: str) -> Markup:
    """Text with its line feeds as breaks, and words with U+2011 whole: the base family has no such hyphen."""
    escaped = str(escape(text))
    if "\u2011" in escaped:
        escaped = _HELD.sub(_whole, escaped)
    return Markup(escaped.replace("\n", "<br>"))


def _whole(found: re.Match[str]) -> str:
    return '<span class="whole">' + found[0].replace("\u2011", "-") + "</span>"


def finished(body: str) -> Markup:
    """The views, as our own templates made them: everything in them was escaped there."""
    return Markup(body)


def drawing(svg: str) -> Markup:
    """A drawing of ours: every attribute and text in it is escaped by writers/svg."""
    return Markup(svg)


def style(css: str) -> Markup:
    """Style rules of ours: the sheet that stands beside this module, and values that writers/html/rules.py vouches for.

    Raises ValueError if they could end the element that holds them (HTML standard, 13.2.5.4: raw text).
    """
    return Markup(_without_end(css, "style"))


def script(text: str) -> Markup:
    """A script of ours, from a file beside this module; nothing of the content is ever written into it.

    Raises ValueError if it could end the element that holds it, or begin a comment in it.
    """
    return Markup(_without_end(text, "script"))


def register(value: object) -> Markup:
    """Content as JSON for a data block: what could mean something to HTML is written as \\uXXXX."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&'\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def packed(name: str) -> str:
    """A text file that stands beside this module."""
    return (resources.files(_PACKAGE) / name).read_text(encoding="utf-8")


def _without_end(text: str, element: str) -> str:
    if f"</{element}" in text.lower() or "<!--" in text:
        raise ValueError(element)
    return text
