"""What the quick commands must not load: their start would cost more than their work."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

WRITERS = {"reportlab", "docx", "drawsvg", "pikepdf", "page", "fontTools", "pypdfium2", "PIL", "lxml", "jinja2"} | {
    "segno"
}

# Runs the command line in a fresh interpreter and prints, last of all, what it loaded.
LISTING = """
import json, sys
from pipeline.cli import main
sys.argv = ["processpil", *{arguments!r}]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(sys.modules)))
"""


def _loaded(root: Path, *arguments: str) -> set[str]:
    code = LISTING.format(arguments=arguments)
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("--help",), ("check",)], ids=" ".join)
def test_quick_commands_load_no_writer_library(root: Path, arguments: tuple[str, ...]) -> None:
    assert {name.partition(".")[0] for name in _loaded(root, *arguments)} & WRITERS == set()


def test_check_reads_locks_without_the_layout_engine(root: Path) -> None:
    assert {name for name in _loaded(root, "check") if name.startswith("pipeline.layout")} == set()


def test_help_builds_no_models(root: Path) -> None:
    loaded = _loaded(root, "--help")
    assert {
        name for name in loaded if name.startswith(("pydantic.main", "pydantic_core", "pipeline.model", "yaml"))
    } == set()
