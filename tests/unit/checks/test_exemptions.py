"""Findings that a project excuses: which belong to which name, and what is said of the exemptions themselves."""

import pytest

from pipeline.checks.exemptions import Exempted, codes_in, is_in_the_way
from pipeline.diagnostics import Diagnostic, Severity, diagnose
from pipeline.spans import Place
from tests.diagnostics.project import ROOT, report_on, small_project
from tests.unit.checks.small import codes, told

RULES = "# file: sources/regler.yaml\n# whole\nundantag:\n- kod: {}\n  skal: Det är rätt som det är.\n"
QUESTION = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n  titel: Behövs ett brev?\n"
EMPTY = "# file: sources/aktorer/fk.yaml\nsyfte:\n"
LAW = "# file: sources/program.yaml\nlagtext_kontrollerad_per: '2024-01-01'\n"
TERM = "# file: sources/begrepp.yaml\nordlista:\n- {term: FPA, forklaring: Något., kalla: lagen}\n"
TERMS = f"{TERM}- {{term: SGI, forklaring: Något., kalla: lagen}}\n"
SOURCE = """\
# file: sources/kallor.yaml
kallor:
- {id: lagen, titel: Lagen, url: 'https://example.org/'}
- {id: boken, titel: Boken, url: 'https://example.org/b'}
"""
PHASE = """\
# file: sources/faser.yaml
# line: - {nr: 2,
- {nr: 2, id: planering, namn: P, beskrivning: P.}
- {nr: 3, id: slutet, namn: S, beskrivning: S.}
"""
THEME = "# file: styles/teman/standard.yaml\n# line: - {nr: 2,\n- {nr: 2, farg: '#FFFF00', textfarg: '#FFFFFF'}\n"


def excused(code: str, *where: str) -> str:
    """The rules that excuse one code, everywhere or in some places."""
    return RULES.format(f"{code}\n  dar: [{', '.join(where)}]" if where else code)


@pytest.mark.parametrize(
    ("case", "code", "where"),
    [
        (QUESTION, "P127", ()),
        (QUESTION, "P127", ("fk-brev",)),
        (QUESTION, "P127", ("fk",)),
        (QUESTION, "P127", ("aktorer/fk.yaml",)),
        (QUESTION, "P127", ("sources/aktorer/fk.yaml",)),
        (QUESTION, "P127", ("fk.yaml",)),
        (EMPTY, "N501", ("fk",)),
        (LAW, "G901", ("program.yaml",)),
        (TERMS, "N504", ("FPA",)),
        (TERMS, "N504", ("begrepp.yaml",)),
        (SOURCE, "N505", ("boken",)),
    ],
)
def test_what_is_excused_is_not_told(case: str, code: str, where: tuple[str, ...]) -> None:
    assert codes(case) == [code]
    assert codes(case + excused(code, *where)) == []


@pytest.mark.parametrize(
    ("case", "code", "where"),
    [
        # Another step of the same actor, another actor, what stands before the first step, another file.
        (QUESTION, "P127", "fk-mote"),
        (QUESTION, "P127", "fk-slut"),
        (QUESTION, "P127", "ss"),
        (EMPTY, "N501", "fk-start"),
        (LAW, "G901", "begrepp.yaml"),
        (TERMS, "N504", "SGI"),
        (SOURCE, "N505", "lagen"),
        (QUESTION, "P127", "fall-a"),
        (QUESTION, "P127", "planering"),
        (QUESTION, "P127", "karta"),
    ],
)
def test_an_exemption_elsewhere_covers_nothing(case: str, code: str, where: str) -> None:
    assert sorted(codes(case + excused(code, where))) == sorted([code, "X003"])


def test_the_phase_that_a_finding_stands_in() -> None:
    # The theme has colours for two phases only, which is no warning and stays.
    assert set(codes(PHASE)) == {"P123", "U601"}
    assert codes(PHASE + excused("P123", "slutet")) == ["U601"]
    assert codes(PHASE + excused("P123", "planering")).count("P123") == 1


def test_findings_about_the_theme() -> None:
    found = set(codes(THEME)) - {"U605", "F201", "F224"}
    for code in found:
        assert code not in codes(THEME + excused(code))
        assert code not in codes(THEME + excused(code, "standard.yaml"))


def test_each_entry_that_covers_nothing_is_told_where_it_stands() -> None:
    assert told(QUESTION + excused("P127", "fk-brev", "fk-mote", "fk-slut")) == [("X003", "regler.yaml", 4)] * 2
    assert told(excused("P127")) == [("X003", "regler.yaml", 3)]


