"""`nox -s pdf-bench`: the handbook by five writers, CPU and peak memory; writes the page. About a quarter of an hour.

    python -m tests.bench.pdf [--outer PYTHON] [--rounds N] [--pages N [N ...]] [--memory N [N ...]] [--to FILE]

WeasyPrint and Typst are yardsticks from outside and optional: `--outer` is a Python that has them. Not for Windows.
"""

import argparse
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tests.bench.pdf.page import PAGE, page
from tests.bench.pdf.rounds import OURS, PLAIN, WRITERS, Bench

_WARM = 3


def main() -> None:
    """Measure, write, and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--outer", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--pages", type=int, nargs="+", default=[25, 100], metavar="N")
    parser.add_argument("--memory", type=int, nargs="*", default=[500, 1000, 2000], metavar="N")
    parser.add_argument("--to", type=Path, default=PAGE, metavar="FILE")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.outer)
        found = ", ".join(f"{name} {number}" for name, number in bench.versions().items())
        cpu = [bench.rows(pages, WRITERS, asked.rounds, _WARM) for pages in asked.pages]
        memory = [bench.rows(pages, (OURS, PLAIN), 1) for pages in asked.memory]
    ours = f"Python {platform.python_version()}, reportlab {version('reportlab')}, pikepdf {version('pikepdf')}"
    asked.to.write_text(page(f"{ours}, {found or 'no outer yardstick'}", cpu, memory), encoding="utf-8")
    print(asked.to)


if __name__ == "__main__":
    main()
