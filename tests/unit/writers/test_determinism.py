"""The same content gives the same bytes, whatever the process, hash seed, time zone, locale, folder and clock."""

import os
import pickle
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.document import Document, Sheets
from pipeline.scene import Metadata, Scene
from pipeline.writers import WRITERS
from pipeline.writers.look import Look

ROOT = Path(__file__).parents[3]
# Writes what was pickled, in another process, and prints one digest per file.
SCRIPT = """
import pickle, sys
from hashlib import sha256
from pipeline.writers import WRITERS
jobs, look = pickle.load(sys.stdin.buffer)
for name, content in jobs:
    print(sha256(WRITERS[name].write(content, look).data).hexdigest())
"""
WORLDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kolkata", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
    {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "not a number"},
)

Jobs = list[tuple[str, Sheets | Document]]


@pytest.fixture(scope="module")
def jobs(scene: Scene, metadata: Metadata, document: Document) -> Jobs:
    sheets = Sheets(metadata, (scene,))
    return [("svg", sheets), ("pdf", sheets), ("pdf", document)]


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world["TZ"])
def test_same_bytes_in_another_world(jobs: Jobs, look: Look, world: dict[str, str], tmp_path: Path) -> None:
    here = [sha256(WRITERS[name].write(content, look).data).hexdigest() for name, content in jobs]
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), **world}
    command = [sys.executable, "-c", SCRIPT]
    data = pickle.dumps((jobs, look))
    there = subprocess.run(command, input=data, capture_output=True, check=True, cwd=tmp_path, env=environment).stdout
    assert there.decode().split() == here
