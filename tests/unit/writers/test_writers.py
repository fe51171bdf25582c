"""The list of writers: what each format accepts, and what comes back."""

import pytest

from pipeline.document import Content, Document, Sheets
from pipeline.scene import Metadata, Scene
from pipeline.writers import WRITERS
from pipeline.writers.look import Look
from tests.unit.writers.html.small_site import small_site

STARTS = {"svg": b"<?xml", "pdf": b"%PDF-1.7", "docx": b"PK", "html": b"<!DOCTYPE html>"}
PAGES = {
    **{("svg", "sheets"): 2, ("pdf", "sheets"): 2, ("pdf", "document"): 2},
    **{("docx", "document"): None, ("html", "site"): None},
}


def test_names_and_suffixes_agree() -> None:
    assert {name: (writer.format, writer.suffix) for name, writer in WRITERS.items()} == {
        name: (name, f".{name}") for name in ("svg", "pdf", "docx", "html")
    }


def test_every_format_writes_what_it_accepts(scene: Scene, metadata: Metadata, document: Document, look: Look) -> None:
    contents: dict[str, Content] = {
        **{"sheets": Sheets(metadata, (scene, scene)), "document": document},
        "site": small_site(),
    }
    for name, writer in WRITERS.items():
        for kind in writer.accepts:
            written = writer.write(contents[kind], look)
            assert written.data.startswith(STARTS[name])
            assert written.pages == PAGES[name, kind]


def test_wrong_content_is_refused(scene: Scene, metadata: Metadata, document: Document, look: Look) -> None:
    with pytest.raises(TypeError):
        WRITERS["svg"].write(document, look)
    with pytest.raises(TypeError):
        WRITERS["docx"].write(Sheets(metadata, (scene,)), look)
