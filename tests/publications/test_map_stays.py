"""The demonstration: Stockholms stad gets a step and a decision, and on the walls only what has to move moves.

    python -m tests.publications.test_map_stays FOLDER

builds the maps before and after the change into a folder, to be looked at side by side.
"""

import shutil
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.compose import COMPOSERS
from pipeline.compose.keeping import lock_of
from pipeline.compose.process_map import PlacedMap
from pipeline.release.build import brief_of, build
from pipeline.release.plan import Artefact, Selection, planned
from pipeline.release.project import Project, read_project

ROOT = Path(__file__).resolve().parents[2]
CITY = Path("sources/aktorer/stockholms-stad.yaml")
STILL = 0.7  # mm; less is not seen on paper

STEP = """\
- id: ss-trepart
  titel: Håll ett trepartssamtal
  kort: Trepartssamtal
  fas: 4
  form: en-flera
  vad_hander:
  - Individen, socialsekreteraren och den som ger insatsen går igenom planen tillsammans.
  vem_gor: Socialsekreterare, ekonomiskt bistånd
  lagstod: []
  underlag: []
  kontaktpunkter: []
  pilar:
  - till: ss-redo
  dialogfraga: Vem bjuder in till samtalet?
  kallor:
  - vgg-sip
"""
DECISION = """\
- id: ss-ny-plan
  titel: Behövs en ny planering?
  kort: Ny planering?
  fas: 6
  form: ja-nej
  vad_hander:
  - Uppföljningen visar om planen fortfarande leder mot målet.
  vem_gor: Socialsekreterare, ekonomiskt bistånd
  lagstod: []
  underlag: []
  kontaktpunkter: []
  pilar:
  - till: ss-planering
    etikett: ja
    atergang: true
  - till: ss-egen-forsorjning
    etikett: nej
  dialogfraga: När är det dags att tänka om?
  kallor:
  - vgg-sip
"""


def edited(text: str) -> str:
    """The city's file with a step after the planning and a decision after the follow-up."""
    start, redo = text.index("- id: ss-planering"), text.index("- id: ss-redo")
    planning = text[start:redo].replace("  - till: ss-redo", "  - till: ss-trepart")
    text = text[:start] + planning + STEP + text[redo:]
    start, after = text.index("- id: ss-uppfoljning"), text.index("- id: ss-egen-forsorjning")
    follow_up = text[start:after].replace("  - till: ss-egen-forsorjning", "  - till: ss-ny-plan")
    return text[:start] + follow_up + DECISION + text[after:]


def projects(folder: Path) -> tuple[Project, Project]:
    """The project as it is, with its locks, and a copy with the edited city."""
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    path = folder / CITY
    path.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8")
    return read_project(ROOT), read_project(folder)


def artefact(project: Project, target: str, actor: str) -> Artefact:
    assert project.programme is not None, project.report
    plan = planned(project.programme)
    return next(one for one in plan if one.publication.target == target and one.actor_id == actor)


def placed(project: Project, target: str, actor: str) -> tuple[PlacedMap, ...]:
    one = artefact(project, target, actor)
    return COMPOSERS[one.publication.kind].placed(brief_of(project, one))


def turned(before: tuple[PlacedMap, ...], after: tuple[PlacedMap, ...]) -> list[tuple[str, str]]:
    """Pairs of known steps whose left and right, or above and below, have changed sides."""
    (was,), (now,) = ([sheet.drawing.boxes for sheet in sheets] for sheets in (before, after))
    return [
        (one, other)
        for one, other in combinations(was, 2)
        if _is_turned(was[one].centre.x - was[other].centre.x, now[one].centre.x - now[other].centre.x)
        or _is_turned(was[one].centre.y - was[other].centre.y, now[one].centre.y - now[other].centre.y)
    ]


def _is_turned(was: float, now: float) -> bool:
    return was * now < 0 and min(abs(was), abs(now)) > STILL


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Project]:
    return projects(tmp_path_factory.mktemp("city"))


def test_the_maps_of_the_others_do_not_move(both: tuple[Project, Project]) -> None:
    for actor in ("arbetsformedlingen", "forsakringskassan", "region-stockholm"):
        before, after = (placed(project, "karta", actor) for project in both)
        assert [sheet.drawing for sheet in after] == [sheet.drawing for sheet in before]


@pytest.mark.parametrize(("target", "actor"), [("karta", "stockholms-stad"), ("affisch", "alla")])
def test_only_what_has_to_move_moves(both: tuple[Project, Project], target: str, actor: str) -> None:
    """No known step changes its place among the others. The sheets are full, so that all make room for two more:
    by less than a box on the map, and by half a point of type on the poster."""
    before, after = (placed(project, target, actor) for project in both)
    assert turned(before, after) == []
    seats, kept = after[0].drawing.hold.by_name, before[0].drawing.hold.by_name
    assert {name: seats[name] for name in kept} == kept
    assert {"ss-trepart", "ss-ny-plan"} <= set(after[0].drawing.boxes)
    assert after[0].size_pt >= before[0].size_pt - 0.5


def test_on_the_map_no_step_moves_further_than_its_width(both: tuple[Project, Project]) -> None:
    (before,), (after,) = (placed(project, "karta", "stockholms-stad") for project in both)
    assert after.size_pt == before.size_pt
    for name, rect in before.drawing.boxes.items():
        assert rect.centre.distance(after.drawing.boxes[name].centre) < rect.width


def test_taking_the_change_back_gives_the_old_map(both: tuple[Project, Project]) -> None:
    """With the lock as `layout --update` would leave it after the change."""
    old, new = (artefact(project, "karta", "stockholms-stad") for project in both)
    changed = lock_of(brief_of(both[1], new), placed(both[1], "karta", "stockholms-stad"))
    brief = brief_of(both[0], old)
    again = COMPOSERS["karta"].placed(replace(brief, lock=changed))
    assert [sheet.drawing.boxes for sheet in again] == [
        sheet.drawing.boxes for sheet in placed(both[0], "karta", "stockholms-stad")
    ]


def main() -> None:
    """Build the city's map and the poster before and after, as SVG."""
    folder = Path(sys.argv[1])
    wanted = Selection(frozenset({"karta", "affisch"}), frozenset({"svg"}))
    for name, project in zip(("before", "after"), projects(folder / "project"), strict=True):
        assert project.programme is not None, project.report
        chosen = [one for one in planned(project.programme) if wanted.takes(one)]
        for made in build(project, chosen, lambda *_: None):
            path = folder / name / made.artefact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made.data)


if __name__ == "__main__":
    main()
