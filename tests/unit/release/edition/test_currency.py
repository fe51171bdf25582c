"""What holds of a printout: a table of reasoned cases, and histories by chance before an oracle that walks shelves."""

from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.release.edition.currency import State, states
from pipeline.release.edition.frozen import Frozen
from pipeline.release.edition.register import Register, Withdrawal
from tests.support.printouts import file, frozen, register, releases

SHEET = "karta-kommunen-A3"
CURRENT, REPLACED, GONE, WITHDRAWN = State.CURRENT, State.REPLACED, State.GONE, State.WITHDRAWN


def told(register, manifests):
    """The state of every sheet of every release, and since when it does not hold, by the releases' numbers."""
    found = {}
    for release in states(register, manifests):
        for sheet in release.sheets:
            since = int(sheet.since.partition(".")[2]) if sheet.since else None
            found[int(release.registered.name.partition(".")[2]), sheet.anchor] = (sheet.state, since)
    return found


# A history of one sheet: its code in each release, `-` where it is not, `!` after a release that is withdrawn.
# Of each release that has it: its state, and since which release it does not hold.
TABLE: dict[str, dict[int, tuple[State, int | None]]] = {
    "a": {1: (CURRENT, None)},
    "a!": {1: (WITHDRAWN, None)},
    "a a": {1: (CURRENT, None), 2: (CURRENT, None)},
    "a b": {1: (REPLACED, 2), 2: (CURRENT, None)},
    "a -": {1: (GONE, 2)},
    "- a": {2: (CURRENT, None)},
    # What holds is what the newest has, but since when: the first that changed it, however it was changed after.
    "a b c": {1: (REPLACED, 2), 2: (REPLACED, 3), 3: (CURRENT, None)},
    "a b b": {1: (REPLACED, 2), 2: (CURRENT, None), 3: (CURRENT, None)},
    "a b -": {1: (GONE, 2), 2: (GONE, 3)},
    "a - b": {1: (REPLACED, 2), 3: (CURRENT, None)},
    # What comes back holds again; if it goes once more, it held until then.
    "a - a": {1: (CURRENT, None), 3: (CURRENT, None)},
    "a b a": {1: (CURRENT, None), 2: (REPLACED, 3), 3: (CURRENT, None)},
    "a b a c": {1: (REPLACED, 4), 2: (REPLACED, 3), 3: (REPLACED, 4), 4: (CURRENT, None)},
    # A withdrawn release, the newest valid one being later.
    "a! a": {1: (CURRENT, None), 2: (CURRENT, None)},
    "a! b": {1: (WITHDRAWN, None), 2: (CURRENT, None)},
    "a! -": {1: (WITHDRAWN, None)},
    "a b! c": {1: (REPLACED, 3), 2: (WITHDRAWN, None), 3: (CURRENT, None)},
    "a b! b": {1: (REPLACED, 3), 2: (CURRENT, None), 3: (CURRENT, None)},
    "a b! a": {1: (CURRENT, None), 2: (WITHDRAWN, None), 3: (CURRENT, None)},
    "a -! b": {1: (REPLACED, 3), 3: (CURRENT, None)},
    "a b! -": {1: (GONE, 3), 2: (WITHDRAWN, None)},
    # The newest valid one being older: it holds again, whatever the withdrawn one had.
    "a a!": {1: (CURRENT, None), 2: (CURRENT, None)},
    "a b!": {1: (CURRENT, None), 2: (WITHDRAWN, None)},
    "- a!": {2: (WITHDRAWN, None)},
    "a -!": {1: (CURRENT, None)},
    "a b c!": {1: (REPLACED, 2), 2: (CURRENT, None), 3: (WITHDRAWN, None)},
    # No valid release at all: nothing holds.
    "a! a!": {1: (WITHDRAWN, None), 2: (WITHDRAWN, None)},
    "a! b!": {1: (WITHDRAWN, None), 2: (WITHDRAWN, None)},
}


@pytest.mark.parametrize("history", TABLE)
def test_what_holds_of_each(history):
    words = history.split()
    sheets = [{} if word[0] == "-" else {SHEET: word[0]} for word in words]
    withdrawn = [f"2026.{at}" for at, word in enumerate(words, start=1) if word.endswith("!")]
    found = told(*releases(*sheets, withdrawn=withdrawn))
    assert found == {(release, SHEET): what for release, what in TABLE[history].items()}


# ---------------------------------------------------------------- by chance


ANCHORS = ("karta-a-A3", "karta-b-A3", "handout-a-A4")
contents = st.dictionaries(st.sampled_from(ANCHORS), st.sampled_from("abc"))
deeds = st.lists(st.one_of(contents, st.integers(0, 7)), min_size=1, max_size=12)


