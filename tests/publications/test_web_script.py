"""What the page's script does beyond what the page says: filters, walking, search, following a person.

Where addresses lead, and the ways back, are in test_web_addresses.py.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pipeline.model import Actor, StepKind
from tests.support.browser import DESK, PHONE, Tab, opened
from tests.support.real import real_programme, real_project
from tests.support.web_reader import page_of

pytestmark = pytest.mark.tool("chromium")

PROGRAMME = real_programme()
ACTOR = PROGRAMME.actors[-1]
OTHER = PROGRAMME.actors[0]
HEIGHT = 900
BY_HAND = pytest.mark.parametrize("by", ("mouse", "keys"))


@pytest.fixture(scope="module")
def kept(browser: Browser, web_file: Path) -> Iterator[Tab]:
    """One tab for the tests of this module, since opening the page costs more than most of them."""
    with opened(browser, web_file) as tab:
        yield tab
        assert tab.told == []


@pytest.fixture
def tab(kept: Tab) -> Tab:
    """The tab at the start, with nothing chosen."""
    kept.page.set_viewport_size({"width": DESK, "height": HEIGHT})
    kept.go("")
    kept.page.reload()
    return kept


def view(actor: Actor) -> str:
    """The selector of an actor's view."""
    return f"#aktor--{actor.name_id}"


def rows(tab: Tab, actor: Actor) -> list[str]:
    """The steps whose rows are not filtered away."""
    found: list[str] = tab.page.eval_on_selector_all(
        f"{view(actor)} .row", "rows => rows.filter(row => !row.hidden).map(row => row.dataset.step)"
    )
    return found


def dimmed(tab: Tab, actor: Actor) -> list[str]:
    """The steps whose boxes are dimmed."""
    found: list[str] = tab.page.eval_on_selector_all(f"{view(actor)} .map .dim", "all => all.map(e => e.dataset.step)")
    return found


def steps(actor: Actor, phase: int = 0, kind: StepKind | None = None) -> list[str]:
    """The steps of a phase and a kind, as the model has them."""
    return [s.name_id for s in actor.steps if phase in {0, s.phase} and kind in {None, s.kind}]


def box(actor: Actor, step_id: str) -> str:
    return f"{view(actor)} .map a[data-step='{step_id}']"


def press(tab: Tab, selector: str, by: str, key: str = "Enter") -> None:
    """Press a link or a button with the mouse, or with a key once it has the focus."""
    if by == "mouse":
        tab.page.click(selector)
    else:
        tab.page.focus(selector)
        tab.page.keyboard.press(key)
    tab.settle()


def active(tab: Tab) -> str:
    """The step of the box that has the focus."""
    found: str = tab.page.evaluate("() => document.activeElement.dataset.step || ''")
    return found


def search(tab: Tab, words: str) -> list[str]:
    """The addresses of what is found for the words."""
    tab.page.evaluate("() => document.querySelector('.found').textContent = '?'")
    tab.page.fill("#sok-ord", words)
    tab.page.wait_for_function("() => document.querySelector('.found').textContent !== '?'")
    found: list[str] = tab.page.eval_on_selector_all(".results .title", "all => all.map(a => a.hash.slice(1))")
    return found


# ---------------------------------------------------------------- filters


def test_a_piece_of_the_arrow_shows_its_phase_only_and_again_all(tab: Tab) -> None:
    tab.go(view(ACTOR)[1:])
    piece = tab.page.locator(f"{view(ACTOR)} .map a[data-phase='2']")
    piece.click()
    assert rows(tab, ACTOR) == steps(ACTOR, 2)
    assert dimmed(tab, ACTOR) == [step for step in steps(ACTOR) if step not in steps(ACTOR, 2)]
    said = tab.page.inner_text(f"{view(ACTOR)} .filtered")
    assert f"{len(steps(ACTOR, 2))} av {len(steps(ACTOR))}" in said
    assert PROGRAMME.phase(2).name in said
    assert piece.get_attribute("aria-current") == "true"
    piece.press("Enter")
    assert rows(tab, ACTOR) == steps(ACTOR)
    assert piece.get_attribute("aria-current") is None


