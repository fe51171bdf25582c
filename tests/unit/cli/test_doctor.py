"""`processpil doctor`: a table or JSON, and an exit code that says if building can work."""

import json
import re
import subprocess
import sys
import tomllib

import pytest

from pipeline.authoring.doctor import Answer, State
from pipeline.cli import doctor
from tests.support.real import ROOT

DOCTOR = ROOT / "pipeline/authoring/doctor"
WORDS = tomllib.loads((ROOT / "pipeline/locale/sv/commands.toml").read_text(encoding="utf-8"))["doctor"]
# The program as it is where some libraries are missing.
WITHOUT = """
import sys
for name in {names!r}:
    sys.modules[name] = None
from pipeline.cli import main
main(["-C", {folder!r}, "doctor"])
"""


def test_here_everything_is_fine(run):
    code, out, _ = run("-C", ROOT, "doctor")
    assert code == 0
    assert not re.search(r"^fel ", out, re.MULTILINE)
    for words in ("Python", "processpil", "PyYAML", "Typsnitt", "Atkinson", "Skriva publikationer", "qpdf"):
        # Installed, a library is named as its metadata write it: in small letters.
        assert words.lower() in out.lower()


def test_json_has_a_row_for_each_answer(run):
    rows = json.loads(run("-C", ROOT, "doctor", "--json")[1])
    assert all(set(row) == {"topic", "name", "state", "text", "hint"} for row in rows)
    assert {row["state"] for row in rows} <= {"ok", "warning"}
    assert all(row["name"] and row["text"] for row in rows)


def test_outside_a_project_a_hint_leads_on_and_building_is_not_ruled_out(run, tmp_path):
    code, out, _ = run("-C", tmp_path, "doctor")
    assert code == 0
    assert "varning" in out
    assert "processpil init" in out


@pytest.mark.parametrize("names", [["yaml"], ["pydantic"], ["lxml", "lxml.etree", "pikepdf"], ["fontTools"]])
def test_a_missing_library_gives_a_line_and_code_3(names):
    code = WITHOUT.format(names=names, folder=str(ROOT))
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    assert "fungerar inte (" in run.stdout
    assert run.stdout.splitlines()[0].split()[:2] == ["ok", "Python"]


def test_every_answer_has_its_words():
    """The keys as the code writes them; each that is not always fine has a hint."""
    code = "".join(path.read_text(encoding="utf-8") for path in DOCTOR.glob("*.py"))
    written = set(re.findall(r'"([a-z_]+)"', code))
    assert set(WORDS["states"]) == {state.value for state in State}
    assert set(WORDS["topics"]) <= written
    assert set(WORDS["sentences"]) <= written
    assert set(WORDS["hints"]) <= set(WORDS["sentences"])


def test_a_hint_stands_under_its_line():
    found = [
        Answer("library", State.OK, "version", "click", {"version": "8.2"}),
        Answer("library", State.FAULT, "library_missing", "reportlab"),
    ]
    assert doctor._table(found).splitlines() == [
        "ok   click      8.2",
        "fel  reportlab  finns inte",
        "                Installera om programmet. D\u00e5 f\u00f6ljer biblioteket med.",
    ]
