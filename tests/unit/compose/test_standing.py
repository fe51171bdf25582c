"""How a publication stands, and what its pages say of that."""

from dataclasses import replace

import pytest

from pipeline.compose.standing import Standing, decided, mark, standing, status_line
from pipeline.model import DecisionStatus
from tests.support.decided import decided_programme, with_release
from tests.support.real import brief_for, real_programme

FK, SS = "forsakringskassan", "stockholms-stad"
ALL = tuple(actor.name_id for actor in real_programme().actors)


def released(target, actor="", programme=None):
    return replace(brief_for(target, actor, programme), released=True)


def test_every_build_of_today_is_a_draft():
    for programme in (real_programme(), with_release(), decided_programme(*ALL)):
        brief = brief_for("karta", FK, programme)
        assert (standing(brief), mark(brief)) == (Standing.DRAFT, "UTKAST")


@pytest.mark.parametrize(
    ("actors", "fields", "expected"),
    [
        ((), {}, Standing.UNDECIDED),
        ((SS,), {}, Standing.UNDECIDED),
        ((FK,), {}, Standing.DECIDED),
        ((FK,), {"status": DecisionStatus.NOT_ADOPTED}, Standing.UNDECIDED),
        ((FK,), {"diary_number": None}, Standing.UNDECIDED),
        ((FK,), {"history": ()}, Standing.UNDECIDED),
        ((FK,), {"digest": "0123456789abcdef"}, Standing.UNDECIDED),
        ((FK,), {"release": "2025.1"}, Standing.UNDECIDED),
    ],
)
def test_a_released_map_is_decided_by_a_full_record_of_its_actor_and_content(actors, fields, expected):
    brief = released("karta", FK, decided_programme(*actors, **fields))
    assert standing(brief) is expected
    assert mark(brief) == ("" if expected is Standing.DECIDED else "EJ FASTSTÄLLD")


def test_a_poster_is_decided_when_every_actor_has_decided():
    assert standing(released("affisch", programme=decided_programme(*ALL[:-1]))) is Standing.UNDECIDED
    assert standing(released("affisch", programme=decided_programme(*ALL))) is Standing.DECIDED


def test_a_step_that_was_changed_after_the_decision_undoes_it():
    programme = decided_programme(FK)
    actor = programme.actor(FK)
    steps = (actor.steps[0].model_copy(update={"who": "Någon annan"}), *actor.steps[1:])
    others = tuple(a if a.name_id != FK else a.model_copy(update={"steps": steps}) for a in programme.actors)
    assert standing(released("karta", FK, replace(programme, actors=others))) is Standing.UNDECIDED


def test_whether_content_is_decided_does_not_depend_on_the_build():
    programme = decided_programme(FK)
    for brief in (brief_for("affisch", "", programme), released("affisch", "", programme)):
        assert decided(brief, programme.actor(FK))
        assert not decided(brief, programme.actor(SS))


@pytest.mark.parametrize(
    ("is_released", "actors", "expected"),
    [
        (False, (), "Utkast 2026-11-21 · innehållskod c0de · illustrativt exempel, ännu inte fastställt av aktörerna"),
        (False, (FK,), "Utkast 2026-11-21 · innehållskod c0de · dnr 17"),
        (
            True,
            (SS,),
            "Utgåva 2026.1, 2026-11-21 · innehållskod c0de · illustrativt exempel, ännu inte fastställt av aktörerna",
        ),
        (True, (FK,), "Utgåva 2026.1, 2026-11-21 · innehållskod c0de · fastställd · dnr 17"),
    ],
)
def test_the_line_at_the_foot(is_released, actors, expected):
    brief = brief_for("karta", FK, decided_programme(*actors, diary_number="17"))
    assert status_line(replace(brief, released=is_released), "2026-11-21", "c0de") == expected


def test_the_line_of_a_publication_about_all_names_no_register_number():
    brief = brief_for("affisch", "", decided_programme(*ALL, diary_number="17"))
    assert "17" not in status_line(brief, "2026-11-21", "c0de").replace("2026.1", "")
