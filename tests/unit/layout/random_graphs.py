"""Random graphs, each fixed by its seed: flows with decisions, labels, loops, self-loops, lanes and both papers."""

from __future__ import annotations

import random

from pipeline.geometry import Size
from pipeline.layout import Box, Edge, Graph, Spacing
from tests.unit.layout.real_maps import reaches

FORMS = ("ja-nej", "start-stopp", "en-flera", "en-flera", "processkoppling")


def random_graph(seed: int) -> Graph:
    dice = random.Random(seed)
    count, bands, lanes = dice.choice((2, 5, 8, 12, 18)), dice.choice((1, 2, 4, 6)), dice.choice((1, 1, 2, 3))
    forms = [dice.choice(FORMS) for _ in range(count)]
    boxes = [_box(dice, number, number * bands // count, lanes, form) for number, form in enumerate(forms)]
    edges = _edges(dice, boxes, forms)
    dice.shuffle(edges)
    portrait = dice.random() < 0.3
    room = Size(170, 225) if portrait else Size(396, 175)
    spacing = Spacing(3.2, 5.0, 4.5, dice.choice((0.0, 0.0, 2.0)))
    minimum = (35.0,) * bands if dice.random() < 0.8 else ()
    return Graph(
        tuple(boxes), tuple(edges), bands, lanes, spacing, room, portrait, minimum, dice.choice((0.0, 0.0, 12.0))
    )


def _box(dice: random.Random, number: int, band: int, lanes: int, form: str) -> Box:
    width, height = dice.uniform(28, 42), dice.uniform(13, 21)
    lane = dice.randrange(lanes)
    return Box(f"b{number}", band, lane, Size(width, height), reaches(form, width, height), form == "ja-nej")


def _edges(dice: random.Random, boxes: list[Box], forms: list[str]) -> list[Edge]:
    edges: list[Edge] = []
    leaving = [0] * len(boxes)
    for number in range(int(len(boxes) * dice.uniform(0.8, 1.5))):
        source = dice.randrange(len(boxes))
        target = min(len(boxes) - 1, max(0, source + dice.choice((1, 1, 1, 2, 2, 3, -3, 0))))
        if leaving[source] < (6 if forms[source] == "en-flera" else 2):
            leaving[source] += 1
            single = boxes[source].single
            label = Size(7.5, 5) if single else Size(dice.uniform(10, 40), 4.5) if dice.random() < 0.25 else None
            names = (boxes[source].name, boxes[target].name)
            edges.append(Edge(f"e{number}", *names, label, single, target < source and dice.random() < 0.8))
    return edges
