"""What the writers' tests share: the project's own theme and fonts, and a small scene and document."""

from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
import yaml

from pipeline.colour import Colour
from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Definitions,
    Document,
    Figure,
    Heading,
    ItemList,
    Jump,
    Panel,
    Paragraph,
    Rule,
    Running,
    Table,
    Text,
    Tone,
    Web,
)
from pipeline.geometry import Point, Rect, Size, circle, line, polygon, rounded_rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Link, Metadata, Outline, Role, Scene, Stroke, TextLine
from pipeline.theme import Theme
from pipeline.typeface import Face
from pipeline.typesetting import Family, read_family
from pipeline.writers.look import Look

ROOT = Path(__file__).parents[3]
INK = Colour(0x1A, 0x1A, 0x1A)
APRICOT = Colour(0xFD, 0xCA, 0x77)
HEAD = Scene(Size(170, 8), (Outline(rounded_rect(Rect(0, 0, 28, 6), 0), None, Stroke(INK, 0.3)),), "Pil", "Sex faser")
FACE_KEYS = {Face.REGULAR: "regular", Face.BOLD: "bold", Face.ITALIC: "italic", Face.BOLD_ITALIC: "bold_italic"}


@pytest.fixture(scope="session")
def theme() -> Theme:
    text = (ROOT / "styles/teman/standard.yaml").read_text(encoding="utf-8")
    return Theme.model_validate(yaml.load(text, Loader=yaml.BaseLoader))


@pytest.fixture(scope="session")
def family(theme: Theme) -> Family:
    folder = resources.files(theme.typeface.package or "") / "files"
    names = theme.typeface.files
    files = {face: (folder / getattr(names, key)).read_bytes() for face, key in FACE_KEYS.items()}
    return read_family(theme.typeface.family, theme.typeface.fallback, files)


@pytest.fixture(scope="session")
def look(theme: Theme, family: Family) -> Look:
    return Look(family, theme, theme.sheet("handout", "A4"), Size(210, 297))


@pytest.fixture(scope="session")
def metadata() -> Metadata:
    return Metadata("Karta & <väg>", "Rehabilitering", "Förbundet", "sv-SE", "2026-11-21", ("karta", "utkast"))


@pytest.fixture(scope="session")
def scene() -> Scene:
    step = Group(
        Role.STEP,
        (
            Outline(rounded_rect(Rect(10, 10, 40, 15), 1.4), APRICOT, Stroke(INK, 0.35)),
            Outline(circle(Point(16, 17.5), 3), Colour(255, 255, 255), Stroke(INK, 0.4)),
            TextLine("2", Point(15.2, 18.6), Pt(9), INK, Face.BOLD),
            TextLine("Kartlägg behov", Point(21, 18.5), Pt(9.5), INK),
        ),
        label="Steg 2: Kartlägg behov",
        name="ss-kartlagg",
    )
    linked = Link(
        "https://example.org/?a=1&b=2", Rect(60, 10, 20, 6), (TextLine("Läs mer", Point(60, 15), Pt(9), INK),)
    )
    arrow = Group(
        Role.EDGES,
        (
            Outline(line(Point(50, 17.5), Point(85, 17.5)), None, Stroke(INK, 0.5, (2.5, 1.4))),
            Outline(polygon((Point(88, 17.5), Point(85, 16), Point(85, 19))), INK),
            TextLine("om SIP behövs", Point(60, 23), Pt(8.5), INK, Face.ITALIC),
        ),
    )
    inner = Link("#ss-kartlagg", Rect(60, 26, 20, 4), (TextLine("till steget", Point(60, 29), Pt(9), INK),))
    return Scene(
        Size(100, 40), (Group(Role.MAP, (step,), "Karta"), linked, arrow, inner), "Karta", "En karta med ett steg."
    )


@pytest.fixture(scope="session")
def running() -> Running:
    return Running(
        "Stockholms stad",
        "Handledning för medarbetare",
        "UTKAST",
        "Utkast 2026-11-21 · 4f1c09ab · illustrativt exempel, ej granskat av aktören",
        "Sida {page} ({pages})",
    )


@pytest.fixture(scope="session")
def blocks(scene: Scene) -> tuple[Block, ...]:
    return (
        Break(
            Scene(
                Size(170, 8), (Outline(rounded_rect(Rect(0, 0, 28, 6), 0), None, Stroke(INK, 0.3)),), "Pil", "Sex faser"
            )
        ),
        Band("2", "Kartläggning", "Steg 4 av 18 · Processkoppling", APRICOT, INK),
        Heading(1, "Till vården: behov av läkarintyg", "steg-4"),
        Figure(scene, "Steget och dess grannar", (Text("Figurens text"),)),
        Columns(
            (
                Heading(3, "Vad händer"),
                Paragraph((Text("Individen får råd att kontakta sin vårdcentral."),)),
                Rule(),
                Heading(3, "Härifrån leder vägen"),
                Paragraph((Text("Ja: ", strong=True), Jump("steg 5, Kartlägg resurser", "steg-5"))),
            ),
            (Heading(3, "Vem gör det"), ItemList(((Text("Socialsekreterare"),), (Text("Individen"),)), bulleted=False)),
        ),
        Paragraph((Text("En inledning."),), Tone.LEAD),
        Paragraph((Text("Tyst text, se "), Web("lagtexten", "https://example.org/lag?a=1&b=å")), Tone.QUIET),
        ItemList(((Text("Skriftlig fråga"),), (Text("Samtycke"),))),
        Definitions((("Region Stockholm", (Text("Fråga vem som är kontaktperson"),)), ("AF", (Text("Ta reda på"),)))),
        Table("Lagrum", ("Lag", "Om"), (((Text("SFB"),), (Text("Samordning"),)),), (1, 2)),
        Panel((Paragraph((Text("Hur formulerar vi frågor?"),), Tone.QUESTION),), lines=2),
        Break(),
        Heading(2, "Kartlägg resurser och behov", "steg-5"),
        Paragraph((Text("Nästa sida."),)),
    )


@pytest.fixture(scope="session")
def document(metadata: Metadata, running: Running, blocks: tuple[Block, ...]) -> Document:
    return Document(metadata, running, blocks)


@pytest.fixture(scope="session")
def document_of(metadata: Metadata, running: Running) -> Callable[..., Document]:
    return lambda *blocks: Document(metadata, running, tuple(blocks))
