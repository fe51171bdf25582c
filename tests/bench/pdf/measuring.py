"""What a process costs: CPU seconds and peak memory, as the system counts them for that process alone."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# ru_maxrss is in bytes there, else in KiB (getrusage(2)).
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Spent:
    """User and system time of a whole process, s; its peak memory, MB; and CPU seconds of each time that it wrote."""

    cpu: float
    memory: float
    each: tuple[float, ...]


class Broken(Exception):
    """The process failed; the text is the end of what it said."""


def spent(command: Sequence[str]) -> Spent:
    """Runs a command that prints a JSON list of seconds last. Raises Broken if it fails. Not for Windows.

    The bench itself must stay small: Linux counts the starter's memory as the child's peak until the child's is larger.
    """
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        said, _ = process.stdout.read(), process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Broken(said[-2000:])
    each = json.loads(said.splitlines()[-1])
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_UNIT / 1e6, tuple(each))


_COUNT = """
import re, sys, pypdfium2
with pypdfium2.PdfDocument(sys.argv[1]) as pdf:
    words = sum(len(re.findall(r"[^\\W\\d_]{2,}", page.get_textpage().get_text_bounded())) for page in pdf)
    print(len(pdf), words)
"""


def made(path: Path) -> tuple[int, int]:
    """Pages and words (of two letters or more) of a PDF, counted in another process, for the reason above."""
    run = subprocess.run([sys.executable, "-c", _COUNT, str(path)], capture_output=True, text=True, check=True)
    pages, words = run.stdout.split()
    return int(pages), int(words)
