"""The proof of a theme: every shape in every phase and view, nothing over anything, whatever the number of phases."""

import itertools
from dataclasses import replace

import pytest

from pipeline.colour import WHITE, Colour, Sight
from pipeline.compose.brief import Brief
from pipeline.compose.map_phrases import spelled
from pipeline.compose.proof import proof, proof_brief, stamped_proof
from pipeline.compose.proof.numbers import palette_numbers, sheet_numbers, sizes
from pipeline.compose.proof.scale import longest_word, roles, scale_numbers
from pipeline.compose.proof.views import grey, outlined, seen
from pipeline.document import Definitions, Heading, Table, walk
from pipeline.geometry import Rect, bounds, points_of
from pipeline.lengths import Pt
from pipeline.model import StepKind
from pipeline.release.project import wording
from pipeline.scene import Group, Outline, Role, Scene, TextLine, texts
from pipeline.scene import walk as walk_items
from pipeline.theme import Theme
from tests.support.real import real_programme, real_project

VIEWS = ("farg", "gra", "kopia", "protanopia", "deuteranopia", "tritanopia")


def standard() -> Theme:
    theme = real_project().theme
    assert theme
    return theme


def with_phases(count: int) -> Theme:
    """The standard theme with so many phases, each darker than the one before."""
    first = standard().phases[0]
    levels = [230 - 200 * at // count for at in range(count)]
    made = [
        first.model_copy(
            update={
                "number": at,
                "fill": Colour(level, level, 255 - level),
                "text": WHITE if level < 130 else Colour(0, 0, 0),
            }
        )
        for at, level in enumerate(levels, 1)
    ]
    return standard().model_copy(update={"phases": tuple(made)})


def brief_of(theme: Theme) -> Brief:
    fonts = real_project().fonts
    assert fonts
    return proof_brief(real_programme(), theme, wording("sv-SE"), fonts.family)


def pages_of(theme: Theme) -> tuple[Scene, ...]:
    brief = brief_of(theme)
    return stamped_proof(brief, proof(brief)).pages


def cards(pages: tuple[Scene, ...]) -> dict[str, Group]:
    groups = (item for page in pages for item in walk_items(page.items) if isinstance(item, Group))
    return {group.name: group for group in groups if group.role is Role.STEP}


def body(card: Group) -> Outline:
    """A card's outline, which is painted first."""
    return next(item for item in walk_items(card.items) if isinstance(item, Outline))


def ink(text: TextLine) -> Rect:
    """The box of a line's letters: from the capitals' top to the baseline."""
    high = 0.67 * text.size.mm
    return Rect(text.at.x, text.at.y - high, text.width, high)


@pytest.fixture(scope="module", params=[1, 4, 6, 9], ids=lambda count: f"{count} phases")
def count(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def pages(count: int) -> tuple[Scene, ...]:
    return pages_of(standard() if count == 6 else with_phases(count))


def test_every_shape_stands_in_every_phase_and_view(count: int, pages: tuple[Scene, ...]) -> None:
    wanted = {f"{view}-{kind.value}-{at}" for view in VIEWS for kind in StepKind for at in range(1, count + 1)}
    assert set(cards(pages)) == wanted


def test_no_two_lines_and_no_two_shapes_lie_on_each_other(pages: tuple[Scene, ...]) -> None:
    for page in pages:
        lines = [item for item in walk_items(page.items) if isinstance(item, TextLine)]
        pairs = itertools.combinations(lines, 2)
        assert [(a.text, b.text) for a, b in pairs if ink(a).overlaps(ink(b), 0.05)] == []
        boxes = [bounds(points_of(body(card).path)) for card in cards((page,)).values()]
        assert not [pair for pair in itertools.combinations(boxes, 2) if pair[0].overlaps(pair[1], 0.05)]


def test_everything_lies_inside_the_margins(pages: tuple[Scene, ...]) -> None:
    for page in pages:
        assert page.size.width > page.size.height
        for item in walk_items(page.items):
            if not isinstance(item, TextLine | Outline):
                continue
            box = ink(item) if isinstance(item, TextLine) else bounds(points_of(item.path))
            if box.size != page.size:  # the ground
                assert box.x >= 13.5, item
                assert box.right <= page.size.width - 13.5, item
                assert box.y >= 11.5, item
                assert box.bottom <= page.size.height - 9, item


def test_what_is_said_of_the_sheets_is_at_least_8_pt(pages: tuple[Scene, ...]) -> None:
    """Words in shapes follow the step text: 8 pt, and the foot's name smaller, as on maps."""
    for page in pages:
        inside = {item for card in cards((page,)).values() for item in walk_items(card.items)}
        small = [item for item in walk_items(page.items) if isinstance(item, TextLine) and item.size < 8]
        assert [item.text for item in small if item not in inside] == []
        assert all(item.size >= 6.7 for item in small)


def test_every_sheet_has_a_title_of_its_own_and_a_stamp(pages: tuple[Scene, ...]) -> None:
    for number, page in enumerate(pages, 1):
        roles_there = [item.role for item in page.items if isinstance(item, Group)]
        assert roles_there.count(Role.TITLE) == roles_there.count(Role.STAMP) == 1
        assert f"Blad {number} av {len(pages)}" in texts(page)


def test_the_views_differ_from_the_theme_in_their_colours_alone() -> None:
    found = cards(pages_of(standard()))
    for kind, colours in itertools.product(StepKind, standard().phases):
        card = found[f"farg-{kind.value}-{colours.number}"]
        changed = {
            "gra": colours.fill.grey,
            "kopia": standard().inks.paper,
            "protanopia": colours.fill.seen(Sight.PROTANOPIA),
            "deuteranopia": colours.fill.seen(Sight.DEUTERANOPIA),
            "tritanopia": colours.fill.seen(Sight.TRITANOPIA),
        }
        assert body(card).fill == colours.fill
        for view, fill in changed.items():
            other = found[f"{view}-{kind.value}-{colours.number}"]
            assert body(other).fill == fill
            assert texts_of(other) == texts_of(card)
            assert bounds(points_of(body(other).path)).size.width == pytest.approx(
                bounds(points_of(body(card).path)).size.width
            )


def texts_of(card: Group) -> list[str]:
    return [item.text for item in walk_items(card.items) if isinstance(item, TextLine)]


def test_a_grey_copy_has_no_colour_left() -> None:
    theme = grey(standard())
    every = [*(one.fill for one in theme.phases), *(one.edge for one in theme.phases), theme.inks.grey, theme.inks.mist]
    assert all(colour.red == colour.green == colour.blue for colour in every)


def test_an_outlined_theme_is_ink_on_paper() -> None:
    theme = outlined(standard())
    assert {(one.fill, one.text, one.edge) for one in theme.phases} == {(WHITE, theme.inks.ink, theme.inks.ink)}


def test_changed_colours_leave_everything_else() -> None:
    theme = seen(standard(), Sight.TRITANOPIA)
    assert (theme.sheets, theme.strokes, theme.shapes) == (standard().sheets, standard().strokes, standard().shapes)


def test_the_smallest_differences_are_named_with_their_phases() -> None:
    """24.6 between 1 and 2 and 8.2 between 3 and 4 in the design's table; cut and not rounded, as the checks tell."""
    said = " ".join(text for page in pages_of(standard())[:2] for text in texts(page))
    for sentence in ("24,6, mellan fas 1 och 2.", "8,2, mellan fas 3 och 4.", "18,2, mellan fas 1 och 3."):
        assert sentence in said


def test_a_phase_that_the_programme_lacks_goes_by_its_number() -> None:
    named = [phase.name for phase in brief_of(with_phases(8)).phases()]
    assert named[:2] == ["Första kontakt", "Kartläggning"]
    assert named[6:] == ["Fas 7", "Fas 8"]


def test_every_role_has_its_size_pitch_and_a_line() -> None:
    brief = brief_of(standard())
    shown = {role.name_id: role for role in roles(brief)}
    assert (shown["title"].size, shown["body"].size, shown["body"].pitch) == (Pt(26), Pt(11), "15,4")
    assert set(type(standard().typography.scale).model_fields) - {"origin"} <= set(shown)
    assert {"step", "step_least", "legend", "arrow_name"} <= set(shown)
    said = " ".join(text for page in pages_of(standard()) for text in texts(page))
    for role in shown.values():
        words = getattr(brief.wording.proof.scales, role.name_id)
        assert words.name.split()[0] in said
        assert words.sample.split()[0] in said
    assert len(scale_numbers(brief).rows) == len(shown)


def test_a_role_is_drawn_at_its_true_size() -> None:
    lines = [item for page in pages_of(standard()) for item in walk_items(page.items) if isinstance(item, TextLine)]
    title = brief_of(standard()).wording.proof.scales.title.sample
    assert [item.size for item in lines if item.text == title] == [Pt(26)]


def test_the_longest_word_is_the_programmes() -> None:
    assert longest_word(brief_of(standard())) == "Rehabiliteringskoordinatorn"


def test_the_line_to_measure_is_100_mm() -> None:
    flat = [
        bounds(points_of(item.path))
        for page in pages_of(standard())
        for item in walk_items(page.items)
        if isinstance(item, Outline) and item.fill is None
    ]
    assert [box for box in flat if box.width == pytest.approx(100) and box.height == 0]


def test_the_same_numbers_stand_behind_in_words() -> None:
    brief = brief_of(standard())
    text = proof(brief).text
    assert text
    tables = {block.title: block for block in walk(text.blocks) if isinstance(block, Table)}
    rows = [tuple(spelled(cell) for cell in row) for row in tables["Färger och linjer"].rows]
    assert tuple(rows) == palette_numbers(brief).rows
    assert len(tables["Ark och läsavstånd"].rows) == len(list(standard().all_sheets()))
    assert next(block.level for block in walk(text.blocks) if isinstance(block, Heading)) == 2
    views = next(block for block in walk(text.blocks) if isinstance(block, Definitions))
    assert len(views.entries) == len(VIEWS)


def test_a_size_that_is_too_small_is_said_to_be() -> None:
    first = standard().sheets[-1].model_copy(update={"legend": type(standard().sheets[0].legend)(7)})
    theme = standard().model_copy(update={"sheets": (*standard().sheets[:-1], first)})
    cells = [cell for row in sheet_numbers(brief_of(theme)).rows for cell in row]
    assert "7 för liten, minst 8" in cells
    assert "7 för liten, minst 8" not in [cell for row in sheet_numbers(brief_of(standard())).rows for cell in row]


def test_the_proof_has_measures_of_its_own_and_leaves_the_themes() -> None:
    other = standard().model_copy(
        update={"sheets": tuple(sheet.model_copy(update={"outer": 40.0}) for sheet in standard().sheets)}
    )
    assert sizes(brief_of(other).sheet) == sizes(brief_of(standard()).sheet)
    assert brief_of(other).sheet.outer == 14


def test_a_theme_without_sheets_in_the_hand_has_its_proof() -> None:
    posters = tuple(sheet for sheet in standard().sheets if sheet.distances)
    assert pages_of(standard().model_copy(update={"sheets": posters, "like_sheets": ()}))


def test_no_actor_is_no_obstacle() -> None:
    brief = brief_of(standard())
    assert proof(replace(brief, programme=replace(brief.programme, actors=()))).pages
