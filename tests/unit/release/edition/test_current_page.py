"""The page of printouts in words: what stands in the place that a code leads to, and where its links lead."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.release.edition.current_page import checked_current_page, current_page, page_of, withdrawal_note
from pipeline.release.edition.register import Register, Withdrawal
from pipeline.writers.html.current_page import rendered
from tests.support.printouts import ADDED, CHANGED, KEPT, TAKEN, file, frozen, many, register, releases, two
from tests.support.web_reader import WebPage, said

KEEP = "Du kan använda bladet."
THROW = "Använd inte bladet. Skriv ut det som gäller."
ONLY_THROW = "Använd inte bladet. Det finns inget att skriva ut i stället."
HOSTILE = "<script>alert('å')</script> \"&amp;\" </style></li> {reason} %s"


def page(found, notes=None):
    register, manifests = found
    return WebPage(current_page(register, manifests, notes or {}))


def place(found, name):
    """What stands at an address, its words as one line."""
    return " ".join(page(found).text(name).split())


def links(found, name):
    return [link.get("href") for link in page(found).ids[name].iter("a")]


# ---------------------------------------------------------------- the answers


def test_a_sheet_of_the_newest_release():
    text = place(two(), f"2026.2/{CHANGED}")
    assert f"Gäller. {KEEP} Bladet ingår i den senaste utgåvan." in text
    assert "utgåva 2026.2, kod 93b1c2aa" in text


def test_a_sheet_that_was_carried_over():
    text = place(two(), f"2026.2/{KEPT}")
    assert f"Gäller. {KEEP} Bladet är oförändrat sedan utgåva 2026.1." in text
    assert "utgåva 2026.1, kod 06523b9f" in text


def test_an_older_sheet_that_is_unchanged():
    text = place(two(), f"2026.1/{KEPT}")
    assert f"Gäller. {KEEP} Bladet är oförändrat från utgåva 2026.1 till den senaste, 2026.2." in text
    assert links(two(), f"2026.1/{KEPT}") == [f"2026.2/karta/{KEPT}-2026.1.{form}" for form in ("pdf", "svg")]


def test_a_sheet_that_was_replaced():
    text = place(two(), f"2026.1/{CHANGED}")
    assert f"Gäller inte längre. {THROW} Bladet slutade gälla i och med utgåva 2026.2. Det finns ett nytt." in text
    assert "Öppna PDF ur utgåva 2026.2" in text
    assert links(two(), f"2026.1/{CHANGED}") == [f"2026.2/karta/{CHANGED}-2026.2.{form}" for form in ("pdf", "svg")]


def test_a_sheet_that_was_replaced_long_ago():
    found = releases({KEPT: "a"}, {KEPT: "b"}, {KEPT: "c"})
    assert "i och med utgåva 2026.2. Det finns" in place(found, f"2026.1/{KEPT}")
    assert links(found, f"2026.1/{KEPT}")[0] == f"2026.3/karta/{KEPT}-2026.3.pdf"


def test_a_sheet_that_is_no_more():
    text = place(two(), f"2026.1/{TAKEN}")
    assert (
        f"Finns inte längre. {ONLY_THROW} Bladet slutade gälla i och med utgåva 2026.2 och ges inte ut längre." in text
    )
    assert links(two(), f"2026.1/{TAKEN}") == []


def test_a_withdrawn_sheet_says_when_why_and_what_to_use():
    found = two("2026.1")
    text = place(found, f"2026.1/{CHANGED}")
    assert (
        f"Återkallat. {THROW} Utgåva 2026.1 återkallades 2027-02-01. Skäl: Frågan om arbetsplats var fel ställd."
        in text
    )
    assert links(found, f"2026.1/{CHANGED}")[0] == f"2026.2/karta/{CHANGED}-2026.2.pdf"
    assert "Det finns inget att skriva ut i stället." in place(found, f"2026.1/{TAKEN}")


def test_an_unchanged_sheet_of_a_withdrawn_release_holds_and_says_both():
    text = place(two("2026.1"), f"2026.1/{KEPT}")
    wanted = "Utgåva 2026.1 är återkallad, men just det här bladet är likadant i utgåva 2026.2, som gäller."
    assert f"Gäller. {KEEP} {wanted}" in text


def test_when_the_newest_is_withdrawn_the_older_one_holds_again():
    found = two("2026.2")
    assert "Den senaste utgåvan som gäller är 2026.1, från 2026-10-01." in said(page(found).root)
    assert f"Gäller. {KEEP} Bladet ingår i den senaste" in place(found, f"2026.1/{CHANGED}")
    assert "likadant i utgåva 2026.1, som gäller" in place(found, f"2026.2/{KEPT}")
    assert links(found, f"2026.2/{CHANGED}")[0] == f"2026.1/karta/{CHANGED}-2026.1.pdf"
    assert links(found, f"2026.2/{ADDED}") == []


def test_when_all_are_withdrawn_nothing_holds_and_nothing_is_offered():
    found = two("2026.1", "2026.2")
    words = said(page(found).root)
    assert "Alla utgåvor är återkallade. Inget blad gäller just nu." in words
    assert "Du kan använda" not in words
    assert not [link for link in page(found).root.iter("a") if not link.get("href").startswith("#")]


def test_two_stamps_of_one_sheet_are_both_named():
    files = [file(KEPT, "aaaaaaaa", "2026.1"), file(KEPT, "aaaaaaaa", "2026.2", "svg")]
    manifests = {name: frozen(name, files[:count]) for count, name in enumerate(("2026.1", "2026.2"), start=1)}
    text = place((register(manifests), manifests), f"2026.2/{KEPT}")
    assert "På bladet står: utgåva 2026.1, kod aaaaaaaa eller utgåva 2026.2, kod aaaaaaaa." in text
    assert f"Gäller. {KEEP} Bladet ingår i den senaste utgåvan." in text


# ---------------------------------------------------------------- the whole


def test_every_sheet_of_every_release_has_its_place_once():
    found = two("2026.1")
    data = current_page(*found, {}).decode()
    wanted = {f"{name}/{one.anchor}" for name, frozen in found[1].items() for one in frozen.artefacts}
    assert len(wanted) == 10
    for name in wanted:
        assert data.count(f'id="{name}"') == 1


def test_releases_come_newest_first_with_their_state():
    found = page(two("2026.1"))
    (nav,) = found.root.iter("nav")
    assert [said(one) for one in nav.iter("li")] == ["Utgåva 2026.2 – den senaste", "Utgåva 2026.1 – återkallad"]
    heads = [one.text for one in found.root.iter("h3")]
    assert heads == ["Utgåva 2026.2", "Utgåva 2026.1"]


def test_sheets_of_all_actors_come_first_then_actor_by_actor():
    found = releases(dict.fromkeys(("karta-b-A3", "handout-b-A4", "karta-a-A3", "webb-alla", "affisch-alla-A1"), "a"))
    sheets = [one for one in page(found).root.iter("li") if "/" in one.get("id", "")]
    names = [one.get("id").partition("/")[2] for one in sheets]
    assert names == ["affisch-alla-A1", "webb-alla", "karta-a-A3", "handout-b-A4", "karta-b-A3"]
    begins = [name for name, one in zip(names, sheets, strict=True) if "first" in one.get("class").split()]
    assert begins == ["affisch-alla-A1", "karta-a-A3", "handout-b-A4"]


def test_each_actor_has_its_publications_in_the_same_order():
    """Though of `handout-kort-b` and `handout-z` another one comes first by their letters."""
    short = [replace(file(f"x-{actor}-A4", "a", "2026.1"), publication="handout-kort") for actor in "az"]
    short = [replace(one, anchor=f"handout-kort-{one.actor}-A4") for one in short]
    long = [file(f"handout-{actor}-A4", "a", "2026.1") for actor in "az"]
    manifests = {"2026.1": frozen("2026.1", [*short, *long])}
    sheets = [one.get("id", "") for one in page((register(manifests), manifests)).root.iter("li")]
    names = [one.removeprefix("2026.1/") for one in sheets if "/" in one]
    assert names == ["handout-a-A4", "handout-kort-a-A4", "handout-z-A4", "handout-kort-z-A4"]


def test_the_head_of_each_release_says_what_became_of_it():
    found = page(releases({KEPT: "a"}, {KEPT: "b"}, {KEPT: "c"}, withdrawn=["2026.2"]))
    states = [said(one) for one in found.root.iter("p") if one.get("class") == "state"]
    assert states == [
        "Den senaste utgåvan som gäller.",
        "Återkallad 2027-02-01. Skäl: Frågan om arbetsplats var fel ställd.",
        "Ersatt av utgåva 2026.3. Blad som inte har ändrats sedan dess gäller fortfarande.",
    ]


def test_no_line_breaks_inside_a_date():
    found = page(two("2026.1"))
    held = {said(one).rstrip(".") for one in found.root.iter("span") if one.get("class") == "whole"}
    assert held == {"2026-10-01", "2026-10-02", "2027-02-01"}
    assert "\u2011" not in said(found.root)  # fonts lack it, and who searches types another


def test_what_is_printed_first_is_offered_first():
    files = [file(KEPT, "a", "2026.1", *form) for form in (("docx",), ("docx", "redigerbar"), ("svg",), ("pdf",))]
    manifests = {"2026.1": frozen("2026.1", files)}
    found = (register(manifests), manifests)
    told = [said(link).rpartition(": ")[2] for link in page(found).ids[f"2026.1/{KEPT}"].iter("a")]
    assert told == ["Öppna PDF", "Öppna Word", "Öppna Word med karta som går att ändra", "Öppna SVG"]


def test_what_is_new_stands_below_its_release_in_paragraphs():
    found = page(two(), {"2026.2": "Ett nytt steg.\nHos staden.\n\n\n\nBättre kartor.\n"})
    (notes,) = (one for one in found.root.iter("div") if one.get("class") == "notes")
    assert [said(one).strip() for one in notes.iter("p")] == ["Ett nytt steg.Hos staden.", "Bättre kartor."]
    assert len(list(notes.iter("br"))) == 1
    assert notes in list(found.ids["2026.2"].iter())


def test_a_release_whose_files_are_lost_still_says_that_it_is_withdrawn():
    """What the shelf hands in for one that no backup has."""
    known, manifests = two("2026.1")
    manifests["2026.1"] = replace(manifests["2026.1"], programme="", artefacts=())
    assert "Återkallad 2027-02-01." in place((known, manifests), "2026.1")


@pytest.mark.parametrize("name", ["utgavor", "rubrik-1", "current", "2026.1-rc.1", "A"])
def test_no_name_of_a_release_is_a_place_of_the_page_itself(name):
    manifests = {name: replace(frozen("2026.1", [file(KEPT, "a", "2026.1")]), release=name)}
    found = page((register(manifests), manifests))
    assert len([one for one in found.root.iter() if one.get("id") == name]) == 1
    assert f"{name}/{KEPT}" in found.ids


def test_titles_in_another_language_say_so():
    known, manifests = two()
    other = [replace(one, language="en") for one in manifests["2026.1"].artefacts]
    manifests["2026.1"] = replace(manifests["2026.1"], language="en", artefacts=tuple(other))
    found = page((known, manifests), {"2026.1": "New."})
    assert found.root.get("lang") == "sv-SE"
    assert {one.get("lang") for one in found.ids["2026.1"].iter("h4") if one.text != "Nytt i utgåvan"} == {"en"}
    assert {one.get("lang") for one in found.ids["2026.2"].iter("h4")} == {None}
    (notes,) = (one for one in found.ids["2026.1"].iter("div") if one.get("class") == "notes")
    assert notes.find("p").get("lang") == "en"


def test_addresses_have_no_character_that_means_something_else():
    odd = replace(file(KEPT, "a", "2026.1"), path="karta/50 % av år #1?.pdf")
    manifests = {"2026.1": frozen("2026.1", [odd])}
    assert links((register(manifests), manifests), f"2026.1/{KEPT}") == [
        "2026.1/karta/50%20%25%20av%20%C3%A5r%20%231%3F.pdf"
    ]


def test_without_releases_there_is_no_page():
    with pytest.raises(IndexError):
        current_page(Register(), {}, {})


def test_the_page_is_small():
    """Two releases of 45 sheets on a phone's network; twenty of a hundred are still a page."""
    assert len(current_page(*many(2, 45), {})) < 100_000
    assert len(current_page(*many(20, 100), {})) < 2_000_000


