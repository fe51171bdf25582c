"""The search for cells: a fixed series, and placements that a reader would choose, too."""

from __future__ import annotations

from pipeline.layout.anneal import Annealing, Schedule, Series
from pipeline.layout.gaps import Gaps
from pipeline.layout.reading import arrows_of
from pipeline.layout.sketch import Sketch
from tests.unit.layout.hard_cases import edge, graph, rectangle
from tests.unit.layout.random_graphs import random_graph


def test_the_series_is_xorshift() -> None:
    series = Series(1)
    series.state = 1
    assert [series.below(1 << 32) for _ in range(4)] == [270369, 67634689, 2647435461, 307599695]


def test_the_limit_falls_to_the_same_end() -> None:
    even, bowed = Schedule(100, 500, 1), Schedule(100, 500, 2)
    assert (even.limit(100), bowed.limit(100)) == (10, 10)
    assert (even.limit(50), bowed.limit(50)) == (255, 132)


def test_a_chain_over_the_bands_ends_up_straight() -> None:
    chain = graph([rectangle(f"b0{n}", n) for n in range(5)], [edge(f"b0{n}", f"b0{n + 1}") for n in range(4)], 5)
    sketch = Sketch(chain, arrows_of(chain), 3, 8, Gaps(13.0, 13.0))
    _, local = Annealing(sketch, [(n % 3, (5 * n) % 7) for n in range(5)], 1).run(Schedule(600, 500, 1))[0]
    assert len({row for _, row in local}) == 1


def test_a_search_never_ends_worse_than_it_began() -> None:
    many = random_graph(7)
    sketch = Sketch(many, arrows_of(many), 3, 8, Gaps(13.0, 13.0))
    start = [divmod(number % 24, 8) for number in range(len(many.boxes))]
    seen: set[tuple[int, int, tuple[int, int]]] = set()
    for number, one in enumerate(many.boxes):
        while (one.band, one.lane, start[number]) in seen:
            start[number] = divmod((start[number][0] * 8 + start[number][1] + 1) % 24, 8)
        seen.add((one.band, one.lane, start[number]))
    annealing = Annealing(sketch, start, 3)
    first = annealing.cost
    found = annealing.run(Schedule(300, 500, 1))
    assert found[0][0] <= first
    assert found == sorted(found)


def test_neighbours_are_looked_at_and_left() -> None:
    chain = graph([rectangle(f"b0{n}", n) for n in range(3)], [edge("b00", "b01"), edge("b01", "b02")], 3)
    sketch = Sketch(chain, arrows_of(chain), 3, 8, Gaps(13.0, 13.0))
    annealing = Annealing(sketch, [(0, 0), (0, 2), (0, 0)], 1)
    before = sketch.local()
    near = annealing.neighbours(5)
    assert sketch.local() == before
    assert len(near) == 5
    assert near[0] == ((0, 0), (0, 0), (0, 0))
