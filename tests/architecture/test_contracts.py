"""Floors, strangers and homes: the import contracts of pyproject.toml."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports


def test_every_import_contract_holds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verdict = lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True)
    assert verdict == 0, capsys.readouterr().out


def test_values_are_never_made_without_their_checks(root: Path) -> None:
    """`model_construct` skips all validation."""
    users = [
        path for path in (root / "pipeline").rglob("*.py") if "model_construct" in path.read_text(encoding="utf-8")
    ]
    assert [path.name for path in users if path.name != "values.py"] == []
