"""The finished web page in a real browser: what it asks for, where its addresses lead, keys, clicks, reflow."""

from dataclasses import replace

import pytest

from pipeline.release.project import Project
from tests.support.browser import DESK, PHONE, TABLET, Tab, opened
from tests.support.real import real_programme, real_project
from tests.support.web_reader import page_of
from tests.support.web_views import NOWHERE, show, views

pytestmark = pytest.mark.tool("chromium")

# What an address leads to: the place itself or the heading that the focus is on is in the window.
_IN_SIGHT = """name => {
  const seen = e => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility() && box.bottom > 0 && box.top < innerHeight && box.width > 0;
  };
  const place = document.getElementById(name);
  return Boolean(place) && seen(place) && seen(document.activeElement);
}"""
_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def steps():
    return [(actor, step) for actor in real_programme().actors for step in actor.steps]


# ---------------------------------------------------------------- alone on the disk


@pytest.mark.parametrize("width", (PHONE, DESK))
def test_it_asks_for_nothing_but_itself_and_its_console_is_silent(browser, web_file, width):
    with opened(browser, web_file, width) as tab:
        for view in views(real_programme()):
            show(tab, view)
        assert [one for one in tab.asked if not one.startswith("data:")] == [web_file.as_uri()]
        assert tab.told == []


def test_its_policy_stops_what_is_not_its_own(browser, web_file):
    """A script, a style and a picture from elsewhere, put into the page, are refused, and the console says so."""
    with opened(browser, web_file) as tab:
        tab.page.evaluate("""() => {
          const script = document.createElement("script");
          script.textContent = "document.title = 'ran'";
          const picture = new Image();
          picture.src = "https://example.org/dot.png";
          document.body.append(script, picture);
        }""")
        tab.settle()
        assert tab.page.title() != "ran"
        assert len([line for line in tab.told if "Content Security Policy" in line]) == 2


# ---------------------------------------------------------------- room


def too_wide(tab: Tab) -> dict[str, int]:
    """How many pixels a view is wider than the window, where it is."""
    found = {}
    for view in views(real_programme()):
        show(tab, view)
        found[view.name] = tab.page.evaluate(_WIDE)
    return {name: pixels for name, pixels in found.items() if pixels}


def test_no_view_scrolls_sideways_at_320_px(browser, web_file):
    """WCAG 2.2, 1.4.10; a map may, inside its own frame."""
    with opened(browser, web_file, PHONE) as tab:
        assert too_wide(tab) == {}
    with opened(browser, web_file, PHONE, script=False) as tab:
        assert tab.page.evaluate(_WIDE) == 0


@pytest.mark.parametrize("width", (TABLET, DESK))
def test_no_view_scrolls_sideways_with_text_twice_as_large(browser, web_file, width):
    """WCAG 2.2, 1.4.4: only the text grows, as by the reader's own setting of the size."""
    with opened(browser, web_file, width) as tab:
        tab.page.evaluate("() => { document.documentElement.style.fontSize = '225%' }")  # 112.5 % is usual here
        assert too_wide(tab) == {}


# ---------------------------------------------------------------- addresses


def addresses(tab: Tab) -> list[str]:
    """Every address within the page that a link of it has."""
    found: list[str] = tab.page.evaluate("""() => [...new Set([...document.querySelectorAll("a[href^='#']")]
      .map(link => decodeURIComponent(link.getAttribute("href").slice(1))))]""")
    return found


def expected_view(name: str) -> str | None:
    """The view that an address of a step, an actor or a view is in, by the sources; None for other addresses."""
    homes = {step.name_id: f"aktor--{actor.name_id}" for actor, step in steps()}
    homes |= {f"stod--{step.name_id}": f"aktor--{actor.name_id}" for actor, step in steps()}
    for case in real_programme().cases:
        homes |= {f"fall--{case.name_id}--{n}": homes[stop] for n, stop in enumerate(case.steps, 1)}
        homes[f"fall--{case.name_id}"] = "fall"
    for actor in real_programme().actors:
        place = f"aktor--{actor.name_id}"
        homes |= {place: place, f"stod--{actor.name_id}": place}
        homes |= {f"{place}--fas-{phase.number}": place for phase in real_programme().phases}
    homes |= {name: name for name in ("start", "motespunkter", "stod", "fall", "begrepp", "sok", "filer")}
    return homes.get(name)


