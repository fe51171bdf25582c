"""Markup for ReportLab: everything escaped, links only where they may lead, wide words broken at their points."""

import pytest

from pipeline.document import Jump, Text, Tone, Web
from pipeline.typesetting import Family, Typesetter
from pipeline.writers.look import Look
from pipeline.writers.pdf.engine import font_names
from pipeline.writers.pdf.inline import Markup
from pipeline.writers.pdf.styles import Styles

WIDE = 500.0


@pytest.fixture(scope="session")
def markup(family: Family) -> Markup:
    return Markup(Typesetter(family, "sv-SE"), font_names(family), {"steg"})


@pytest.fixture(scope="session")
def styles(look: Look) -> Styles:
    return Styles(look, font_names(look.family))


@pytest.mark.parametrize(
    ("part", "made"),
    [
        (Text("a < b & c"), "a &lt; b &amp; c"),
        (Text("<script>", strong=True), "<b>&lt;script&gt;</b>"),
        (Text("&nbsp;"), "&amp;nbsp;"),
        (Jump("steg 5", "steg"), '<a href="#steg">steg 5</a>'),
        (Jump("steg 9", "saknas"), "steg 9"),
        (Web("lag", 'https://x.se/?a="&b=å'), "<a href='https://x.se/?a=\"&amp;b=%C3%A5'><u>lag</u></a>"),
        (Web("fara", "javascript:alert(1)"), "fara"),
        (Web("fara", "file:///etc/passwd"), "fara"),
        (Text("mjuk\u00adt binde\u2011streck"), "mjukt binde-streck"),
    ],
)
def test_part(markup: Markup, styles: Styles, part: Text | Jump | Web, made: str) -> None:
    assert markup.of((part,), styles.tone(Tone.BODY), WIDE) == made


def test_wide_word_breaks_at_its_points_and_loses_no_letter(markup: Markup, styles: Styles) -> None:
    word = "rehabiliteringssamordningsansvar"
    parts = markup.plain(word, styles.tone(Tone.BODY), 80).split(" ")
    assert len(parts) > 1
    assert all(part.endswith("-") for part in parts[:-1])
    assert "".join(part.removesuffix("-") for part in parts) == word


def test_wide_address_breaks_without_hyphens(markup: Markup, styles: Styles) -> None:
    address = "https://www.exempel.se/en/lang/vag/till/sidan?fraga=svar"
    parts = markup.plain(address, styles.tone(Tone.BODY), 100).split(" ")
    assert len(parts) > 1
    assert "".join(parts) == address
