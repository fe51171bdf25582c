"""Judges of the web page that others wrote: axe-core of its accessibility in a browser, vnu of its HTML and CSS.

npm installs both from the lock in tests/support/web_tools (tests/support/npm.py).
"""

import json
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.browser import Tab
from tests.support.npm import npm_home, tool

# WCAG 2.2 at levels A and AA, and what axe's authors call good practice.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
_RUN = """async (tags) => {
  const unseen = { exclude: ["html.script .view:not(.shown)"] }; // which axe would pass over too, but slowly
  const found = await axe.run(unseen, { runOnly: tags, resultTypes: ["violations"], elementRef: false });
  return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.flat().join(" "), node.any
    .concat(node.all, node.none).map(check => check.message).join("; ")]));
}"""
_PATIENCE = 180  # seconds that vnu may take for all files; ten are usual for one of our size


@cache
def _axe() -> str:
    return (npm_home("web_tools") / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def accessibility_faults(tab: Tab) -> list[str]:
    """What axe finds in the page as it is now shown: the rule, the selector of the element, and what is wrong."""
    if not tab.page.evaluate("() => 'axe' in globalThis"):
        tab.page.evaluate(_axe())
    found: list[list[str]] = tab.page.evaluate(_RUN, list(RULES))
    return [": ".join(one) for one in found]


def markup_messages(files: Iterable[Path]) -> list[tuple[str, str]]:
    """What vnu says of the files, as its kind (`error`, `warning` or `info`) and a line; one start of Java."""
    jar = npm_home("web_tools") / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [tool("java"), "-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE)
    return [_told(one) for one in json.loads(done.stderr)["messages"]]


def _told(message: dict[str, Any]) -> tuple[str, str]:
    kind = message["subType"] if message.get("subType") == "warning" else message["type"]
    place = f"{Path(message.get('url', '')).name}:{message.get('lastLine', 0)}"
    return kind, f"{place}: {message['message']} [{message.get('extract', '').strip()[:120]}]"
