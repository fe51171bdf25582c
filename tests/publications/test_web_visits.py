"""Visits to the finished web page by keyboard alone and by as few clicks as in the original tool; and its prints."""

import re
import subprocess
from typing import Any

import pytest

from tests.support.browser import DESK, PHONE, Tab, opened
from tests.support.npm import tool
from tests.support.readers import joined, pdf_text
from tests.support.real import real_programme
from tests.support.web_views import show, views

pytestmark = pytest.mark.tool("chromium")

ACTORS = [actor.name_id for actor in real_programme().actors]
# What the focus is on: a name to tell it by, whether it can be seen where it stands, and what of it shows the focus.
_STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getClientRects()[0] || e.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && (e.contains(top) || top.contains(e));
  const look = getComputedStyle(e);
  return {
    name: `${e.localName} ${e.getAttribute("href") || ""} ${e.id} ${e.textContent.trim().slice(0, 40)}`,
    step: e.dataset.step || (e.matches(".row .title") ? e.hash.slice(1) : ""), seen,
    ringed: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0,
    onMap: Boolean(e.closest(".map") && e.dataset.step),
  };
}"""
_FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, select, [tabindex='0']")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest("template")).length"""
_MOST_STOPS = 400


def stops(tab: Tab) -> list[dict[str, Any]]:
    """Everything that Tab stops at, from the top of the page until the focus leaves it."""
    # Onto the first by keys, wherever the focus was: what a script focuses need not get a ring.
    tab.page.focus(".skip")
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Shift+Tab")
    found = [tab.page.evaluate(_STOP)]
    for _ in range(_MOST_STOPS):
        tab.page.keyboard.press("Tab")
        stop = tab.page.evaluate(_STOP)
        if stop is None or stop["name"] == found[0]["name"]:
            return found
        found.append(stop)
    raise AssertionError(f"a trap: {[one['name'] for one in found[-6:]]}")


def step_ids(actor: str) -> list[str]:
    return [step.name_id for step in real_programme().actor(actor).steps]


# ---------------------------------------------------------------- by keyboard


@pytest.mark.parametrize("width", (PHONE, DESK))
def test_tab_goes_through_every_view_and_is_always_seen(browser, web_file, width):
    """No trap, nothing passed over or covered, and always a ring (WCAG 2.2: 2.1.2, 2.4.7, 2.4.11)."""
    for view in views(real_programme()):
        if view.name.startswith(("actor ", "step ")):
            continue  # the same as the map and the followed case, for this matter
        with opened(browser, web_file, width) as tab:
            show(tab, view)
            found = stops(tab)
            assert [stop["name"] for stop in found if not (stop["seen"] and stop["ringed"])] == [], view.name
            assert len(found) == tab.page.evaluate(_FOCUSABLE), view.name


def test_the_skip_link_leads_past_the_head(browser, web_file):
    with opened(browser, web_file, anchor="begrepp") as tab:
        tab.page.reload()
        tab.page.evaluate("() => document.querySelector('.skip').focus()")
        tab.page.keyboard.press("Enter")
        tab.settle()
        assert tab.focused() == "innehall"
        assert tab.shown_view() == "begrepp"
        tab.page.keyboard.press("Tab")
        assert tab.page.evaluate("() => Boolean(document.activeElement.closest('main'))")


@pytest.mark.parametrize("actor", ACTORS)
def test_tab_reaches_every_step_on_the_map_and_enter_opens_it(browser, web_file, actor):
    with opened(browser, web_file, anchor=f"aktor--{actor}") as tab:
        found = [stop["step"] for stop in stops(tab) if stop["onMap"]]
        assert found == step_ids(actor)
        for step in real_programme().actor(actor).steps:
            tab.page.focus(f".map a[data-step='{step.name_id}']")
            tab.page.keyboard.press("Enter")
            tab.settle()
            assert_open(tab, step)


@pytest.mark.parametrize("actor", ACTORS)
def test_tab_reaches_every_step_of_the_list_on_a_phone(browser, web_file, actor):
    with opened(browser, web_file, PHONE, anchor=f"aktor--{actor}") as tab:
        assert [stop["step"] for stop in stops(tab) if stop["step"]] == step_ids(actor)
        step = real_programme().actor(actor).steps[-1]
        tab.page.focus(f"#rad--{step.name_id} .title")
        tab.page.keyboard.press("Enter")
        tab.settle()
        assert_open(tab, step)


def assert_open(tab, step):
    """The step's article is the only one, the focus is on its heading in the window, and what it says can be read."""
    assert tab.page.url.endswith(f"#{step.name_id}")
    shown = tab.page.locator("article.step:visible")
    assert shown.count() == 1
    assert joined(tab.focused()) == joined(f"h3 {step.title}")
    read = joined(shown.inner_text())
    assert all(joined(sentence) in read for sentence in (*step.facts, step.who, step.question))
    assert tab.page.evaluate(
        "() => { const y = document.activeElement.getBoundingClientRect().y; return y >= 0 && y < innerHeight }"
    )


