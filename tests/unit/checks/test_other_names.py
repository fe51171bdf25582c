"""Former ids and synonyms: what each may be, and who is proposed where a former id is still used."""

import pytest

from tests.diagnostics.project import patched, report_on
from tests.unit.checks.small import codes

FK = "# file: sources/aktorer/fk.yaml\n"
BREV = f"{FK}# step: fk-brev\n  tidigare_id: fk-besked\n"
TERMS = "# file: sources/begrepp.yaml\n# whole\nordlista:\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("tidigare_id: fk-besked", []),
        ("tidigare_id: [fk-besked, fk-avslag]", []),
        # Moved from another actor, or from before the prefix was changed.
        ("tidigare_id: ss-besked", []),
        ("tidigare_id: brev", ["R353"]),
        ("tidigare_id: fk-brev", ["R350"]),
        ("tidigare_id: fk-slut", ["R351"]),
        ("tidigare_id: [fk-besked, fk-besked]", ["R330"]),
        ("tidigare_id: []", ["F217"]),
        ("tidigare_id: fk--besked", ["F214"]),
    ],
)
def test_former_ids(line: str, found: list[str]) -> None:
    assert codes(f"{FK}# step: fk-brev\n  {line}\n") == found


def test_both_places_of_a_former_id_are_told() -> None:
    case = f"{BREV}# file: sources/aktorer/ss.yaml\n# step: ss-slut\n  tidigare_id: [ss-forr, fk-besked]\n"
    (finding,) = report_on(patched(case)).findings
    assert (finding.code, finding.place.file) == ("R352", "sources/aktorer/ss.yaml")
    assert dict(finding.details)["first"].startswith("sources/aktorer/fk.yaml:")


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("# step: fk-mote\n  pilar: [{till: fk-besked}]\n", "P114"),
        ("# step: fk-slut\n  efter: fk-besked\n", "P132"),
        (
            "# file: sources/aktorer/ss.yaml\n# step: ss-start\n"
            "  kontaktpunkter: [{aktor: fk, steg: fk-besked, varfor: Ja}]\n",
            "R314",
        ),
        (
            "# file: sources/dialogfall.yaml\n# whole\ndialogfall:\n- id: fall-a\n  namn: A (påhittad)\n"
            "  situation: [Hon söker.]\n  fragor: [Vad nu?]\n  steg: [fk-besked]\n",
            "R312",
        ),
    ],
)
def test_what_names_a_former_id_is_told_the_id_of_today(reference: str, code: str) -> None:
    found = report_on(patched(BREV + reference)).findings
    assert {dict(finding.details)["guess"] for finding in found if finding.code == code} == {"fk-brev"}


def test_a_step_that_tells_its_former_id_was_renamed_on_purpose() -> None:
    """Even where all others still use that id, it is they who must change."""
    references = (
        "# step: fk-mote\n  pilar: [{till: fk-brevet}]\n# step: fk-beslut\n"
        "  pilar: [{till: fk-mote, etikett: ja}, {till: fk-brevet, etikett: nej}]\n"
    )
    case = (
        "# file: sources/dialogfall.yaml\n# whole\ndialogfall:\n"
        "- {id: fall-a, namn: A (påhittad), situation: [Sjuk.], fragor: [Vad gäller], steg: [fk-brevet]}\n"
    )
    assert codes(f"{FK}{references}{case}") == ["R324"]
    found = codes(f"{FK}# step: fk-brev\n  tidigare_id: fk-brevet\n{references}{case}")
    assert sorted(found) == ["P114", "P114", "R312"]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("[inkomst, lön]", "sker", []),
        ("sgi", "sker", ["R354"]),
        ("sjukpenninggrundande inkomst", "sker", ["R354"]),
        ("[lön, Lön]", "sker", ["R354"]),
        ("lön", "LÖN", ["R355"]),
        # The name of a later term is no synonym of an earlier one.
        ("händer", "sker", ["R355"]),
        # Words that readers use may be such as the programme itself avoids.
        ("[klienten, EB, SFS 2001:453]", "sker", []),
    ],
)
def test_synonyms(first: str, second: str, found: list[str]) -> None:
    case = (
        f"{TERMS}- term: SGI\n  utlast: Sjukpenninggrundande inkomst\n"
        f"  synonymer: {first}\n  forklaring: F.\n  kalla: lagen\n"
        f"- {{term: händer, synonymer: {second}, forklaring: F., kalla: lagen}}\n"
    )
    assert codes(case) == found


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Klienten har fått ett brev", "S708"),
        ("Begär ett utlåtande enligt XYZQ", "S709"),
        (" ".join(["ord"] * 26), "S703"),
        ("Ring 08-123 45 67", "D803"),
    ],
)
def test_the_lines_of_a_checklist_are_texts_as_all_others(line: str, code: str) -> None:
    assert codes(f"{FK}# step: fk-brev\n  checklista: [Samtycket är skrivet, {line}]\n") == [code]


def test_a_checklist_says_each_thing_once() -> None:
    assert codes(f"{FK}# step: fk-brev\n  checklista: [Brevet är sänt, Brevet är sänt]\n") == ["R330"]
    assert codes(f"{FK}# step: fk-brev\n  checklista: []\n") == ["F217"]


def test_a_term_that_only_a_checklist_uses_is_used() -> None:
    term = f"{TERMS}- {{term: SGI, forklaring: F., kalla: lagen}}\n- {{term: tolk, forklaring: F., kalla: lagen}}\n"
    assert codes(term) == ["N504"]
    assert codes(f"{term}{FK}# step: fk-brev\n  checklista: [Tolken är beställd]\n") == []
