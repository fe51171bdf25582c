"""The command line: exit codes, what goes to which stream, and plain words for every wrong call."""

import json

import pytest

from tests.support.real import ROOT


def test_check_of_the_real_sources_has_no_faults_and_says_nothing_on_stdout(run):
    code, out, err = run("-C", ROOT, "check")
    assert (code, out) == (0, "")
    assert " fel " not in err
    assert "notis" in err


def test_quiet_says_nothing_where_there_are_only_notes(run):
    assert run("-q", "-C", ROOT, "check") == (0, "", "")


def test_the_fault_stands_last_where_it_is_seen(run, project):
    file = project / "sources" / "aktorer" / "arbetsformedlingen.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("till: af-samtal", "till: af-samtl", 1), encoding="utf-8")
    _, _, err = run("-C", project, "check")
    notes, faults = err.rindex(": notis "), err.index(": fel ")
    assert notes < faults
    _, _, err = run("-C", project, "build")
    assert ": notis " not in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bygg"], "Kommandot bygg finns inte"),
        (["check", "--strikt"], "Valet --strikt finns inte"),
        (["show"], "Något saknas"),
        (["show", "allt"], "Välj mellan: steps, actors, phases, links, terms"),
        (["build", "broschyr"], "Publikationerna är: affisch, karta, handout"),
        (["build", "--to", "odt"], "Formaten är: svg, pdf, docx"),
        (["build", "--actor", "polisen"], "De som finns är: arbetsformedlingen"),
        (["build", "affisch", "--to", "docx"], "Inget att göra"),
    ],
)
def test_a_wrong_call_is_told_in_swedish_and_ends_with_2(run, arguments, words):
    code, out, err = run("-C", ROOT, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "Error" not in err


def test_a_folder_without_sources_ends_with_2(run, tmp_path):
    code, _, err = run("-C", tmp_path, "check")
    assert code == 2
    assert "sources" in err


def test_help_is_swedish(run):
    code, out, _ = run("--help")
    assert code == 0
    for words in ("Användning:", "Val:", "Kommandon:", "Visar den här hjälpen."):
        assert words in out
    assert "Show this message" not in out


def test_build_lists_the_files_it_wrote_and_nothing_else(run, project):
    code, out, _ = run("-C", project, "build", "karta", "--actor", "region-stockholm", "--to", "svg")
    folder = project / "output" / "utkast"
    assert code == 0
    assert out.split("\n")[:-1] == [
        (folder / "karta/karta-region-stockholm-A3-utkast.svg").as_posix(),
        (folder / "manifest.json").as_posix(),
    ]


def test_build_as_json_is_a_list_of_paths(run, project):
    _, out, _ = run(
        "-C", project, "build", "karta", "--actor", "region-stockholm", "--to", "svg", "--out", project / "ut", "--json"
    )
    assert [path.rpartition("/")[2] for path in json.loads(out)] == [
        "karta-region-stockholm-A3-utkast.svg",
        "manifest.json",
    ]


def test_a_faulty_source_ends_with_1_and_leaves_the_output_alone(run, project):
    output = project / "output" / "utkast"
    output.mkdir(parents=True)
    (output / "manifest.json").write_text('{"schema": 1, "artefacts": []}')
    file = project / "sources" / "aktorer" / "region-stockholm.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("fas: 6", "fas: 9", 1), encoding="utf-8")
    code, out, err = run("-C", project, "build")
    assert (code, out) == (1, "")
    assert "region-stockholm.yaml:" in err
    assert "Inget byggdes" in err
    assert [path.name for path in output.iterdir()] == ["manifest.json"]


def test_a_map_that_cannot_fit_its_paper_is_told_at_the_publication(run, project):
    file = project / "sources" / "publikationer.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("papper: A3", "papper: A6"), encoding="utf-8")
    code, out, err = run("-C", project, "build", "karta")
    assert (code, out) == (1, "")
    assert "publikationer.yaml:" in err
    assert "fel U69" in err
    assert "passar" in err or "plats" in err


@pytest.mark.parametrize(
    ("what", "count", "first"),
    [
        ("steps", 71, ("id", "af-inskrivning")),
        ("actors", 4, ("short", "AF")),
        ("phases", 6, ("name", "Första kontakt")),
        ("links", 52, ("to", "fk-plan")),
        ("terms", 35, ("name", "SGI")),
    ],
)
def test_show_lists_everything_as_json(run, what, count, first):
    code, out, _ = run("-C", ROOT, "show", what, "--json")
    rows = json.loads(out)
    assert (code, len(rows)) == (0, count)
    assert rows[0][first[0]] == first[1]


def test_show_links_says_which_are_answered(run):
    """As counted in facts.md: 6 of 12 couplings and 14 of 40 contact points are named on one side only."""
    rows = json.loads(run("-C", ROOT, "show", "links", "--json")[1])
    assert sum(row["kind"] == "processkoppling" for row in rows) == 12
    assert sum(row["kind"] == "kontaktpunkt" for row in rows) == 40


def test_show_as_a_table_has_a_head_and_aligned_columns(run):
    lines = run("-C", ROOT, "show", "phases")[1].splitlines()
    assert lines[0].split() == ["Nr", "Id", "Namn", "Steg"]
    assert len(lines) == 7
    assert len({line.index("Namn") if n == 0 else line.index(line.split()[2]) for n, line in enumerate(lines)}) == 1
