"""The PDF audit finds what may not be in a file, and nothing in a good one."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from pipeline.document import Document
from pipeline.writers import pdf
from pipeline.writers.look import Look
from pipeline.writers.pdf.check import audit, uris

LINKS = {"https://example.org/?a=1&b=2", "https://example.org/lag?a=1&b=%C3%A5"}


@pytest.fixture(scope="session")
def good(document: Document, look: Look) -> bytes:
    return pdf.write(document, look).data


def mutated(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(target)
    return target.getvalue()


def add_script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x")


def add_launch(file: pikepdf.Pdf) -> None:
    file.pages[0].obj.Annots[0].A = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="x")


def attach(file: pikepdf.Pdf) -> None:
    file.attachments["x.txt"] = b"x"


def strip_fonts(file: pikepdf.Pdf) -> None:
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


def use_helvetica(file: pikepdf.Pdf) -> None:
    fonts = file.pages[0].obj.Resources.Font
    fonts.F9 = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)


def redirect(file: pikepdf.Pdf) -> None:
    file.pages[0].obj.Annots[0].A.URI = "https://evil.example/"


def lose_target(file: pikepdf.Pdf) -> None:
    notes: list[Any] = list(file.pages[0].obj.get("/Annots", ()))
    note = next(note for note in notes if "/Dest" in note)
    del note["/Dest"]


def lose_page(file: pikepdf.Pdf) -> None:
    del file.pages[1]


def test_good_file_passes(good: bytes) -> None:
    assert audit(good, LINKS) == ()


def test_addresses_are_read_back(good: bytes) -> None:
    assert set(uris(good)) == LINKS


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (add_script, "JavaScript"),
        (add_launch, "Launch"),
        (attach, "EmbeddedFile"),
        (strip_fonts, "not embedded"),
        (use_helvetica, "Helvetica"),
        (redirect, "evil"),
        (lose_target, "nowhere"),
        (lose_page, "nowhere"),
    ],
)
def test_bad_file_is_found(good: bytes, change: Callable[[pikepdf.Pdf], None], named: str) -> None:
    assert named in "; ".join(audit(mutated(good, change), LINKS))
