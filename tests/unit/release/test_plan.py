"""What is planned, and how files are named."""

from pipeline.release.plan import Selection, planned
from tests.support.real import real_programme

PATHS = [artefact.path for artefact in planned(real_programme())]


def test_the_plan_is_one_poster_and_for_four_actors_map_handout_and_list_in_their_formats():
    assert len(PATHS) == 2 + 4 * (2 + 2 + 2)
    assert len(set(PATHS)) == len(PATHS)


def test_names_follow_publication_actor_paper_and_release():
    assert "affisch/affisch-alla-A1-utkast.svg" in PATHS
    assert "karta/karta-forsakringskassan-A3-utkast.pdf" in PATHS
    assert "handout/handout-stockholms-stad-A4-utkast.docx" in PATHS


def _taken(**wanted):
    return [a.path for a in planned(real_programme()) if Selection(**wanted).takes(a)]


def test_a_selection_narrows_by_target_format_and_actor():
    assert _taken() == PATHS
    assert len(_taken(targets=frozenset({"karta"}))) == 8
    assert len(_taken(formats=frozenset({"docx"}))) == 4 * 2
    assert _taken(actor="alla") == ["affisch/affisch-alla-A1-utkast.svg", "affisch/affisch-alla-A1-utkast.pdf"]