@BY_HAND
def test_shape_and_phase_narrow_each_other_and_stay_with_the_next_actor(tab: Tab, by: str) -> None:
    tab.go(view(ACTOR)[1:])
    shape = f"{view(ACTOR)} .shapes [data-shape='ja-nej'] button"
    press(tab, f"{view(ACTOR)} .map a[data-phase='2']", by)
    press(tab, shape, by, key="Space")
    assert tab.page.get_attribute(shape, "aria-pressed") == "true"
    assert rows(tab, ACTOR) == steps(ACTOR, 2, StepKind.DECISION)
    press(tab, f"{view(ACTOR)} .actors a[href='{view(OTHER)}']", by)
    assert rows(tab, OTHER) == steps(OTHER, 2, StepKind.DECISION)
    press(tab, f"{view(OTHER)} .unfilter", by)
    assert rows(tab, OTHER) == steps(OTHER)
    assert tab.page.inner_text(f"{view(OTHER)} .filtered") == ""
    assert tab.focused().startswith("button")


def test_what_a_filter_shows_is_said_once_and_not_again_at_every_step(tab: Tab) -> None:
    """A screen reader says aloud each change of a status line (WCAG 2.2, 4.1.3)."""
    tab.go(view(ACTOR)[1:])
    tab.page.evaluate(
        """selector => {
      globalThis.said = 0;
      const line = document.querySelector(selector);
      new MutationObserver(() => { globalThis.said += 1 }).observe(line, { childList: true, characterData: true });
    }""",
        f"{view(ACTOR)} .filtered",
    )
    press(tab, f"{view(ACTOR)} .map a[data-phase='2']", "keys")
    tab.go(steps(ACTOR, 2)[0])
    tab.go(steps(ACTOR, 2)[1])
    assert tab.page.evaluate("() => globalThis.said") == 1


@BY_HAND
def test_list_and_map_take_each_others_place_for_all_actors(tab: Tab, by: str) -> None:
    tab.go(view(ACTOR)[1:])
    press(tab, f"{view(ACTOR)} .show-list", by)
    for actor in (ACTOR, OTHER):
        tab.go(view(actor)[1:])
        assert tab.page.is_visible(f"{view(actor)} .row")
        assert not tab.page.is_visible(f"{view(actor)} .map")
        assert tab.page.get_attribute(f"{view(actor)} .show-list", "aria-pressed") == "true"
        assert tab.page.get_attribute(f"{view(actor)} .show-map", "aria-pressed") == "false"


def test_an_address_of_a_phase_shows_that_phase(tab: Tab) -> None:
    tab.go(f"aktor--{ACTOR.name_id}--fas-3")
    assert tab.shown_view() == f"aktor--{ACTOR.name_id}"
    assert rows(tab, ACTOR) == steps(ACTOR, 3)


def test_a_phone_shows_the_list_and_the_map_is_one_press_away(browser: Browser, web_file: Path) -> None:
    with opened(browser, web_file, PHONE, view(ACTOR)[1:]) as tab:
        assert tab.page.is_visible(f"{view(ACTOR)} .row")
        assert not tab.page.is_visible(f"{view(ACTOR)} .map")
        tab.page.click(f"{view(ACTOR)} .show-map")
        assert tab.page.is_visible(f"{view(ACTOR)} .map")
        tab.go(view(OTHER)[1:])
        assert tab.page.is_visible(f"{view(OTHER)} .map")


# ---------------------------------------------------------------- walking


def test_arrow_keys_follow_the_flow_and_go_back_the_way_they_came(tab: Tab) -> None:
    tab.go(view(ACTOR)[1:])
    decision = next(step for step in ACTOR.steps if step.kind is StepKind.DECISION)
    (one, other) = (arrow.target for arrow in decision.arrows)
    tab.page.focus(box(ACTOR, decision.name_id))
    for key, there in (("Right", one), ("Down", other), ("Up", one), ("Left", decision.name_id)):
        tab.page.keyboard.press(f"Arrow{key}")
        assert active(tab) == there
    tab.page.keyboard.press("End")
    assert active(tab) == ACTOR.steps[-1].name_id
    tab.page.keyboard.press("ArrowRight")
    assert active(tab) == ACTOR.steps[-1].name_id
    tab.page.keyboard.press("Home")
    assert active(tab) == ACTOR.steps[0].name_id
    assert tab.page.evaluate("() => location.hash") == view(ACTOR)


def test_every_step_is_reached_by_the_arrow_keys_alone(tab: Tab) -> None:
    """From the first step along every way, which is what right and down do."""
    for actor in PROGRAMME.actors:
        tab.go(view(actor)[1:])
        reached = {actor.steps[0].name_id}
        for step in actor.steps:
            for number, arrow in enumerate(step.arrows):
                tab.page.focus(box(actor, step.name_id))
                for key in ("ArrowRight", *number * ("ArrowDown",)):
                    tab.page.keyboard.press(key)
                assert active(tab) == arrow.target
                reached.add(arrow.target)
        assert reached == set(steps(actor))


