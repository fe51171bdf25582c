"""`processpil explain`: a code in words, and the list of all."""

import json

import pytest

from pipeline.cli import main
from pipeline.release.project import fault_texts


@pytest.fixture
def run(capsys):
    """Runs the program; its exit code, stdout and stderr."""

    def call(*arguments):
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return call


def test_a_code_is_explained_with_its_example(run):
    code, out, err = run("explain", "P103")
    parts = out.split("\n\n")
    assert (code, err) == (0, "")
    assert parts[0] == "P103 fel\nBeslutssteget ”‹steg›” saknar nej-väg."
    assert parts[1].startswith("Gör så här: Lägg till en pil")
    assert parts[2].startswith("Varför: ")
    assert parts[3].splitlines()[1:] == [
        "  i filen sources/aktorer/fk.yaml",
        "  i steget fk-beslut",
        "  →   pilar:",
        "      - {till: fk-mote, etikett: ja}",
    ]
    assert "etikett: nej" in parts[4]
    assert "undantag" in parts[5]


def test_small_letters_will_do(run):
    assert run("explain", "p103") == run("explain", "P103")


@pytest.mark.parametrize(("asked", "words"), [("P1O3", "Menade du ”P1"), ("strunt", "processpil explain")])
def test_an_unknown_code_ends_with_2(run, asked, words):
    code, out, err = run("explain", asked)
    assert (code, out) == (2, "")
    assert f"Koden {asked} finns inte" in err
    assert words in err


def test_only_what_is_no_fault_can_be_excused(run):
    assert "- kod: P120\n" in run("explain", "P120")[1]
    assert "- kod:" not in run("explain", "P103")[1]


def test_without_a_code_all_are_listed_by_family(run):
    code, out, _ = run("explain")
    assert code == 0
    listed = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert sorted(listed) == sorted(text.code for text in fault_texts("sv").faults)
    assert "P  Steg och pilar\n  P101  fel " in out
    assert "{" not in out.replace("[ eller {.", "")


def test_as_data(run):
    held = json.loads(run("explain", "N501", "--json")[1])
    assert (held["code"], held["severity"], held["can_be_excused"]) == ("N501", "note", True)
    every = json.loads(run("explain", "--json")[1])
    assert {entry["code"] for entry in every} == {text.code for text in fault_texts("sv").faults}


def test_in_english(run):
    assert run("--lang", "en", "explain", "P103")[1].startswith("P103 error\n")


def test_the_comments_of_an_example_are_told_in_words(run):
    """L004 is about a whole file; U601 replaces a line; F203 points at two lines."""
    assert "# " not in run("explain", "L004")[1]
    assert "meddelandet gäller hela filen" in run("explain", "L004")[1]
    assert "i stället för raden som börjar med" in run("explain", "U601")[1]
    assert run("explain", "F203")[1].count("  → ") >= 1
