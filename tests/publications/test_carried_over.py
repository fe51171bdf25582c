"""What a release carries over: every file that does not show what was changed, and no other; step by step."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.release.edition.making import Edition, Piece, Previous
from pipeline.release.edition.refusals import Refused
from pipeline.release.project import wording
from tests.support.editions import FIRST, SECOND, changed, made, put, sound, write_every_kind
from tests.support.readers import docx_text, pdf_text, svg_text

STEPS = {
    "kommunen": ("ko-ansokan", "ko-behov", "ko-till-vc", "ko-plan", "ko-uppfoljning", "ko-avslut"),
    "vardcentralen": ("vc-start", "vc-samtal", "vc-plan", "vc-avslut"),
}
# A word that nothing has, and that no line is too short for.
MARK = "Zebu"
READERS: dict[str, Callable[[bytes], str]] = {"pdf": pdf_text, "docx": docx_text, "svg": svg_text, "html": bytes.decode}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_every_kind(tmp_path_factory.mktemp("project") / "p")


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Previous:
    """The release before."""
    return put(tmp_path_factory.mktemp("first"), made(sound(root), FIRST).values())


def second(root: Path, first: Previous, change=None, file: str = "program.yaml") -> dict[str, Piece]:
    """The next release after a change of one file, which is then taken back."""
    path = root / "sources" / file
    before = path.read_bytes()
    try:
        if change:
            changed(path, change)
        return made(sound(root), SECOND, first)
    finally:
        path.write_bytes(before)


def shows(piece: Piece, word: str) -> bool:
    """Whether a reader of its own finds the word in the file."""
    return word.casefold() in READERS[piece.entry.format](piece.data).casefold()


def anew(found: dict[str, Piece]) -> set[str]:
    return {name for name, piece in found.items() if piece.entry.made_in == SECOND.name}


def in_step(name_id: str, change):
    """A change of one step of an actor."""

    def changes(actor: dict[str, Any]) -> None:
        change(next(step for step in actor["steg"] if step["id"] == name_id))

    return changes


def retitled(step: dict[str, Any]) -> None:
    """Another name on both kinds of map, as short as titles shall be."""
    for key in ("titel", "kort"):
        step[key] = f"{MARK} betar?" if step["form"] == "ja-nej" else f"{MARK} betar"


def test_nothing_changed_carries_over_everything_byte_for_byte(root, first):
    found = second(root, first)
    assert anew(found) == set()
    for piece in found.values():
        assert piece.data == (first.folder / piece.entry.path).read_bytes()
    assert tuple(piece.entry for piece in found.values()) == first.frozen.artefacts


@pytest.mark.parametrize(("actor", "step"), [(actor, step) for actor, steps in STEPS.items() for step in steps])
def test_a_changed_title_makes_anew_exactly_the_files_that_show_it(root, first, actor, step):
    found = second(root, first, in_step(step, retitled), f"aktorer/{actor}.yaml")
    assert anew(found) == {name for name, piece in found.items() if shows(piece, MARK)}
    other = next(name for name in STEPS if name != actor)
    assert {"affisch-alla-A2-svg", f"handout-{actor}-A4-pdf", "webb-alla-html"} <= anew(found)
    assert {"begrepp-alla-A4-pdf", f"karta-{other}-A3-pdf"} - anew(found)


@pytest.mark.parametrize("actor", STEPS)
def test_a_fact_behind_a_step_leaves_the_drawings(root, first, actor):
    change = in_step(STEPS[actor][0], lambda step: step["vad_hander"].append(f"{MARK} betar."))
    found = second(root, first, change, f"aktorer/{actor}.yaml")
    assert anew(found) == {name for name, piece in found.items() if shows(piece, MARK)}
    assert "affisch-alla-A2-svg" not in anew(found)


def test_the_date_alone_makes_nothing_anew_and_a_made_file_bears_the_new_one(root, first):
    found = second(root, first, lambda program: program.update(datum="2027-01-15"))
    assert anew(found) == set()
    assert {piece.entry.date for piece in found.values()} == {FIRST.date}


def test_a_text_for_screen_readers_alone_makes_anew_the_files_that_have_it(root, first, monkeypatch):
    words = wording("sv")
    part = words.short_handout.model_copy(update={"map": f"{MARK}. {words.short_handout.map}"})
    changed_words = words.model_copy(update={"short_handout": part})
    monkeypatch.setattr("pipeline.release.build.wording", lambda _: changed_words)
    # The page leads to them by their new names.
    short = {"handout-kort-kommunen-A4-pdf", "handout-kort-vardcentralen-A4-pdf"}
    assert anew(second(root, first)) == {*short, "webb-alla-html"}


def test_a_file_that_the_writer_makes_otherwise_is_made_anew_though_its_content_is_the_same(root, first):
    old = first.frozen.artefacts
    other = tuple(replace(one, content_sha256="0" * 64) if one.anchor == "begrepp-alla-A4" else one for one in old)
    found = second(root, replace(first, frozen=replace(first.frozen, artefacts=other)))
    # The page leads to it by its new name, and so is new itself; what is printed on it has the code that it had.
    assert anew(found) == {"begrepp-alla-A4-pdf", "webb-alla-html"}
    codes = {one.anchor: one.content_code for one in old}
    assert found["begrepp-alla-A4-pdf"].entry.content_code == codes["begrepp-alla-A4"]


def test_what_was_carried_over_once_is_carried_over_again(root, first, tmp_path):
    change = in_step("vc-plan", retitled)
    path = root / "sources/aktorer/vardcentralen.yaml"
    before = path.read_bytes()
    try:
        changed(path, change)
        two = made(sound(root), SECOND, first)
        previous = put(tmp_path, two.values(), SECOND)
        third = made(sound(root), Edition("2026.3", "2027-03-01"), previous)
    finally:
        path.write_bytes(before)
    assert {name: piece.entry for name, piece in third.items()} == {name: piece.entry for name, piece in two.items()}
    assert {piece.entry.made_in for piece in third.values()} == {FIRST.name, SECOND.name}


def test_the_page_leads_to_the_files_by_the_names_that_they_have(root, first):
    found = second(root, first, in_step("ko-plan", retitled), "aktorer/kommunen.yaml")
    page = found["webb-alla-html"].data.decode()
    for piece in found.values():
        if piece.entry.format != "html":
            assert f'"../{piece.entry.path}"' in page


def test_a_file_whose_old_bytes_are_damaged_is_refused(root, first, tmp_path):
    folder = put(
        tmp_path, (Piece(one, (first.folder / one.path).read_bytes()) for one in first.frozen.artefacts)
    ).folder
    victim = folder / first.frozen.artefacts[0].path
    victim.write_bytes(victim.read_bytes()[:-1] + b"x")
    with pytest.raises(Refused) as found:
        made(sound(root), SECOND, replace(first, folder=folder))
    assert [reason.key for reason in found.value.reasons] == ["damaged"]