@dataclass
class Shelves:
    """What a keeper of paper knows: a shelf for each release, in order; a withdrawn one has a sign on it."""

    shelves: list[dict[str, str]]
    signs: set[int]

    def says(self, at: int, anchor: str) -> tuple[State, int | None]:
        """Takes the sheet from its shelf and walks with it to every open one, from the oldest on."""
        paper = self.shelves[at][anchor]
        walk = [number for number in range(len(self.shelves)) if number not in self.signs]
        seen = {number: self.shelves[number].get(anchor) for number in walk}
        if walk and seen[walk[-1]] == paper:
            return CURRENT, None
        if at in self.signs:
            return WITHDRAWN, None
        same = [number for number in walk if number >= at and seen[number] == paper]
        after = [number for number in walk if number > max(same)]
        return (GONE if seen[walk[-1]] is None else REPLACED), min(after) + 1


def done(what) -> tuple[Shelves, Register, dict[str, Frozen]]:
    """Releases and withdrawals one after another, on the keeper's shelves and in the register."""
    shelves = [one for one in what if isinstance(one, dict)]
    known, manifests = releases(*shelves)
    signs, count, reached = set(), 0, Register()
    for one in what:
        if isinstance(one, dict):
            reached = reached.having(known.releases[count])
            count += 1
        elif one < count and one not in signs:
            signs.add(one)
            reached = reached.withdrawing(f"2026.{one + 1}", Withdrawal("2027-02-01", "Fel."))
    return Shelves(shelves, signs), reached, manifests


@settings(deadline=None)
@given(deeds)
@example([{"karta-a-A3": "a"}, {"karta-a-A3": "b"}, 1, {"karta-a-A3": "a"}, {}, 3])
def test_any_history_before_the_keeper_of_the_shelves(what):
    keeper, reached, manifests = done(what)
    wanted = {(at + 1, anchor): keeper.says(at, anchor) for at, shelf in enumerate(keeper.shelves) for anchor in shelf}
    assert told(reached, manifests) == wanted


@settings(deadline=None)
@given(deeds)
def test_what_all_histories_have_in_common(what):
    _, reached, manifests = done(what)
    found = states(reached, manifests)
    assert [one.registered for one in found] == list(reversed(reached.releases))
    assert {one.latest for one in found} <= {reached.latest.name if reached.latest else None}
    same: dict[tuple[str, str], bool] = {}
    for release in found:
        for sheet in release.sheets:
            holds = sheet.state is CURRENT
            # The same content has the same answer, whatever release it was printed from.
            assert same.setdefault((sheet.anchor, sheet.files[0].content_code), holds) == holds
            assert not (release.is_latest and not holds)
            assert not (reached.latest is None and sheet.state is not WITHDRAWN)
            assert (sheet.since is not None) == (sheet.state in (REPLACED, GONE))
            assert not (sheet.state in (REPLACED, GONE) and release.registered.withdrawn)
            # Only files of the newest valid release are ever offered, of the very sheet.
            newest = manifests[release.latest].artefacts if release.latest else ()
            assert sheet.now == tuple(one for one in newest if one.anchor == sheet.anchor)


# ---------------------------------------------------------------- files of one sheet


def with_files(*files_of):
    """Releases with these files of one sheet, as (format, code, release that made it)."""
    found = {
        f"2026.{number}": frozen(f"2026.{number}", [file(SHEET, code, made_in, form) for form, code, made_in in files])
        for number, files in enumerate(files_of, start=1)
    }
    return register(found), found


def test_all_formats_and_variants_are_one_sheet_in_the_order_of_the_manifest():
    (release,) = states(*with_files([("pdf", "a", "2026.1"), ("svg", "a", "2026.1")]))
    (sheet,) = release.sheets
    assert [one.format for one in sheet.files] == ["pdf", "svg"]
    assert sheet.stamps == (("2026.1", "a"),)


def test_formats_carried_over_apart_have_two_stamps():
    first, _ = states(*with_files([("pdf", "a", "2026.1")], [("pdf", "a", "2026.1"), ("svg", "a", "2026.2")]))
    assert first.sheets[0].stamps == (("2026.1", "a"), ("2026.2", "a"))


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ("aa", "ab", CURRENT),  # what was printed is still there
        ("ab", "ab", CURRENT),
        ("ab", "ba", CURRENT),
        ("ab", "aa", REPLACED),  # one of both is not, and nobody knows which of them lies on the table
        ("ab", "ac", REPLACED),
        ("aa", "bc", REPLACED),
    ],
)
def test_a_sheet_of_two_codes_holds_only_if_both_do(first, second, state):
    both = [
        [("pdf", pdf, f"2026.{number}"), ("svg", svg, f"2026.{number}")]
        for number, (pdf, svg) in enumerate((first, second), start=1)
    ]
    _, older = states(*with_files(*both))
    assert older.sheets[0].state is state


def test_releases_are_ordered_as_numbers():
    found = releases(*({SHEET: "a"} for _ in range(11)))
    names = [one.registered.name for one in states(*found)]
    assert names[:3] == ["2026.11", "2026.10", "2026.9"]


def test_without_releases_there_is_nothing_to_say():
    assert states(Register(), {}) == ()


def test_a_release_without_sheets_has_its_place():
    found = states(*releases({}, {SHEET: "a"}))
    assert [len(one.sheets) for one in found] == [1, 0]
