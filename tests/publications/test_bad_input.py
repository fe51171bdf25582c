"""Bad input through the whole program: a Swedish fault with its place, exit 1, and the output folder untouched."""

import re
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.support.readers import docx_text, joined, pdf_text, svg_text
from tests.support.real import ROOT

ACTOR = "sources/aktorer/region-stockholm.yaml"


def _replaced(old: str, new: str, path: str = ACTOR) -> Callable[[Path], str]:
    def change(project: Path) -> str:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return change


def _written(data: bytes, path: str = ACTOR):
    def change(project: Path) -> str:
        (project / path).write_bytes(data)
        return path

    return change


def _removed(path: str):
    def change(project: Path) -> str:
        (project / path).unlink()
        return path

    return change


def _own_font(data: bytes):
    def change(project: Path) -> str:
        for name in ("Regular", "Bold", "Italic", "BoldItalic"):
            (project / "styles" / f"AtkinsonHyperlegible-{name}.ttf").write_bytes(data)
        return _replaced("paket: fontpkg_atkinson_hyperlegible", "paket: null", "styles/teman/standard.yaml")(project)

    return change


def _font_head(version: bytes, *tables: bytes) -> bytes:
    """The directory of a font with these tables (OpenType, "Organization of an OpenType font"), and nothing else."""
    return version + struct.pack(">4H", len(tables), 0, 0, 0) + b"".join(tag + bytes(12) for tag in tables)


TITLE = "titel: Patienten söker vård"
CASES = {
    "unknown key": _replaced("vem_gor: Patienten", "vem_gör: Patienten"),
    "wrong type: a list where text belongs": _replaced(TITLE, "titel: [a, b]"),
    "wrong type: text where a list belongs": _replaced("underlag: []", "underlag: inget"),
    "duplicate key": _replaced(TITLE, f"{TITLE}\n  {TITLE}"),
    "duplicate id": _replaced("- id: rs-avslut", "- id: rs-kontakt"),
    "missing file": _removed("sources/faser.yaml"),
    "empty file": _written(b""),
    "only a comment": _written(b"# inget\n"),
    "not utf-8": _written("titel: Väg".encode("latin-1")),
    "tab indentation": _replaced("  titel:", "\ttitel:"),
    "anchor and alias": _replaced(TITLE, "titel: &t Patienten\n  kort: *t"),
    "several documents": _replaced("steg:\n", "---\nsteg:\n"),
    "100,000 nested brackets": _written(b"[" * 100_000 + b"]" * 100_000),
    "100,000 nested mappings": _written(b"{a: " * 100_000),
    "a 50 MB file": _written(b"a: b\n" * 10_000_000),
    "control character": _replaced(TITLE, 'titel: "Patienten\\x07"'),
    "bidi override": _replaced(TITLE, 'titel: "Patienten \\u202E vård"'),
    "a character the font lacks": _replaced(TITLE, "titel: Patienten → vård"),
    "a 5,000-letter word": _replaced(TITLE, f"titel: {'a' * 5000}"),
    "arrow to nowhere": _replaced("till: rs-bedomning", "till: rs-ingenstans"),
    "phase 9": _replaced("fas: 1", "fas: 9"),
    "a date that is none": _replaced("datum: '2026-11-21'", "datum: '2026-02-30'", "sources/program.yaml"),
    "a theme that is no theme": _written(b"- 1\n", "styles/teman/standard.yaml"),
    "a theme that is missing": _removed("styles/teman/standard.yaml"),
    "papers that are missing": _removed("styles/papper.yaml"),
    "a font that is missing": _replaced("AtkinsonHyperlegible-Bold.ttf", "Borta.ttf", "styles/teman/standard.yaml"),
    "a font package that is missing": _replaced(
        "paket: fontpkg_atkinson_hyperlegible", "paket: finns_inte", "styles/teman/standard.yaml"
    ),
    "a colour nobody can read": _replaced("textfarg: '#FFFFFF'", "textfarg: '#114444'", "styles/teman/standard.yaml"),
    "a paper nobody has": _replaced("papper: A1", "papper: A9", "sources/publikationer.yaml"),
    "margins larger than the paper": _replaced(
        "- sort: handout\n  enhet: 4\n  yttre: 18",
        "- sort: handout\n  enhet: 4\n  yttre: 190",
        "styles/teman/standard.yaml",
    ),
    "margins larger than the paper of the text behind a poster": _replaced(
        "{sort: affisch, som: handout, papper: A4}",
        "{sort: affisch, som: handout, papper: A4, yttre: 190}",
        "styles/teman/standard.yaml",
    ),
    "a type size beyond reason": _replaced("  titel: 116", "  titel: 500", "styles/teman/standard.yaml"),
    "type that no page can hold": _replaced(
        "{sort: att-gora, som: handout}",
        "{sort: att-gora, som: handout, titel: 300, nedan: 215}",
        "styles/teman/standard.yaml",
    ),
    "a phase name too long for the arrow": _replaced(
        "namn: Insatser",
        "namn: Arbetsmarknadspolitiska insatser och rehabilitering i bred samverkan",
        "sources/faser.yaml",
    ),
    "an actor name too long": _replaced("namn: Region Stockholm", f"namn: {'Hälso- och sjukvårdens ' * 4}"),
    "a paper id that leads out of the folder": _replaced("papper: A1", "papper: ../A1", "sources/publikationer.yaml"),
    "a date before zip files": _replaced("datum: '2026-11-21'", "datum: '1969-01-01'", "sources/program.yaml"),
    "a language we have no words for": _replaced("sprak: sv-SE", "sprak: en-US", "sources/program.yaml"),
    "a damaged font": _own_font(b"\x00\x01\x00\x00broken"),
    "a font with cubic outlines": _own_font(_font_head(b"OTTO", b"CFF ", b"cmap")),
    "a variable font": _own_font(_font_head(b"\x00\x01\x00\x00", b"fvar", b"glyf")),
    "text that a role makes too small": _replaced("tyst: {del: 0.865", "tyst: {del: 0.5", "styles/teman/standard.yaml"),
    "measures of a kind that has none": _replaced(
        "{sort: att-gora, som: handout}", "{sort: att-gora, som: broschyr}", "styles/teman/standard.yaml"
    ),
    "a theme without typography": _replaced("typografi:\n", "typografin:\n", "styles/teman/standard.yaml"),
    "a pitch that is no number": _replaced(
        "brodtext: {rad: 1,", "brodtext: {rad: enkel,", "styles/teman/standard.yaml"
    ),
    "an exemption from a code that does not exist": _written(
        b"undantag:\n- {kod: Q999, skal: Den finns inte.}\n", "sources/regler.yaml"
    ),
    "an exemption without a reason": _written(b"undantag:\n- {kod: S703}\n", "sources/regler.yaml"),
    "an exemption from what the build relies on": _written(
        "undantag:\n- {kod: P103, skal: Vi bygger ändå.}\n".encode(), "sources/regler.yaml"
    ),
    "a file name that differs in case only": _written(b"faser: []\n", "sources/Faser.yaml"),
    "a format that the kind cannot have": _replaced("[svg, pdf]", "[svg, docx]", "sources/publikationer.yaml"),
}


