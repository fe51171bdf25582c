"""The largest type that fits is found, with few full searches."""

import pytest

from pipeline.compose.type_size import SizeChoice
from pipeline.layout import Effort
from pipeline.lengths import Pt


class Sheet:
    """Drawings as large as their type: the search fits up to `fits` pt, a pass comes out `looser` times as large."""

    def __init__(self, fits: float, looser: float = 1.1) -> None:
        self.fits, self.looser = fits, looser
        self.searched: list[float] = []

    def fill(self, size: Pt, effort: Effort) -> float:
        if effort is Effort.PASS:
            return self.looser * size / self.fits
        self.searched.append(float(size))
        return size / self.fits

    def chosen(self, wanted: float = 13.0, least: float = 8.0) -> float | None:
        return SizeChoice(Pt(wanted), Pt(least), self.fill).largest()


def test_a_wanted_size_that_fits_is_taken_after_one_search():
    sheet = Sheet(fits=13.0)
    assert sheet.chosen() == 13.0
    assert sheet.searched == [13.0]


@pytest.mark.parametrize("looser", [1.0, 1.1, 1.2, 1.4])
@pytest.mark.parametrize(("fits", "largest"), [(12.9, 12.5), (12.5, 12.5), (11.2, 11.0), (9.0, 9.0), (8.1, 8.0)])
def test_the_largest_size_that_fits_is_found_however_loose_one_pass_is(fits, largest, looser):
    assert Sheet(fits, looser).chosen() == largest


def test_the_next_larger_size_has_always_been_searched():
    sheet = Sheet(fits=10.2, looser=1.5)
    assert sheet.chosen() == 10.0
    assert 10.5 in sheet.searched


def test_no_size_is_searched_twice_and_far_too_large_ones_not_at_all():
    sheet = Sheet(fits=9.0, looser=1.15)
    sheet.chosen()
    assert len(sheet.searched) == len(set(sheet.searched)) <= 3
    assert max(sheet.searched) <= 10.0


def test_what_does_not_fit_at_the_least_size_is_refused():
    sheet = Sheet(fits=7.9)
    assert sheet.chosen() is None
    assert sheet.searched[-1] == 8.0


def test_the_least_size_is_tried_even_where_it_lies_between_two_steps():
    assert Sheet(fits=8.1).chosen(wanted=9.7, least=8.0) == 8.0


@pytest.mark.parametrize(("fits", "largest"), [(14.3, 13.0), (13.0, 11.5), (8.8, 8.0), (8.7, None)])
def test_by_passes_alone_the_largest_size_is_found_without_a_search(fits, largest):
    """A pass comes out 1.1 times as large as a search: what a search fits at 13 pt, a pass fits at 11.8."""
    sheet = Sheet(fits)
    assert SizeChoice(Pt(13.0), Pt(8.0), sheet.fill, Effort.PASS).largest() == largest
    assert sheet.searched == []
