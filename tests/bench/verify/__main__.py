"""`nox -s release-bench`: verifying the bytes of a release, beside sha256sum and hashlib; writes the page. A minute.

python -m tests.bench.verify [--rounds N] [--to FILE]
"""

import argparse
import os
import platform
from pathlib import Path

from tests.bench.verify.page import PAGE, page
from tests.bench.verify.rounds import measured


def main() -> None:
    """Measure, write, print, and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    parser.add_argument("--to", type=Path, default=PAGE, metavar="FILE")
    asked = parser.parse_args()
    found = f"Python {platform.python_version()}, {os.cpu_count()} processors, {_instructions()}"
    written = page(found, measured(asked.rounds))
    asked.to.write_text(written, encoding="utf-8")
    print(written, asked.to, sep="\n")


def _instructions() -> str:
    """Whether the processor has instructions of its own for SHA-256, which decides most."""
    file = Path("/proc/cpuinfo")
    if not file.is_file():
        return "nothing known of its instructions for SHA-256"
    return f"{'with' if ' sha_ni' in file.read_text(encoding='ascii') else 'without'} instructions for SHA-256"


if __name__ == "__main__":
    main()
