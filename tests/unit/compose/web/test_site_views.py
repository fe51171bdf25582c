"""The views of running text: what stands in them, and that nothing is left of what a programme lacks."""

from dataclasses import replace
from functools import cache

from pipeline.compose.brief import Brief
from pipeline.compose.flaws import flaws
from pipeline.compose.map_phrases import spelled
from pipeline.compose.web import site
from pipeline.document import (
    Block,
    Heading,
    ItemList,
    Jump,
    Landing,
    NoteMark,
    Notes,
    Site,
    SiteStep,
    Table,
    running_text,
    walk,
)
from pipeline.model import Programme, StepKind, Unit
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from tests.support.real import real_programme, real_project


@cache
def brief() -> Brief:
    """With the locks of the project, so that no map is laid out anew."""
    return brief_of(real_project(), next(one for one in planned(real_programme()) if one.format == "html"))


@cache
def page() -> Site:
    return site(brief())


def of(programme: Programme) -> Site:
    return site(replace(brief(), programme=programme))


def heads(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in walk(blocks) if isinstance(block, Heading)]


def texts(*runs: tuple[Block, ...]) -> str:
    return "\n".join(spelled(parts) for run in runs for block in walk(run) for parts in running_text(block))


def steps(made: Site) -> list[SiteStep]:
    return [step for actor in made.actors for step in actor.steps]


def bare() -> Programme:
    """One actor that meets nobody and names no law or document, and nothing to look up."""
    programme = real_programme()
    actor = programme.actors[0]
    lacking = {"contacts": (), "link": None, "legal": (), "documents": (), "checklist": ()}
    alone = actor.model_copy(update={"steps": tuple(step.model_copy(update=lacking) for step in actor.steps)})
    return replace(programme, actors=(alone,), cases=(), terms=())


def test_what_is_missing_leaves_nothing_behind() -> None:
    made = of(bare())
    assert flaws(made) == ()
    assert (made.meetings, made.law, made.cases) == ((), (), ())
    assert heads(made.terms) == ["F\u00e4rgerna och faserna", "K\u00e4llor"]
    assert all((step.meetings, step.over, step.arrives, step.meets) == ((), (), (), ()) for step in steps(made))
    assert {entry.anchor for entry in made.entries} == {step.anchor for step in steps(made)}


def test_a_checklist_stands_with_its_step_alone() -> None:
    programme = real_programme()
    first, *others = programme.actors
    ticked = first.steps[0].model_copy(update={"checklist": ("Samtycket \u00e4r skrivet",)})
    actor = first.model_copy(update={"steps": (ticked, *first.steps[1:])})
    found = [
        (step.anchor, spelled(entry))
        for step in steps(of(replace(programme, actors=(actor, *others))))
        for block in walk(step.support)
        if isinstance(block, ItemList) and block.bulleted
        for entry in block.entries
    ]
    assert found == [(ticked.name_id, "Samtycket \u00e4r skrivet")]


def test_former_addresses_go_with_their_step() -> None:
    programme = real_programme()
    first, *others = programme.actors
    renamed = first.steps[2].model_copy(update={"former": ("af-gammalt", "af-aldre")})
    actor = first.model_copy(update={"steps": (*first.steps[:2], renamed, *first.steps[3:])})
    found = {step.anchor: step.former for step in steps(of(replace(programme, actors=(actor, *others)))) if step.former}
    assert found == {renamed.name_id: ("af-gammalt", "af-aldre")}


def test_every_phase_is_explained_where_the_arrow_leads() -> None:
    landings = [
        part
        for block in walk(page().terms)
        for parts in running_text(block)
        for part in parts
        if isinstance(part, Landing) and part.anchor.startswith("fas--")
    ]
    assert [(part.anchor, part.text) for part in landings] == [
        (f"fas--{phase.number}", phase.text) for phase in brief().phases()
    ]