@pytest.mark.parametrize("actor", ACTORS)
def test_arrow_keys_reach_every_step_of_the_map(browser, web_file, actor):
    """From the first step, right and then down through the other ways, from each step so far; walking opens nothing."""
    with opened(browser, web_file, anchor=f"aktor--{actor}") as tab:
        first = step_ids(actor)[0]
        reached, waiting = {first}, [first]
        while waiting:
            tab.page.focus(f".map a[data-step='{waiting.pop()}']")
            for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown"):
                tab.page.keyboard.press(key)
                there = tab.page.evaluate("() => document.activeElement.dataset.step")
                if there not in reached:
                    reached.add(there)
                    waiting.append(there)
        assert set(step_ids(actor)) - reached == set()
        assert tab.page.url.endswith(f"#aktor--{actor}")
        tab.page.keyboard.press("End")
        assert tab.page.evaluate(_STOP)["step"] == step_ids(actor)[-1]
        tab.page.keyboard.press("Home")
        assert tab.page.evaluate(_STOP)["step"] == first


# ---------------------------------------------------------------- what a visitor of the original tool does


def clicks(tab: Tab, *links: str) -> int:
    """Click on what is seen, one after the other, as a visitor: how many clicks it took."""
    for link in links:
        tab.page.locator(link).locator("visible=true").first.click()
        tab.settle()
    return len(links)


@pytest.mark.parametrize("width", (PHONE, DESK))
def test_six_things_are_a_click_from_the_view_that_shows_them_and_two_from_the_start(browser, web_file, width):
    actor = ACTORS[0]
    step = step_ids(actor)[1]
    with opened(browser, web_file, width) as tab:
        # The aim and the arrow stand on the first view, and from everywhere else one click leads there.
        assert real_programme().settings.name in tab.page.inner_text("header")
        assert tab.page.locator("#start .text p").first.is_visible()
        assert tab.page.locator("#start .arrow.big a:visible").count() == len(real_programme().phases)
        # An actor, and a step of it.
        used = clicks(tab, f"#start a[href='#aktor--{actor}']")
        assert tab.shown_view() == f"aktor--{actor}"
        used += clicks(tab, f"a[href='#{step}']")
        assert tab.page.is_visible(f"article[id='{step}'] h3")
        assert used == 2
        # The case workers' support: of this step it is in the article; of the actor it is two clicks from the start.
        assert tab.page.is_visible(f"article[id='{step}'] .support")
        clicks(tab, "header .name a")
        assert tab.shown_view() == "start"
        clicks(tab, "#start a[href='#stod']", f"#stod a[href='#stod--{actor}']")
        assert tab.page.locator("article.step:visible .support").count() == len(step_ids(actor))
        # Terms and shapes.
        clicks(tab, "header .name a", "#start a[href='#begrepp']")
        text = joined(tab.page.inner_text("#begrepp"))
        assert all(joined(term.name) in text for term in real_programme().terms)
        assert all(joined(kind.name) in text for kind in real_programme().kinds)


# ---------------------------------------------------------------- on paper


def sizes(pdf: bytes) -> set[str]:
    """The names of the papers of a PDF's pages."""
    done = subprocess.run([tool("pdfinfo"), "-l", "-1", "-"], input=pdf, capture_output=True, check=True)
    return set(re.findall(r"Page +\d* *size: .*\((\w+)\)", done.stdout.decode()))


@pytest.mark.tool("pdfinfo")
def test_the_support_of_an_actor_is_printed_alone_on_a4(browser, web_file):
    programme = real_programme()
    own, other = programme.actors[:2]
    with opened(browser, web_file, anchor=f"stod--{own.name_id}") as tab:
        pdf = tab.page.pdf(prefer_css_page_size=True)
    text = joined(pdf_text(pdf))
    assert sizes(pdf) == {"A4"}
    assert [step.title for step in own.steps if joined(step.title) not in text] == []
    assert [step.name_id for step in own.steps if joined(step.who) not in text] == []
    assert joined(programme.settings.name) in text
    assert joined(other.steps[0].facts[0]) not in text


@pytest.mark.tool("pdfinfo")
def test_without_script_the_whole_page_is_printed(browser, web_file):
    with opened(browser, web_file, script=False) as tab:
        pdf = tab.page.pdf(prefer_css_page_size=True)
    text = joined(pdf_text(pdf))
    assert sizes(pdf) == {"A4"}
    for actor in real_programme().actors:
        for step in actor.steps:
            assert [one for one in (step.title, *step.facts, step.who) if joined(one) not in text] == [], step.name_id
