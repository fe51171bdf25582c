"""Whatever goes wrong at any operation of the disk, no release is half there, none is damaged, and nobody is misled."""

import pytest

from tests.faults.deeds import DEEDS
from tests.faults.disks import Kind
from tests.faults.page import by_seam, seam_table, written


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name)
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_every_operation_may_go_wrong(deed, kind):
    assert by_seam(deed, kind).total() > 0


def test_the_page_says_what_was_tried():
    assert written("seam") == seam_table()
