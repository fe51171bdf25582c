"""The page of printouts in a real browser: the answer fills a phone, nobody is asked for anything, no judge objects."""

import re

import pytest

from pipeline.release.edition.current_page import current_page
from pipeline.release.edition.register import Withdrawal
from tests.support.browser import PHONE, WIDTHS, opened
from tests.support.printouts import CHANGED, KEPT, TAKEN, many, releases, two
from tests.support.web_judges import accessibility_faults, markup_messages

pytestmark = [pytest.mark.tool("chromium")]

NOTES = {"2026.2": "Ett nytt steg hos Stockholms stad.\n\nKartan är ritad om."}
# Each answer: which releases are withdrawn, the place that the code leads to, and the words that must be seen.
ANSWERS = {
    "current": ((), f"2026.2/{CHANGED}", "Gäller."),
    "unchanged": ((), f"2026.1/{KEPT}", "Gäller."),
    "replaced": ((), f"2026.1/{CHANGED}", "Gäller inte längre."),
    "gone": ((), f"2026.1/{TAKEN}", "Finns inte längre."),
    "withdrawn": (("2026.1",), f"2026.1/{CHANGED}", "Återkallat."),
    "withdrawn but unchanged": (("2026.1",), f"2026.1/{KEPT}", "Gäller."),
    "none valid": (("2026.1", "2026.2"), f"2026.2/{KEPT}", "Återkallat."),
}
_PHONE, _HEIGHT = 360, 640
# The answer: its place on the screen, the size of its letters, its colour, and whether all that is to be done is seen.
_SEEN = """() => {
  const place = document.querySelector(":target"), word = place.querySelector(".said strong");
  const todo = place.querySelector(".todo"), box = element => element.getBoundingClientRect();
  return { id: place.id, word: word.innerText, top: box(place).top, verdict: box(word).bottom,
    letters: parseFloat(getComputedStyle(word).fontSize), todo: todo.checkVisibility() ? box(todo).bottom : Infinity,
    sign: getComputedStyle(word, "::before").content, wide: document.documentElement.scrollWidth };
}"""
_DEEPEST = 560  # where the advice ends at the latest on the phone, px: above the browser's own bars


_LONGEST = Withdrawal("2027-02-01", "Orden i steget var fel. " * 16 + "Ring inte.")  # nearly as long as a reason may be


@pytest.fixture(scope="module")
def file_of(tmp_path_factory):
    """The page as a file, by the releases that are withdrawn."""
    folder = tmp_path_factory.mktemp("printouts")

    def written(withdrawn=()):
        file = folder / f"{'-'.join(withdrawn) or 'none'}.html"
        if not file.exists():
            register, manifests = two(*withdrawn)
            file.write_bytes(current_page(register, manifests, NOTES))
        return file

    return written


def phone(browser, file, anchor, **options):
    return opened(browser, file, _PHONE, anchor, script=False, screen={"width": _PHONE, "height": _HEIGHT}, **options)


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("written", [str, lambda anchor: anchor.replace("/", "%2F")], ids=["plain", "encoded"])
def test_the_answer_stands_at_the_top_of_a_phone(browser, file_of, answer, written):
    withdrawn, anchor, words = ANSWERS[answer]
    with phone(browser, file_of(withdrawn), written(anchor)) as tab:
        seen = tab.page.evaluate(_SEEN)
        assert (seen["id"], seen["word"]) == (anchor, words)
        assert 0 <= seen["top"] <= 20
        assert seen["letters"] >= 36
        assert seen["verdict"] <= 300
        assert seen["todo"] <= _DEEPEST
        assert ("✓" if words == "Gäller." else "✕") in seen["sign"]
        assert seen["wide"] <= _PHONE
        assert tab.asked == [file_of(withdrawn).as_uri()]
        assert tab.told == []


