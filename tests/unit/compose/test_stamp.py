"""The content code follows what is shown, and every page carries the stamp."""

import dataclasses
import itertools

from pipeline.colour import Colour
from pipeline.compose import COMPOSERS
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Sheets
from pipeline.geometry import Point, Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Metadata, Role, Scene, TextLine, texts
from pipeline.typeface import Face
from tests.support.decided import OTHER_FORMATS, decided_programme, with_release
from tests.support.real import brief_for, real_programme, sheets_for


def _code(brief):
    return content_code(COMPOSERS[brief.publication.kind].compose(brief))


def _changed(step_id, **values):
    """The real programme with one step changed."""
    programme = real_programme()
    actors = tuple(
        actor.model_copy(
            update={
                "steps": tuple(
                    step.model_copy(update=values) if step.name_id == step_id else step for step in actor.steps
                )
            }
        )
        for actor in programme.actors
    )
    return dataclasses.replace(programme, actors=actors)


def test_the_code_is_the_same_for_the_same_content():
    assert _code(brief_for("karta", "forsakringskassan")) == _code(brief_for("karta", "forsakringskassan"))


def test_a_changed_title_changes_the_code_of_the_map():
    changed = _changed("fk-plan", title="Planera insatser tillsammans")
    before, after = brief_for("karta", "forsakringskassan"), brief_for("karta", "forsakringskassan", changed)
    assert _code(before) != _code(after)


def test_one_letter_that_moves_nothing_changes_the_code():
    """The drawing keeps its shape to the last item: only the text itself can tell the two apart."""
    before = real_programme().found("fk-plan")[1].title
    after = before[:-1] + before[-1].upper()
    changed = _changed("fk-plan", title=after)
    assert before != after
    assert _code(brief_for("karta", "forsakringskassan")) != _code(brief_for("karta", "forsakringskassan", changed))


def test_a_place_a_colour_and_a_word_for_readers_each_change_the_code():
    text = TextLine("Ansökan", Point(10, 20), Pt(11.5), Colour(26, 26, 26), Face.REGULAR, 15.0)

    def code(line: TextLine, label: str = "Steg 1") -> str:
        scene = Scene(Size(100, 50), (Group(Role.STEP, (line,), label),), "T", "B")
        return content_code(Sheets(Metadata("T", "S", "A", "sv-SE", "2026-11-21"), (scene,)))

    same = code(text)
    assert code(text) == same
    assert code(dataclasses.replace(text, at=Point(10.0, 20.0))) == same
    assert code(dataclasses.replace(text, at=Point(10.02, 20))) != same
    assert code(dataclasses.replace(text, at=Point(10.001, 20))) == same  # less than a printer can show
    assert code(dataclasses.replace(text, colour=Colour(26, 26, 27))) != same
    assert code(dataclasses.replace(text, face=Face.BOLD)) != same
    assert code(text, "Steg 2") != same


def test_a_text_that_a_map_does_not_show_leaves_its_code_alone():
    changed = _changed("fk-plan", question="Vem gör vad?")
    before, after = brief_for("karta", "forsakringskassan"), brief_for("karta", "forsakringskassan", changed)
    assert _code(before) == _code(after)


def test_another_actors_text_leaves_the_code_alone():
    changed = _changed("af-mal", title="Är målet nått nu?")
    before, after = brief_for("handout", "region-stockholm"), brief_for("handout", "region-stockholm", changed)
    assert _code(before) == _code(after)


def test_the_date_is_not_part_of_the_code():
    programme = real_programme()
    later = programme.settings.model_copy(update={"date": programme.settings.date.replace(year=2027)})
    changed = dataclasses.replace(programme, settings=later)
    assert _code(brief_for("karta", "forsakringskassan")) == _code(brief_for("karta", "forsakringskassan", changed))


def test_every_page_of_a_map_says_draft_date_code_and_that_it_is_illustrative():
    brief = brief_for("karta", "stockholms-stad")
    content = stamped(brief, sheets_for("karta", "stockholms-stad"), Stamp("2026-11-21", "0a1b2c3d"))
    assert isinstance(content, Sheets)
    assert content.text is not None
    running, count = content.text.running, len(content.pages)
    said = [" ".join(texts(page)) for page in content.pages]
    for number, shown in enumerate([*said, f"{running.status} {running.stamp}"], 1):
        for part in ("UTKAST", "2026-11-21", "0a1b2c3d", "illustrativt"):
            assert part in shown
        assert (f"Blad {number} av {count}" in shown) is (number <= count)


def _foot(brief):
    """The stamped drawing's lines of text at the foot, and its other items."""
    content = COMPOSERS[brief.publication.kind].compose(brief)
    done = stamped(brief, content, Stamp("2026-11-21", "0a1b2c3d"))
    assert isinstance(done, Sheets)
    page = done.pages[0]
    [foot] = [item for item in page.items if isinstance(item, Group) and item.role is Role.STAMP]
    return [item for item in foot.items if isinstance(item, TextLine)], [i for i in page.items if i is not foot]


def test_where_readers_can_turn_stands_in_the_margin_and_moves_nothing():
    without = brief_for("karta", "forsakringskassan")
    with_lines = brief_for("karta", "forsakringskassan", with_release())
    plain, drawing = _foot(without)
    lines, same = _foot(with_lines)
    assert same == drawing
    [line] = [line for line in lines if line.text.startswith("Synpunkter")]
    assert line.text == f"Synpunkter: example.org/synpunkter. {OTHER_FORMATS}"
    assert line.at.y > max(one.at.y for one in plain)
    assert line.at.y <= without.paper.turned.height - 4.5  # what office printers leave white
    assert [one for one in lines if one is not line] == plain


def test_a_long_stamp_and_a_long_offer_stay_on_the_paper_and_clear_of_each_other():
    programme = decided_programme("forsakringskassan", diary_number="KS 2026/17 " * 18)
    settings = programme.settings.model_copy(update={"alternative_format": "Ring kontaktcenter. " * 20})
    brief = brief_for("karta", "forsakringskassan", dataclasses.replace(programme, settings=settings))
    lines, _ = _foot(brief)
    paper = brief.paper.turned
    label = next(line for line in lines if line.text.startswith("Blad"))
    for line in lines:
        assert line.at.x + line.width <= paper.width
        assert line.at.y <= paper.height - 4.5
        if line is not label and line.at.y == label.at.y:
            assert line.at.x + line.width < label.at.x
    rows = sorted({round(line.at.y, 3): line.size.mm for line in lines}.items())
    assert all(lower - upper >= size for (upper, _), (lower, size) in itertools.pairwise(rows))
    assert len(rows) > 2


def test_the_release_alone_leaves_the_code_alone():
    """What goes into the next release unchanged keeps its code."""
    first = with_release()
    settings = first.settings.model_copy(update={"release": "2027.1"})
    other = dataclasses.replace(first, settings=settings)
    assert _code(brief_for("handout", "forsakringskassan", first)) == _code(
        brief_for("handout", "forsakringskassan", other)
    )