def test_equal_releases_give_equal_bytes_whatever_their_order_in_memory():
    known, manifests = two("2026.1")
    backwards = {name: manifests[name] for name in reversed(manifests)}
    assert current_page(known, manifests, {}) == current_page(known, backwards, {})


# ---------------------------------------------------------------- hostile words


def hostile(text):
    """Releases with this text wherever a person wrote one."""
    known, manifests = releases({KEPT: "a"}, {KEPT: "b"}, withdrawn=["2026.1"], gone=Withdrawal("2027-02-01", text))
    for name, one in manifests.items():
        files = tuple(replace(file, title=text) for file in one.artefacts)
        manifests[name] = replace(one, programme=text, artefacts=files)
    return known, manifests, {"2026.1": text}


def test_hostile_words_are_only_words():
    data = current_page(*hostile(HOSTILE))
    assert b"<script" not in data
    found = WebPage(data)
    assert not list(found.root.iter("script"))
    assert f"Skäl: {HOSTILE}" in found.text(f"2026.1/{KEPT}")
    assert found.text(f"2026.2/{KEPT}").count(HOSTILE) == 3  # as heading, and before the words of two links


LETTERS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>\"'&{}%\n\u2011\u00ad/")


@settings(deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=40).filter(str.strip))
def test_no_words_are_hostile_enough_for_the_gate(text):
    register, manifests, notes = hostile(text)
    page = page_of(register, manifests, notes)
    assert checked_current_page(rendered(page), page, manifests) == ()


