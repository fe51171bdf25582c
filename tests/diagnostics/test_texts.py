"""The sentences in locale/: every code has one, none is left over, and each can be filled and read."""

import re
from string import Formatter

import pytest

from pipeline import rules
from pipeline.diagnostics import Diagnostic
from pipeline.reading import read_programme, read_value
from pipeline.wording.faults import FaultText, FaultTexts
from tests.diagnostics.project import ROOT, covers, patched, report_on, small_project

FILE = ROOT / "pipeline/locale/sv/faults.yaml"
CASES = sorted((ROOT / "pipeline/locale/sv/examples").glob("*.yaml"))
CODE = re.compile(r'"([A-Z][0-9]{3})"')
# What a process leader need not know, in the forms it could take here.
JARGON = re.compile(
    r"\b(mapping|parser?|sträng\w*|token\w*|scalar|yaml-\w+|nod(er)?|null|boolesk\w*|regex\w*|typfel)\b", re.I
)


def texts() -> FaultTexts:
    held, report = read_value("faults.yaml", FILE.read_bytes(), FaultTexts, lambda _: True)
    assert held, report
    return held


TEXTS = texts()


def used(*folders: str) -> set[str]:
    """The codes that stand in the code; pipeline/rules.py only lists them."""
    paths = [path for folder in folders for path in (ROOT / "pipeline" / folder).rglob("*.py")]
    return {code for path in paths if path.name != "rules.py" for code in CODE.findall(path.read_text("utf-8"))}


def test_every_listed_code_is_used() -> None:
    assert used(".") >= rules.WARNINGS | rules.NOTES
    assert not rules.WARNINGS & rules.NOTES


def gaps(text: FaultText) -> set[str]:
    parts = [*Formatter().parse(text.message), *Formatter().parse(text.hint or "")]
    return {name for _, name, _, _ in parts if name}


def test_every_code_has_one_text_and_no_text_is_left_over() -> None:
    codes = [text.code for text in TEXTS.faults]
    assert len(codes) == len(set(codes))
    assert set(codes) == used(".")


@pytest.mark.parametrize("text", TEXTS.faults, ids=lambda text: text.code)
def test_a_text_is_plain(text: FaultText) -> None:
    assert text.hint, "what can be done about it"
    for part in (text.message, text.hint):
        assert part[0] in "”*&'{<" or part[0].isupper()
        assert not JARGON.search(part)
        for sentence in re.split(r"(?<=[.?!])\s+", part):
            assert len(sentence.split()) < 25, sentence
    assert text.message.endswith((".", "}")), "a whole sentence, or what it concerns"


# Faults that no small file can show.
BUILT: dict[str, dict[str, bytes]] = {
    "a file is missing": {"sources/faser.yaml": b""},
    "no actor": {"sources/aktorer/fk.yaml": b"", "sources/aktorer/ss.yaml": b""},
    "another encoding": {"sources/program.yaml": "namn: Första".encode("latin-1")},
    "a large file": {"sources/program.yaml": b"a: b\n" * 4_000_000},
    "a long text": {"sources/program.yaml": b"namn: " + b"a" * 1_000_001},
    "many faults": {"sources/program.yaml": b"- &a b\n" * 2_000},
}
OTHER_NAMES = {"sources/Faser.yaml": b"", "sources/mallar.yaml": b"a: b"}


def found() -> list[Diagnostic]:
    """One finding or more of every code that reading and checks have, save for those of very many values."""
    every = [finding for path in CASES for finding in report_on(patched(path.read_text(encoding="utf-8"))).findings]
    for changed in BUILT.values():
        files = {path: data for path, data in {**small_project(), **changed}.items() if data}
        every += read_programme(files, "sources", covers).report.findings
    files = {path: data for path, data in small_project().items() if path != "sources/faser.yaml"}
    return [*every, *read_programme({**files, **OTHER_NAMES}, "sources", covers).report.findings]


def test_every_code_is_met_and_its_gaps_are_filled() -> None:
    met: dict[str, set[str]] = {}
    for finding in found():
        details = {name for name, _ in finding.details}
        met[finding.code] = met.get(finding.code, details) & details
    for code, details in met.items():
        assert gaps(TEXTS.text(code)) <= details, code
    # L026 and F299 are shown in tests/security/test_hostile_files.py and tests/unit/reading/test_faults.py.
    assert used("reading", "checks") - set(met) == {"L026", "F299"}
