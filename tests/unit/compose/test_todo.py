"""The to-do list as a document: parts in order, no empty table, every row with room to sign, and how many points."""

from dataclasses import replace

from pipeline.compose.todo import todo
from pipeline.document import Block, Heading, Inlines, NoteMark, Paragraph, Table, Tone, WritingTable
from pipeline.model import Actor, LegalReference, Programme, Verification
from tests.support.real import brief_for, real_programme

# On paper, mm: what a hand needs for initials and a date.
LEAST_ROOM = 9


def said(parts: Inlines) -> str:
    return "".join(part.text for part in parts if not isinstance(part, NoteMark))


def parts(blocks: tuple[Block, ...]) -> dict[str, list[Block]]:
    """What stands under each heading of the second level."""
    found: dict[str, list[Block]] = {}
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            found[block.text] = []
        elif found:
            list(found.values())[-1].append(block)
    return found


def finished(actor: Actor, programme: Programme) -> Programme:
    """The programme without anything left to do for this actor, and without its couplings."""
    checked = {"state": Verification.CONFIRMED}
    steps = tuple(
        step.model_copy(
            update={
                "legal": tuple(one.model_copy(update=checked) for one in step.legal),
                "review": None,
                "link": None,
                "contacts": (),
            }
        )
        for step in actor.steps
    )
    known = {"aim": "Arbete", "contact": "Växeln", "units": ("Kontoret",), "review": object(), "steps": steps}
    alone = (actor.model_copy(update=known),)
    return replace(programme, actors=alone)


def test_the_parts_stand_in_order() -> None:
    document = todo(brief_for("att-gora", "stockholms-stad"))
    assert list(parts(document.blocks)) == [
        "Hänvisningar att kontrollera",
        "Texter att granska",
        "Möten som bara andra anger",
        "Möten som bara ni anger",
        "Uppgifter som saknas",
        "Egna anteckningar",
        "Om materialet",
    ]


def test_every_table_can_be_signed_and_dated_by_hand() -> None:
    for actor in real_programme().actors:
        tables = [block for block in todo(brief_for("att-gora", actor.name_id)).blocks if isinstance(block, Table)]
        assert tables
        for table in tables:
            assert isinstance(table, WritingTable)
            assert table.room >= LEAST_ROOM
            assert table.header[-2:] == ("Signatur", "Datum")
            assert all(row[-2:] == ((), ()) for row in table.rows)
            assert len(table.rows) > 0


def test_the_first_line_counts_the_rows_of_all_tables() -> None:
    for actor in real_programme().actors:
        blocks = todo(brief_for("att-gora", actor.name_id)).blocks
        rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
        lead = next(block for block in blocks if isinstance(block, Paragraph))
        assert said(lead.parts) == f"I utkastet från 2026-11-21 återstår {rows} punkter."


def test_where_nothing_is_left_it_says_so_and_shows_no_table() -> None:
    actor = real_programme().actors[0]
    programme = finished(actor, real_programme())
    document = todo(brief_for("att-gora", actor.name_id, programme))
    found = parts(document.blocks)
    notes = found.pop("Egna anteckningar")
    assert len(notes) == 1
    del found["Om materialet"]
    assert {
        tuple(said(block.parts) for block in blocks if isinstance(block, Paragraph) and block.tone is Tone.QUIET)
        for blocks in found.values()
    } == {("Inget att göra här.",)}
    assert not any(isinstance(block, Table) for block in document.blocks)
    assert said(document.blocks[1].parts) == "I utkastet från 2026-11-21 återstår 0 punkter."  # type: ignore[union-attr]  # the lead


def test_one_point_is_one() -> None:
    actor = real_programme().actors[0]
    programme = finished(actor, real_programme())
    (alone,) = programme.actors
    unverified = LegalReference.model_construct(reference="1 kap. 1 §", state=Verification.TO_CHECK)
    first = alone.steps[0].model_copy(update={"legal": (unverified,)})
    changed = alone.model_copy(update={"steps": (first, *alone.steps[1:])})
    document = todo(brief_for("att-gora", actor.name_id, replace(programme, actors=(changed,))))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [tuple(map(said, row)) for row in table.rows] == [("1", first.title, "1 kap. 1 §", "", "")]
    assert said(document.blocks[1].parts) == "I utkastet från 2026-11-21 återstår 1 punkt."  # type: ignore[union-attr]  # the lead


def test_a_meeting_names_the_other_actor_why_and_its_step() -> None:
    document = todo(brief_for("att-gora", "stockholms-stad"))
    (table,) = (block for block in parts(document.blocks)["Möten som bara andra anger"] if isinstance(block, Table))
    rows = [tuple(map(said, row[:3])) for row in table.rows]
    contact = "Försäkringskassan: Ta del av stadens kartläggning (steg\u00a05, Klarlägg behovet av rehabilitering)"
    assert ("5", "Kartlägg resurser och behov", contact) in rows
    link = "Arbetsförmedlingen: En processkoppling leder hit från steg\u00a010, Till staden: stäm av planerna"
    assert ("10", "Planera mot egen försörjning", link) in rows