def test_marks_lead_to_the_sources_of_their_step() -> None:
    (notes,) = (block for block in page().blocks() if isinstance(block, Notes))
    titles = {source.name_id: source.title for source in real_programme().sources}
    shown = {step.anchor: step for step in steps(page())}
    for _, step in real_programme().steps():
        marks = [
            part.number
            for block in walk(shown[step.name_id].what)
            for parts in running_text(block)
            for part in parts
            if isinstance(part, NoteMark)
        ]
        assert {spelled(notes.entries[number - 1]) for number in marks} == {titles[name] for name in step.sources}


def test_a_step_is_told_whole() -> None:
    shown = {step.anchor: step for step in steps(page())}
    for _, step in real_programme().steps():
        one = shown[step.name_id]
        said = texts(one.what, one.support, one.meetings, one.question.blocks)
        law = [reference.reference for reference in step.legal]
        reasons = [contact.why for contact in step.contacts]
        for text in (*step.facts, step.who, *step.documents, *law, *reasons, step.question):
            assert text in said


def test_heads_of_a_step_stand_below_its_title_and_have_no_address() -> None:
    for step in steps(page()):
        found = [
            block
            for run in (step.what, step.ways, step.support, step.meetings)
            for block in walk(run)
            if isinstance(block, Heading)
        ]
        assert {(block.level, block.anchor) for block in found} == {(4, "")}


def test_a_way_back_says_so_and_a_condition_stands_before_its_way() -> None:
    shown = {step.anchor: step for step in steps(page())}
    checked = set()
    for _, step in real_programme().steps():
        ways = {part.anchor: way for way in shown[step.name_id].onward for part in way.words if isinstance(part, Jump)}
        for arrow in step.arrows:
            way = ways[arrow.target]
            assert spelled(way.words).endswith("(tillbaka)") == arrow.loop
            assert not way.beyond
            if arrow.label and step.kind is not StepKind.DECISION:
                assert way.label.lower() == f"{arrow.label.lower()}:"
                checked.add("condition")
            checked |= {"loop"} if arrow.loop else set()
    assert checked == {"condition", "loop"}


def test_meetings_are_told_at_a_glance_and_actor_by_actor() -> None:
    names = [actor.name for actor in real_programme().actors]
    assert heads(page().meetings) == names
    tables = [block for block in page().meetings if isinstance(block, Table)]
    assert len(tables) == 1 + len(names)
    assert len({table.title for table in tables}) == len(tables)


def test_the_start_counts_what_there_is() -> None:
    said = texts(page().start)
    assert f"{len(steps(page()))} steg" in said
    assert f"{len(real_programme().phases)} faser" in said
    assert real_programme().settings.audience in said


def test_where_to_turn_is_said_where_it_is_known() -> None:
    programme = real_programme()
    known = {"feedback": "mailto:synpunkter@example.org", "alternative_format": "Ring om du vill ha texten upplast."}
    made = of(replace(programme, settings=programme.settings.model_copy(update=known)))
    said = texts(made.colophon)
    assert "synpunkter@example.org" in said
    assert known["alternative_format"] in said
    assert heads(made.colophon) == []


def test_the_same_programme_gives_the_same_page() -> None:
    assert site(brief()) == page()


def test_of_an_actor_only_what_is_known_is_said() -> None:
    programme = real_programme()
    unknown = {"aim": None, "responsibility": None, "contact": None, "units": None, "links": ()}
    silent = programme.actors[0].model_copy(update=unknown)
    spoken = silent.model_copy(update={"contact": "Ring v\u00e4xeln.", "units": (Unit(name_id="x", name="Enhet X"),)})
    for actor, expected in ((silent, []), (spoken, ["Kontakt", "Enheter"])):
        made = of(replace(programme, actors=(actor, *programme.actors[1:]))).actors[0]
        assert heads(made.intro) == expected
        assert actor.mission in texts(made.intro)


def test_the_script_is_told_the_letters_of_the_language() -> None:
    words = dict(page().words)
    assert words["letters"] == "\u00e5\u00e4\u00f6"
    assert all(words.values())
