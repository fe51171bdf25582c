"""The page is one well-formed file: what it may load, what it says of itself, and what a browser finds in it."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import UndefinedError

from pipeline.writers.html import write
from pipeline.writers.html.openings import prose, register, style
from pipeline.writers.look import Look
from tests.unit.writers.html.small_site import opened, small_site

HOSTILE = (
    "<script>alert(1)</script>",
    chr(34) + "><img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "</style>",
    "a & b",
    "' onclick='x",
)


def text_of(look: Look, **changed: Any) -> str:
    return write(replace(small_site(), **changed), look).data.decode()


@pytest.fixture(scope="module")
def page(look: Look) -> str:
    return text_of(look)


class Raw(HTMLParser):
    """The exact text of every <style> and <script>, as a browser hashes it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag if tag in ("style", "script") and "type" not in dict(attrs) else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found.append((self._open, data))

    def handle_endtag(self, tag: str) -> None:
        self._open = None


def test_policy_allows_the_page_s_own_texts_and_nothing_else(page: str) -> None:
    reader = Raw()
    reader.feed(page)
    allowed = opened(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert allowed.startswith("default-src 'none'; ")
    hashes: dict[str, set[str]] = {f"{tag}-src": set() for tag, _ in reader.found}
    for tag, text in reader.found:
        hashes[f"{tag}-src"].add(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'")
    told = {name: set(sources) for name, *sources in (part.split() for part in allowed.split("; "))}
    assert {name: told[name] for name in hashes} == hashes
    assert (told["img-src"], told["font-src"]) == ({"data:"}, {"data:"})


def test_nothing_is_styled_or_scripted_in_place(page: str) -> None:
    root = opened(page)
    assert root.xpath("//@style") == []
    assert [name for element in root.iter() for name in element.attrib if name.startswith("on")] == []
    assert root.xpath("//script/@src | //link | //iframe | //object") == []


def test_every_id_stands_once_and_every_link_arrives(page: str) -> None:
    root = opened(page)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {link[1:] for link in root.xpath("//a/@href") if link.startswith("#")}
    assert inside - set(ids) == {"fas--1", "fas--2"}  # of the phases' meanings, which this small page has not


def test_what_is_described_and_labelled_by_is_there(page: str) -> None:
    root = opened(page)
    named = " ".join(root.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls | //label/@for")).split()
    assert named
    assert set(named) <= set(root.xpath("//@id"))


@pytest.mark.parametrize("said", HOSTILE)
def test_a_hostile_title_stays_text(look: Look, said: str) -> None:
    root = opened(write(small_site(title=said), look).data.decode())
    plain = opened(write(small_site(), look).data.decode())
    assert [element.tag for element in root.iter()] == [element.tag for element in plain.iter()]
    assert root.get_element_by_id("aa-ett").findtext("h3") == said
    assert root.xpath("//*[@id='rad--aa-ett']//a[@class='title']")[0].text == said


def test_register_holds_no_mark_up() -> None:
    written = str(register(["</script><!--", "a&b", "\u2028"]))
    assert re.search(r"[<>&\u2028]", written) is None
    assert written == '["\\u003c/script\\u003e\\u003c!--","a\\u0026b","\\u2028"]'


def test_styles_cannot_end_their_element() -> None:
    with pytest.raises(ValueError, match="style"):
        style("a{}</STYLE>")


def test_a_missing_word_is_an_error(look: Look) -> None:
    with pytest.raises(UndefinedError):
        text_of(look, words=tuple(pair for pair in small_site().words if pair[0] != "skip"))


def test_words_with_an_unbreakable_hyphen_stay_whole() -> None:
    assert str(prose("ett SIUS\u2011stöd & <mer>\nny rad")) == (
        'ett <span class="whole">SIUS-stöd</span> &amp; &lt;mer&gt;<br>ny rad'
    )


def test_same_site_same_bytes(look: Look) -> None:
    assert write(small_site(), look).data == write(small_site(), look).data


def test_metadata_is_that_of_every_format(page: str) -> None:
    root = opened(page)
    told = {meta.get("name"): meta.get("content") for meta in root.iter("meta") if meta.get("name")}
    assert root.get("lang") == "sv-SE"
    assert root.findtext(".//title") == "Webb <b>"
    assert (told["description"], told["author"]) == ("Om & kring", "Kontoret")
    assert (told["dcterms.date"], told["processpil:status"]) == ("2026-11-21", "utkast")
