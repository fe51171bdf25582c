"""The actor's picture in its handout: after the lead, with its words, no wider than the text."""

from dataclasses import replace
from itertools import pairwise

from PIL import Image as Pictures

from pipeline.compose.handout import handout
from pipeline.compose.picture import picture_figures
from pipeline.compose.stamp import content_code
from pipeline.document import Definitions, Figure, Text
from pipeline.model import Picture
from pipeline.scene import Image
from tests.support.real import brief_for
from tests.unit.pictures.drawn import of, plain, written

FILE = "bilder/rum.png"
WORDS = {"file": FILE, "description": "Ett rum.", "credit": "Foto: Staden, CC BY 4.0"}


def brief_with(data: bytes, **more: str):
    brief = brief_for("handout", "stockholms-stad")
    actor = brief.actor.model_copy(update={"picture": Picture(**(WORDS | more))})
    return replace(brief, actor=actor, pictures={FILE: data})


def test_no_picture_no_figure() -> None:
    assert picture_figures(brief_for("handout", "stockholms-stad")) == ()


def test_the_figure_says_what_it_shows_and_whose_it_is() -> None:
    (figure,) = picture_figures(brief_with(plain(30, 20)))
    assert figure.alternative == figure.scene.description == "Ett rum."
    assert figure.caption == (Text("Foto: Staden, CC BY\u00a04.0"),)
    (figure,) = picture_figures(brief_with(plain(30, 20), caption="H\u00e4r m\u00f6ts vi."))
    assert figure.caption == (Text("H\u00e4r m\u00f6ts vi. Foto: Staden, CC BY\u00a04.0"),)


def test_the_picture_fills_the_text_and_no_more() -> None:
    brief = brief_with(plain(3000, 1000))
    (figure,) = picture_figures(brief)
    (image,) = figure.scene.items
    assert isinstance(image, Image)
    assert figure.scene.size.width <= brief.frame(brief.paper).width + 1e-6
    assert image.rect.right <= figure.scene.size.width
    assert abs(image.rect.width / image.rect.height - 3) < 1e-9
    assert of(image.data).getpixel((0, 0)) == (255, 0, 0)


def test_it_stands_below_the_title_block() -> None:
    blocks = handout(brief_with(plain(30, 20))).blocks
    before, figure = next(pair for pair in pairwise(blocks) if isinstance(pair[1], Figure))
    assert isinstance(before, Definitions)
    assert isinstance(figure, Figure)
    assert figure.alternative == "Ett rum."


def test_another_picture_gives_another_content_code() -> None:
    red, blue = plain(30, 20), written(Pictures.new("RGB", (30, 20), "blue"))
    codes = {content_code(handout(brief_with(data))) for data in (red, blue, red)}
    assert len(codes) == 2
