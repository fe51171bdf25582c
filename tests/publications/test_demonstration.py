"""The demonstration in docs, told of the smallest project: what was carried over is what shows no change."""

from dataclasses import replace

import pytest

from tests.demonstration.compared import compared, manifest, wrong
from tests.demonstration.page import page
from tests.demonstration.story import FIRST, PAGE, SECOND, Scene, told
from tests.demonstration.tales import SMALL

pytestmark = pytest.mark.tool("pdfinfo")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Two releases of the smallest example, the first withdrawn."""
    return told(SMALL, tmp_path_factory.mktemp("tale"))


def test_each_file_is_carried_over_or_made_anew_as_two_drafts_say(scene: Scene) -> None:
    files = compared(SMALL, scene)
    assert [one.path for one in wrong(files)] == []
    assert {one.anchor for one in files if one.is_carried} == {
        "att-gora-kommunen-A4",
        "att-gora-vardcentralen-A4",
        "handout-kommunen-A4",
        "karta-kommunen-A3",
    }


def test_a_file_that_the_drafts_or_the_readers_speak_against_is_told(scene: Scene) -> None:
    for one in compared(SMALL, scene):
        assert list(wrong((replace(one, drafts_agree=not one.drafts_agree),)))
        assert list(wrong((replace(one, is_same_file=not one.is_same_file),)))
        assert not one.is_carried or list(wrong((replace(one, shows=SMALL.come),)))


def test_a_sheet_shows_the_release_that_it_last_changed_in(scene: Scene) -> None:
    for one in compared(SMALL, scene):
        if one.format == "pdf":
            date = "2026-11-21" if one.is_carried else "2027-01-15"
            assert one.stamp.startswith(f"Utgåva {one.made_in}, {date} · innehållskod ")


def test_withdrawing_left_every_file_of_both_releases(scene: Scene) -> None:
    assert (scene.output / "LATEST").read_text() == f"{SECOND}\n"
    for name in (FIRST, SECOND):
        assert all((scene.output / name / one["path"]).is_file() for one in manifest(scene, name)["artefacts"])
    assert (scene.output / PAGE).read_bytes() != (scene.folder.parent / PAGE).read_bytes()


def test_the_page_tells_of_every_sheet_and_command(scene: Scene) -> None:
    files = compared(SMALL, scene)
    text = page(SMALL, scene, files, ())
    assert all(f"`{one.anchor}`" in text for one in files)
    for command in (f"release {FIRST}", f"release {SECOND}", f"withdraw {FIRST}", f"verify {SECOND}", "list"):
        assert f"$ processpil {command}" in text
    assert "the readers: **0**" in text
