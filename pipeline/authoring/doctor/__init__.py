"""What the program needs and finds where it runs: each thing with its state, even where half of it is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.authoring.doctor import installation, workplace
from pipeline.authoring.doctor.answers import Answer, State

__all__ = ["Answer", "State", "examined"]


def examined(root: Path) -> Iterator[Answer]:
    """All answers for a project's folder, or for a folder without a project; nothing here raises."""
    yield from installation.examined()
    yield from workplace.examined(root)
    yield from installation.outside_tools()
