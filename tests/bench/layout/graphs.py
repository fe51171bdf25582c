"""The graphs of the layout bench, as JSON: the judge's own, the project's maps, hard cases and random ones."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.authoring.layout_exchange import graph_bytes
from pipeline.authoring.layout_exchange.project_graphs import project_graphs
from tests.bench.layout.judge.tools import fuzz_graphs
from tests.support.real import real_project

JUDGE = Path(__file__).resolve().parent / "judge"

MAPS = ("map_af", "map_fk", "map_rs", "map_st")
GENERATED = ("gen020", "gen040")
SET = (*MAPS, *GENERATED, "gen100", "poster")
ACTORS = ("arbetsformedlingen", "forsakringskassan", "region-stockholm", "stockholms-stad")
REAL_MAPS = tuple(f"karta-{actor}" for actor in ACTORS)
REAL_POSTERS = ("affisch", "affisch-kopplingar")

RANDOM_SEED, HARD_SEED, GROWTH_SEED = 1, 7, 1
RANDOM_STEPS, HARD_STEPS, GROWTH_STEPS = (6, 60), (20, 28), (20, 100, 500)
RANDOM_LANES = (1, 1, 2, 4)
HARD = tuple(kind.__name__ for kind in fuzz_graphs.HARD)

Graph = dict[str, Any]


@cache
def graph(name: str) -> Graph:
    """A graph by its name: of the set, of the real maps, "random-N", "hard-KIND" or "growth-STEPS"."""
    kind, _, rest = name.partition("-")
    match kind:
        case "random":
            return made(RANDOM_SEED, int(rest), RANDOM_STEPS, RANDOM_LANES)
        case "hard":
            lanes = (4,) if rest in fuzz_graphs.MANY_LANES else (1,)
            return made(HARD_SEED, HARD.index(rest), HARD_STEPS, lanes, rest)
        case "growth":
            return made(GROWTH_SEED, int(rest), (int(rest), int(rest)), (4,), "ordinary")
        case "karta" | "affisch":
            return real_graphs()[name]
    found: Graph = json.loads((JUDGE / "graphs" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def made(seed: int, number: int, steps: tuple[int, int], lanes: tuple[int, ...], *kinds: str) -> Graph:
    """A graph of the judge's maker of random graphs."""
    found: Graph = fuzz_graphs.make(seed, number, steps, lanes, kinds)
    return found


@cache
def real_graphs() -> dict[str, Graph]:
    """The project's maps as `processpil export layout --graph` writes them."""
    return {found.name: json.loads(graph_bytes(found)) for found in project_graphs(real_project())}
