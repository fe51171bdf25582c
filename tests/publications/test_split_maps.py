"""Maps that do not fit their paper: read back from the finished sheets, every step and every arrow is there once.

The judge (`tests/support/svg_judge`) sees each sheet by its looks alone; the model is what the sheets must add up to.
"""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from pipeline.compose import COMPOSERS
from pipeline.compose.brief import Brief
from pipeline.compose.stamp import Stamp, stamped
from pipeline.document import Sheets
from pipeline.geometry import Size
from pipeline.lengths import Pt
from pipeline.model import Actor, Answer, End, Step, StepKind
from pipeline.model import Arrow as Way
from pipeline.release.build import brief_of as brief_of_project
from pipeline.release.plan import planned
from pipeline.release.project import read_project
from pipeline.writers import WRITERS
from tests.support.readers import joined, pdf_text
from tests.support.real import ROOT, brief_for, look_of, real_programme
from tests.support.svg_judge.anatomy import SIGN, Anatomy, Name
from tests.support.svg_judge.graph import Arrow, Graph
from tests.support.svg_judge.overlaps import EVERY
from tests.support.svg_judge.page import read_page, sheets_of

A4 = Size(210, 297)
A1 = Size(594, 841)
MANY = 40


def _with_text(brief: Brief, wanted: float, least: float) -> Brief:
    """The brief with other sizes of step text, pt."""
    sheet = brief.sheet.model_copy(update={"step": Pt(wanted), "step_least": Pt(least)})
    others = (one for one in brief.theme.sheets if one.kind != sheet.kind)
    return replace(brief, theme=brief.theme.model_copy(update={"sheets": (sheet, *others)}))


def _poster() -> Brief:
    """A joint poster on half its paper, with step text that this has no room for on one sheet."""
    project = read_project(ROOT / "docs" / "examples" / "annan-stad")
    planned_poster = next(one for one in planned(project.programme) if one.publication.kind == "affisch")
    return replace(_with_text(brief_of_project(project, planned_poster), 19, 19), paper=A1)


def _small_map() -> Brief:
    """A real map on a paper of half the size, with a loop back from its end to its beginning."""
    return replace(_with_text(brief_for("karta", "stockholms-stad"), 10, 9.5), paper=A4)


def _long_map() -> Brief:
    """A generated map of many steps in six phases: a chain with decisions that skip a step, and two loops back."""
    programme = real_programme()
    actor = _long_actor(programme.actors[0])
    actors = (actor, *programme.actors[1:])
    changed = replace(programme, actors=actors)
    return replace(brief_for("karta", actor.name_id, changed), paper=A4)


def _long_actor(actor: Actor) -> Actor:
    terminal, fan, decision = (
        next(step for step in actor.steps if step.kind is kind)
        for kind in (StepKind.TERMINAL, StepKind.FAN, StepKind.DECISION)
    )
    steps = []
    for number in range(1, MANY + 1):
        kind = {1: terminal, MANY: terminal}.get(number, decision if number % 6 == 0 else fan)
        changes = {
            "name_id": f"x-{number}",
            "title": f"Behandla underlag {number}" + ("?" if kind is decision else ""),
            "phase": 1 + 6 * (number - 1) // MANY,
            "end": {1: End.START, MANY: End.STOP}.get(number),
            "arrows": _ways(number, kind),
        }
        steps.append(kind.model_copy(update=changes))
    return actor.model_copy(update={"steps": tuple(steps)})


def _ways(number: int, step: Step) -> tuple[Way, ...]:
    onward = Way(target=f"x-{number + 1}", label=Answer.YES.value if step.kind is StepKind.DECISION else None)
    if number == MANY:
        return ()
    if step.kind is not StepKind.DECISION:
        return (onward,)
    back = number in {24, 36}
    return (onward, Way(target=f"x-{number - 14 if back else number + 2}", label=Answer.NO.value, loop=back))


BRIEFS = {"poster": _poster, "small map": _small_map, "long map": _long_map}


@cache
def brief_of(name: str) -> Brief:
    return BRIEFS[name]()


@cache
def made(name: str) -> Sheets:
    brief = brief_of(name)
    content = stamped(brief, COMPOSERS[brief.publication.kind].compose(brief), Stamp("2026-11-21", "abcdefgh"))
    assert isinstance(content, Sheets)
    return content


@cache
def read_back(name: str) -> tuple[Graph, ...]:
    """What each sheet of the SVG shows."""
    written = WRITERS["svg"].write(made(name), look_of(brief_of(name)))
    return tuple(Graph(Anatomy(page)) for page in sheets_of(read_page(written.data.decode())))


@pytest.fixture(params=BRIEFS, scope="module")
def name(request):
    return request.param


@pytest.fixture
def sheets(name) -> tuple[Graph, ...]:
    return read_back(name)


def modelled(name: str) -> dict[Name, Step]:
    """The steps of the map, by lane and number."""
    brief = brief_of(name)
    actors = (brief.actor,) if brief.actor else brief.programme.actors
    return {(lane, actor.number(step)): step for lane, actor in enumerate(actors) for step in actor.steps}


