"""One file with most of what Word files hold, written in whatever process asks for it."""

from importlib import resources
from pathlib import Path

import yaml

from pipeline.colour import Colour
from pipeline.document import Band, Document, Figure, Heading, ItemList, Jump, Paragraph, Running, Table, Text, Web
from pipeline.geometry import Point, Size
from pipeline.lengths import Pt
from pipeline.scene import Metadata, Scene, TextLine
from pipeline.theme import Theme
from pipeline.typeface import Face
from pipeline.typesetting import read_family
from pipeline.writers import docx as word
from pipeline.writers.look import Look

_ROOT = Path(__file__).parents[4]
_INK, _STRAW = Colour(0x1A, 0x1A, 0x1A), Colour(0xF7, 0xEA, 0xB3)
_KEYS = {Face.REGULAR: "regular", Face.BOLD: "bold", Face.ITALIC: "italic", Face.BOLD_ITALIC: "bold_italic"}


def _look() -> Look:
    text = (_ROOT / "styles/teman/standard.yaml").read_text(encoding="utf-8")
    theme = Theme.model_validate(yaml.load(text, Loader=yaml.BaseLoader))
    face = theme.typeface
    folder = resources.files(face.package or "") / "files"
    files = {key: (folder / getattr(face.files, name)).read_bytes() for key, name in _KEYS.items()}
    return Look(read_family(face.family, face.fallback, files), theme, theme.sheet("handout", "A4"), Size(210, 297))


def sample() -> bytes:
    scene = Scene(Size(60, 20), (TextLine("Kartlägg", Point(5, 10), Pt(9), _INK),), "Karta", "Ett steg")
    rows = tuple(((Text(f"steg {number}"),), (Web("källa", f"https://example.org/{number}"),)) for number in range(9))
    blocks = (
        Heading(1, "Handledning", "start"),
        Band("1", "Första kontakt", "Steg 1", _STRAW, _INK),
        Paragraph((Text("Se "), Jump("början", "start"))),
        Figure(scene, "Ett steg", (Text("Karta"),)),
        ItemList(((Text("ett"),), (Text("två"),))),
        Table("Steg", ("Steg", "Källa"), rows, (1, 2)),
    )
    metadata = Metadata("Handledning", "Karta", "Förbundet", "sv-SE", "2026-11-21", ("b", "a"))
    running = Running("Staden", "Handledning", "UTKAST", "Utkast", "Sida {page} ({pages})")
    return word.write(Document(metadata, running, blocks), _look()).data
