"""How steady a held drawing is under the judge's edits, taken back, repeated, and one after the other."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from pipeline.authoring.layout_exchange import default_wish, graph_of, hold_bytes, read_graph, read_hold, result_bytes
from pipeline.layout import Effort, Hold, laid_out
from tests.bench.layout.graphs import MAPS, Graph, graph, made
from tests.bench.layout.judge import metrics
from tests.bench.layout.judge.tools.edits import chain, edits

STEADY = (*MAPS, "poster")
EDITS = 12
SEQUENCE = 20  # edits in a random sequence
SEQUENCE_SEED, SEQUENCE_STEPS, SEQUENCE_LANES = 11, (4, 14), (1, 1, 1, 2)


@dataclass(frozen=True)
class Held:
    """A drawing as the judge reads it, and the lock it leaves behind, as bytes."""

    result: dict[str, Any]
    lock: bytes


@dataclass(frozen=True)
class Steadiness:
    """What the judge says of twelve edits of a graph, each with the lock of the graph before it."""

    kept: tuple[float, ...]
    unmoved: tuple[float, ...]
    moved_cells: tuple[int, ...]
    hard: int
    undone: int  # drawings that came back when the edit was taken back
    repeated: bool  # the same bytes of drawing and lock when nothing was edited
    drift: tuple[int, int]  # crossings and bends after twelve edits in a row: locked, and laid out afresh

    @property
    def ratio(self) -> float:
        """Drift as locked to fresh."""
        return self.drift[0] / max(1, self.drift[1])

    def cells(self) -> list[object]:
        """The line in the table."""
        shares = [f"{value:.3f}" for value in (mean(self.kept), min(self.kept), mean(self.unmoved), min(self.unmoved))]
        drift = f"{self.drift[0]} / {self.drift[1]} = {self.ratio:.2f}"
        again = "yes" if self.repeated else "**no**"
        return [*shares, max(self.moved_cells), self.hard, f"{self.undone} of {len(self.kept)}", again, drift]


HEADS = (
    *("graph", "order kept, mean", "order kept, worst", "unmoved, mean", "unmoved, worst"),
    *("moved cells", "hard faults", "undone", "unedited: same bytes", "drift after 12"),
)


def drawn(source: Graph, lock: bytes | None = None, effort: Effort = Effort.SEARCH) -> Held:
    """What `processpil layout --graph --result --lock` writes; `lock` is the file as it is before."""
    read, report = read_graph("graph", json.dumps(source).encode())
    assert read is not None, report
    asked = graph_of(read, default_wish(read))
    hold = laid_out(asked, effort).hold if lock is None else _hold(lock)
    drawing = laid_out(asked, Effort.PASS, hold)
    return Held(json.loads(result_bytes(read, drawing, False)), hold_bytes(read, drawing.hold))


def _hold(lock: bytes) -> Hold:
    hold, report = read_hold("lock", lock)
    assert hold is not None, report
    return hold


def steadiness(name: str) -> Steadiness:
    """Everything about one graph."""
    source = graph(name)
    base = drawn(source)
    edited = [one for _, one in edits(source, EDITS)]
    after = [drawn(one, base.lock) for one in edited]
    judged = [metrics.stability(source, base.result, one.result) for one in after]
    hard = sum(metrics.measure(one, held.result)["hard_faults"] for one, held in zip(edited, after, strict=True))
    return Steadiness(
        kept=tuple(one["order_kept"] for one in judged),
        unmoved=tuple(one["unmoved"] for one in judged),
        moved_cells=tuple(one["moved_cells"] for one in judged),
        hard=hard,
        undone=sum(drawn(source, one.lock).result == base.result for one in after),
        repeated=drawn(source, base.lock) == base,
        drift=_drift(source, base.lock),
    )


def _drift(source: Graph, lock: bytes) -> tuple[int, int]:
    last, held = source, drawn(source, lock)
    for _, last in chain(source, EDITS):
        held = drawn(last, held.lock)
    found = [metrics.measure(last, result) for result in (held.result, drawn(last).result)]
    locked, fresh = (one["crossings"] + one["bends"] for one in found)
    return locked, fresh


def sequences(numbers: Sequence[int]) -> list[str]:
    """What went wrong in these random sequences: drawings with a hard fault, known steps in another seat."""
    return [fault for number in numbers for fault in _sequence(number)]


def _sequence(number: int) -> list[str]:
    source = made(SEQUENCE_SEED, number, SEQUENCE_STEPS, SEQUENCE_LANES)
    held = drawn(source, effort=Effort.PASS)
    faults = []
    for count, (kind, edited) in enumerate(chain(source, SEQUENCE), 1):
        before, held = held, drawn(edited, held.lock)
        values = metrics.measure(edited, held.result)
        where = f"sequence {number}, edit {count} ({kind})"
        faults += [f"{where}: {name} {values[name]}" for name in metrics.HARD if values[name]]
        was, now = before.result["cells"], held.result["cells"]
        faults += [f"{where}: {step} changed its cell" for step in now if step in was and now[step] != was[step]]
    return faults
