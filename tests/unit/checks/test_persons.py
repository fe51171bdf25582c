"""Cases are fictional, and the federation decides about nobody."""

import pytest

from tests.unit.checks.small import codes, told


def decision(who: str = "Handläggaren", fact: str = "Sedan händer mer.") -> str:
    """The small project's decision with another actor or fact."""
    lines = f"  vem_gor: {who}\n  vad_hander: [Något händer., {fact}]\n"
    return f"# file: sources/aktorer/fk.yaml\n# step: fk-beslut\n{lines}"


@pytest.mark.parametrize(
    ("name", "found"),
    [("A (påhittad)", []), ("A (Påhittad)", []), ("A", ["D805"]), ("A, påhittad", ["D805"])],
)
def test_cases(name: str, found: list[str]) -> None:
    case = f"- {{id: fall-a, namn: '{name}', situation: [Sjuk.], fragor: [Vad gäller], steg: [fk-brev]}}\n"
    assert codes(f"# file: sources/dialogfall.yaml\n# whole\ndialogfall:\n{case}") == found


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("Samordningsförbundet", ["D806"]),
        ("Förbundets styrelse", ["D806"]),
        ("Handläggare och förbundschef", ["D806"]),
        # Words that only look like it.
        ("Fackförbundet", []),
        ("Ombud förbundna med klinken", []),
    ],
)
def test_who_decides(who: str, found: list[str]) -> None:
    assert codes(decision(who=who)) == found


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("Samordningsförbundet beslutar om insatsen.", ["D806"]),
        ("Förbundet fattar beslut.", ["D806"]),
        ("Förbundet själv prövar saken.", ["D806"]),
        ("Insatsen beslutas av samordningsförbundet.", ["D806"]),
        # Not deciding, deciding not, or someone else.
        ("Förbundet beslutar inte om enskilda.", []),
        ("Förbundet fattar aldrig beslut.", []),
        ("Förbundet betalar det som kassan beslutar.", []),
        ("Kassan beslutar, och förbundet betalar.", []),
    ],
)
def test_what_the_facts_say(fact: str, found: list[str]) -> None:
    assert codes(decision(fact=f"'{fact}'")) == found


def test_told_once_where_it_acts() -> None:
    found = told(decision("Förbundet", "Förbundet beslutar."))
    assert [code for code, *_ in found] == ["D806"]
    facts = "  vad_hander: [Förbundet beslutar om det., Och förbundet prövar det.]\n"
    assert codes(f"# file: sources/aktorer/fk.yaml\n# step: fk-beslut\n{facts}") == ["D806"]


def test_only_decisions_are_judged() -> None:
    assert codes("# file: sources/aktorer/fk.yaml\n# step: fk-brev\n  vem_gor: Samordningsförbundet\n") == []
