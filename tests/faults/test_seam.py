"""Whatever goes wrong at any operation of the disk, no release is half there, none is damaged, and nobody is misled."""

import pytest

from tests.faults.deeds import DEEDS
from tests.faults.disks import Kind
from tests.faults.trial import tried


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name)
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_every_operation_may_go_wrong(tmp_path, deed, kind):
    assert tried(deed, kind, tmp_path).total() > 0
