"""The same graph gives the same bytes: over hash seeds, processes and the order of arrows in the file."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.layout.cases import on_a1
from tests.bench.layout.graphs import GENERATED, MAPS, REAL_MAPS, graph

SEARCHED = (*MAPS, GENERATED[0], *REAL_MAPS)
FAST = tuple(case.graph for case in on_a1(("poster", "gen100", "affisch-kopplingar")))
RUNS = (("0", 1), ("1", -1), ("4711", 1))  # hash seed, and the order in which the arrows stand


def differing(asked: tuple[str, bool]) -> int:
    """How many runs of the command on a graph, by the fast pass or not, give other bytes than the first."""
    name, fast = asked
    with tempfile.TemporaryDirectory() as folder:
        found = [_run(Path(folder), name, fast, seed, order) for seed, order in RUNS]
    return sum(data != found[0] for data in found)


def _run(folder: Path, name: str, fast: bool, seed: str, order: int) -> bytes:
    changed = {**graph(name), "edges": graph(name)["edges"][::order]}
    (folder / "graph.json").write_text(json.dumps(changed), encoding="utf-8")
    files = ["--graph", str(folder / "graph.json"), "--result", str(folder / "result.json")]
    command = [sys.executable, "-m", "pipeline", "layout", *files, *["--fast"] * fast]
    root = Path(__file__).resolve().parents[3]
    subprocess.run(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
    return (folder / "result.json").read_bytes()