def test_however_long_the_reason_is_what_to_do_is_seen(browser, tmp_path):
    file = tmp_path / "page.html"
    register, manifests = releases({KEPT: "a"}, {KEPT: "b"}, withdrawn=["2026.1"], gone=_LONGEST)
    file.write_bytes(current_page(register, manifests, {}))
    with phone(browser, file, f"2026.1/{KEPT}") as tab:
        assert tab.page.evaluate(_SEEN)["todo"] <= _DEEPEST


def test_only_the_sheet_that_was_asked_for_is_large(browser, file_of):
    with phone(browser, file_of(), f"2026.1/{CHANGED}") as tab:
        sizes = tab.page.evaluate("() => [...document.querySelectorAll('.said strong')].map(e => e.offsetHeight > 30)")
        assert sizes.count(True) == 1


def test_a_second_code_leads_to_its_own_sheet(browser, file_of):
    with phone(browser, file_of(), f"2026.1/{CHANGED}") as tab:
        tab.page.goto(f"{file_of().as_uri()}#2026.1/{TAKEN}")
        assert tab.page.evaluate(_SEEN)["id"] == f"2026.1/{TAKEN}"


def test_a_code_of_a_release_that_the_page_does_not_know_shows_how_to_look_up(browser, file_of):
    with phone(browser, file_of(), "2026.9/karta-x-A3") as tab:
        assert tab.page.evaluate("() => document.querySelector(':target')") is None
        assert tab.page.evaluate("() => scrollY") == 0
        assert tab.page.get_by_text("Längst ned på bladet").is_visible()


def test_the_last_of_two_thousand_sheets_is_found(browser, tmp_path):
    file = tmp_path / "page.html"
    register, manifests = many(20, 100)
    data = current_page(register, manifests, {})
    file.write_bytes(data)
    anchor = re.findall('<li id="([^"]+)"', data.decode())[-1]
    with phone(browser, file, anchor) as tab:
        assert 0 <= tab.page.evaluate(_SEEN)["top"] <= 20


def test_the_answer_is_told_apart_without_colours(browser, file_of):
    """In forced colours the frame and the words stay, and so does the sign."""
    with phone(browser, file_of(("2026.1",)), f"2026.1/{CHANGED}", forced_colors="active") as tab:
        assert "✕" in tab.page.evaluate(_SEEN)["sign"]
        frame = tab.page.evaluate("() => getComputedStyle(document.querySelector(':target')).borderTopWidth")
        assert frame == "6px"


def test_on_paper_there_is_the_list_and_no_links(browser, file_of):
    with opened(browser, file_of(), script=False) as tab:
        tab.page.emulate_media(media="print")
        assert tab.page.locator(".files").evaluate_all("all => all.filter(e => e.checkVisibility()).length") == 0
        assert tab.page.locator("li .code").first.is_visible()


# ---------------------------------------------------------------- judges


@pytest.mark.tool("npm")
@pytest.mark.parametrize(
    ("width", "look"),
    [*((width, {}) for width in WIDTHS), (PHONE, {"color_scheme": "dark"}), (PHONE, {"forced_colors": "active"})],
    ids=str,
)
def test_axe_finds_nothing_in_any_answer(browser, file_of, width, look):
    found = {}
    for name, (withdrawn, anchor, _) in {"list": ((), "", ""), **ANSWERS}.items():
        with opened(browser, file_of(withdrawn), width, anchor, script=False, **look) as tab:
            assert tab.page.evaluate("() => document.documentElement.scrollWidth") <= width
            found[name] = accessibility_faults(tab)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.tool("npm")
def test_the_judge_sees_a_fault(browser, file_of):
    with opened(browser, file_of(), PHONE) as tab:
        tab.page.evaluate("() => document.querySelector('.said strong').style.color = '#aaa'")
        assert [fault.partition(":")[0] for fault in accessibility_faults(tab)] == ["color-contrast"]


@pytest.mark.tool("java")
@pytest.mark.tool("npm")
def test_vnu_has_nothing_to_say(file_of):
    files = [file_of(withdrawn) for withdrawn in ((), ("2026.1",), ("2026.1", "2026.2"))]
    assert markup_messages(files) == []
