"""The yardsticks: dot and ELK on the same graphs, through the judge's own programs; a missing tool is told."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.layout.graphs import JUDGE, graph
from tests.bench.layout.judge import metrics
from tests.bench.layout.judge.engines import dot

DOT, ELK, ELK_LANES = "dot-ortho", "elk", "elk-lanes"
YARDSTICKS = (DOT, ELK, ELK_LANES)
# For many random graphs one setting must do (README of the judge's makers).
ELK_ONE = "elk-lanes@DEPTH_FIRST"

Values = dict[str, dict[str, Any]]


def missing() -> dict[str, str]:
    """What each yardstick lacks here, in words; empty for one that can be run."""
    elk = "" if _has_elk() else "elkjs missing"
    return {DOT: "" if shutil.which("dot") else "dot missing", ELK: elk, ELK_LANES: elk}


def versions() -> list[str]:
    """The yardsticks that are there, with their versions."""
    found = []
    if not missing()[DOT]:
        said = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True).stderr
        found.append(said.strip().removeprefix("dot - ").partition(" (")[0])
    if not missing()[ELK]:
        lock = json.loads((JUDGE / "package-lock.json").read_text(encoding="utf-8"))
        found.append(f"elkjs {lock['packages']['node_modules/elkjs']['version']}")
    return found


def _has_elk() -> bool:
    if not shutil.which("node"):
        return False
    asked = ["node", "-e", "require('elkjs/package.json')"]
    return subprocess.run(asked, cwd=JUDGE, capture_output=True, check=False).returncode == 0


def drawn(work: tuple[str, Sequence[str]]) -> Values:
    """What the judge says about an engine's drawings of these graphs; nothing for a graph on which it broke down."""
    engine, names = work
    if missing()[ELK if engine == ELK_ONE else engine]:
        return {}
    return _dot(names) if engine == DOT else _elk(engine, names)


def _dot(names: Sequence[str]) -> Values:
    found = {}
    for name in names:
        try:
            result = dot.layout(graph(name), DOT)
        except (RuntimeError, subprocess.TimeoutExpired):
            continue
        found[name] = metrics.measure(graph(name), result)
    return found


def _elk(engine: str, names: Sequence[str]) -> Values:
    """At the best of eight settings a graph, or at the one that the engine's name has."""
    variant, one, _ = engine.partition("@")
    command = ["node", "engines/elk.js"] if one else [sys.executable, "tools/elk_all.py"]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{name}.json" for name in names]
        for file in files:
            file.write_text(json.dumps(graph(file.stem)), encoding="utf-8")
        run = [*command, engine, *map(str, files), "--out", folder]
        subprocess.run(run, cwd=JUDGE, capture_output=True, check=False)
        results = {file.stem: Path(folder) / variant / file.name for file in files}
        return {
            name: metrics.measure(graph(name), json.loads(path.read_text(encoding="utf-8")))
            for name, path in results.items()
            if path.is_file()
        }
