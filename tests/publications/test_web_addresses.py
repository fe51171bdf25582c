"""Where the addresses of the web page lead when its script shows one view at a time; unknown ones; ways back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import DESK, PHONE, Tab, opened
from tests.support.real import real_programme

pytestmark = pytest.mark.tool("chromium")

PROGRAMME = real_programme()
ACTOR = PROGRAMME.actors[-1]
VIEW = f"aktor--{ACTOR.name_id}"
# A text may be as long as this before it is shown in part.
SHOWN = 60
_VISIBLE = "all => all.filter(e => e.checkVisibility()).map(e => e.id)"


@pytest.fixture(scope="module")
def kept(browser: Browser, web_file: Path) -> Iterator[Tab]:
    """One tab for the tests of this module, since opening the page costs more than most of them."""
    with opened(browser, web_file) as tab:
        yield tab
        assert tab.told == []


@pytest.fixture
def tab(kept: Tab) -> Tab:
    """The tab at the start, with nothing chosen."""
    kept.page.set_viewport_size({"width": DESK, "height": 900})
    kept.go("")
    kept.page.reload()
    return kept


def address(tab: Tab) -> str:
    """What stands after # in the address bar."""
    found: str = tab.page.evaluate("() => location.hash.slice(1)")
    return found


def active(tab: Tab) -> str:
    """The step of the box that has the focus."""
    found: str = tab.page.evaluate("() => document.activeElement.dataset.step || ''")
    return found


def nearest(tab: Tab) -> str:
    """The address of the step that is proposed for an unknown one."""
    return (tab.page.locator(".missing-nearest a").get_attribute("href") or "").removeprefix("#")


# ---------------------------------------------------------------- steps and places


def test_every_step_opens_its_article_alone_with_its_box_and_row_marked(tab: Tab) -> None:
    for actor, step in PROGRAMME.steps():
        tab.go(step.name_id)
        assert tab.shown_view() == f"aktor--{actor.name_id}"
        assert tab.focused() == f"h3 {step.title}"
        assert tab.page.eval_on_selector_all("article.step", _VISIBLE) == [step.name_id]
        marked = tab.page.eval_on_selector_all(
            ".map a[aria-current], .row .title[aria-current]", "all => all.map(e => e.getAttribute('href'))"
        )
        assert marked == 2 * [f"#{step.name_id}"]
        assert tab.page.title() == f"{step.title} \u2013 {PROGRAMME.settings.name}"


def test_the_part_that_is_shown_is_the_current_one_of_the_head(tab: Tab) -> None:
    for name in ("start", "motespunkter", "stod", "fall", "begrepp", "filer", "sok"):
        tab.go(name)
        current = tab.page.eval_on_selector_all(".parts [aria-current='page']", "all => all.map(a => a.hash.slice(1))")
        assert current == [name]
    tab.go(VIEW)
    assert tab.page.locator(".parts [aria-current]").count() == 0


def test_an_address_of_a_field_leaves_it_among_the_stops_of_tab(tab: Tab) -> None:
    tab.go("sok-ord")
    assert tab.shown_view() == "sok"
    assert tab.focused() == "sok-ord"
    assert tab.page.evaluate("() => document.activeElement.tabIndex") == 0


# ---------------------------------------------------------------- unknown ones


@pytest.mark.parametrize(
    "anchor",
    ["%E0%A4%A", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "x" * 10_000, "register", "delar"]
    + [f"k--{ACTOR.name_id}--1--title", "form-ja-nej-1", "__proto__", "constructor", "saknas", "t-back"]
    + [f"fall--{PROGRAMME.cases[0].name_id}--{number}" for number in ("0", "99", "1e1")],
)
def test_an_address_that_is_no_place_says_so(tab: Tab, anchor: str) -> None:
    tab.go(anchor)
    assert tab.shown_view() == "saknas"
    assert tab.focused().startswith("h2")
    assert anchor[:3] in tab.page.inner_text(".missing-text")
    assert len(tab.page.inner_text(".missing-text")) < 2 * SHOWN
    assert PROGRAMME.home(nearest(tab)) is not None


