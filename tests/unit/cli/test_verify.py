"""`build --verify`: sound files are published as ever; one that is not keeps everything from being published."""

from dataclasses import replace

import pytest

from pipeline.document import Document, Heading, Paragraph, Text, Web
from pipeline.release.plan import planned
from pipeline.release.verify import verified
from pipeline.writers import WRITERS
from pipeline.writers.docx import check as docx_gate
from pipeline.writers.pdf import gate as pdf_gate
from pipeline.writers.svg import check as svg_gate
from pipeline.writers.written import Finding, Part
from tests.support.real import brief_for, look_of, real_programme
from tests.support.small import write_small_project
from tests.unit.writers.pdf.gate.sample import METADATA, RUNNING, sheets

GATES = {"svg": svg_gate, "pdf": pdf_gate, "docx": docx_gate}


@pytest.fixture
def small(tmp_path):
    write_small_project(tmp_path)
    return tmp_path


def files(folder):
    return sorted(path.name for path in (folder / "output").rglob("*") if path.is_file())


@pytest.fixture
def flawed(monkeypatch):
    """Lets the gate of a format find these flaws in each file."""

    def put(form, *flaws):
        monkeypatch.setattr(GATES[form], "checked", lambda data, content: flaws)

    return put


def test_sound_files_are_published(run, small):
    code, out, err = run("-C", small, "build", "--verify")
    assert (code, "fel" in err) == (0, False)
    assert out
    assert files(small) != []


@pytest.mark.parametrize(
    ("part", "code", "words"),
    [
        (Part.FORM, "U721", "följer inte reglerna för sitt format"),
        (Part.STRUCTURE, "U722", "går inte att följa med skärmläsare"),
        (Part.WORDS, "U723", "är inte de som står i källfilerna"),
        (Part.CONTRAST, "U724", "syns för dåligt mot sin bakgrund"),
        (Part.SAFETY, "U725", "något som inte får finnas"),
    ],
)
def test_a_flaw_is_told_in_plain_words_and_nothing_is_published(run, small, flawed, part, code, words):
    flawed("pdf", Finding("mark_nested", "page 1: P", part))
    end, out, err = run("-C", small, "build", "karta", "--to", "pdf,svg", "--verify")
    assert (end, out) == (1, "")
    assert code in err
    assert words in " ".join(err.split())
    assert "karta-ss-" in err
    assert "mark_nested (page 1: P)" in " ".join(err.split())
    assert "orört" in err
    assert files(small) == []


def test_without_the_option_nothing_is_checked(run, small, flawed):
    flawed("pdf", Finding("mark_nested", "page 1: P"))
    assert run("-C", small, "build", "karta", "--to", "pdf")[0] == 0


def test_what_was_published_before_stays(run, small, flawed):
    run("-C", small, "build", "karta", "--to", "svg")
    before = {path: path.read_bytes() for path in (small / "output").rglob("*") if path.is_file()}
    flawed("svg", Finding("audit", "x"))
    assert run("-C", small, "build", "--verify")[0] == 1
    assert {path: path.read_bytes() for path in (small / "output").rglob("*") if path.is_file()} == before


def artefact(form):
    return next(one for one in planned(real_programme()) if one.format == form)


def leading(address):
    return Document(
        METADATA,
        RUNNING,
        (
            Heading(1, "Lagen"),
            Paragraph((Text("Läs "), Web("mer", address))),
        ),
    )


@pytest.mark.parametrize(("form", "codes"), [("pdf", ["U725"]), ("docx", ["U723", "U725"])])
def test_a_link_that_the_content_does_not_have_is_found(form, codes):
    """In Word the link that the content has, and the file has not, is missed as well."""
    content = leading("https://example.org/")
    data = WRITERS[form].write(content, look_of(brief_for("handout", "arbetsformedlingen"))).data
    assert [*verified(artefact(form), data, content)] == []
    found = [*verified(artefact(form), data, leading("https://example.org/annan"))]
    assert [finding.code for finding in found] == codes


def test_a_link_of_a_drawing_that_the_content_does_not_have_is_found():
    content = sheets()
    data = WRITERS["svg"].write(content, look_of(brief_for("affisch"))).data
    assert [*verified(artefact("svg"), data, content)] == []
    bare = replace(content, pages=tuple(replace(page, items=()) for page in content.pages))
    assert [finding.code for finding in verified(artefact("svg"), data, bare)] == ["U725"]


def test_what_is_no_pdf_is_found():
    codes = [finding.code for finding in verified(artefact("pdf"), b"%PDF-1.7", leading("https://example.org/"))]
    assert codes == ["U721", "U722"]


def test_many_flaws_are_counted(flawed):
    flawed("pdf", *(Finding("mark_nested", f"page {number}") for number in range(1, 6)))
    (finding,) = verified(artefact("pdf"), b"", leading("https://example.org/"))
    assert dict(finding.details)["flaws"] == "mark_nested (page 1); mark_nested (page 2); mark_nested (page 3) +2"
