"""The small types of fields: what they take, and by which name they refuse."""

import datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from pipeline.colour import Colour
from pipeline.spans import Marks
from pipeline.values import (
    NO_BREAK_SPACE,
    ORIGIN_KEY,
    Address,
    Count,
    Day,
    Em,
    Exact,
    Label,
    Paint,
    Prose,
    Slug,
    Value,
    YesNo,
    bound,
    typeset,
)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Label, "Ansökan", "Ansökan"),
        (Label, "  Ansökan\n", "Ansökan"),
        (Prose, "rad\nrad\n", "rad\nrad"),
        (Count, "012", 12),
        (Em, "2.5", 2.5),
        (YesNo, "ja", True),
        (YesNo, "false", False),
        (Day, "2026-11-21", datetime.date(2026, 11, 21)),
        (Slug, "fk-ansokan-2", "fk-ansokan-2"),
        (Address, "mailto:a@b.se", "mailto:a@b.se"),
        (Paint, "#0557a3", Colour(5, 0x57, 0xA3)),
    ],
)
def test_what_is_taken(kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "refusal"),
    [
        (Label, None, "nothing"),
        (Label, " \n", "nothing"),
        (Label, ["a"], "not_text"),
        (Label, "a\nb", "label_break"),
        (Label, "ord " * 51, "too_long"),
        (Label, "o" * 81, "long_word"),
        (Prose, "rad\n" * 202, "many_breaks"),
        (Prose, "ord " * 5_001, "too_long"),
        *((Count, text, "not_number") for text in ("1_0", "1.0", " 1 ", "-1", "٣", "")),
        *((Em, text, "not_decimal") for text in ("1e3", "1,5", ".5", "inf", "nan")),
        *((YesNo, text, "not_yes_no") for text in ("yes", "on", "0", "JA")),
        *((Day, text, "not_day") for text in ("2026-11-21T00:00:00", "2026-02-30", "20261121", "21/11 2026")),
        *((Slug, text, "not_slug") for text in ("Fk", "fk_a", "-a", "a-", "å", "a b", "../a")),
        *(
            (Address, text, "not_address")
            for text in ("javascript:alert(1)", "file:///etc", "https://", "www.se", "x y")
        ),
        (Paint, "#FFF", "not_colour"),
        (Paint, None, "no_colour"),
    ],
)
def test_what_is_refused(kind: Any, text: object, refusal: str) -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(kind).validate_python(text)
    assert [fault["type"] for fault in raised.value.errors()] == [refusal]


def test_values_are_equal_wherever_they_were_read() -> None:
    class Named(Value):
        name: Label

    here = Named.model_validate({"name": "a", ORIGIN_KEY: Marks("f", 1, 1)})
    there = Named.model_validate({"name": "a", ORIGIN_KEY: Marks("g", 2, 2)})
    assert here == there
    assert hash(here) == hash(there)
    assert str(here.place()) == "f:1:1"
    assert ORIGIN_KEY not in here.model_dump()


@pytest.mark.parametrize(
    "text",
    [
        # Svenska skrivregler: paragraphs and chapters; _ is a no-break space.
        "12_kap._1_§ socialtjänstlagen (2025:400)",
        "30_kap._2 och 8_§§ socialförsäkringsbalken (2010:110)",
        "2, 4 och 8_§§, 10_a_§ och 9_a–9_c_§§",
        "25_kap._2–3_§§, enligt §_5",
        # A number and what it counts; thousands; a day and its month, but not the year.
        "inom 30_dagar, 38_år (påhittad), 2,5_timmar",
        "5_000_kronor, 40_procent, 5_%",
        "från 1_juli 2026, den 2026-11-21 gäller",
        # A number after letters.
        "SFS_2025:400, HSLF-FS_2018:54, FK_7804 används",
        "kl._8_på morgonen, se t.ex. 3_kap.",
        # Not between numbers, not after years or a law's number, not before long words or names.
        "3 av 18, 2 och 8, 2 till 5",
        "2025 gäller, lagen 2003:1210 gäller",
        "10 arbetsmarknadspolitiska program, i 3 Stockholm",
        "A3 och A4, Plan B 3, Öppna data",
        "utan siffror",
    ],
)
def test_no_break_spaces(text: str) -> None:
    wanted = text.replace("_", NO_BREAK_SPACE)
    assert bound(text.replace("_", " ")) == wanted
    assert bound(wanted) == wanted
    assert TypeAdapter(Prose).validate_python(text.replace("_", " ")) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        # Ranges: en dash (Svenska skrivregler).
        ("8-9 §§", "8–9 §§"),
        ("9 a-9 c §§ gäller", "9 a–9 c §§ gäller"),
        ("inom 2-3 dagar, 10-15 %", "inom 2–3 dagar, 10–15 %"),
        # A hyphen between spaces is a dash.
        ("SGI - en inkomst", "SGI – en inkomst"),
        ("tis - fre", "tis – fre"),
        # Quotation marks, alike at both ends.
        ('säger "ja", sedan', "säger ”ja”, sedan"),
        ('("nej")', "(”nej”)"),
    ],
)
def test_characters_that_a_typewriter_lacks(typed: str, wanted: str) -> None:
    assert typeset(typed) == wanted
    assert typeset(wanted) == wanted
    assert TypeAdapter(Prose).validate_python(typed) == bound(wanted)
    assert TypeAdapter(Exact).validate_python(typed) == typed


@pytest.mark.parametrize(
    "text",
    [
        "den 2026-11-21 gäller",
        "lagen 2010-110 om",
        "ring 08-123 45 67",
        "08-123 timmar",
        "dnr 12-34 om",
        "dnr 12-34/2025 om",
        "fas 5-3 om",
        "3:1-2 om",
        "ss-2-3 och",
        "https://a.se/2-3 dagar",
        "e-post och 20-tal",
        "rad\n- punkt",
        '24" skärm och 12" till',
        '"/><a href="x">',
        '{"a": "b"}',
        "så ...",
    ],
)
def test_dates_numbers_of_cases_phones_ids_addresses_and_code_stay(text: str) -> None:
    assert typeset(text) == text


def test_what_is_looked_up_as_it_stands_is_not_bound() -> None:
    assert TypeAdapter(Exact).validate_python("DIN 1451.ttf") == "DIN 1451.ttf"
    assert TypeAdapter(Label).validate_python("DIN 1451") == f"DIN{NO_BREAK_SPACE}1451"
    with pytest.raises(ValidationError):
        TypeAdapter(Exact).validate_python("a\nb")


def test_binding_costs_no_more_than_the_length() -> None:
    text = "1 a" * 6_000
    assert bound(text).count(NO_BREAK_SPACE) == bound(text[: len(text) // 2]).count(NO_BREAK_SPACE) * 2
