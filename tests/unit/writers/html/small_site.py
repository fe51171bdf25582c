"""A small page made by hand: two actors, three steps, a case; every kind of part once."""

from typing import Any

from lxml import html

from pipeline.colour import Colour
from pipeline.document import (
    Figure,
    Heading,
    Jump,
    Panel,
    Paragraph,
    Site,
    SiteActor,
    SiteCase,
    SiteEntry,
    SiteFile,
    SiteMap,
    SitePhase,
    SiteShape,
    SiteSign,
    SiteStep,
    SiteWay,
    Text,
    Tone,
)
from pipeline.geometry import Point, Rect, Size, rounded_rect
from pipeline.lengths import Pt
from pipeline.release.project import wording
from pipeline.scene import Fact, Group, Link, Metadata, Outline, Role, Scene, Stroke, TextLine
from pipeline.typeface import Face
from pipeline.wording.web import WebWords

INK, WHITE = Colour(26, 26, 26), Colour(255, 255, 255)
STRAW, FIR = Colour(0xF7, 0xEA, 0xB3), Colour(0x11, 0x43, 0x3E)
PHASES = (
    SitePhase(1, "Kontakt", "Man ses.", STRAW, INK, INK),
    SitePhase(2, "Uppföljning", "Man följer upp.", FIR, WHITE, INK),
)


def words() -> tuple[tuple[str, str], ...]:
    web = wording("sv-SE").web
    return tuple((name, str(getattr(web, name))) for name in WebWords.model_fields)


def said(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Text(text),)),)


def box(anchor: str, title: str, x: float) -> Group:
    """A step on the map: 40 × 15 mm, its text 13.0 pt high."""
    rect = Rect(x, 30, 40, 15)
    items = (
        Outline(rounded_rect(rect, 2), STRAW, Stroke(INK, 0.4)),
        TextLine(title, Point(x + 3, 39), Pt(13), INK, Face.ITALIC),
    )
    return Group(Role.STEP, (Link(f"#{anchor}", rect, items),), f"{title}, steg", anchor)


def piece(actor: str, number: int) -> Group:
    rect = Rect(60.0 * (number - 1), 0, 58, 15)
    items = (Outline(rounded_rect(rect, 0), STRAW, Stroke(INK, 0.4)),)
    return Group(Role.PHASE, (Link(f"#aktor--{actor}--fas-{number}", rect, items),), f"Fas {number}")


def drawn(actor: str, boxes: tuple[Group, ...]) -> SiteMap:
    arrow = Group(Role.ARROW, tuple(piece(actor, phase.number) for phase in PHASES), "Pilen")
    edge = Group(Role.EDGES, (Outline(rounded_rect(Rect(45, 37, 5, 1), 0), INK),))
    scene = Scene(Size(120, 60), (arrow, edge, Group(Role.MAP, boxes, "Stegen")), f"Karta {actor}", "Läs listan.")
    return SiteMap(Figure(scene, "Läs listan."), Pt(13))


def step(anchor: str, number: int, **changed: object) -> SiteStep:
    fields: dict[str, object] = {
        "anchor": anchor,
        "former": (),
        "number": number,
        "phase": number,
        "shape": "en-flera",
        "title": f"Titel {anchor}",
        "position": f"Steg {number} av 2",
        "what": said(f"Detta händer i {anchor}."),
        "ways": (Heading(4, "Härifrån leder vägen"), *said("Ingen väg.")),
        "support": (Heading(4, "Vem gör det"), *said(f"Handläggaren i {anchor}.")),
        "meetings": (),
        "question": Panel((Paragraph((Text("Vad tycker du?"),), Tone.QUESTION),), 3),
        "onward": (),
        "on": (),
        "here": (),
        "over": (),
        "arrives": (),
        "meets": (),
    }
    return SiteStep(**{**fields, **changed})  # type: ignore[arg-type]


def small_site(title: str = "Titel aa-ett") -> Site:
    ways = (
        SiteWay("Ja", (Text("steg 2, "), Jump("Titel aa-tva", "aa-tva")), "yes"),
        SiteWay("Nej", (Jump("Titel bb-ett", "bb-ett"),), "no", beyond=True),
    )
    one = step("aa-ett", 1, title=title, onward=ways, on=("aa-tva",), over=("bb-ett",), meets=("bb",), shape="ja-nej")
    two = step("aa-tva", 2, here=("aa-ett",), former=("aa-gammal",))
    other = step("bb-ett", 1, arrives=("aa-ett",), meets=("aa",))
    stops = (("aa-ett", (Jump("Titel", "aa-ett"),)),)
    boxes = (box("aa-ett", title, 5), box("aa-tva", "Två", 55))
    icon = Scene(Size(12, 6), (Outline(rounded_rect(Rect(0, 0, 12, 6), 1), STRAW, Stroke(INK, 0.3)),), "", "")
    return Site(
        metadata=Metadata(
            "Webb <b>", "Om & kring", "Kontoret", "sv-SE", "2026-11-21", ("ord",), (Fact("status", "utkast", "Läge"),)
        ),
        name="Banan",
        status="Utkast",
        stamp="2026-11-21 · abc",
        words=words(),
        phases=PHASES,
        shapes=tuple(SiteShape(key, f"Form {key}", "Vad den betyder.", (icon, icon)) for key in ("ja-nej", "en-flera")),
        signs=(SiteSign(icon, "Går till en annan aktör."),),
        start=said("Syftet är gott."),
        actors=(
            SiteActor("aa", "Aktör Å", "Å", said("Om Å."), (drawn("aa", boxes),), (one, two)),
            SiteActor("bb", "Aktör B", "B", said("Om B."), (drawn("bb", (box("bb-ett", "Ett", 5),)),), (other,)),
        ),
        meetings=said("Här möts de."),
        law=said("Lagen."),
        terms=(Heading(3, "Begrepp", "begrepp--ord"), *said("Ord.")),
        cases=(SiteCase("mira", "Mira", said("Mira är sjuk."), said("Hur då?"), stops),),
        entries=(SiteEntry("aa-ett", title, "Steg hos Å", ("titel",), ("händer", "</script>")),),
        colophon=said("Om materialet."),
        files=(SiteFile("../karta/a.pdf", "Karta", "PDF", "aa"), SiteFile("../karta/a.svg", "Karta", "SVG", "aa")),
    )


def opened(page: str) -> Any:
    """The page's tree. Any: what XPath finds has as many types as there are expressions."""
    return html.fromstring(page)
