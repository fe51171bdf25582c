"""`processpil show decisions`: each actor's record, and the codes of what it decided on and of its content today."""

import json

RECORD = """\
beslut:
- aktor: stockholms-stad
  utgava: '2026.1'
  status: ej fastställd
  diarienummer: KS 2026/17
  innehall: 0123456789abcdef
- aktor: stockholms-stad
  utgava: '2025.1'
"""


def rows(run, project):
    code, out, _ = run("-C", project, "show", "decisions", "--json")
    assert code == 0
    return json.loads(out)


def test_a_project_without_decisions_shows_the_code_of_each_actor(project, run):
    (project / "sources/beslut.yaml").unlink()
    found = rows(run, project)
    assert len(found) == 4
    assert {row["status"] for row in found} == {"inget beslut"}
    assert all(len(row["today"]) == 16 and row["decided"] == "" for row in found)


def test_a_record_shows_what_it_lacks_and_the_release_being_prepared_first(project, run):
    (project / "sources/beslut.yaml").write_text(RECORD, encoding="utf-8")
    settings = project / "sources/program.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("utgava: null", "utgava: '2026.1'"))
    first, second = (row for row in rows(run, project) if row["actor"] == "stockholms-stad")
    assert (first["release"], first["status"], first["decided"]) == ("2026.1", "ej fastställd", "0123456789abcdef")
    missing = first["missing"].split(", ")
    assert missing[:2] == ["titel", "dokumenttyp"]
    assert "diarienummer" not in missing
    assert (second["release"], second["status"]) == ("2025.1", "inget beslut")
    assert first["today"] == second["today"] != first["decided"]


def test_the_table_names_its_columns_in_swedish(project, run):
    code, out, _ = run("-C", project, "show", "decisions")
    assert code == 0
    assert out.splitlines()[0].split("  ")[0] == "Aktör"
    assert "Innehåll i dag" in out
