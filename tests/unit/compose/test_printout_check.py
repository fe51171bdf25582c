"""The code and its sentence have room of their own on every sheet and below the title of every document."""

from dataclasses import replace

import pytest

from pipeline.compose import COMPOSERS
from pipeline.compose.printout_check import beside_check, code_of
from pipeline.compose.stamp import Stamp, stamped
from pipeline.document import Break, Columns, Document, Figure, Paragraph, Text, Web, walk
from pipeline.geometry import Rect, Size, bounds, points_of
from pipeline.scene import Group, Image, Link, Outline, Role, Scene, TextLine
from pipeline.scene import walk as items_of
from tests.support.released import PAGE, SHOWN, briefs, drawn_briefs, released

LONG = "https://" + "mycket-lang-adress." * 6 + "se/" + "rehabiliteringsbanan/" * 9 + "gallande.html"
DRAWN = tuple(drawn_briefs(released()))
DOCUMENTS = tuple(
    name for name, brief in briefs(released()).items() if COMPOSERS[brief.publication.kind].gives == "document"
)


def _composed(brief):
    return COMPOSERS[brief.publication.kind].compose(brief)


def _stamped(brief):
    return stamped(brief, _composed(brief), Stamp("2026-11-21", "0a1b2c3d"))


def _extent(item) -> Rect:
    """Where an item paints; of a line of text the part between the tops and the tails of its letters."""
    match item:
        case TextLine():
            em = item.size.mm
            return Rect(item.at.x, item.at.y - 0.75 * em, item.width, 0.95 * em)
        case Outline():
            reach = item.stroke.width / 2 if item.stroke else 0.0
            return bounds(points_of(item.path)).grown(reach)
        case Image():
            return item.rect
    raise TypeError(item)


def _parted(scene: Scene):
    """What the check paints and what all else paints, but for the sheet's own ground."""
    check = next(item for item in items_of(scene.items) if isinstance(item, Group) and item.role is Role.CURRENT)
    own = [_extent(item) for item in items_of(check.items) if not isinstance(item, Group | Link)]
    mine = {id(item) for item in items_of((check,))}
    rest = [item for item in items_of(scene.items[1:]) if id(item) not in mine and not isinstance(item, Group | Link)]
    return check, own, [_extent(item) for item in rest]


@pytest.mark.parametrize("address", [PAGE, LONG], ids=["short", "long"])
@pytest.mark.parametrize("name", DRAWN)
def test_nothing_overlaps_the_check_of_a_sheet(name, address):
    brief = drawn_briefs(released(address))[name]
    for page in _stamped(brief).pages:
        _, own, rest = _parted(page)
        met = [(one, other) for one in own for other in rest if one.overlaps(other, 0.01)]
        assert met == []
        frame = brief.frame(page.size)
        words = own[:-2]  # the last two are the code's ground and its modules
        assert all(one.x >= frame.x - 0.01 and one.right <= own[-2].x for one in words)
        assert own[-1].right == pytest.approx(frame.right, abs=0.01)


@pytest.mark.parametrize("name", DRAWN)
def test_a_sheet_leads_to_its_own_place_on_the_page(name):
    for page in _composed(drawn_briefs(released())[name]).pages:
        check, _, _ = _parted(page)
        (link,) = (item for item in items_of(check.items) if isinstance(item, Link))
        assert link.target == f"{PAGE}#2026.1/{name}"
        assert " ".join(item.text for item in link.items if isinstance(item, TextLine)) == SHOWN
        assert link.target in check.label
        assert link.target in page.description.partition("\n")[0]


def test_the_code_is_larger_on_larger_sheets_and_never_below_20_mm():
    sides = {name: code_of(brief).side for name, brief in briefs(released()).items()}
    assert sides["affisch-alla-A2"] > sides["karta-kommunen-A3"] >= 23
    assert min(sides.values()) >= 20


@pytest.mark.parametrize("name", [*DRAWN, *DOCUMENTS])
def test_without_an_address_and_in_a_draft_there_is_none(name):
    silent = briefs(released(None))[name]
    assert silent.current == ""
    content = _stamped(silent)
    scenes = content.pages if not isinstance(content, Document) else [f.scene for f in _figures(content)]
    assert not [item for scene in scenes for item in items_of(scene.items) if getattr(item, "role", 0) is Role.CURRENT]
    behind = content if isinstance(content, Document) else content.text
    assert behind.running.current == ""


def _figures(document: Document) -> list[Figure]:
    return [block for block in walk(document.blocks) if isinstance(block, Figure)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_it_on_its_first_page_and_the_address_on_all(name):
    content = _stamped(briefs(released())[name])
    opening = content.blocks[: next((n for n, block in enumerate(content.blocks) if isinstance(block, Break)), None)]
    (shown,) = (one for one in walk(opening) if isinstance(one, Figure) and "QR" in one.alternative)
    assert f"{PAGE}#2026.1/{name}" in shown.alternative
    assert content.running.current.endswith(SHOWN)
    links = [part for block in walk(content.blocks) if isinstance(block, Paragraph) for part in block.parts]
    assert [part.address for part in links if isinstance(part, Web) and part.text == SHOWN] == [f"{PAGE}#2026.1/{name}"]


@pytest.mark.parametrize("name", DRAWN)
def test_the_text_behind_a_drawing_has_the_address_at_its_foot(name):
    assert _stamped(drawn_briefs(released())[name]).text.running.current.endswith(SHOWN)


def test_in_a_narrow_page_the_code_stands_below_what_it_would_stand_beside():
    brief = next(one for name, one in briefs(released()).items() if name.startswith("handout-kommunen"))
    blocks = (Paragraph((Text("Ingress."),)),)
    (beside,) = beside_check(brief, blocks)
    assert isinstance(beside, Columns)
    assert beside.main == blocks
    below = beside_check(replace(brief, paper=Size(105, 148)), blocks)
    assert below[0] == blocks[0]
    assert isinstance(below[1], Figure)
    assert below[1].scene.size.width <= brief.frame(Size(105, 148)).width


def test_the_web_page_leads_there_and_its_maps_keep_their_room():
    """The maps on the page have no room for a check: the page itself leads to the address."""
    page = _composed(next(one for name, one in briefs(released()).items() if name.startswith("webb")))
    scenes = [sheet.figure.scene for actor in page.actors for sheet in actor.maps]
    assert scenes
    assert not [item for one in scenes for item in items_of(one.items) if getattr(item, "role", 0) is Role.CURRENT]
    without = _composed(next(one for name, one in briefs(released(None)).items() if name.startswith("webb")))
    assert [actor.maps for actor in page.actors] == [actor.maps for actor in without.actors]
    links = [part for block in page.colophon for part in getattr(block, "parts", ()) if isinstance(part, Web)]
    assert f"{PAGE}#2026.1/webb-alla" in [link.address for link in links]
