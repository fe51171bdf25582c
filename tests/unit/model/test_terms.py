"""Which terms a text uses: inflected and compound forms count, the ends of other words do not."""

import pytest

from pipeline.model import Term, terms_in


@pytest.mark.parametrize(
    ("name", "text", "is_used"),
    [
        ("samtycke", "Samtycket behövs.", True),
        ("samtycke", "samtyckesblankett", True),
        ("plan", "En rehabiliteringsplan görs", False),
        ("plan", "rehabiliteringsplan och plan", True),
        ("SIP", "Kalla till SIP-möte", True),
        ("SIP", "en sip te", False),
        ("Finsam", "medel från finsam", True),
        ("AF", "GRAF", False),
        ("sekretess", "", False),
        ("FK 7804", "Blanketten FK\u00a07804 används.", True),
        ("ekonomiskt\u00a0bistånd", "Den som har ekonomiskt bistånd", True),
    ],
)
def test_term(name: str, text: str, is_used: bool) -> None:
    term = Term(name=name, text="Förklaring.", source="lagen")
    assert terms_in((term,), text) == ((term,) if is_used else ())
