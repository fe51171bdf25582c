"""What stands in the views: the map's links, the list, the articles and the case worker's support."""

import re
from itertools import pairwise
from typing import Any

import pytest

from pipeline.writers.html import write
from pipeline.writers.look import Look
from tests.unit.writers.html.small_site import opened, small_site


@pytest.fixture(scope="module")
def root(look: Look) -> Any:
    return opened(write(small_site(), look).data.decode())


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_views_stand_in_the_order_of_the_contract(root: Any) -> None:
    views = [view.get("id") for view in root.iter("section") if view.get("data-view") is not None]
    assert views == [
        *("start", "aktor--aa", "aktor--bb", "motespunkter", "stod", "fall", "begrepp", "sok", "filer", "saknas")
    ]
    assert len(list(root.iter("h1"))) == 1


def test_boxes_of_the_map_lead_to_their_steps_and_rows(root: Any) -> None:
    boxes = root.xpath("//*[@id='karta--aa--1']//a[@data-step]")
    assert [(box.get("href"), box.get("aria-describedby"), box.get("aria-label")) for box in boxes] == [
        ("#aa-ett", "rad--aa-ett", "Titel aa-ett, steg"),
        ("#aa-tva", "rad--aa-tva", "Två, steg"),
    ]
    assert {box.getparent().get("role") for box in boxes} == {"listitem"}
    pieces = root.xpath("//*[@id='karta--aa--1']//a[@data-phase]")
    assert [(piece.get("href"), piece.get("data-phase")) for piece in pieces] == [
        ("#aktor--aa--fas-1", "1"),
        ("#aktor--aa--fas-2", "2"),
    ]


def test_a_row_says_where_one_may_walk(root: Any) -> None:
    row = root.get_element_by_id("rad--aa-ett")
    assert (row.get("data-on"), row.get("data-over"), row.get("data-meets")) == ("aa-tva", "bb-ett", "bb")
    yes, no = row.xpath(".//ul[@class='ways']/li")
    assert words(yes) == "Ja steg 2, Titel aa-tva"
    assert yes.xpath("./span/@class")[0] == "answer yes"
    assert (words(no), no.get("class")) == ("Nej Titel bb-ett", "beyond")


def test_an_article_holds_all_of_a_step_but_writing_lines(root: Any) -> None:
    said = words(root.get_element_by_id("aa-tva"))
    for part in (
        "Uppföljning",
        "Steg 2 av 2",
        "Detta händer i aa-tva.",
        "Ingen väg.",
        "Handläggaren i aa-tva.",
        "Vad tycker du?",
    ):
        assert said.count(part) == 1


def test_former_addresses_lead_into_the_article(root: Any) -> None:
    notice = root.get_element_by_id("aa-gammal")
    assert notice.getparent().get("id") == "aa-tva"
    assert "Titel aa-tva" in words(notice)


def test_headings_never_skip_a_level(root: Any) -> None:
    levels = [int(head.tag[1]) for head in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_map_is_never_shown_with_text_below_13_px(look: Look) -> None:
    style = write(small_site(), look).data.decode()
    least = re.search(r"#karta--aa--1 svg\{min-width:(\d+)px", style)
    assert least
    px_per_mm = int(least[1]) / 120  # the map is 120 mm wide
    assert px_per_mm * 13 * 25.4 / 72 >= 13  # and its text 13 pt high


def test_files_of_one_kind_stand_together(root: Any) -> None:
    (line,) = root.xpath("//*[@id='filer']//li")
    assert line.xpath("./a/@href") == ["../karta/a.pdf", "../karta/a.svg"]
