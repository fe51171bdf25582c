"""Addresses and places that links may lead to; what runs or is attached is tried in test_mutations.py."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from pipeline.writers.pdf.gate.audit import audit_findings, in_ascii


def codes(link: Dictionary, addresses=None, **root) -> list[str]:
    """Findings of a file with one link."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    if "/Dest" in link and link.Dest == Array([]):
        link.Dest = Array([page.obj, Name.Fit])
    page.obj.Annots = Array([pdf.make_indirect(link)])
    if root.get("named"):
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("plats"), Array([page.obj, Name.Fit])])))
    return [finding.code for finding in audit_findings(pdf, addresses)]


def link(**held) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, **held)


def web(address: str) -> Dictionary:
    return link(A=Dictionary(S=Name.URI, URI=String(address)))


@pytest.mark.parametrize("address", ["https://a.se/", "http://a.se/", "mailto:a@b.se"])
def test_any_web_address_is_well_where_none_are_given(address: str) -> None:
    assert codes(web(address)) == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:x", "ftp://a.se", "", "//a.se"])
def test_no_other_address_is_ever_well(address: str) -> None:
    assert codes(web(address)) == ["address_unknown"]
    assert codes(web(address), {address}) == ["address_unknown"]


def test_addresses_of_the_content_are_compared_as_files_hold_them() -> None:
    assert codes(web("https://a.se/l%C3%A4s"), {"https://a.se/läs"}) == []
    assert codes(web("https://a.se/"), {"https://a.se/läs"}) == ["address_unknown"]


def test_characters_outside_ascii_are_percent_encoded() -> None:
    # U+00E5 is C3 A5 in UTF-8, U+2013 is E2 80 93 (RFC 3629).
    assert in_ascii("https://a.se/å–?b=%20") == "https://a.se/%C3%A5%E2%80%93?b=%20"


def test_places_in_the_file() -> None:
    assert codes(link(Dest=Array([]))) == []
    assert codes(link(Dest=String("plats")), named=True) == []
    assert codes(link(A=Dictionary(S=Name.GoTo, D=String("plats"))), named=True) == []
    assert codes(link(Dest=String("borta")), named=True) == ["link_to_nowhere"]
    assert codes(link()) == ["link_to_nowhere"]


@pytest.mark.parametrize("kind", ["GoToR", "Launch", "JavaScript", "Named", "SubmitForm"])
def test_other_actions_are_refused(kind: str) -> None:
    assert codes(link(A=Dictionary(S=Name(f"/{kind}")))) == ["active_content", "action_unwanted"]
