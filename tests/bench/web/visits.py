"""What a reader does on a page, each measured in a browser of its own tab: the longest task, and the first picture."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.bench.web.pages import LARGE, REAL
from tests.support.browser import DESK, Tab, launched, opened

# A fixed piece of work, to tell how quick the machine is: milliseconds.
_YARDSTICK = """() => {
  const begun = performance.now();
  const numbers = Array.from({ length: 400000 }, (_, at) => (at * 7919) % 400009);
  numbers.sort((one, other) => one - other);
  const words = new Map(numbers.map(number => [`w${number}`, number]));
  return words.size ? performance.now() - begun : 0;
}"""
_PAINTED = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""
_REST = 400.0  # ms after each doing, so that what it left for later is counted too; the search waits 120
_MAIN, _TASK = "CrRendererMain", "RunTask"

Doing = Callable[[Tab], None]


def _open_step(tab: Tab) -> None:
    tab.page.locator(".view.shown .map a[data-step]").nth(3).click()


def _switch_actor(tab: Tab) -> None:
    tab.page.locator(".view.shown nav.actors a").last.click()


def _filter(tab: Tab) -> None:
    tab.page.locator(".view.shown .show-list").click()
    tab.page.locator(".view.shown .arrow.small a").nth(2).click()


def _search(tab: Tab) -> None:
    tab.page.locator(".parts a[href='#sok']").click()
    tab.page.locator("#sok-ord").press_sequentially("underlag", delay=40)


# In this order in one tab: the first actor is opened to begin with.
DOINGS: Mapping[str, Doing] = {
    "opening an actor": lambda tab: tab.page.locator("#start .cards a").first.click(),
    "opening a step": _open_step,
    "switching actor": _switch_actor,
    "filtering the list": _filter,
    "typing a search": _search,
}
LOAD = "loading"


@dataclass(frozen=True)
class Visit:
    """One round on one page: milliseconds of the yardstick, until the largest paint, and of the longest tasks."""

    yardstick: float
    painted: float
    tasks: Mapping[str, float]


def rounds(files: Mapping[str, Path], count: int) -> Mapping[str, list[Visit]]:
    """So many rounds, in which the pages take turns; one more goes before, to warm up."""
    found: dict[str, list[Visit]] = {name: [] for name in files}
    with launched() as browser:
        for number in range(count + 1):
            for name, file in files.items():
                visit = _visited(browser, file, name in (REAL, LARGE))
                if number:
                    found[name].append(visit)
    return found


def middle(visits: list[Visit], value: Callable[[Visit], float]) -> float:
    """The median of the rounds."""
    return median(value(visit) for visit in visits)


def _visited(browser: Browser, file: Path, is_ours: bool) -> Visit:
    with opened(browser, file.parent / "blank.html", DESK) as tab:
        yardstick = float(tab.page.evaluate(_YARDSTICK))
        tasks = {LOAD: _longest(browser, tab, lambda one: _load(one, file))}
        painted = float(tab.page.evaluate(_PAINTED))
        for name, doing in (DOINGS if is_ours else {}).items():
            tasks[name] = _longest(browser, tab, doing)
        return Visit(yardstick, painted, tasks)


def _load(tab: Tab, file: Path) -> None:
    tab.page.goto(file.as_uri())


def _longest(browser: Browser, tab: Tab, doing: Doing) -> float:
    """Milliseconds of the longest task of the page's main thread, from the browser's own trace."""
    browser.start_tracing(page=tab.page, categories=["toplevel", "disabled-by-default-devtools.timeline", "__metadata"])
    doing(tab)
    tab.settle()
    tab.page.wait_for_timeout(_REST)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    mains = {(one["pid"], one["tid"]) for one in events if one.get("args", {}).get("name") == _MAIN}
    tasks: list[float] = [
        one["dur"] / 1000
        for one in events
        if one.get("name", "").endswith(_TASK) and (one["pid"], one["tid"]) in mains and "dur" in one
    ]
    return max(tasks)
