"""What no PDF can take: told at the source's line before anything is drawn, or laid out without losing a word."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.compose import COMPOSERS
from pipeline.document import Definitions, Document, Heading, ItemList, Paragraph, Running, Table, Text
from pipeline.release.build import look_of
from pipeline.scene import Metadata
from pipeline.writers import WRITERS
from tests.support.pdf_judge import outer_findings
from tests.support.pdf_readers import heard, poppler
from tests.support.real import ROOT, brief_for, real_programme

ACTOR, SOURCES = "sources/aktorer/region-stockholm.yaml", "sources/kallor.yaml"
TITLE = "  titel: Patienten s\u00f6ker v\u00e5rd"
ADDRESS = "  url: https://"

# What is written instead of the beginning of a line, in which file, and the code of the fault on that line.
TOLD = {
    "a character no font has": (ACTOR, TITLE, "  titel: Patienten \u2192 v\u00e5rd", "T104"),
    "a letter of another script": (ACTOR, TITLE, "  titel: Patienten \u0416 v\u00e5rd", "T104"),
    "a picture sign": (ACTOR, TITLE, "  titel: Patienten \U0001f642 v\u00e5rd", "T104"),
    "a 200-character word in a title": (ACTOR, TITLE, f"  titel: {'a' * 200}", "F209"),
    "a 200-character word in a text": (ACTOR, TITLE, f"  att_granska: Se {'a' * 200}.\n{TITLE}", "F209"),
    "a cell of 5,000 words": (ACTOR, TITLE, f"  att_granska: {'ordet ' * 5000}.\n{TITLE}", "F207"),
    "a link with javascript": (SOURCES, ADDRESS, "  url: 'javascript:alert(1)//", "F215"),
    "a link with javascript in other letters": (SOURCES, ADDRESS, "  url: 'JavaScript:alert(1)//", "F215"),
    "a link to a file": (SOURCES, ADDRESS, "  url: 'file:///etc/passwd/", "F215"),
    "a link to data": (SOURCES, ADDRESS, "  url: 'data:text/html,", "F215"),
    "a link without a scheme": (SOURCES, ADDRESS, "  url: '//", "F215"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("case", TOLD)
def test_it_is_told_at_its_line_and_nothing_is_written(project, capsys, case):
    path, old, new, code = TOLD[case]
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    at = text.index(old)
    end = text.index("\n", at)
    kept = "'" if new.count("'") == 1 else ""
    (project / path).write_text(text[:at] + new + text[at + len(old) : end] + kept + text[end:], encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["-C", str(project), "build"])
    _, told = capsys.readouterr()
    line = text[:at].count("\n") + 1
    assert stop.value.code == 1
    assert re.search(rf"^{re.escape(path)}:{line}:\d+: fel {code}: ", told, re.MULTILINE), told
    assert not (project / "output").exists()


# ---------------------------------------------------------------- a layout that copes

LONG = "x" * 200
WORDS = [f"ord{number}" for number in range(5000)]


def _document(*blocks) -> Document:
    metadata = Metadata("Svår text", "Prov", "Prov", "sv-SE", "2026-11-21")
    running = Running("Prov", "Svår text", "UTKAST", "", "Sida {page} ({pages})")
    return Document(metadata, running, (Heading(1, "Svår text"), *blocks, Paragraph((Text("Efteråt."),))))


def _table(cell: str) -> Table:
    return Table("Tabell", ("Namn", "Text"), (((Text("Rad"),), (Text(cell),)),), (0.3, 0.7))


COPED = {
    "a table cell of 5,000 words": _document(_table(" ".join(WORDS))),
    "the cell that names its row, of 5,000 words": _document(replace(_table(" ".join(WORDS)), named_by=1)),
    "a definition of 5,000 words": _document(Definitions((("Ord", (Text(" ".join(WORDS)),)),))),
    "a list entry of 5,000 words": _document(ItemList(((Text(" ".join(WORDS)),),))),
    "a paragraph of 5,000 words": _document(Paragraph((Text(" ".join(WORDS)),))),
    "a 200-character word in a table": _document(_table(f"Se {LONG} och mer.")),
    "a 200-character word in a paragraph": _document(Paragraph((Text(f"Se {LONG * 2} och mer."),))),
    "a 200-character word in a heading": _document(Heading(2, f"Se {LONG}")),
    "a 200-character word as a term": _document(Definitions(((LONG, (Text("Ett ord."),)),))),
}


@pytest.mark.tool("pdfinfo", "node", "npm")
@pytest.mark.parametrize("case", COPED)
def test_no_word_is_lost_and_the_file_passes_every_reader(case):
    content = COPED[case]
    data = WRITERS["pdf"].write(content, look_of(brief_for("handout", "region-stockholm"))).data
    assert WRITERS["pdf"].check(data, content) == ()
    assert outer_findings(data, content) == []


@pytest.mark.tool("pdfinfo")
def test_a_text_of_5000_words_in_the_sources_is_printed_whole():
    """As long as a text may be: in the list of what is left to do it stands in a cell of a table."""
    words = [f"{number:x}" for number in range(0x400, 0x400 + 4995)]
    programme = real_programme()
    actor = programme.actor("region-stockholm")
    steps = (actor.steps[0].model_copy(update={"review": " ".join(words)}), *actor.steps[1:])
    changed = actor.model_copy(update={"steps": steps})
    others = tuple(changed if one is actor else one for one in programme.actors)
    brief = brief_for("att-gora", "region-stockholm", replace(programme, actors=others))
    data = WRITERS["pdf"].write(COMPOSERS["att-gora"].compose(brief), look_of(brief)).data
    assert " ".join(words) in " ".join(one.text for one in heard(poppler(data)))