def expected_place(name: str) -> str:
    """What is in sight at the address: the stop of a followed case is its step."""
    for case in real_programme().cases:
        for number, stop in enumerate(case.steps, 1):
            if name == f"fall--{case.name_id}--{number}":
                return stop
    return name


@pytest.mark.parametrize("width", (PHONE, DESK))
def test_every_address_opens_its_view_with_its_place_in_sight(browser, web_file, width):
    with opened(browser, web_file, width) as tab:
        known = addresses(tab)
        assert {step.name_id for _, step in steps()} <= set(known)
        known += [f"stod--{step.name_id}" for _, step in steps()]
        wrong = []
        for name in known:
            if name == "innehall":
                continue
            tab.go(name)
            view, place = tab.shown_view(), expected_place(name)
            if (
                view != (expected_view(name) or view)
                or view in ("", "saknas")
                or not tab.page.evaluate(_IN_SIGHT, place)
            ):
                wrong.append((name, view, tab.focused()))
        assert wrong == []


@pytest.mark.parametrize("anchor", ("begrepp", "aktor--forsakringskassan", "fall--fall-peter--2", "stod"))
def test_an_address_opens_when_the_page_is_loaded_with_it(browser, web_file, anchor):
    with opened(browser, web_file, anchor=anchor) as tab:
        tab.settle()
        assert tab.shown_view() == expected_view(anchor)
        assert tab.page.evaluate(_IN_SIGHT, expected_place(anchor))


def renamed() -> Project:
    """The project where the first step of each actor once had another id."""
    project = real_project()
    actors = []
    for actor in project.programme.actors:
        step, *others = actor.steps
        step = step.model_copy(update={"former": (f"gammal-{step.name_id}",)})
        actors.append(actor.model_copy(update={"steps": (step, *others)}))
    return replace(project, programme=replace(project.programme, actors=tuple(actors)))


def test_a_former_address_opens_the_step_with_a_word_about_it(browser, tmp_path):
    file = tmp_path / "page.html"
    file.write_bytes(page_of(renamed())[1])
    with opened(browser, file) as tab:
        for actor in real_programme().actors:
            name = actor.steps[0].name_id
            tab.go(f"gammal-{name}")
            assert tab.shown_view() == f"aktor--{actor.name_id}"
            assert tab.page.is_visible(f"article[id='{name}'] h3")
            assert actor.steps[0].title in tab.page.inner_text(f"[id='gammal-{name}']")
            tab.go(name)
            assert not tab.page.is_visible(f"[id='gammal-{name}']")


def test_the_unknown_address_stays_and_names_the_nearest_step(browser, web_file):
    _, step = steps()[5]
    with opened(browser, web_file, anchor=step.name_id + "x") as tab:
        assert tab.shown_view() == "saknas"
        assert tab.page.url.endswith(f"#{step.name_id}x")
        assert step.name_id + "x" in tab.page.inner_text("#saknas")
        tab.page.click(f"#saknas a[href='#{step.name_id}']")
        assert tab.page.is_visible(f"article[id='{step.name_id}'] h3")


def test_back_and_forward_go_the_way_one_came(browser, web_file):
    first, other = (actor.steps[0].name_id for actor in real_programme().actors[:2])
    way = ["start", "begrepp", first, other, NOWHERE, "sok"]
    with opened(browser, web_file) as tab:
        shown = []
        for name in way:
            tab.go(name)
            shown.append((tab.shown_view(), tab.page.title()))
        assert len(set(shown)) == len(way)
        back = []
        for _ in way[1:]:
            tab.page.go_back()
            tab.settle()
            back.append((tab.shown_view(), tab.page.title()))
        assert back == shown[-2::-1]
        tab.page.go_forward()
        tab.settle()
        assert (tab.shown_view(), tab.page.title()) == shown[1]
