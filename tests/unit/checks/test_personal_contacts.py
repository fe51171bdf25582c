"""Telephone numbers and addresses of persons, and what only looks like one."""

import pytest

from pipeline.checks.personal_contacts import mail_addresses, phone_numbers
from pipeline.checks.personal_numbers import is_personal_number
from pipeline.checks.scope import SourceText
from tests.diagnostics.project import KNOWN


def phones(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each telephone number."""
    source = SourceText("sources/aktorer/a.yaml", text)
    return [(finding.code, finding.place.line, finding.place.column) for finding in phone_numbers(source, KNOWN)]


# 070-174 06 05 to 99 and 08-465 004 00 to 99 are set aside by PTS for films and books: nobody has them.
@pytest.mark.parametrize(
    "text",
    [
        "070-174 06 05",
        "070-1740605",
        "0701740605",
        "070 174 06 05",
        "070 – 174 06 05",
        "0701-74 06 05",
        "+46 70 174 06 05",
        "+46701740605",
        "0046 70-174 06 05",
        "+46 (0)70-174 06 05",
        "070-174\u00a006\u00a005",
        "08-465 004 05",
        "0846500405",
        "+46 8 465 004 05",
        "(08) 465 004 05",
        "018-12 34 56",
        "0500-12 34 56",
        "0141-123 45",
        "010-123 45 67",
        "tel:070-174 06 05.",
        "# ring 070-174 06 05",
    ],
)
def test_phone_numbers(text: str) -> None:
    assert [code for code, *_ in phones(text)] == ["D803"]


@pytest.mark.parametrize(
    "text",
    [
        "0771-524 524",  # shared cost and free: of no person
        "020-12 34 56",
        "112 och 1177",
        "2010:110",
        "lagen (2003:1210)",
        "2026-11-21",
        "kl. 08-12",
        "08-12 2025",
        "08-16 30 dagar",
        "0-18 år",
        "0045-2025",
        "0123-4567",
        "00 00 00 00",
        "fk-0701740605",
        "0701740605a",
        "07017406050123",
        "https://example.org/0701740605",
        "3.0701740605",
        "#0557A3",
        "deadbeef0701740605",
    ],
)
def test_what_is_no_phone_number(text: str) -> None:
    assert phones(text) == []


def test_the_switchboard_stands_in_an_actors_contact() -> None:
    text = "id: fk\nkontakt: Växeln 08-465 004 05,\n  eller 08-465 004 06.\nenheter: [08-465 004 07]\n"
    assert phones(text) == [("D803", 4, 11)]
    assert phones("kontakt: >\n  Växeln\n\n  08-465 004 05\nsteg:\n") == []
    # A mobile phone belongs to a person there too.
    assert phones("kontakt: Ring 070-174 06 05\n") == [("D803", 1, 15)]
    # The word in another place makes no switchboard.
    assert phones("steg:\n- kontakt: 08-465 004 05\n") == [("D803", 2, 12)]


def test_the_switchboard_stands_in_a_decisions_contact_too() -> None:
    text = "beslut:\n- aktor: fk\n  kontakt: Växeln 08-465 004 05\n  titel: Ring 08-465 004 06\n"
    source = SourceText("sources/beslut.yaml", text)
    assert [finding.place.line for finding in phone_numbers(source, KNOWN)] == [4]


def test_a_number_of_a_person_is_told_as_that_only() -> None:
    # 07 is also a year of birth: 0 7 0 1 2 3 4 5 6, every second doubled: 0 7 0 1 4 3 8 5 12; 0+7+0+1+4+3+8+5+1+2 = 31,
    # up to 40: 9.
    assert is_personal_number("0701234569")
    assert phones("0701234569") == []
    assert [code for code, *_ in phones("0701234568")] == ["D803"]


def test_long_rows_of_digits_cost_no_more_than_their_length() -> None:
    assert phones("0" + "1" * 200_000 + "x") == []
    assert phones("0" + "12 " * 60_000 + "x") == []
    assert mails("a." * 200_000 + "@") == []


def mails(text: str) -> list[str]:
    """The codes of the addresses that are told."""
    return [finding.code for finding in mail_addresses(SourceText("a.yaml", text), KNOWN)]


@pytest.mark.parametrize(
    "local",
    [
        "anna.andersson",
        "Anna.Andersson",
        "anna-karin.svensson",
        "anna_andersson",
        "a.andersson",
        "anna.andersson2",
        "åsa.öberg",
    ],
)
def test_addresses_of_persons(local: str) -> None:
    assert mails(f"Skriv till {local}@example.org.") == ["D804"]
    assert mails(f"# mailto:{local}@example.org") == ["D804"]


@pytest.mark.parametrize(
    "local",
    [
        "registrator",
        "fk-info",
        "info.stockholm",
        "rehab.samordning",
        "kontaktcenter_aldre",
        "anna",
        "x1.y2",
        "ekonomiskt.bistand",
    ],
)
def test_addresses_that_many_share(local: str) -> None:
    assert mails(f"{local}@example.org") == []


def test_what_is_no_address() -> None:
    assert mails("anna.andersson på example.org, @anna.andersson, a.b@c") == []
