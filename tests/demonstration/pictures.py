"""Pictures of what a person with a printout and a telephone sees, for a sheet in each state."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.demonstration.compared import Compared
from tests.demonstration.story import FIRST, PAGE, SECOND, Scene
from tests.support.browser import opened

_PHONE, _HEIGHT = 360, 640


@dataclass(frozen=True)
class View:
    """A sheet that somebody holds, and the page on which they look it up."""

    name: str
    page: Path
    anchor: str


def views(scene: Scene, files: tuple[Compared, ...]) -> Iterator[View]:
    """A sheet in each state: current, unchanged since, replaced, and, after the withdrawal, withdrawn and kept."""
    before, after = scene.folder.parent / PAGE, scene.output / PAGE
    carried = next(one.anchor for one in files if one.is_carried and one.anchor.startswith("karta"))
    anew = next(one.anchor for one in files if not one.is_carried and one.anchor.startswith("karta"))
    yield View("galler", before, f"{SECOND}/{anew}")
    yield View("oforandrad", before, f"{FIRST}/{carried}")
    yield View("ersatt", before, f"{FIRST}/{anew}")
    yield View("aterkallad", after, f"{FIRST}/{anew}")
    yield View("aterkallad-men-oforandrad", after, f"{FIRST}/{carried}")


def picture(browser: Browser, view: View) -> bytes:
    """The page as a telephone shows it at the sheet's address, PNG."""
    with opened(browser, view.page, _PHONE, view.anchor) as tab:
        tab.page.set_viewport_size({"width": _PHONE, "height": _HEIGHT})
        tab.go("")
        tab.go(view.anchor)
        assert tab.page.evaluate("() => document.querySelector(':target') !== null"), view.anchor
        return tab.page.screenshot()