@BY_HAND
def test_a_box_opens_its_step_and_the_way_back_leads_to_the_box(tab: Tab, by: str) -> None:
    tab.go(view(ACTOR)[1:])
    step = ACTOR.steps[3]
    press(tab, box(ACTOR, step.name_id), by)
    assert tab.focused() == f"h3 {step.title}"
    assert tab.page.locator(".map a.chosen").get_attribute("data-step") == step.name_id
    assert tab.page.locator("article.step.shown").count() == 1
    top = tab.page.locator("article.step.shown .band").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < HEIGHT / 2
    press(tab, f"article.step.shown .around a[href='{view(ACTOR)}']", by)
    assert active(tab) == step.name_id
    assert tab.page.locator("article.step.shown, .map a.chosen").count() == 0


@BY_HAND
def test_a_coupling_leads_to_the_other_actor_and_back(tab: Tab, by: str) -> None:
    actor, step = next((actor, step) for actor, step in PROGRAMME.steps() if step.link)
    tab.go(step.name_id)
    press(tab, f"#{step.name_id} .ways a[href='#{step.link.step}']", by)
    assert tab.shown_view() == f"aktor--{step.link.actor}"
    assert step.title in tab.page.inner_text(f"#{step.link.step} .back")
    press(tab, f"#{step.link.step} .back a", by)
    assert tab.shown_view() == f"aktor--{actor.name_id}"
    assert tab.focused() == f"h3 {step.title}"
    # Not to and fro: who has gone back is where they were.
    assert tab.page.locator(".back").count() == 0


def test_a_way_within_the_own_map_leaves_no_way_back(tab: Tab) -> None:
    step = ACTOR.steps[0]
    tab.go(step.name_id)
    press(tab, f"#{step.name_id} .ways a[href='#{step.arrows[0].target}']", "mouse")
    assert tab.focused().startswith("h3 ")
    assert tab.page.locator(".back").count() == 0


def test_a_way_that_was_opened_in_another_tab_leaves_no_way_back_here(tab: Tab) -> None:
    actor, step = next((actor, step) for actor, step in PROGRAMME.steps() if step.link)
    tab.go(step.name_id)
    with tab.page.context.expect_page() as other:
        tab.page.click(f"#{step.name_id} .ways a[href='#{step.link.step}']", modifiers=["Control"])
    other.value.close()
    assert tab.shown_view() == f"aktor--{actor.name_id}"
    tab.go(step.link.step)
    assert tab.page.locator(".back").count() == 0


# ---------------------------------------------------------------- search


def test_a_search_finds_titles_before_texts(tab: Tab) -> None:
    tab.go("sok")
    found = search(tab, "l\u00e4karintyg")
    titled = [step.name_id for _, step in PROGRAMME.steps() if "l\u00e4karintyg" in step.title.lower()]
    assert titled
    assert set(found[: len(titled)]) == set(titled)
    assert str(len(found)) in tab.page.inner_text(".found")


def test_capitals_and_foreign_accents_do_not_matter_but_our_own_letters_do(tab: Tab) -> None:
    tab.go("sok")
    assert search(tab, "L\u00c4KARINTYG") == search(tab, "la\u0308karintyg") == search(tab, "l\u00e4k\u00e1rintyg")
    assert search(tab, "lakarintyg") == []


def test_all_words_must_be_there_and_a_part_of_a_word_will_do(tab: Tab) -> None:
    tab.go("sok")
    one, both = search(tab, "samtycke"), search(tab, "samtycke sekretess")
    assert both
    assert set(both) < set(one)
    assert set(one) <= set(search(tab, "tyck"))
    assert search(tab, "samtycke qqxxzz") == []
    assert "qqxxzz" in tab.page.inner_text(".found")


def test_the_search_narrows_by_phase_actor_and_shape(tab: Tab) -> None:
    tab.go("sok")
    assert search(tab, " ") == []
    tab.page.select_option("#sok-fas", "2")
    tab.page.select_option("#sok-aktor", ACTOR.name_id)
    tab.page.select_option("#sok-form", "ja-nej")
    links = tab.page.eval_on_selector_all(".results .title", "all => all.map(a => a.hash.slice(1))")
    assert links == steps(ACTOR, 2, StepKind.DECISION)


def test_nothing_asked_for_finds_nothing_and_says_nothing(tab: Tab) -> None:
    tab.go("sok")
    tab.page.focus("#sok-ord")
    for typed in ("", "  ", "?!"):
        tab.page.fill("#sok-ord", typed)
        tab.page.keyboard.press("Enter")
        assert tab.page.locator(".results li").count() == 0
        assert tab.page.evaluate("() => location.hash") == "#sok"


