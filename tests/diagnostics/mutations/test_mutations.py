"""What a person can break with one slip is found at its place or proven harmless; the page says how much."""

from unittest.mock import patch

import pytest

from pipeline import checks
from pipeline.cli.reports import FORMATS, Telling
from pipeline.diagnostics import Report, diagnose
from pipeline.reading import read_value
from pipeline.spans import Place
from pipeline.wording.faults import FaultTexts
from tests.diagnostics.mutations.every import every, part
from tests.diagnostics.mutations.mutation import Edit, Mutation
from tests.diagnostics.mutations.outline import ACTOR_FILES, ROOT, SOURCES, load, plain, spots
from tests.diagnostics.mutations.rules import broken
from tests.diagnostics.mutations.tally import KNOWN_MISSES, PAGE, page, tried
from tests.diagnostics.mutations.trial import BYTES, ELSEWHERE, FOUND, HARMLESS, MISSED, Judge, allowed, reading_once

FAULTS = "pipeline/locale/sv/faults.yaml"
ACTOR = ACTOR_FILES[0]


def test_every_slip_is_found_at_its_place_or_harmless_and_the_page_says_so() -> None:
    tally = tried(part())
    assert tally.count >= 5_000
    assert not tally.odd
    assert set(tally.misses) <= set(KNOWN_MISSES)
    assert tally.twice == 0
    assert PAGE.read_text(encoding="utf-8") == page(tally), "python -m tests.diagnostics.mutations writes it anew"


def test_all_fields_of_all_files_are_tried() -> None:
    tried_fields = {(mutation.file, mutation.field.partition(":")[2]) for mutation in every()}
    assert {(file, spot.field) for file in SOURCES for spot in spots(file)} <= tried_fields


def test_a_mutation_changes_just_what_it_says() -> None:
    for mutation in part()[::50]:
        for file, text in mutation.texts().items():
            assert text != SOURCES[file]
            lines, old = text.splitlines(), SOURCES[file].splitlines()
            for number, line in enumerate(old[:-1]):
                now = mutation.moved(file, number)
                if now is not None and (file, now) not in mutation.touched():
                    assert lines[now] == line, mutation


def test_every_report_of_a_sample_can_be_written_in_every_format() -> None:
    texts, _ = read_value(FAULTS, (ROOT / FAULTS).read_bytes(), FaultTexts, lambda _: True)
    with reading_once():
        judge = Judge()
        for mutation in part()[::60]:
            report = Report(judge.verdict(mutation).fresh)
            files = {**BYTES, **{file: text.encode() for file, text in mutation.texts().items()}}
            for kind in FORMATS.values():
                told = kind.told(Telling(report, texts, files))
                assert all(finding.code in told for finding in report.findings)


# ---------------------------------------------------------------- the oracle itself


def edited(old: str, new: str, meant: str | None = None) -> Mutation:
    """The actor's file with the first `old` replaced, up to the end of a value."""
    end = SOURCES[ACTOR].index(old) + len(old)
    spot = next(spot for spot in spots(ACTOR) if spot.end == end)
    edit = Edit(ACTOR, end - len(old), end, new)
    return Mutation("value", "by hand", f"aktor:{spot.field}", spot.path, (edit,), meant)


def test_the_untouched_sources_are_sound_by_the_oracles_own_rules() -> None:
    assert broken({file: plain(file) for file in SOURCES}) == []


def test_the_oracle_misses_what_no_check_finds() -> None:
    mutation = edited("till: af-samtal", "till: af-bedomning")
    with reading_once():
        assert Judge().verdict(mutation).outcome == FOUND
        with patch.object(checks, "CHECKS", ()):
            assert Judge().verdict(mutation).outcome == MISSED


def test_the_oracle_sees_a_fault_at_the_wrong_place() -> None:
    mutation = edited("till: af-samtal", "till: af-samtl")
    far_away = diagnose("P114", Place(ACTOR, 400, 1))
    wrong = checks.OfMap(lambda seen: [far_away for _, arrow in seen.arrows() if arrow.target == "af-samtl"])
    with reading_once(), patch.object(checks, "CHECKS", (wrong,)):
        assert Judge().verdict(mutation).outcome == ELSEWHERE


@pytest.mark.parametrize(
    ("old", "new", "meant", "outcome"),
    [
        ("kontroll: belagd", "kontroll: 'belagd'", None, HARMLESS),
        ("Individen skriver in sig", "Individen skrev in sig", "Individen skrev in sig", HARMLESS),
        ("Individen skriver in sig", "Individen # skriver in sig", "Individen # skriver in sig", MISSED),
    ],
)
def test_what_is_harmless_is_proven(old: str, new: str, meant: str | None, outcome: str) -> None:
    with reading_once():
        assert Judge().verdict(edited(old, new, meant)).outcome == outcome


def test_places_follow_the_lines_that_move() -> None:
    first, second = SOURCES[ACTOR].index("\n") + 1, SOURCES[ACTOR].index("\n", SOURCES[ACTOR].index("\n") + 1) + 1
    edit = Edit(ACTOR, first, second, "")
    gone = Mutation("line deleted", "by hand", "", (), (edit,), None, lambda: frozenset({(ACTOR, 9)}))
    assert gone.moved(ACTOR, 1) is None
    assert gone.moved(ACTOR, 9) == 8
    assert gone.touched() == {(ACTOR, 0), (ACTOR, 1)}
    assert (ACTOR, 8) in allowed(gone)
    assert load("a:\nb: 'null'\nc: [x]\n") == {"a": None, "b": "null", "c": ["x"]}
