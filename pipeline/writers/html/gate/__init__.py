"""The gate of web pages: reads a finished page and lists what is wrong with it. Knows nothing of how it was written.

Each module holds rules about one side of a page. A rule is a function that takes the opened page and yields findings;
the content itself is compared last. What is allowed is listed, and everything else is refused.
"""

from __future__ import annotations

from collections.abc import Collection

from pipeline.document import Site, addresses_of
from pipeline.writers.html.gate import addresses, contrast, policy, raw, structure, vocabulary
from pipeline.writers.html.gate.content import against
from pipeline.writers.html.gate.opened import OpenedPage, PageUnreadableError, opened
from pipeline.writers.written import Finding

__all__ = ["checked", "findings"]

_RULES = (*raw.RULES, *vocabulary.RULES, *addresses.RULES, *policy.RULES, *structure.RULES, *contrast.RULES)


def checked(data: bytes, site: Site) -> tuple[Finding, ...]:
    """Everything wrong with the page of this content; empty for a good one."""
    try:
        page = opened(data)
    except PageUnreadableError as reason:
        return (Finding("file_unreadable", str(reason)),)
    beside = {file.path for file in site.files}
    return (*findings(data, page, beside, addresses_of(site)), *against(page, site))


def findings(data: bytes, page: OpenedPage, beside: Collection[str], out: Collection[str]) -> tuple[Finding, ...]:
    """What is wrong with a page whatever it is about, if it may lead to the files `beside` it and `out` to the web."""
    found = [*raw.opening(data), *addresses.targets(page, beside, out)]
    return (*found, *(finding for rule in _RULES for finding in rule(page)))
