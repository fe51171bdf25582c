"""`processpil theme`: the list, the measures, the findings, and the proof in its file."""

import json

import pytest

from pipeline.cli.theme import SUFFIXES
from pipeline.release.themes import PROOF_FORMATS
from pipeline.writers import WRITERS
from tests.support.readers import pdf_text

STANDARD = "styles/teman/standard.yaml"


@pytest.fixture
def theme(project, run):
    """Runs `processpil theme` in the project; its exit code, stdout and stderr."""
    return lambda *arguments: run("-C", project, "theme", *arguments)


def edit(path, *changes):
    """The file with each text exchanged for another; each must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def another(project, *changes):
    """A second theme of the project, called natt."""
    path = project / "styles/teman/natt.yaml"
    path.write_bytes((project / STANDARD).read_bytes())
    edit(path, ("namn: Standard", "namn: Natt"), *changes)
    return path


def test_themes_are_listed_by_id_with_their_names(theme, project):
    another(project)
    code, out, err = theme("list")
    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines()] == [
        ["Tema", "Namn", "Faser", "Fil"],
        ["natt", "Natt", "6", "styles/teman/natt.yaml"],
        ["standard", "Standard", "6", STANDARD],
    ]


def test_the_list_as_json(theme):
    code, out, _ = theme("list", "--json")
    assert code == 0
    assert json.loads(out) == [{"id": "standard", "name": "Standard", "phases": 6, "file": STANDARD}]


def test_a_theme_with_faults_is_listed_and_told(theme, project):
    another(project, ("nr: 3", "nr: tre"))
    code, out, err = theme("list")
    assert code == 1
    assert [line.split()[0] for line in out.splitlines()] == ["Tema", "natt", "standard"]
    assert "styles/teman/natt.yaml" in err


def test_the_standard_theme_is_measured_and_sound(theme):
    code, out, err = theme("check")
    assert code == 0
    assert "Temat Standard (styles/teman/standard.yaml)" in out
    assert "1    #F7EAB3  14,3" in out
    assert "116 >= 30,1" in out
    assert err == "Inga fel i 1 fil\n"


def test_the_measures_as_json(theme):
    code, out, _ = theme("check", "--json")
    told = json.loads(out)
    assert (code, told["theme"], len(told["phases"])) == (0, "Standard", 6)
    assert told["phases"][3]["step"] == "30,8"
    assert {"affisch, A0", "karta", "handout"} <= {sheet["sheet"] for sheet in told["sheets"]}


@pytest.mark.parametrize("how", [["natt"], ["--theme", "natt"]])
def test_another_theme_by_its_name(theme, project, how):
    another(project, ("'#AF9CD3'", "'#FFA2A4'"))
    code, out, err = theme("check", *how)
    assert code == 1
    assert "Temat Natt" in out
    assert "natt.yaml" in err
    assert "U609" in err
    assert theme("check")[0] == 0


def test_a_theme_by_its_file_outside_the_project(theme, project, tmp_path_factory):
    path = tmp_path_factory.mktemp("elsewhere") / "prov.yaml"
    another(project).rename(path)
    code, out, _ = theme("check", path)
    assert code == 0
    assert "Temat Natt" in out
    assert path.as_posix() in out


def test_faults_elsewhere_are_not_the_themes(theme, project):
    edit(project / "sources/aktorer/region-stockholm.yaml", ("fas: 6", "fas: 60"))
    code, _, err = theme("check")
    assert (code, err) == (0, "Inga fel i 1 fil\n")


def test_warnings_count_when_strict(theme, project):
    """Phases 2 and 3 with each other's colours: out of order, which is a warning."""
    another(project, ("nr: 2,", "nr: 22,"), ("nr: 3,", "nr: 2,"), ("nr: 22,", "nr: 3,"))
    (weak, _, said), (strict, _, _) = theme("check", "natt"), theme("check", "natt", "--strict")
    assert "U612" in said
    assert (weak, strict) == (0, 1)


def test_a_size_below_its_least_is_marked(theme, project):
    another(project, ("teckenforklaring: 8.5", "teckenforklaring: 7"))
    code, out, err = theme("check", "natt")
    assert code == 1
    assert "7 < 8" in out
    assert "U616" in err


def test_a_font_that_is_not_there_is_a_fault(theme, project):
    another(project, ("AtkinsonHyperlegible-Bold.ttf", "Saknas-Bold.ttf"))
    code, _, err = theme("check", "natt")
    assert code == 1
    assert "U691" in err


def test_the_proof_is_written_as_pdf_and_svg(theme, tmp_path):
    pdf, svg = tmp_path / "prov.pdf", tmp_path / "PROV.SVG"
    assert theme("check", "--proof", pdf)[0] == 0
    assert theme("check", "--proof", svg)[0] == 0
    assert "Provark för temat Standard" in pdf_text(pdf.read_bytes())
    assert svg.read_text(encoding="utf-8").count("Grå kopia") >= 1
    assert "Ark och läsavstånd" not in svg.read_text(encoding="utf-8")


def test_the_proof_of_a_theme_with_faults_shows_them(theme, project, tmp_path):
    """Four phases of six: two have no colours."""
    lines = (project / STANDARD).read_text(encoding="utf-8").splitlines()
    fewer = [line for line in lines if not line.startswith(("- {nr: 5", "- {nr: 6"))]
    (project / "styles/teman/fyra.yaml").write_text("\n".join(fewer) + "\n", encoding="utf-8")
    file = tmp_path / "fyra.pdf"
    code, out, err = theme("check", "fyra", "--proof", file)
    assert code == 1
    assert err.count("U601") >= 2
    assert out.count("#") == 4
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "saknas"], "Temana är: standard."),
        (["check", "--proof", "prov.png"], ".pdf, .svg"),
        (["check", "--proof", "prov"], ".pdf, .svg"),
        (["check", "standard", "--theme", "standard"], "en gång"),
        (["list", "standard"], "theme list"),
        (["visa"], "list, check"),
        ([], "VAD"),
    ],
)
def test_a_wrong_call_ends_with_2(theme, arguments, said):
    code, out, err = theme(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Fel: ")
    assert said in err


@pytest.mark.parametrize("what", ["list", "check"])
def test_a_folder_without_sources_ends_with_2(run, tmp_path, what):
    assert run("-C", tmp_path, "theme", what)[0] == 2


def test_without_readable_sources_there_is_no_proof(theme, project, tmp_path):
    (project / "sources/faser.yaml").write_text("faser: nej\n", encoding="utf-8")
    file = tmp_path / "prov.pdf"
    code, out, err = theme("check", "--proof", file)
    assert code == 1
    assert "1    #F7EAB3" in out
    assert "källfilerna" in err
    assert not file.exists()


def test_a_proof_that_cannot_be_drawn_leaves_the_file_as_it_was(theme, project, tmp_path):
    file = tmp_path / "prov.pdf"
    file.write_bytes(b"before")
    another(project, ("AtkinsonHyperlegible-Bold.ttf", "Saknas-Bold.ttf"))
    code, _, err = theme("check", "natt", "--proof", file)
    assert (code, file.read_bytes()) == (1, b"before")
    assert err.count("U691") == 2  # the finding, and where to read more of it


def test_the_suffixes_are_those_of_the_formats():
    assert tuple(PROOF_FORMATS) == SUFFIXES
    assert all(WRITERS[form].suffix == suffix for suffix, form in PROOF_FORMATS.items())
