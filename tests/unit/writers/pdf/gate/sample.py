"""One document with every kind of element that the gate looks at, on two pages."""

from pipeline.colour import WHITE, Colour
from pipeline.document import (
    Band,
    Break,
    Columns,
    Contents,
    Definitions,
    Document,
    Entry,
    Figure,
    Heading,
    ItemList,
    Jump,
    NoteMark,
    Notes,
    Panel,
    Paragraph,
    Rule,
    Running,
    Sheets,
    Table,
    Text,
    Web,
)
from pipeline.geometry import Point, Rect, Size, polygon, rounded_rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Link, Metadata, Outline, Role, Scene, Stroke, TextLine

INK, BLUE, STRAW = Colour(0x1A, 0x1A, 0x1A), Colour(0x05, 0x57, 0xA3), Colour(0xF7, 0xEA, 0xB3)
METADATA = Metadata("Prov", "Ett prov", "Förbundet", "sv-SE", "2026-11-21", ("prov", "pdf"))
RUNNING = Running("Staden", "Prov", "UTKAST", "Utkast 2026-11-21", "Sida {page} ({pages})")


def _text(words: str, x: float, y: float, colour: Colour = INK) -> TextLine:
    return TextLine(words, Point(x, y), Pt(9), colour)


def drawing() -> Scene:
    """A box and a diamond with text in them, a link on the web and one to a heading."""
    box = Outline(rounded_rect(Rect(5, 5, 40, 15), 2), BLUE)
    diamond = Outline(
        polygon((Point(80, 2), Point(100, 12.5), Point(80, 23), Point(60, 12.5))), STRAW, Stroke(INK, 0.3)
    )
    web = Link("https://example.org/karta", Rect(5, 5, 40, 15), (box, _text("Kartlägg behov", 9, 13, WHITE)))
    inner = Link("#slut", Rect(60, 2, 40, 21), (diamond, _text("Klart?", 74, 13.5)))
    title = Group(Role.TITLE, (_text("Kartan", 5, 30), _text("över vägen", 18, 30)))
    stamp = Group(Role.STAMP, (_text("Utkast", 5, 38),))
    return Scene(Size(110, 40), (title, Group(Role.MAP, (web, inner)), stamp), "En karta", "Två steg.")


def figure_drawing() -> Scene:
    """As `drawing`, for a figure: without title and stamp."""
    whole = drawing()
    return Scene(Size(110, 25), whole.items[1:2], whole.title, whole.description)


def document() -> Document:
    rows = (
        ((Text("Svar"),), (Text("inom två veckor, se "), Jump("slutet", "slut"))),
        ((Text("Möte"),), ()),
    )
    entries = (Entry(1, "Tider", "tider"), Entry(2, "Till slut", "slut"))
    return Document(
        METADATA,
        RUNNING,
        (
            Heading(1, "Prov av grinden", "start"),
            Contents(entries),
            Paragraph(
                (
                    Text("Läs om "),
                    Web("stödet", "https://example.org/stöd"),
                    Text(" och "),
                    Text("skriv under", strong=True),
                    Text(". Det heter "),
                    Text("support", language="en"),
                    Text(" på engelska"),
                    NoteMark(1),
                    Text("."),
                )
            ),
            Band("1", "Första kontakt", "Steg 1 av 2", STRAW, INK),
            Heading(2, "Tider", "tider"),
            ItemList(((Text("blankett"),), (Text("intyg"),))),
            ItemList(((Text("utan prick"),),), bulleted=False),
            Definitions((("SIP", (Text("samordnad individuell plan"),)), ("AF", (Text("Arbetsförmedlingen"),)))),
            Table("Vad som händer när", ("Vad", "När"), rows, (1, 2)),
            Figure(figure_drawing(), "En karta med två steg", (Text("Kartan, se "), Jump("slutet", "slut"))),
            Columns((Paragraph((Text("I mitten."),)), Rule()), (Paragraph((Text("Vid sidan."),)),)),
            Panel((Paragraph((Text("Vad tänker du?"),)),), lines=2),
            Break(),
            Heading(2, "Till slut", "slut"),
            Paragraph((Text("Beslutet går att överklaga."),)),
            Notes(((Text("Inom tre veckor."),),)),
        ),
    )


def sheets() -> Sheets:
    """A drawing with its words behind it."""
    text = Document(METADATA, RUNNING, (Heading(2, "I text", "slut"), Paragraph((Text("Två steg."),))))
    return Sheets(METADATA, (drawing(),), text)