def _copied(folder: Path) -> Path:
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def project(tmp_path):
    output = _copied(tmp_path) / "output" / "utkast"
    output.mkdir(parents=True)
    (output / "manifest.json").write_text('{"schema": 1, "artefacts": []}')
    (output / "anteckning.txt").write_text("min")
    return tmp_path


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_at_its_place_and_nothing_changes(project, capsys, case):
    path = CASES[case](project)
    before = _state(project / "output")
    with pytest.raises(SystemExit) as end:
        main(["-C", str(project), "build"])
    out, err = capsys.readouterr()
    assert end.value.code == 1
    assert out == ""
    assert re.search(rf"^{re.escape(path)}(:\d+:\d+)?: fel [A-Z]\d\d\d: \S", err, re.MULTILINE), err
    assert "hjälp: " in err
    assert "Traceback" not in err
    assert _state(project / "output") == before
    assert [p.name for p in (project / "output").iterdir()] == ["utkast"]


TOLD_BY_CHECK = {
    "margins larger than the paper": "U697",
    "margins larger than the paper of the text behind a poster": "U697",
    "a font that is missing": "U691",
    "a font package that is missing": "U692",
    "a font with cubic outlines": "U694",
    "a variable font": "U695",
    "text that a role makes too small": "U620",
    "measures of a kind that has none": "U621",
}


@pytest.mark.parametrize("case", TOLD_BY_CHECK)
def test_what_is_wrong_with_a_theme_is_told_before_anything_is_built(project, capsys, case):
    path = CASES[case](project)
    with pytest.raises(SystemExit) as end:
        main(["-C", str(project), "check"])
    _, err = capsys.readouterr()
    assert end.value.code == 1
    assert re.search(rf"^{re.escape(path)}:\d+:\d+: fel {TOLD_BY_CHECK[case]}: \S", err, re.MULTILINE), err


