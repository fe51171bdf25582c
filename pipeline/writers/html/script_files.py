"""The page's script: its files beside this module, in the order in which each may use what stands before it."""

from __future__ import annotations

from pipeline.writers.html.openings import packed
from pipeline.writers.html.squeezing import script

FILES = ("index", "views", "filter", "walk", "cases", "search", "start")

SPOKEN = frozenset(
    {"back_from", "case_at", "entry", "filtered", "letters", "missing_text", "phase", "search_found", "search_nothing"}
)
"""The keys of the words that the script looks up."""


# Where anything fails, the page is as it is without script, and the console says why.
# No white space at the end: vnu counts the hash of a script without it.
_FRAME = """(() => {{
"use strict";
try {{
{parts}}} catch (reason) {{
document.documentElement.className = "no-script";
throw reason;
}}
}})();"""


def joined() -> str:
    """One strict script in a scope of its own, without the comments, which are for us."""
    return _FRAME.format(parts="".join(script(packed(f"script/{name}.js")) for name in FILES))
