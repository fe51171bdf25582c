"""Steps with another id than the rest uses, or in another's file: told once, and nothing that follows from it."""

import pytest

from tests.diagnostics.project import KASSAN, STADEN, patched, report_on
from tests.unit.checks.small import codes, told

FK, SS = "# file: sources/aktorer/fk.yaml\n", "# file: sources/aktorer/ss.yaml\n"


def id_changed(old: str, new: str) -> str:
    return f"# file: sources/aktorer/{old[:2]}.yaml\n# line: - id: {old}\n- id: {new}\n"


def step_of(text: str, name: str) -> str:
    """The lines of a step of an actor's file."""
    start = text.index(f"- id: {name}\n")
    end = text.find("\n- id: ", start) + 1
    return text[start : end or len(text)]


def moved(name: str, *, is_copied: bool = False) -> str:
    """A step of the fund, last in the city's file."""
    step = step_of(KASSAN, name)
    here = KASSAN if is_copied else KASSAN.replace(step, "")
    return f"{FK}# whole\n{here}{SS}# whole\n{STADEN}{step}"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # Two arrows and a case name fk-brev.
        ("fk-brev", "fk-brevet", [("R324", "fk.yaml", 51)]),
        ("fk-brev", "f-brev", [("R305", "fk.yaml", 51)]),
        # Without the prefix it is clear which step is meant, however little the ids are alike.
        ("fk-brev", "utskicket", [("R305", "fk.yaml", 51)]),
        # With it a strange id says nothing: each reference must be mended.
        ("fk-brev", "fk-utskick", [("P114", "fk.yaml", 36), ("P114", "fk.yaml", 50), ("R312", "dialogfall.yaml", 2)]),
        # One reference alone is itself the mistake.
        ("ss-slut", "ss-slutet", [("P114", "ss.yaml", 36)]),
        # An id of another actor's step.
        ("fk-brev", "ss-slut", [("R305", "fk.yaml", 51)]),
        ("fk-slut", "ss-mote", [("R305", "fk.yaml", 64)]),
    ],
)
def test_an_id_that_was_changed(old: str, new: str, found: list[tuple[str, str, int]]) -> None:
    assert sorted(told(id_changed(old, new))) == sorted(found)


def test_the_id_that_was_meant_is_a_guess() -> None:
    for new in ("fk-brevet", "f-brev"):
        (finding,) = report_on(patched(id_changed("fk-brev", new))).findings
        assert dict(finding.details)["guess"] == "fk-brev"


def test_a_step_that_something_refers_to_has_its_own_id() -> None:
    # Two arrows lead to a step that is still to be written; the one with the nearest id is in use.
    lost = "# step: fk-start\n  pilar: [{till: fk-beslut}, {till: fk-brevet}]\n"
    lost += "# step: fk-mote\n  pilar: [{till: fk-brev}, {till: fk-brevet}]\n"
    assert told(FK + lost) == [("P114", "fk.yaml", 23), ("P114", "fk.yaml", 50)]


@pytest.mark.parametrize("name", ["fk-brev", "fk-slut", "fk-mote", "fk-beslut"])
def test_a_step_in_another_actors_file_is_one_fault(name: str) -> None:
    assert [code for code, *_ in told(moved(name))] == ["R323"]


def test_a_copy_in_another_actors_file_is_one_fault() -> None:
    assert codes(moved("fk-brev", is_copied=True)) == ["R323"]


def test_a_step_that_belongs_where_it_stands_has_only_a_wrong_id() -> None:
    case = f"{SS}# step: ss-start\n  pilar: [{{till: fk-extra}}]\n# line: - id: ss-mote\n- id: fk-extra\n"
    found = told(case)
    assert found == [("R314", "fk.yaml", 49), ("R305", "ss.yaml", 24)]
    # Nor does an arrow from it to the other actor make it that actor's.
    both = case + "# step: fk-extra\n  pilar: [{till: ss-slut}, {till: fk-slut}]\n"
    assert [code for code, *_ in told(both)] == ["R314", "R305", "P115"]


def test_an_id_in_use_at_two_actors_is_told_where_the_prefix_is_wrong() -> None:
    arrows = "# step: fk-beslut\n  pilar: [{till: fk-mote, etikett: ja}, {till: ss-slut, etikett: nej}]\n"
    arrows += "# step: fk-mote\n  pilar: [{till: ss-slut}]\n"
    case = "# file: sources/dialogfall.yaml\n# line: - {id: fall-a\n"
    case += "- {id: fall-a, namn: A (påhittad), situation: [S.], fragor: [V], steg: [ss-slut]}\n"
    assert codes(FK + arrows + id_changed("fk-brev", "ss-slut") + case) == ["R305"]
