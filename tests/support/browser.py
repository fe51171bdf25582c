"""A real Chromium for tests of the web page: without a network, from a file on disk, and nothing it says is lost.

It is driven by playwright with the Chromium of the machine (docs/tools.md); nothing is downloaded.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.support.npm import tool

PHONE, TABLET, DESK = WIDTHS = 320, 768, 1440
_HEIGHT = 900
_PATIENCE = 20_000.0  # milliseconds that a page or an element is waited for
# No name is ever resolved: a page that asks for another host gets an error, and the request is on our list.
_OPTIONS = ("--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--force-color-profile=srgb")


@contextmanager
def launched(*options: str) -> Iterator[Browser]:
    """One Chromium; skips the test where there is none. Its sandbox does not run as root.

    A process has one at a time (playwright refuses a second): tests take the fixture `browser`.
    """
    root = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tool("chromium"), args=[*_OPTIONS, *root, *options])
        yield browser
        browser.close()


@dataclass
class Tab:
    """A page in the browser, what its console told (faults too), and the addresses that it asked for."""

    page: Page
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, anchor: str) -> None:
        """To an address within the page, as by a link in another program; the script has then done its work."""
        self.page.evaluate("anchor => { location.hash = anchor }", anchor)
        self.settle()

    def settle(self) -> None:
        """Wait until what was begun is done and painted: two frames."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def shown_view(self) -> str:
        """The id of the view that is shown; empty if there is not exactly one."""
        shown: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('[data-view]')].filter(e => e.checkVisibility()).map(e => e.id)"
        )
        return shown[0] if len(shown) == 1 else ""

    def focused(self) -> str:
        """The id of what has the focus, or its name and text where it has none."""
        found: str = self.page.evaluate(
            "() => { const e = document.activeElement; return e.id || `${e.localName} ${e.textContent.trim()}` }"
        )
        return found


@contextmanager
def opened(
    browser: Browser, file: Path, width: int = DESK, anchor: str = "", script: bool = True, **options: Any
) -> Iterator[Tab]:
    """The file in a context of its own, `width` CSS pixels wide; the options are those of a playwright context.

    Unless told otherwise for one who wants no motion: where the page would glide, a test would look too early.
    Without `script` none of the page's own ever runs; judges that a test puts into the page do.
    """
    options = {"reduced_motion": "reduce", **options}
    context = browser.new_context(viewport={"width": width, "height": _HEIGHT}, locale="sv-SE", **options)
    context.set_default_timeout(_PATIENCE)
    tab = Tab(context.new_page())
    tab.page.on("console", lambda message: tab.told.append(_line(message)))
    tab.page.on("pageerror", lambda error: tab.told.append(f"error: {error}"))
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    try:
        # Not by the context's own switch: it cannot be turned back, and axe-core waits for timers that never come.
        switch = context.new_cdp_session(tab.page)
        switch.send("Emulation.setScriptExecutionDisabled", {"value": not script})
        tab.page.goto(file.as_uri() + (f"#{anchor}" if anchor else ""))
        switch.send("Emulation.setScriptExecutionDisabled", {"value": False})
        yield tab
    finally:
        context.close()


def _line(message: ConsoleMessage) -> str:
    return f"{message.type}: {message.text}"