# Locks are the program's own: a fault there stops nothing (tests/unit/reading/test_locks.py).
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for name in ("sources", "styles")
    for path in (ROOT / name).rglob("*.yaml")
    if not path.name.endswith(".lock.yaml")
)
DAMAGE = {
    "emptied": lambda _: b"",
    "in another encoding": lambda data: data + "# väg".encode("latin-1"),
    "with a tab": lambda data: data + b"\tx: y\n",
    "with a control character": lambda data: data + b"x: a\x07\n",
    "with a zero byte": lambda data: data + b"\x00\n",
    "with a key nobody knows": lambda data: data + b"okand_nyckel: 1\n",
    "a list": lambda _: b"- a\n- b\n",
    "nested without end": lambda _: b"{a: " * 100_000,
    "cut in a text": lambda data: data + b"x: 'oavslutat\n",
    "half merged": lambda data: b"<<<<<<< HEAD\n" + data + b"=======\n>>>>>>> main\n",
}


@pytest.mark.parametrize("path", FILES)
def test_every_file_is_told_when_it_is_damaged_and_loses_nothing(project, capsys, path):
    """Whatever the file: checked, formatted, given new schemas, it is named, and no byte of it is lost."""
    whole = (project / path).read_bytes()
    for name, damage in DAMAGE.items():
        (project / path).write_bytes(damage(whole))
        for command, code in (("check", 1), ("fmt", 1), *([("schema --write", 0)] if name == "emptied" else [])):
            with pytest.raises(SystemExit) as end:
                main(["-C", str(project), *command.split()])
            _, err = capsys.readouterr()
            assert end.value.code == code, (name, command, err)
            assert "Traceback" not in err
            if command == "check":
                assert re.search(rf"^{re.escape(path)}(:\d+:\d+)?: fel [A-Z]\d\d\d: \S", err, re.MULTILINE), (name, err)
                assert "hjälp: " in err
        # A file without the line that names its schema gets one; nothing that stood there is lost.
        assert (project / path).read_bytes().endswith(damage(whole)), name


def test_sources_for_a_newer_program_are_told_as_that_alone(project, capsys):
    _replaced("rehabkarta-fakta/1", "rehabkarta-fakta/2", "sources/program.yaml")(project)
    before = _state(project / "output")
    for command in ("check", "build"):
        with pytest.raises(SystemExit) as end:
            main(["-C", str(project), command])
        _, err = capsys.readouterr()
        assert end.value.code == 2
        assert re.findall(r"(?:fel|varning|notis) ([A-Z]\d\d\d)", err) == ["L036"]
    assert _state(project / "output") == before


HOSTILE = {
    "Patienten söker vård": "<script>alert(1)</script>",
    "Gör en medicinsk bedömning": "a & b",
    "Skriv läkarintyg enligt DFA-kedjan": "slut ]]> på",
    "Koppla in rehabkoordinatorn": "{{ 7*7 }} {% x %}",
    "Håll SIP-möte och skriv planen": "<b>fet</b> <br/>",
    "Ge behandling och rehabilitering": '"/><a href="x">',
}


@pytest.fixture(scope="module")
def with_markup(tmp_path_factory) -> Path:
    """What is built of steps with these titles."""
    project = _copied(tmp_path_factory.mktemp("markup"))
    for title, text in HOSTILE.items():
        _replaced(f"titel: {title}", f"titel: '{text}'")(project)
    with pytest.raises(SystemExit) as end:
        main(["-C", str(project), "build", "karta", "handout", "--actor", "region-stockholm"])
    assert end.value.code == 0
    return project / "output" / "utkast"


@pytest.mark.parametrize("text", HOSTILE.values())
def test_markup_in_a_label_stays_text_in_every_format(with_markup, text):
    """Read back with independent readers: the characters are there, and no element was made of them."""
    svg = (with_markup / "karta/karta-region-stockholm-A3-utkast.svg").read_bytes()
    assert text in svg_text(svg)
    assert b"<script" not in svg
    handout = with_markup / "handout" / "handout-region-stockholm-A4-utkast"
    assert joined(text) in joined(pdf_text(handout.with_suffix(".pdf").read_bytes()))
    assert text in docx_text(handout.with_suffix(".docx").read_bytes())