def test_an_escaped_address_is_read_as_what_it_says(tab: Tab) -> None:
    step = ACTOR.steps[0]
    tab.go("".join(f"%{ord(letter):02X}" for letter in step.name_id))
    assert tab.focused() == f"h3 {step.title}"
    tab.go("%C3%A5%3Cb%3E")
    assert "\u00e5<b>" in tab.page.inner_text(".missing-text")


def exchanged(name: str) -> str:
    """The fifth and the sixth letter in the wrong order."""
    return name[:4] + name[5] + name[4] + name[6:]


def lengthened(name: str) -> str:
    """A name that begins as the right one: closer to that than to any shorter one with fewer letters to exchange."""
    return f"{name}-hos-handlaggaren"


@pytest.mark.parametrize("wrong", (exchanged, lengthened))
def test_an_address_that_is_nearly_right_finds_the_step_that_was_meant(tab: Tab, wrong: Callable[[str], str]) -> None:
    for step in ACTOR.steps:
        if wrong(step.name_id) != step.name_id:
            tab.go(wrong(step.name_id))
            assert nearest(tab) == step.name_id


# ---------------------------------------------------------------- and back


def test_back_from_a_step_leads_to_its_box_and_on_a_phone_to_its_row(tab: Tab) -> None:
    step = ACTOR.steps[-1].name_id
    tab.go(VIEW)
    tab.page.click(f"#{VIEW} .map a[data-step='{step}']")
    tab.settle()
    tab.page.go_back()
    tab.settle()
    assert address(tab) == VIEW
    assert active(tab) == step
    tab.page.set_viewport_size({"width": PHONE, "height": 900})
    tab.settle()
    tab.page.click(f"[id='rad--{step}'] .title")
    tab.settle()
    tab.page.go_back()
    tab.settle()
    assert tab.page.evaluate("() => document.activeElement.getAttribute('href')") == f"#{step}"
    assert tab.page.evaluate("() => document.activeElement.getBoundingClientRect().y < innerHeight")


def test_back_to_a_long_view_leads_to_the_link_that_one_left_it_by(tab: Tab) -> None:
    """A link to the view leads to its top, though: who chooses it begins anew."""
    case = PROGRAMME.cases[-1]
    follow = f"[id='fall--{case.name_id}'] .follow"
    tab.go("fall")
    tab.page.click(follow)
    tab.settle()
    tab.page.go_back()
    tab.settle()
    assert tab.shown_view() == "fall"
    assert tab.page.evaluate("link => document.activeElement === document.querySelector(link)", follow)
    assert tab.page.locator(follow).evaluate("e => e.getBoundingClientRect().y < innerHeight")
    tab.page.click(".parts a[href='#start']")
    tab.page.click(".parts a[href='#fall']")
    tab.settle()
    assert tab.focused().startswith("h2")
    assert tab.page.evaluate("() => scrollY") == 0


def test_back_from_the_first_hit_leads_to_the_field_with_its_words(tab: Tab) -> None:
    tab.go("sok")
    tab.page.fill("#sok-ord", ACTOR.steps[0].title)
    tab.page.press("#sok-ord", "Enter")
    tab.settle()
    assert tab.focused() == f"h3 {ACTOR.steps[0].title}"
    tab.page.go_back()
    tab.settle()
    assert tab.focused() == "sok-ord"
    assert tab.page.input_value("#sok-ord") == ACTOR.steps[0].title


def test_the_box_of_the_open_step_leads_to_its_article_again(tab: Tab) -> None:
    step = ACTOR.steps[2]
    tab.go(step.name_id)
    tab.page.focus(f"#{VIEW} .map a[data-step='{step.name_id}']")
    tab.page.keyboard.press("Enter")
    tab.settle()
    assert tab.focused() == f"h3 {step.title}"


def test_the_skip_link_leaves_the_address_as_it_is(tab: Tab) -> None:
    tab.go(ACTOR.steps[0].name_id)
    tab.page.focus(".skip")
    tab.page.keyboard.press("Enter")
    tab.settle()
    assert tab.focused() == "innehall"
    assert address(tab) == ACTOR.steps[0].name_id


def test_nothing_takes_the_focus_from_who_opens_the_page_without_an_address(browser: Browser, web_file: Path) -> None:
    with opened(browser, web_file) as tab:
        tab.settle()
        assert tab.page.evaluate("() => document.activeElement === document.body")