# ---------------------------------------------------------------- the gate is asked


def test_the_gate_asks_the_manifests_for_places():
    known, manifests = two()
    page = page_of(known, manifests, {})
    more = {**manifests, "2026.3": frozen("2026.3", [file("karta-ny-A3", "a", "2026.3")])}
    found = checked_current_page(rendered(page), page, more)
    assert [(one.code, one.detail) for one in found] == [("place_missing", "2026.3/karta-ny-A3")]
    less = {"2026.2": manifests["2026.2"]}
    assert {one.code for one in checked_current_page(rendered(page), page, less)} == {"place_unknown"}


def test_a_page_with_a_finding_is_never_handed_out(monkeypatch):
    monkeypatch.setattr("pipeline.release.edition.current_page.rendered", lambda _: b"<!DOCTYPE html><p>x")
    with pytest.raises(ValueError, match="charset_missing"):
        current_page(*two(), {})


# ---------------------------------------------------------------- the note


def test_the_note_beside_a_withdrawn_release():
    known, _ = two("2026.1")
    lines = withdrawal_note(known.releases[0], "sv-SE").decode().splitlines()
    assert lines[0] == (
        "Utgåva 2026.1 återkallades 2027-02-01. Använd den inte, och dela inte ut den. "
        "Skäl: Frågan om arbetsplats var fel ställd."
    )
    with pytest.raises(ValueError, match=r"2026\.2"):
        withdrawal_note(known.releases[1], "sv-SE")
