"""Small modules, short functions, and a first line that says what a module is."""

import ast
from pathlib import Path

import pytest

LINES = 400
STATEMENTS = 40

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))


def _statements(function: ast.AST) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1


def _opening(tree: ast.Module) -> list[str]:
    """The lines of a docstring that stands on the first line of a module."""
    first = tree.body[0] if tree.body else None
    return (ast.get_docstring(tree) or "").splitlines() if first and first.lineno == 1 else []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)

    opening = _opening(tree)
    assert opening, "the first line is no docstring"
    assert opening[0].endswith("."), "the first line of the docstring is not a whole sentence"
    assert not "".join(opening[1:2]), "the first line of the docstring is not followed by an empty one"

    assert text.count("\n") <= LINES, "too long a module: make it a folder"

    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if _statements(node) > STATEMENTS] == [], "too long a function"