@pytest.mark.parametrize(
    "fault",
    [
        "# file: sources/kallor.yaml\n# whole\n",
        "# file: sources/aktorer/ss.yaml\n# step: ss-mote\n  pilar: [{till: ss-slot}]\n",
    ],
)
def test_nothing_is_unused_while_faults_keep_checks_from_running(fault: str) -> None:
    found = codes(fault)
    assert codes(fault + excused("N504")) == found
    assert codes(fault + excused("N504", "fk-start")) == found


@pytest.mark.parametrize(
    ("code", "in_the_way"),
    [("L004", True), ("U606", True), ("P103", True), ("P127", False), ("N501", False), ("D801", False)],
)
def test_faults_about_words_keep_no_check_from_running(code: str, in_the_way: bool) -> None:
    finding = diagnose(code, Place("f"))
    assert is_in_the_way(finding) is in_the_way
    assert code != "D801" or finding.severity is Severity.ERROR


def test_an_exemption_holds_beside_faults_in_other_files() -> None:
    fault = "# file: sources/kallor.yaml\n# whole\n"
    assert codes(fault + QUESTION) == ["P127", "L004"]
    for where in ((), ("fk-brev",), ("fk",), ("fk.yaml",)):
        assert codes(fault + QUESTION + excused("P127", *where)) == ["L004"]


def test_names_are_not_blamed_where_not_everything_was_read() -> None:
    assert codes(QUESTION + excused("P127", "fk-brev", "Nordens")) == ["X004"]
    fault = "# file: sources/kallor.yaml\n# whole\n"
    assert codes(fault + QUESTION + excused("P127", "fk-brev", "Nordens")) == ["L004"]


@pytest.mark.parametrize(("code", "found"), [("P999", "X001"), ("p127", "X001"), ("P103", "X002"), ("X003", "X002")])
def test_codes_that_cannot_be_excused(code: str, found: str) -> None:
    assert sorted(codes(QUESTION + excused(code, "ingenstans"))) == sorted(["P127", found])


@pytest.mark.parametrize(
    ("code", "where", "guess"),
    [("p127", "fk-brev", "P127"), ("P1277", "fk-brev", "P127"), ("P127", "fk-bref", "fk-brev")],
)
def test_what_was_meant(code: str, where: str, guess: str) -> None:
    files = small_project()
    files["sources/regler.yaml"] = f"undantag:\n- kod: {code}\n  dar: [{where}]\n  skal: Ja.\n".encode()
    details = [dict(finding.details) for finding in report_on(files).findings]
    assert [detail["guess"] for detail in details if "guess" in detail] == [guess]


def test_a_file_is_guessed_too() -> None:
    files = small_project()
    files["sources/regler.yaml"] = b"undantag:\n- kod: N504\n  dar: [begrep.yaml]\n  skal: Ja.\n"
    assert [dict(finding.details)["guess"] for finding in report_on(files).findings] == ["begrepp.yaml"]


def test_two_on_one_line() -> None:
    line = "[{id: boken, titel: B, url: 'https://b.se/'}, {id: lagen, titel: L, url: 'https://a.se/'}]\n"
    case = "# file: sources/kallor.yaml\nkallor: " + line
    assert codes(case + excused("N505", "boken")) == []
    assert sorted(codes(case + excused("N505", "lagen"))) == ["N505", "X003"]


def test_everywhere_and_somewhere_are_two_places() -> None:
    twice = QUESTION + excused("P127") + "- {kod: P127, dar: [fk-brev], skal: Ja.}\n"
    assert codes(twice) == []
    assert codes(QUESTION + excused("P127") + "- {kod: P127, skal: Ja.}\n") == ["X005"]


def test_the_codes_are_found_without_reading_the_file() -> None:
    data = (ROOT / "pipeline/locale/sv/faults.yaml").read_bytes()
    assert {"L001", "P103", "X005"} <= codes_in(data)
    assert len(codes_in(data)) == data.count(b"\n- code: ")
    assert codes_in(b"faults:\n- code: A123\r\n  message: code X999\n- code: B1\n") == {"A123"}


def test_many_findings_and_many_exemptions_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each finding is placed once: five thousand of both took minutes."""
    words = [f"FPA{number}" for number in range(50)]
    terms = "".join(f"- {{term: {word}, forklaring: Något., kalla: lagen}}\n" for word in words)
    case = f"# file: sources/begrepp.yaml\nordlista:\n{terms}"
    asked: list[Diagnostic] = []
    nearest = Exempted._nearest

    def noted(exempted: Exempted, finding: Diagnostic) -> str:
        asked.append(finding)
        return nearest(exempted, finding)

    monkeypatch.setattr(Exempted, "_nearest", noted)
    assert codes(case).count("N504") == 50
    assert "N504" not in codes(case + excused("N504", *words))
    assert len(asked) < 100
