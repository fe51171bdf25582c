"""Tables of meeting points: every coupling of the sources at both its ends, in its phase and under its actor."""

from collections import Counter

from pipeline.compose.map_in_words import Named
from pipeline.compose.map_phrases import spelled, words_only
from pipeline.compose.meeting_points import meeting_matrix, meeting_table
from pipeline.document import Jump, Table
from tests.support.pdf_readers import plain
from tests.support.real import brief_for, real_programme

PROGRAMME = real_programme()
ACTORS = PROGRAMME.actors


def _lines(table: Table) -> Counter[str]:
    """Every line of the cells with its row's and column's head."""
    found: Counter[str] = Counter()
    for row in table.rows:
        for head, cell in zip(table.header[1:], row[1:], strict=True):
            found.update(f"{spelled(row[0])} / {head} / {line}" for line in spelled(cell).split("\n") if line)
    return found


def _phase(number: int) -> str:
    return next(f"{phase.number} {phase.name}" for phase in PROGRAMME.phases if phase.number == number)


def _meetings(step) -> set[str]:
    """The steps of others that the sources say one meets at a step, whichever side says it."""
    own = {contact.step for contact in step.contacts}
    return own | {arrival.step.name_id for arrival in PROGRAMME.contacts_to(step)}


def test_the_matrix_tells_each_coupling_at_both_its_ends():
    """Worked out from the sources: a line for each link here and there, and for each pair of steps that meet."""
    wanted: Counter[str] = Counter()
    for actor, step in PROGRAMME.steps():
        cell = f"{_phase(step.phase)} / {actor.name} / {actor.number(step)}"
        ways = [("till", step.link.step)] if step.link else []
        ways += [("från", arrival.step.name_id) for arrival in PROGRAMME.links_to(step)]
        ways += [("möter", name) for name in _meetings(step)]
        for way, name in ways:
            other, there = PROGRAMME.found(name)
            wanted[f"{cell} {way} {other.short}\u00a0{other.number(there)}"] += 1
    assert _lines(meeting_matrix(brief_for("handout", ACTORS[0].name_id), words_only)) == wanted


def test_an_actors_table_has_a_line_for_every_tie_of_its_steps():
    for actor in ACTORS:
        table = meeting_table(brief_for("handout", actor.name_id), actor, words_only)
        ties = sum(bool(step.link) + len(PROGRAMME.links_to(step)) + len(_meetings(step)) for step in actor.steps)
        assert sum(_lines(table).values()) == ties, actor.name_id


def test_a_line_says_which_way_to_whom_and_why():
    actor = next(one for one in ACTORS if one.name_id == "forsakringskassan")
    lines = plain("\n".join(_lines(meeting_table(brief_for("handout", actor.name_id), actor, words_only))))
    assert "Steg 12 kan nås från steg 8, Till FK: gemensamt möte." in lines
    assert "Arbetsförmedlingen / Steg 11 kan leda till steg 8, Till FK: gemensamt möte." in lines


def test_both_steps_of_a_line_lead_to_their_places():
    def leading(step: Named, words: str) -> Jump:
        return Jump(words, step.step_id)

    table = meeting_matrix(brief_for("handout", ACTORS[0].name_id), leading)
    jumps = {part.anchor for row in table.rows for cell in row for part in cell if isinstance(part, Jump)}
    tied = {step.name_id for _, step in PROGRAMME.steps() if step.link or PROGRAMME.links_to(step) or _meetings(step)}
    assert jumps == tied


def test_phases_without_meetings_have_no_row():
    actor = next(one for one in ACTORS if one.name_id == "arbetsformedlingen")
    phases = {spelled(row[0]) for row in meeting_table(brief_for("handout", actor.name_id), actor, words_only).rows}
    tied = {_phase(s.phase) for s in actor.steps if s.link or PROGRAMME.links_to(s) or _meetings(s)}
    assert phases == tied
