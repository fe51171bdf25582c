"""Lengths are summed exactly: up to Python 3.11 `sum` rounds after each, later not, and a PDF shows the difference."""

import builtins
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from pipeline.release.build import build
from pipeline.release.plan import planned
from tests.support.editions import sound, write_every_kind


def test_no_length_is_summed_by_what_rounds_differently(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind of publication in every format, without a lock, so that the layout engine runs as well."""
    found: set[str] = set()
    really = builtins.sum

    def watching(values: Iterable[Any], /, start: Any = 0) -> Any:
        total = really(values, start)
        caller = sys._getframe(1)
        name = str(caller.f_globals.get("__name__"))
        if isinstance(total, float) and name.startswith("pipeline."):
            found.add(f"{name}:{caller.f_lineno}")
        return total

    project = sound(write_every_kind(tmp_path / "p"))
    assert project.programme is not None
    monkeypatch.setattr(builtins, "sum", watching)
    build(project, planned(project.programme), lambda *_: None, verify=True)
    assert sorted(found) == []
