"""CPU of the commands, in alternation and as medians, against a yardstick of the same run; prints one Markdown table.

Nothing is asserted: times differ between machines and runs, ratios within one run less so. Needs Linux or macOS.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.projects import written

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 11
FULL_BUILDS = 3

YARDSTICK = "yardstick"
PROCESSPIL = [sys.executable, "-m", "pipeline"]
# Row → command and goal, as a multiple of the yardstick.
COMMANDS: dict[str, tuple[list[str], str]] = {
    "bare Python": ([sys.executable, "-c", "pass"], ""),
    YARDSTICK: ([sys.executable, "-c", "import click, yaml, pipeline.model, pipeline.theme"], ""),
    "`processpil --help`": ([*PROCESSPIL, "--help"], ""),
    "`processpil check`": ([*PROCESSPIL, "check"], "1.5"),
}


def cpu_seconds(command: list[str]) -> float:
    """User and system time of a command and what it started; a failure ends the bench."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{' '.join(command)}: {run.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def quick_rows() -> dict[str, list[float]]:
    """Seconds of every quick command, one round after the other; the first round only warms up."""
    rounds = [{name: cpu_seconds(command) for name, (command, _) in COMMANDS.items()} for _ in range(ROUNDS + 1)]
    return {name: [seconds[name] for seconds in rounds[1:]] for name in COMMANDS}


def growth_rows() -> list[str]:
    """Commands on generated projects with 100 and with 1,000 steps, and how many times the one costs the other."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (written(ROOT, Path(folder) / str(steps), steps) for steps in (100, 1000))
        for project in (few, many):
            cpu_seconds([*PROCESSPIL, "-C", str(project), "fmt"])
        return [row for command in (["check"], ["fmt", "--check"]) for row in _growth(command, few, many)]


def _growth(command: list[str], few: Path, many: Path) -> list[str]:
    pairs = [tuple(cpu_seconds([*PROCESSPIL, "-C", str(at), *command]) for at in (few, many)) for _ in range(5)]
    ratio = statistics.median(much / little for little, much in pairs)
    little, much = (statistics.median(seconds) * 1000 for seconds in zip(*pairs, strict=True))
    name = " ".join(command)
    return [
        f"| `{name}`, 100 steps | {little:.0f} | | | 5 |",
        f"| `{name}`, 1,000 steps | {much:.0f} | {ratio:.2f} of 100 steps | 10 | 5 |",
    ]


def full_build_row() -> list[float]:
    """Seconds of complete builds, each into an empty folder."""
    seconds = []
    for _ in range(FULL_BUILDS):
        with tempfile.TemporaryDirectory() as folder:
            seconds.append(cpu_seconds([*PROCESSPIL, "build", "--out", folder]))
    return seconds


def table(rows: dict[str, list[float]]) -> str:
    """Medians in milliseconds, and the median of each round's ratio to its own yardstick."""
    lines = ["| what | CPU ms | of the yardstick | goal | runs |", "|---|---|---|---|---|"]
    for name, seconds in rows.items():
        yardstick = rows[YARDSTICK]
        paired = statistics.median(one / other for one, other in zip(seconds, yardstick, strict=False))
        goal = COMMANDS[name][1] if name in COMMANDS else ""
        lines.append(f"| {name} | {statistics.median(seconds) * 1000:.0f} | {paired:.2f} | {goal} | {len(seconds)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table({**quick_rows(), "`processpil build`, cold": full_build_row()}), *growth_rows(), sep="\n")
