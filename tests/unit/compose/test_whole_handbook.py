"""The handbook as a document: its chapters, right-hand pages, and nothing of what a programme lacks."""

from dataclasses import replace

from pipeline.compose.handbook import handbook, leading
from pipeline.compose.handbook.back import cases_chapter
from pipeline.compose.handbook.opening import opening
from pipeline.compose.map_phrases import spelled
from pipeline.document import (
    Break,
    Contents,
    Definitions,
    Document,
    Heading,
    Index,
    ItemList,
    Jump,
    Paragraph,
    Together,
    Tone,
    running_text,
    walk,
)
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from tests.support.real import real_programme, real_project

# With the locks of the project, so that no map is laid out anew.
BRIEF = brief_of(real_project(), next(one for one in planned(real_programme()) if one.publication.kind == "handbok"))


def _chapters(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2 and block.anchor]


def test_the_chapters_in_order():
    names = [actor.name for actor in real_programme().actors]
    assert _chapters(handbook(BRIEF)) == [
        *("Innehåll", "Aktörerna", "Processpilen", "Teckenförklaring", "Alla steg tillsammans", "Var aktörerna möts"),
        *names,
        *("Fall att tala om", "Begrepp", "Lagstöd", "Källor", "Register", "Om materialet"),
    ]


def test_what_is_missing_leaves_no_heading():
    programme = real_programme()
    actor = programme.actors[0]
    bare = tuple(
        step.model_copy(update={"contacts": (), "link": None, "legal": (), "documents": ()}) for step in actor.steps
    )
    alone = actor.model_copy(update={"steps": bare})
    small = replace(programme, actors=(alone,), cases=(), terms=())
    document = handbook(replace(BRIEF, programme=small))
    assert _chapters(document) == [
        *("Innehåll", "Aktörerna", "Processpilen", "Teckenförklaring", "Alla steg tillsammans"),
        *(actor.name, "Källor", "Register", "Om materialet"),
    ]
    heads = {block.text for block in walk(document.blocks) if isinstance(block, Heading)}
    assert heads.isdisjoint({"Möten med andra aktörer", "Kontaktpunkter", "Underlag", "Lagstöd"})


def test_a_checklist_stands_with_its_step():
    programme = real_programme()
    first, *others = programme.actors
    ticked = first.steps[0].model_copy(update={"checklist": ("Samtycket \u00e4r skrivet",)})
    actor = first.model_copy(update={"steps": (ticked, *first.steps[1:])})
    document = handbook(replace(BRIEF, programme=replace(programme, actors=(actor, *others))))
    lists = [block for block in walk(document.blocks) if isinstance(block, ItemList) and block.bulleted]
    assert ["Samtycket \u00e4r skrivet"] in [[spelled(entry) for entry in block.entries] for block in lists]


def test_actors_begin_on_right_hand_pages_where_the_theme_says_so():
    def right_hand(brief) -> int:
        return sum(isinstance(block, Break) and block.right for block in handbook(brief).blocks)

    paging = BRIEF.theme.typography.paging.model_copy(update={"right_hand": ()})
    typography = BRIEF.theme.typography.model_copy(update={"paging": paging})
    assert right_hand(BRIEF) == len(real_programme().actors)
    assert right_hand(replace(BRIEF, theme=BRIEF.theme.model_copy(update={"typography": typography}))) == 0


def test_chapters_list_every_step_of_their_actor_and_the_index_every_step_and_term():
    document, programme = handbook(BRIEF), real_programme()
    _, *lists = (block for block in document.blocks if isinstance(block, Contents))
    (index,) = (block for block in document.blocks if isinstance(block, Index))
    steps = [step.name_id for _, step in programme.steps()]
    assert [[one.anchor for one in listed.entries if one.level == 2] for listed in lists] == [
        [step.name_id for step in actor.steps] for actor in programme.actors
    ]
    entries = [entry for group in index.groups for entry in group.entries]
    assert len(entries) == len(steps) + len(programme.terms)


def test_the_contents_lead_to_chapters_and_to_the_map_and_meetings_of_each_actor():
    document = handbook(BRIEF)
    contents = next(block for block in document.blocks if isinstance(block, Contents))
    chapters = _chapters(document)
    assert [entry.text for entry in contents.entries if entry.level == 1] == chapters[1:]
    below = [entry.text for entry in contents.entries if entry.level == 2]
    assert below == ["Kartan", "Möten med andra aktörer"] * len(real_programme().actors)


def test_the_title_page_counts_actors_steps_and_phases():
    lead = next(block for block in handbook(BRIEF).blocks if isinstance(block, Paragraph) and block.tone is Tone.LEAD)
    assert spelled(lead.parts).startswith("Handboken visar processen hos 4 aktörer: 71 steg i 6 faser.")
    alone = replace(BRIEF, programme=replace(real_programme(), actors=real_programme().actors[:1], cases=()))
    lead = next(block for block in opening(alone, "Titel") if isinstance(block, Paragraph) and block.tone is Tone.LEAD)
    assert spelled(lead.parts).startswith("Handboken visar processen hos 1 aktör: 18 steg i 6 faser.")


def _explained(programme) -> list[str]:
    """What "Så läser du handboken" explains."""
    blocks = handbook(replace(BRIEF, programme=programme)).blocks
    at = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.text == "Så läser du handboken")
    said = blocks[at + 1]
    assert isinstance(said, Definitions)
    return [name for name, _ in said.entries]


def test_only_what_the_reader_meets_is_explained():
    programme = real_programme()
    always = {"Färgad list", "Andras steg", "På skärmen"}
    assert set(_explained(programme)) == always | {"Upphöjd siffra", "Behöver kontrolleras"}
    without_law = tuple(
        actor.model_copy(update={"steps": tuple(step.model_copy(update={"legal": ()}) for step in actor.steps)})
        for actor in programme.actors
    )
    assert set(_explained(replace(programme, actors=without_law, sources=()))) == always


def test_a_case_stands_on_one_page_with_the_steps_that_it_concerns():
    programme = real_programme()
    cases = [block for block in cases_chapter(BRIEF, leading) if isinstance(block, Together)]
    assert len(cases) == len(programme.cases)
    for case, block in zip(programme.cases, cases, strict=True):
        texts = [part for inner in walk(block.blocks) for parts in running_text(inner) for part in parts]
        assert [part.anchor for part in texts if isinstance(part, Jump)] == list(case.steps)
        said = [spelled((part,)) for part in texts]
        assert set(case.situation) | set(case.questions) <= set(said)


def test_a_step_stands_on_one_page_with_all_that_the_sources_say_of_it():
    document = handbook(BRIEF)
    entries = [block for block in document.blocks if isinstance(block, Together)]
    by_step = {inner.anchor: block for block in entries for inner in block.blocks if isinstance(inner, Heading)}
    for _, step in real_programme().steps():
        texts = (parts for inner in walk(by_step[step.name_id].blocks) for parts in running_text(inner))
        said = "\n".join(map(spelled, texts))
        law = [legal.reference for legal in step.legal]
        for words in (*step.facts, step.who, *step.documents, *law, step.question):
            assert words in said, (step.name_id, words)


def test_the_index_has_the_last_letters_last():
    (index,) = (block for block in handbook(BRIEF).blocks if isinstance(block, Index))
    letters = [group.letter for group in index.groups]
    assert len(set(letters)) == len(letters)
    swedish = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
    assert letters == sorted(letters, key=swedish.index)
