"""HTML with Jinja2: one file that holds the whole web page, works offline, and asks no one for anything."""

from __future__ import annotations

from pipeline.document import Site
from pipeline.writers.html.page import page
from pipeline.writers.look import Look
from pipeline.writers.written import Written

__all__ = ["write"]


def write(site: Site, look: Look) -> Written:
    """The page as one HTML file. It has no pages of paper."""
    return Written(page(site, look).encode(), None)
