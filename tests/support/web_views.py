"""Every view of the web page of a programme, as a visitor gets to it.

The addresses are the contract with those who link to the page: written here anew, not asked of the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Programme
from tests.support.browser import Tab

# Nothing on any page has this address.
NOWHERE = "finns-inte-har"
_NO_HITS = "qqxxzz"


@dataclass(frozen=True)
class View:
    """A view: what we call it, its address, the id of the part that must then be shown, and what is done there.

    `pressed` are selectors within the view, pressed in order; `typed` is what is searched for.
    """

    name: str
    anchor: str
    shown: str
    pressed: tuple[str, ...] = ()
    typed: str = ""


def views(programme: Programme) -> Iterator[View]:
    """Every kind of view; of steps one of each kind and end, of cases the second stop of the first."""
    for name in ("start", "motespunkter", "stod", "fall", "begrepp", "sok", "filer"):
        yield View(name, name, name)
    yield View("unknown address", NOWHERE, "saknas")
    for actor in programme.actors:
        place = f"aktor--{actor.name_id}"
        yield View(f"actor {actor.name_id}", place, place)
    yield from _of_one_actor(programme)
    seen = set()
    for actor in programme.actors:
        for step in actor.steps:
            if (step.kind, step.end) not in seen:
                seen.add((step.kind, step.end))
                yield View(f"step {step.name_id}", step.name_id, f"aktor--{actor.name_id}")
    case = programme.cases[0]
    there, _ = programme.found(case.steps[1])
    yield View("followed case", f"fall--{case.name_id}--2", f"aktor--{there.name_id}")
    title = programme.actors[0].steps[0].title
    yield View("search with hits", "sok", "sok", typed=title.split()[0])
    yield View("search without hits", "sok", "sok", typed=_NO_HITS)


def _of_one_actor(programme: Programme) -> Iterator[View]:
    """An actor's map, its list, a filtered list, and its case workers' support."""
    name = programme.actors[-1].name_id
    place = f"aktor--{name}"
    yield View("map", place, place, (".show-map",))
    yield View("list", place, place, (".show-list",))
    yield View("filtered list", place, place, (".show-list", ".arrow.small a[data-phase='2']", "[data-shape] button"))
    yield View("support", f"stod--{name}", place)


def show(tab: Tab, view: View) -> None:
    """Go there and do what belongs to it; fails where another part of the page is shown."""
    tab.go(view.anchor)
    assert tab.shown_view() == view.shown, f"{view.name}: #{view.anchor} shows {tab.shown_view()!r}"
    for selector in view.pressed:
        tab.page.locator(".view.shown").locator(selector).first.click()
    if view.typed:
        tab.page.fill("#sok-ord", view.typed)
        told = "() => document.querySelector('.found').textContent"
        tab.page.wait_for_function(f"{told}.includes('{view.typed}')" if view.typed == _NO_HITS else told)
    tab.settle()
