"""The tree in docs/architecture.md, made from the first line of each module; `nox -s generated` writes it.

Floors and their order come from the import contract, so the page cannot say something else than what is enforced.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "architecture.md"
OPENING = "<!-- tree: written by nox -s generated -->\n```text\n"
CLOSING = "```\n<!-- end of tree -->"
COLUMN = 30

# What stands on no floor: what every package may have, and data.
UNPLACED = "around the floors"


def floors() -> list[tuple[str, list[str]]]:
    """Heading and names of each floor, lowest first, as the layers contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["name"].startswith("floors"))
    names = [layer.replace("|", " ").replace(":", " ").split() for layer in reversed(layers)]
    placed = {name for floor in names for name in floor}
    rest = sorted(path.stem for path in _entries(ROOT / "pipeline") if path.stem not in placed)
    return [(UNPLACED, rest), *((f"floor {number}", floor) for number, floor in enumerate(names))]


def tree() -> str:
    """One line for each module and text file of pipeline/, floor by floor."""
    lines = []
    for heading, names in floors():
        lines.append(f"— {heading} —")
        entries = [path for name in names for path in _entries(ROOT / "pipeline") if path.stem == name]
        lines += [line for entry in entries for line in _lines(entry, depth=0)]
    return "\n".join(lines) + "\n"


def page_with(block: str) -> str:
    """The page with this tree in place of its own."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(OPENING)
    return before + OPENING + block + CLOSING + rest.partition(CLOSING)[2]


def _entries(folder: Path) -> list[Path]:
    """Modules, text files and folders that hold any; `__init__` speaks for its folder."""
    kept = [path for path in folder.iterdir() if path.suffix in {".py", ".yaml", ".toml"} or _is_folder_of_ours(path)]
    return sorted(kept, key=lambda path: path.name)


def _is_folder_of_ours(path: Path) -> bool:
    return path.is_dir() and any(path.rglob("*.py")) | any(path.rglob("*.yaml"))


def _lines(path: Path, depth: int) -> Iterator[str]:
    name = "  " * depth + path.name + ("/" if path.is_dir() else "")
    yield f"{name:{COLUMN}}{_first_line(path)}".rstrip()
    if path.is_dir() and path.name != "examples":
        for entry in _entries(path):
            if entry.name != "__init__.py":
                yield from _lines(entry, depth + 1)


def _first_line(path: Path) -> str:
    """What a module, package or text file says of itself."""
    source = path / "__init__.py" if path.is_dir() else path
    if not source.exists():
        return ""
    text = source.read_text(encoding="utf-8")
    if source.suffix in {".yaml", ".toml"}:
        return text.splitlines()[0].removeprefix("#").strip() if text.startswith("#") else ""
    return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]


if __name__ == "__main__":
    PAGE.write_text(page_with(tree()), encoding="utf-8")
