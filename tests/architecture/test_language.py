"""No Swedish in the code: what the partners say stands in sources/, what the product says in pipeline/locale/."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))

SWEDISH = re.compile("[\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6]")
# Field(description=..., examples=...): help for authors, the one exception.
AUTHOR_HELP = {"description", "examples"}
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def _exempt(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and what is written as help for authors."""
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            yield node.body[0]
        if isinstance(node, ast.keyword) and node.arg in AUTHOR_HELP:
            yield node.value


def swedish_literals(code: str) -> list[str]:
    """The string literals with Swedish letters that are not exempt, as line and text."""
    tree = ast.parse(code)
    exempt = {id(inner) for outer in _exempt(tree) for inner in ast.walk(outer)}
    return [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in exempt and SWEDISH.search(node.value)
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_has_no_swedish_literals(path: Path) -> None:
    assert swedish_literals(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('"""Åtgärd."""\nx = "plain"', []),
        ('x = Field(description="Fält", examples=["ö"])', []),
        ('x = "fält"', ["1: fält"]),
        ('x = f"nr {1} är"', ["1:  är"]),
        ('def f():\n    """Är."""\n    return {"å": 1}', ["3: å"]),
    ],
)
def test_the_rule_itself(code: str, found: list[str]) -> None:
    assert swedish_literals(code) == found
