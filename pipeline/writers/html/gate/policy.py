"""What a page may load and run: its policy, its scripts, its data and its style sheet.

The policy is that of the decision about the web page; hashes are counted again here (CSP Level 3, 2.3.1 and 6.7.3).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator

from pipeline.writers.html.gate.opened import Element, OpenedPage, asleep
from pipeline.writers.written import Finding, Part

_FIXED = {
    "default-src": ("'none'",),
    "img-src": ("data:",),
    "font-src": ("data:",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}
_DATA = "application/json"
# The early word in the head, and the script itself at the end.
_SCRIPTS = ("head", "body")
_MOST_SCRIPT = 30_000
# What makes code or markup out of text, asks a network, or keeps something of the visitor.
_REACHING = re.compile(
    r"\beval\b|\bFunction\s*\(|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment"
    r"|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bimport\b|importScripts|serviceWorker"
    r"|(?:local|session)Storage|indexedDB|document\.cookie|\bsetAttribute\(\s*[\"']on"
)
_FONT = re.compile(r"url\(data:font/woff2;base64,d09GMg[A-Za-z0-9+/=]*\)")
_FETCHING = re.compile(r"url\(|@import|image-set\(|@namespace|expression\(|src\s*\(|\\", re.IGNORECASE)
_TOLD = 60


def policies(page: OpenedPage) -> Iterator[Finding]:
    """One policy, before all that it is about, with the directives agreed on and the hashes of these very texts."""
    held = [one for one in page.every("meta") if one.get("http-equiv") is not None]
    if len(held) != 1:
        yield Finding("policy_missing", str(len(held)), Part.SAFETY)
        return
    before = [one.tag for one in page.elements[: page.elements.index(held[0])]]
    if before != ["html", "head", "meta"]:
        yield Finding("policy_late", " ".join(map(str, before))[:_TOLD], Part.SAFETY)
    styles, scripts = [_text(one) for one in page.every("style")], [_text(one) for one in _running(page)]
    wanted = {**_FIXED, "style-src": _hashes(styles), "script-src": _hashes(scripts)}
    for name in sorted(wanted.keys() ^ (told := _directives(str(held[0].get("content", "")))).keys()):
        yield Finding("policy_differs", name, Part.SAFETY)
    for name in sorted(wanted.keys() & told.keys()):
        if sorted(told[name]) != sorted(wanted[name]):
            yield Finding("policy_differs", name, Part.SAFETY)


def _directives(policy: str) -> dict[str, tuple[str, ...]]:
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: tuple(values) for name, *values in parts}


def _hashes(texts: list[str]) -> tuple[str, ...]:
    digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    return tuple(f"'sha256-{digest}'" for digest in sorted(digests)) or ("'none'",)


def _running(page: OpenedPage) -> Iterator[Element]:
    return (one for one in page.every("script") if one.get("type") != _DATA)


def _text(element: Element) -> str:
    return element.text or ""


def scripts(page: OpenedPage) -> Iterator[Finding]:
    """Two scripts, one in the head and one last in the body; small, and neither makes code of text nor reaches out."""
    running = list(_running(page))
    places = tuple(str(above.tag) if (above := one.getparent()) is not None else "" for one in running)
    last = running[-1] if running else None
    if places != _SCRIPTS or (last is not None and last.getnext() is not None):
        yield Finding("scripts_differ", " ".join(places)[:_TOLD], Part.SAFETY)
    for one in running:
        if found := _REACHING.search(_text(one)):
            yield Finding("script_reaches", found[0], Part.SAFETY)
    if (size := sum(len(_text(one).encode()) for one in running)) >= _MOST_SCRIPT:
        yield Finding("script_large", str(size))


def blocks(page: OpenedPage) -> Iterator[Finding]:
    """One block of data, which is JSON and cannot be taken for markup."""
    held = [one for one in page.every("script") if one.get("type") == _DATA]
    if [one.get("id") for one in held] != ["register"]:
        yield Finding("data_missing", str(len(held)))
    for one in held:
        try:
            json.loads(_text(one))
        except ValueError as reason:
            yield Finding("data_unreadable", str(reason))
        if "<" in _text(one):
            yield Finding("data_unescaped", "<", Part.SAFETY)


def styles(page: OpenedPage) -> Iterator[Finding]:
    """One style sheet in the head, which fetches nothing; its fonts are in it."""
    held = [one for one in page.every("style") if not asleep(one)]
    above = [one.getparent() for one in held]
    if len(held) != 1 or above[0] is None or above[0].tag != "head":
        yield Finding("styles_differ", str(len(held)), Part.SAFETY)
    for one in held:
        if found := _FETCHING.search(_FONT.sub("", _text(one))):
            yield Finding("style_fetches", found[0], Part.SAFETY)


RULES = (policies, scripts, blocks, styles)
