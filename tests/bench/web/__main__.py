"""`nox -s web-bench`: what a reader waits for on the web page, in Chromium; writes the page. About three minutes.

python -m tests.bench.web [--rounds N] [--to FILE]
"""

import argparse
import platform
import tempfile
from pathlib import Path

from tests.bench.web.page import PAGE, page
from tests.bench.web.pages import pages
from tests.bench.web.visits import rounds
from tests.support.browser import launched


def main() -> None:
    """Measure, write, print, and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--to", type=Path, default=PAGE, metavar="FILE")
    asked = parser.parse_args()
    with launched() as browser:
        found = f"Chromium {browser.version}, {platform.system()}"
    with tempfile.TemporaryDirectory() as folder:
        files = pages(Path(folder))
        sizes = {name: file.stat().st_size for name, file in files.items()}
        text = page(found, rounds(files, asked.rounds), sizes)
    asked.to.write_text(text, encoding="utf-8")
    print(text, asked.to, sep="\n")


if __name__ == "__main__":
    main()
