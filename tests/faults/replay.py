"""The power goes at every moment of a deed: the states it may leave, each judged, and the next run on each."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.faults.deeds import Deed
from tests.faults.judging import End, copied, judge_next_run, judged, measured, prepare, tree
from tests.faults.power import Recorder, State, lay_out
from tests.faults.trial import Counts, quick


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many ways a cut could come in, how many states that were not the same came of them, and what lay there."""

    cuts: int
    counts: Counts

    @property
    def states(self) -> int:
        """States that differ."""
        return self.counts.total()


def replayed(deed: Deed, folder: Path) -> Replayed:
    """Record the deed, lay out every state, judge it, and let the next run mend it."""
    counts: Counts = Counter()
    with quick():
        before = prepare(deed, folder)
        sound = measured(deed, before, folder)
        disk = Recorder(copied(before, folder / "recorded"))
        deed.run(disk, disk.root)
        assert _files(disk.safe.state()) == sound.after == tree(disk.root), "success is told before all of it is safe"
        for state in disk.states:
            root = folder / "cut"
            shutil.rmtree(root, ignore_errors=True)
            lay_out(state, root)
            counts[End.KILLED.value, judged(deed, sound, End.KILLED, root)] += 1
            judge_next_run(deed, sound, root)
    return Replayed(disk.cuts, counts)


def _files(state: State) -> dict[str, bytes]:
    return {path: data for path, data in state.items() if data is not None}
