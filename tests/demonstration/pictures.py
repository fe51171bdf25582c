"""Pictures of what a person with a printout and a telephone sees, for a sheet in each state."""

import subprocess
from collections.abc import Iterator, Sequence
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


_WIDE, _FOOT = 1200, 0.18  # of a sheet's picture, pixels; the part of its height that has the foot


def stamped(files: Sequence[Compared]) -> tuple[Compared, ...]:
    """Three sheets: a map that was carried over, one made anew, and the poster of all."""
    pdfs = [one for one in files if one.format == "pdf"]
    maps = [one for one in pdfs if one.anchor.startswith("karta")]
    return (
        next(one for one in maps if one.is_carried),
        next(one for one in maps if not one.is_carried),
        next(one for one in pdfs if one.anchor.startswith("affisch")),
    )


def foot(file: Path) -> bytes:
    """The foot of a sheet as another reader draws it, PNG."""
    command = ["pdftoppm", "-singlefile", "-png", "-scale-to-x", str(_WIDE), "-scale-to-y", "-1"]
    whole = subprocess.run([*command, str(file)], capture_output=True, check=True).stdout
    height = int.from_bytes(whole[20:24], "big")  # of the PNG's first part
    top = round(height * (1 - _FOOT))
    part = ["-x", "0", "-y", str(top), "-W", str(_WIDE), "-H", str(height - top)]
    return subprocess.run([*command, *part, str(file)], capture_output=True, check=True).stdout
