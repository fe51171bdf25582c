"""`nox -s docx-bench`: our Word writer beside plain python-docx, and how it grows; writes the page. About five minutes.

python -m tests.bench.docx [--rounds N] [--to FILE]
"""

import argparse
import platform
from importlib.metadata import version
from pathlib import Path

from tests.bench.docx.page import PAGE, page
from tests.bench.docx.rounds import against_plain, growth


def main() -> None:
    """Measure, write, print, and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=6, metavar="N")
    parser.add_argument("--to", type=Path, default=PAGE, metavar="FILE")
    asked = parser.parse_args()
    found = f"Python {platform.python_version()}, python-docx {version('python-docx')}, lxml {version('lxml')}"
    written = page(found, against_plain(asked.rounds), growth(asked.rounds))
    asked.to.write_text(written, encoding="utf-8")
    print(written, asked.to, sep="\n")


if __name__ == "__main__":
    main()
