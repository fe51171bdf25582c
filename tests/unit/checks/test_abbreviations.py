"""Abbreviations: found in capitals, explained by glossary, actor or the text itself, told once."""

import pytest

from tests.diagnostics.project import patched, report_on

STEP = "# file: sources/aktorer/fk.yaml\n# step: fk-{}\n"


def names(case: str) -> list[str]:
    """The abbreviations that are told, in order."""
    return [dict(f.details)["name"] for f in report_on(patched(case)).findings if f.code == "S709"]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("Enligt KBT", ["KBT"]),
        ("Enligt KBT:s regler", ["KBT"]),
        ("KBT-terapeut", ["KBT"]),
        ("KBTn", ["KBT"]),
        ("H2O", ["H2O"]),
        # In the glossary, known to everyone, or no abbreviation.
        ("SGI-skyddad", []),
        ("En PDF", []),
        ("Fas II och XIV", []),
        ("Plan B", []),
        ("UNICEF", ["UNICEF"]),
        ("OBSERVERA", []),
        ("xKBT", []),
        # Joined by a hyphen it is one name; known if its parts are.
        ("ABC-DEF", ["ABC-DEF"]),
        ("SGI-PDF-frågan", []),
        # The letters of a statute's number.
        ("Föreskrifter (HSLF-FS 2018:54)", []),
        # Spelled out at its first use, or not until later.
        ("Kognitiv beteendeterapi (KBT)", []),
        ("KBT (kognitiv beteendeterapi)", []),
        ("Enligt (KBT)", []),
        ("(KBT)", ["KBT"]),
    ],
)
def test_names(who: str, found: list[str]) -> None:
    assert names(f"{STEP.format('brev')}  vem_gor: {who}\n") == found


def test_told_once_for_an_actor_at_its_first_use() -> None:
    first, later = STEP.format("brev"), STEP.format("slut")
    other = "# file: sources/aktorer/ss.yaml\n# step: ss-slut\n  vem_gor: KBT\n"
    case = f"{first}  vem_gor: KBT och KBT\n{later}  vem_gor: KBT\n{other}"
    places = [finding.place for finding in report_on(patched(case)).findings]
    assert [place.file.rpartition("/")[2] for place in places] == ["fk.yaml", "ss.yaml"]
    text = patched(case)["sources/aktorer/fk.yaml"].decode().splitlines()
    assert "KBT och KBT" in text[places[0].line - 1]


def test_spelled_out_too_late() -> None:
    later = f"{STEP.format('slut')}  vem_gor: Kognitiv beteendeterapi (KBT)\n"
    assert names(f"{STEP.format('brev')}  vem_gor: KBT\n{later}") == ["KBT"]
    earlier = f"{STEP.format('start')}  vem_gor: Kognitiv beteendeterapi (KBT)\n"
    assert names(f"{earlier}{STEP.format('brev')}  vem_gor: KBT\n") == []


def test_names_of_actors_and_what_a_term_is_spelled_out_as() -> None:
    short = "# file: sources/aktorer/ss.yaml\n# line: kortnamn:\nkortnamn: SSK\n"
    assert names(f"{short}{STEP.format('brev')}  vem_gor: SSK\n") == []
    term = "- {term: SGI, utlast: Enligt SFB, forklaring: Inkomst., kalla: lagen}\n"
    terms = f"# file: sources/begrepp.yaml\n# whole\nordlista:\n{term}"
    assert names(f"{terms}{STEP.format('brev')}  vem_gor: SFB\n") == []


def test_texts_that_all_share() -> None:
    phase = "- {nr: 2, id: planering, namn: Planering, beskrivning: Enligt KBT.}\n"
    case = f"# file: sources/faser.yaml\n# line: - {{nr: 2\n{phase}"
    assert names(case) == ["KBT"]