def _drawn(sheets: tuple[Graph, ...]) -> Counter[Arrow]:
    """Whole arrows, and those that two signs with one number make whole. Fails for a sign without its like."""
    found: Counter[Arrow] = Counter()
    leaving: dict[int, tuple[int, Arrow]] = {}
    arriving: dict[int, tuple[int, Arrow]] = {}
    for number, sheet in enumerate(sheets):
        for arrow in sheet.arrows:
            if arrow.target[0] == SIGN:
                assert leaving.setdefault(arrow.target[1], (number, arrow))[1] is arrow, "two arrows to one number"
            elif arrow.source[0] == SIGN:
                assert arriving.setdefault(arrow.source[1], (number, arrow))[1] is arrow, "two arrows from one number"
            else:
                found[replace(arrow, label=joined(arrow.label))] += 1
    assert set(leaving) == set(arriving)
    for sign, (here, arrow) in leaving.items():
        there, rest = arriving[sign]
        assert here != there
        assert arrow.dashed == rest.dashed
        assert rest.label == ""
        found[Arrow(arrow.source, rest.target, joined(arrow.label), arrow.dashed)] += 1
    return found


def test_the_map_is_split_and_each_sheet_says_which_it_is(name, sheets):
    assert 1 < len(sheets) == len(made(name).pages)
    for number, sheet in enumerate(sheets, 1):
        assert f"Blad {number} av {len(sheets)}" in [words.text for words in sheet.anatomy.page.words]


def test_sheets_show_whole_phases_one_after_the_other_under_their_pieces_of_the_arrow(name, sheets):
    shown = [[phase.number for phase in sheet.anatomy.phases] for sheet in sheets]
    assert [number for one in shown for number in one] == [phase.number for phase in brief_of(name).phases()]
    for numbers, sheet in zip(shown, sheets, strict=True):
        assert {step.phase for step in sheet.steps.values()} <= set(numbers)


def test_every_step_is_on_one_sheet_once_in_text_of_the_least_size_or_more(name, sheets):
    found = Counter(step for sheet in sheets for step in sheet.steps)
    wanted = modelled(name)
    assert found == Counter(wanted.keys())
    least = brief_of(name).sheet.step_least
    sizes = set()
    for sheet in sheets:
        for step in sheet.steps.values():
            words = [words for words in step.words if words.text in step.title]
            sizes |= {round(words.size * 72 / 25.4, 1) for words in words}
    assert len(sizes) == 1, "one size of text on all sheets"
    assert min(sizes) >= least


def test_every_arrow_is_drawn_once_or_as_a_pair_of_signs_with_the_same_number(name, sheets):
    steps = modelled(name)
    names = {step.name_id: at for at, step in steps.items()}
    wanted = Counter(
        Arrow(at, names[arrow.target], joined(arrow.label or ""), arrow.loop)
        for at, step in steps.items()
        for arrow in step.arrows
    )
    found = _drawn(sheets)
    assert sorted((wanted - found).elements(), key=str) == []
    assert sorted((found - wanted).elements(), key=str) == []


def test_signs_are_numbered_from_1_and_each_number_stands_on_two_sheets(sheets):
    numbers = Counter(sign.name[1] for sheet in sheets for sign in sheet.anatomy.signs)
    assert numbers == Counter(dict.fromkeys(range(1, len(numbers) + 1), 2))
    assert numbers


def test_couplings_of_the_poster_are_lines_or_pairs_of_letters_over_all_sheets():
    sheets, steps = read_back("poster"), modelled("poster")
    names = {step.name_id: at for at, step in steps.items()}
    wanted = Counter((at, names[step.link.step]) for at, step in steps.items() if step.link)
    found = Counter(pair for sheet in sheets for pair in sheet.cased_couplings)
    for letter in {letter for sheet in sheets for letter in sheet.letters}:
        ends = [sheet.letters[letter] for sheet in sheets if letter in sheet.letters]
        (leaves,) = (at for leaving, _ in ends for at in leaving)
        (arrives,) = (at for _, arriving in ends for at in arriving)
        found[leaves, arrives] += 1
    assert found == wanted


def test_no_sheet_leaves_a_reader_in_doubt(sheets):
    for sheet in sheets:
        assert sheet.arrows
        assert sheet.steps
        assert not sheet.faults, "\n".join(sheet.faults)


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.__name__)
def test_nothing_on_a_sheet_lies_where_it_hides_or_misleads(sheets, check):
    assert [fault for sheet in sheets for fault in check(sheet)] == []


@pytest.mark.tool("pdftotext")
def test_the_pdf_has_a_page_for_each_sheet_and_the_text_form_whole_after_them(name):
    content = made(name)
    written = WRITERS["pdf"].write(content, look_of(brief_of(name)))
    pages = pdf_text(written.data).split("\f")[:-1]
    count = len(content.pages)
    assert written.pages == len(pages) > count
    for number, page in enumerate(pages[:count], 1):
        assert f"Blad {number} av {count}" in page
    rest = joined(" ".join(pages[count:]))
    assert all(joined(step.title) in rest for step in modelled(name).values())


def test_the_gate_hears_the_overview_in_each_head_once(name):
    content = made(name)
    written = WRITERS["pdf"].write(content, look_of(brief_of(name)))
    assert list(WRITERS["pdf"].check(written.data, content)) == []


def test_a_handout_has_a_page_for_each_sheet_of_its_map():
    brief = _with_text(brief_for("handout", "arbetsformedlingen"), 11.5, 11)
    document = COMPOSERS["handout"].compose(brief)
    pages = pdf_text(WRITERS["pdf"].write(document, look_of(brief)).data).split("\f")
    count = len(COMPOSERS["handout"].placed(brief))
    assert count > 1
    with_map = [page for page in pages if f" av {count}\n" in page and "Blad " in page]  # the overview over the map
    assert len(with_map) == count
