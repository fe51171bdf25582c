"""Writes the prepared handbook with WeasyPrint or Typst: run as a file, by a Python that has them, without our package.

    python outer_writer.py weasyprint|typst|which FOLDER TIMES

Prints the CPU seconds of each time; with `which` the versions that are there. The PDF stands in FOLDER afterwards.
"""

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module, metadata
from pathlib import Path
from typing import Any


def _weasyprint(folder: Path) -> None:
    # By name, so that a machine without it can read this file: no library of the project's.
    weasyprint: Any = import_module("weasyprint")
    page = weasyprint.HTML(folder / "handbook.html")
    page.write_pdf(folder / "weasyprint.pdf", pdf_variant="pdf/ua-1")


def _typst(folder: Path) -> None:
    typst: Any = import_module("typst")
    typst.compile(
        str(folder / "handbook.typ"),
        output=str(folder / "typst.pdf"),
        font_paths=[str(folder)],
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
    )


WRITERS: dict[str, Callable[[Path], None]] = {"weasyprint": _weasyprint, "typst": _typst}


def _versions() -> dict[str, str]:
    """What can be imported here; WeasyPrint also needs libraries of the system."""
    found = {}
    for name in WRITERS:
        try:
            import_module(name)
        except (ImportError, OSError):
            continue
        found[name] = metadata.version(name)
    return found


def main(name: str, folder: str, times: str) -> None:
    """Write so many times, and say what each cost."""
    seconds = []
    for _ in range(int(times)):
        begun = time.process_time()
        WRITERS[name](Path(folder))
        seconds.append(time.process_time() - begun)
    print(json.dumps(seconds))


if __name__ == "__main__":
    if sys.argv[1] == "which":
        print(json.dumps(_versions()))
    else:
        main(*sys.argv[1:4])
