"""A project whose theme names an agency's Word template, from the file on disk to the finished handouts."""

import io
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.support import word_templates
from tests.support.small import write_small_project
from tests.support.sound_template import HEADER, NAMES, part, sound_template, style

THEME = "styles/teman/standard.yaml"
PUBLICATIONS = """\
publikationer:
- {id: handout, sort: handout, namn: Handout, papper: A4, format: [docx], beskrivning: Handouten.}
"""
BASED = '<w:basedOn w:val="heading1"/>'
TEMPLATE = sound_template(
    styles=part(
        "styles", "".join([*map(style, NAMES), style("Stadens rubrik", inner=BASED), style("Hyperlink", "character")])
    )
)
NAMED = """
word:
  mallar:
  - {aktor: ss, fil: stad.dotx, stilar: {rubrik1: Stadens rubrik}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest project with handouts, and a template for one of its two actors."""
    root = tmp_path_factory.mktemp("mall")
    write_small_project(root)
    (root / "sources/publikationer.yaml").write_text(PUBLICATIONS, "utf-8")
    theme = root / THEME
    theme.write_text(theme.read_text("utf-8") + NAMED, "utf-8")
    (root / "styles/mallar").mkdir()
    (root / "styles/mallar/stad.dotx").write_bytes(TEMPLATE)
    return root


def words(file: Path) -> dict[str, str]:
    """The parts of a Word file as text."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def headers(file: Path) -> str:
    return "".join(text for name, text in words(file).items() if name.startswith("word/header"))


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """The program's exit code, stdout and stderr."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return int(end.value.code or 0), out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def made(folder: Path) -> dict[str, Path]:
    """The handouts by their actors."""
    code, _, err = run("-C", folder, "build", "--verify")
    assert code == 0, err
    output = folder / "output/utkast/handout"
    return {actor: output / f"handout-{actor}-A4-utkast.docx" for actor in ("fk", "ss")}


def test_nothing_is_said_of_the_template(folder: Path) -> None:
    code, _, err = run("-C", folder, "check", "--strict")
    assert (code, err.count(THEME)) == (0, 0), err


def test_each_actor_gets_its_own(made: dict[str, Path]) -> None:
    assert HEADER in headers(made["ss"])
    assert HEADER not in headers(made["fk"])
    assert 'w:pStyle w:val="Stadensrubrik"' in words(made["ss"])["word/document.xml"]


def test_the_bytes_are_the_same_another_time(folder: Path, made: dict[str, Path], tmp_path: Path) -> None:
    assert run("-C", folder, "build", "--out", tmp_path / "ut")[0] == 0
    for path in made.values():
        assert (tmp_path / "ut/handout" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.usefixtures("made")
def test_a_template_that_turns_bad_stops_the_build_and_leaves_what_was_built(folder: Path) -> None:
    template = folder / "styles/mallar/stad.dotx"
    whole, output = template.read_bytes(), folder / "output/utkast"
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    assert before
    types = "[Content_Types].xml"
    template.write_bytes(word_templates.with_member(whole, types, lambda old: old.replace(b"template.main", b"x.main")))
    try:
        code, out, err = run("-C", folder, "build")
    finally:
        template.write_bytes(whole)
    assert (code, out) == (1, "")
    line = (folder / THEME).read_text("utf-8").count("\n")
    assert f"{THEME}:{line}:22: fel U632" in err
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before
