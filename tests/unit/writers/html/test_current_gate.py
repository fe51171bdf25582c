"""The gate of the page of printouts finds nothing in a good page, and each fault when it is put in on purpose."""

import inspect
import re
from functools import cache

import pytest

from pipeline.release.edition.current_page import checked_current_page, page_of
from pipeline.writers.html import current_gate
from pipeline.writers.html.current_page import rendered
from tests.support.printouts import CHANGED, KEPT, two

NOTES = {"2026.2": "Ett nytt steg.\n\nEn ny karta."}


@cache
def good():
    known, manifests = two("2026.1")
    page = page_of(known, manifests, NOTES)
    return rendered(page), page, manifests


def codes(data):
    return {one.code for one in checked_current_page(data, *good()[1:])}


def test_the_good_page_has_no_finding():
    assert codes(good()[0]) == set()


# What is done, the finding that must tell it, and the place that is written otherwise.
MUTATIONS = [
    ("no page at all", "file_unreadable", r".*", ""),
    ("no encoding", "charset_missing", r'<meta charset="utf-8">', ""),
    ("value without quotes", "markup_irregular", r'class="skip"', "class=skip"),
    ("a script", "element_needless", "(</main>)", r"<script>alert(1)</script>\1"),
    ("a script that the policy forbids", "policy_differs", "(</main>)", r"<script>alert(1)</script>\1"),
    ("a picture from elsewhere", "element_unknown", "(</main>)", r'<img src="https://example.org/x.png">\1'),
    ("a form", "element_needless", "(</main>)", r"<form></form>\1"),
    ("a drawing", "element_needless", "(</main>)", r"<svg></svg>\1"),
    ("a handler", "attribute_unknown", "<main ", '<main onload="x" '),
    ("a style of an element", "attribute_unknown", "<main ", '<main style="x" '),
    ("a page that moves on", "policy_missing", "(<title>)", r'<meta http-equiv="refresh" content="0;url=x">\1'),
    ("another policy", "policy_differs", "default-src &#39;none&#39;", "default-src &#39;self&#39;"),
    ("a style sheet after its digest", "policy_differs", "(</style>)", r"p{color:red}\1"),
    ("a style that fetches", "style_fetches", "(</style>)", r"p{background:url(https://example.org/x)}\1"),
    ("a link to elsewhere", "address_unknown", r'href="2026\.2/[^"]*"', 'href="https://example.org/x.pdf"'),
    ("a link to a script", "address_unknown", r'href="2026\.2/[^"]*"', 'href="javascript:alert(1)"'),
    ("a link without encryption", "address_unknown", r'href="2026\.2/[^"]*"', 'href="http://example.org/"'),
    ("a link to a file that there is not", "address_unknown", r'href="2026\.2/[^"]*"', 'href="2026.2/x.pdf"'),
    (
        "a link to another sheet",
        "links_differ",
        rf'href="2026\.2/karta/{KEPT}[^"]*"',
        f'href="2026.2/karta/{CHANGED}-2026.2.pdf"',
    ),
    ("a link to nowhere in the page", "link_without_place", r'href="#2026\.2"', 'href="#2026.9"'),
    ("a place twice", "id_repeated", rf'id="2026\.1/{KEPT}"', f'id="2026.1/{CHANGED}"'),
    ("a place that is gone", "place_missing", rf' id="2026\.1/{KEPT}"', ""),
    ("a place of no sheet", "place_unknown", rf'id="2026\.1/{KEPT}"', 'id="2026.1/x"'),
    ("a false answer for the eye", "state_differs", r'class="withdrawn', 'class="current'),
    ("two answers for the eye", "state_differs", r'class="withdrawn', 'class="current withdrawn'),
    ("a false answer", "words_missing", "Återkallat", "Gäller"),
    ("no reason", "words_missing", "Skäl: [^<]*<", "<"),
    ("no advice", "words_missing", "Använd inte bladet[^<]*", ""),
    ("another code", "words_missing", "kod 06523b9f", "kod 06523b9e"),
    ("what is new is missing", "words_missing", "Ett nytt steg", ""),
    ("how to look up is missing", "words_missing", "Längst ned", ""),
    ("another title", "metadata_differs", "<title>[^<]*", "<title>x"),
    ("another language", "metadata_differs", 'lang="sv-SE"', 'lang="en"'),
    ("no language", "language_missing", ' lang="sv-SE"', ""),
    ("no heading", "heading_first", "<h1>([^<]*)</h1>", r"<p>\1</p>"),
    ("a heading jumped over", "heading_jump", "<h3 (.*?)</h3>", r"<p \1</p>"),
    ("nothing enlarges", "zoom_forbidden", "initial-scale=1", "initial-scale=1, user-scalable=no"),
    ("a navigation without name", "part_unnamed", '<nav aria-labelledby="_rubrik">', "<nav>"),
    ("words too pale", "contrast_low", "--ink:#1a1a1a", "--ink:#9a9a9a"),
    ("words too pale in the dark", "contrast_low", "--no:#ff9d8f", "--no:#7a2d20"),
    ("a colour that is not declared", "colour_missing", "--yes-mist:", "--mint:"),
]


@pytest.mark.parametrize(("name", "code", "pattern", "new"), MUTATIONS, ids=[one[0] for one in MUTATIONS])
def test_each_fault_is_found(name, code, pattern, new):
    wanted = 0 if name in ("words too pale in the dark", "a colour that is not declared", "no page at all") else 1
    text, count = re.subn(pattern, new, good()[0].decode(), count=wanted, flags=re.DOTALL)
    assert count, pattern
    assert code in codes(text.encode()), codes(text.encode())


def test_every_finding_of_its_own_was_seen():
    own = set(re.findall(r'Finding\(\s*"(\w+)"', inspect.getsource(current_gate)))
    assert len(own) == 9
    assert own <= {code for _, code, _, _ in MUTATIONS}
