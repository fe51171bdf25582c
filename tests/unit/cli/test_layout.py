"""`processpil layout` and `processpil export layout`: files in and out, wrong calls, and nothing written on faults."""

import json

import pytest

from pipeline.authoring.layout_exchange import PAPERS
from pipeline.cli import layout
from tests.support.real import ROOT
from tests.unit.authoring.layout_exchange.graphs import SOUND, changed, written


@pytest.fixture
def graph(tmp_path):
    path = tmp_path / "graf.json"
    path.write_bytes(written(SOUND))
    return path


@pytest.fixture
def result(tmp_path):
    return tmp_path / "resultat.json"


def test_a_graph_is_laid_out_and_the_file_is_listed(run, graph, result):
    assert run("layout", "--graph", graph, "--result", result) == (0, f"{result.as_posix()}\n", "")
    found = json.loads(result.read_bytes())
    assert [node["id"] for node in found["nodes"]] == ["a", "b", "c"]
    assert [edge["id"] for edge in found["edges"]] == ["ab", "bc"]
    assert found["orientation"] == "landscape"


def test_the_same_graph_gives_the_same_bytes(run, graph, result, tmp_path):
    run("layout", "--graph", graph, "--result", result)
    run("layout", "--graph", graph, "--result", tmp_path / "igen.json")
    assert (tmp_path / "igen.json").read_bytes() == result.read_bytes()


def test_upright_bands_go_down(run, graph, result):
    run("layout", "--graph", graph, "--result", result, "--orientation", "portrait", "--paper", "A4", "--fast")
    found = json.loads(result.read_bytes())
    a, _, c = found["nodes"]
    assert found["orientation"] == "portrait"
    assert c["y"] >= a["y"] + a["height"]


def test_larger_text_is_given_less_room(run, result):
    """A map that is wider than what is left of A3, when its text of 9 pt is to be printed at 11.5 pt."""
    graph = ROOT / "tests/bench/layout/judge/graphs/map_fk.json"
    widths = []
    for text in ("8", "11.5"):
        run("layout", "--graph", graph, "--result", result, "--text", text)
        boxes = json.loads(result.read_bytes())["nodes"]
        widths.append(max(box["x"] + box["width"] for box in boxes) - min(box["x"] for box in boxes))
    assert widths[1] <= (1191 - 2 * 28.35) * 9 / 11.5 < widths[0]


@pytest.mark.parametrize("before", [None, b"mine"])
def test_a_faulty_graph_is_told_and_the_result_is_left_alone(run, graph, result, before):
    if before:
        result.write_bytes(before)
    graph.write_bytes(written(changed("nodes.0.width", -5)))
    code, out, err = run("layout", "--graph", graph, "--result", result)
    assert (code, out) == (1, "")
    assert "fel J108" in err
    assert "nodes[0].width är -5" in err
    assert "Resultatfilen är orörd" in err
    assert (result.read_bytes() if result.exists() else None) == before
    assert sorted(path.name for path in result.parent.iterdir()) == sorted(
        {graph.name} | ({result.name} if before else set())
    )


def test_faults_are_told_in_english_too(run, graph, result):
    graph.write_bytes(b"{")
    assert "cannot be read as JSON" in run("--lang", "en", "layout", "--graph", graph, "--result", result)[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Något saknas efter kommandot: --graph"),
        (["--graph", "{graph}"], "Något saknas efter kommandot: --result"),
        (["--graph", "{graph}x", "--result", "{result}"], "finns inte"),
        (["--graph", "{graph}", "--result", "{graph}"], "samma fil"),
        (["--graph", "{graph}", "--result", "{result}", "--paper", "A5"], "Välj mellan: A4, A3, A2, A1, A0"),
        (["--graph", "{graph}", "--result", "{result}", "--text", "0.5"], "från 1 till 144"),
        (["--graph", "{graph}", "--result", "{result}", "--text", "nan"], "från 1 till 144"),
        (["--graph", "{graph}", "--result", "{result}", "--text", "stor"], "stor går inte att använda"),
        (["--graph", "{graph}", "--result", "{result}", "--orientation", "upp"], "Välj mellan: landscape, portrait"),
    ],
)
def test_a_wrong_call_ends_with_2_in_swedish(run, graph, result, arguments, words):
    filled = [part.format(graph=graph, result=result) for part in arguments]
    code, out, err = run("layout", *filled)
    assert (code, out) == (2, "")
    assert words in err
    assert not result.exists()


def test_a_result_that_cannot_be_written_ends_with_3(run, graph, tmp_path):
    (tmp_path / "mapp").mkdir()
    assert run("layout", "--graph", graph, "--result", tmp_path / "mapp")[0] == 3


def test_the_papers_of_the_command_are_those_of_the_engine():
    assert tuple(PAPERS) == layout.PAPERS


def test_help_is_swedish(run):
    for command in ("layout", "export"):
        code, out, _ = run(command, "--help")
        assert code == 0
        assert "Användning:" in out
        assert "required" not in out


def test_export_writes_every_map_and_the_poster_twice(run, tmp_path):
    code, out, err = run("-C", ROOT, "export", "layout", "--graph", tmp_path / "ut")
    names = ["affisch", "affisch-kopplingar"]
    names += [f"karta-{name}" for name in ("arbetsformedlingen", "forsakringskassan", "region-stockholm")]
    names += ["karta-stockholms-stad"]
    assert (code, err) == (0, "")
    assert out.splitlines() == [(tmp_path / "ut" / f"{name}.json").as_posix() for name in names]
    found = json.loads((tmp_path / "ut" / "karta-region-stockholm.json").read_bytes())
    assert (found["format"], len(found["nodes"])) == ("process-map-graph/1", 17)


def test_what_is_exported_can_be_laid_out(run, tmp_path):
    run("-C", ROOT, "export", "layout", "--graph", tmp_path)
    source = tmp_path / "karta-stockholms-stad.json"
    assert run("layout", "--graph", source, "--result", tmp_path / "ut.json", "--fast")[0] == 0


def test_export_without_a_folder_writes_below_output(run, project):
    _, out, _ = run("-C", project, "export", "layout", "--graph")
    assert out.splitlines()[0] == (project / "output" / "layout" / "affisch.json").as_posix()


def test_export_of_faulty_sources_writes_nothing(run, project):
    file = project / "sources" / "aktorer" / "region-stockholm.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("fas: 6", "fas: 9", 1), encoding="utf-8")
    code, out, err = run("-C", project, "export", "layout", "--graph")
    assert (code, out) == (1, "")
    assert "Inget skrevs" in err
    assert not (project / "output").exists()


def test_export_asks_for_a_form(run):
    code, _, err = run("-C", ROOT, "export", "layout")
    assert code == 2
    assert "--graph" in err