def test_a_synonym_finds_the_term_but_is_not_shown(browser: Browser, tmp_path: Path) -> None:
    """The word stands nowhere else, so that only the register can know it."""
    project = real_project()
    term, *others = PROGRAMME.terms
    known = (term.model_copy(update={"synonyms": ("Kv\u00e4llspressen",)}), *others)
    file = tmp_path / "page.html"
    file.write_bytes(page_of(replace(project, programme=replace(PROGRAMME, terms=known)))[1])
    with opened(browser, file, anchor="sok") as tab:
        assert search(tab, "kv\u00e4lls") == search(tab, "KV\u00c4LLSPRESSEN") == search(tab, "pressen")
        assert tab.page.inner_text(".results .title") == term.name
        tab.page.click(".results .title")
        tab.settle()
        assert tab.shown_view() == "begrepp"


def test_enter_opens_the_first_hit_before_the_list_has_caught_up(tab: Tab) -> None:
    tab.go("sok")
    first = search(tab, "samtycke")[0]
    search(tab, "")
    tab.page.focus("#sok-ord")
    tab.page.keyboard.type("samtycke")
    tab.page.keyboard.press("Enter")
    tab.settle()
    assert tab.page.evaluate("() => location.hash") == f"#{first}"


# ---------------------------------------------------------------- a person


@BY_HAND
def test_a_person_is_followed_to_the_end_and_back(tab: Tab, by: str) -> None:
    case = PROGRAMME.cases[0]
    tab.go(f"fall--{case.name_id}")
    press(tab, f"#fall--{case.name_id} .follow", by)
    for number, step_id in enumerate(case.steps, 1):
        assert tab.page.locator("article.step.shown").get_attribute("id") == step_id
        assert tab.focused() == f"h3 {PROGRAMME.found(step_id)[1].title}"
        said = tab.page.inner_text(".following .at")
        assert case.name in said
        assert f"{number} av {len(case.steps)}" in said
        assert tab.page.is_visible(".following .previous") == (number > 1)
        assert tab.page.is_visible(".following .next") == (number < len(case.steps))
        if number < len(case.steps):
            press(tab, ".following .next", by)
    tab.page.go_back()
    tab.settle()
    assert tab.page.locator("article.step.shown").get_attribute("id") == case.steps[-2]
    press(tab, ".following .leave", by)
    assert tab.shown_view() == "fall"
    assert tab.page.locator(".following").count() == 0


# ---------------------------------------------------------------- the page as a whole


def test_the_menu_of_a_phone_opens_and_closes_by_button_choice_and_escape(browser: Browser, web_file: Path) -> None:
    with opened(browser, web_file, PHONE) as tab:
        parts = tab.page.locator(".parts")
        press(tab, ".menu", "keys")
        assert parts.is_visible()
        tab.page.keyboard.press("Tab")
        tab.page.keyboard.press("Escape")
        assert not parts.is_visible()
        assert tab.focused().startswith("button")
        press(tab, ".menu", "mouse")
        tab.page.click(".parts a[href='#begrepp']")
        tab.settle()
        assert tab.shown_view() == "begrepp"
        assert not parts.is_visible()


def test_case_workers_support_shows_every_step_of_the_actor_and_prints(tab: Tab) -> None:
    tab.go(f"stod--{ACTOR.name_id}")
    shown = tab.page.eval_on_selector_all(
        f"{view(ACTOR)} article.step", "all => all.filter(e => e.checkVisibility()).map(e => e.id)"
    )
    assert shown == steps(ACTOR)
    assert not tab.page.is_visible(f"{view(ACTOR)} .map")
    tab.page.evaluate("() => { globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1 } }")
    tab.page.click(f"{view(ACTOR)} .print")
    assert tab.page.evaluate("() => globalThis.printed") == 1


def test_the_page_is_whole_where_its_script_fails(browser: Browser, web_file: Path, tmp_path: Path) -> None:
    """Without its register the script cannot begin; the policy, made for the whole script, still lets it try."""
    broken = tmp_path / "broken.html"
    text = web_file.read_text(encoding="utf-8")
    start = text.index("{", text.index('id="register"'))
    broken.write_text(text[:start] + text[text.index("</script>", start) :], encoding="utf-8")
    with opened(browser, broken) as tab:
        assert tab.page.evaluate("() => document.documentElement.className") == "no-script"
        assert tab.page.is_visible(f"#{ACTOR.steps[-1].name_id}")
        assert len(tab.told) == 1
