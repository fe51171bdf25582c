"""The words that lead to the page of what is current: for readers, for listeners and at the foot of pages."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.colophon import shown_address


def page_shown(brief: Brief) -> str:
    """The address of the page of all editions as people write it; which place of it is meant, they look up there."""
    return shown_address(brief.current.partition("#")[0])


def spoken(brief: Brief) -> str:
    """What the code is and where it leads, for those who do not see it."""
    return brief.wording.current.said.format(address=brief.current)


def foot_line(brief: Brief) -> str:
    """The line at the foot of every page; nothing where there is no such address."""
    return brief.wording.current.foot.format(address=page_shown(brief)) if brief.current else ""


def with_check(brief: Brief, description: str) -> str:
    """The first sentence about a drawing, and of one with a code where that leads."""
    return f"{description} {spoken(brief)}" if brief.current else description
