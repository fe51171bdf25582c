"""What is installed: Python, the program, its libraries and its own parts, and tools beside it.

Only the standard library is imported before a library is known to be there.
"""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

import pipeline
from pipeline.authoring.doctor.answers import Answer, State, broken

_HERE = Path(pipeline.__file__).resolve().parent
_PROGRAM = "processpil"
# name, then what versions will do, then where it is needed at all (PEP 508)
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*\(?([^;()]*)\)?\s*(;.*)?")
_BOUND = re.compile(r"(>=|<)\s*([0-9.]+)")
_TOOL = re.compile(r"^\| `([\w-]+)` \|", re.MULTILINE)


def examined() -> Iterator[Answer]:
    """Python, the program, each library it asks for, and each of its parts."""
    least, requirements = _requirements()
    running = ".".join(map(str, sys.version_info[:3]))
    is_new_enough = _fits(running, least)
    yield Answer(
        "python",
        State.OK if is_new_enough else State.FAULT,
        "version" if is_new_enough else "other_version",
        gaps={"version": running, "wanted": least},
    )
    yield Answer("program", State.OK, "version_in", gaps={"version": pipeline.__version__, "folder": str(_HERE.parent)})
    if not requirements:
        yield Answer("libraries", State.WARNING, "libraries_unknown")
    yield from (_library(requirement) for requirement in requirements)
    yield _parser()
    yield from _parts()


def outside_tools() -> Iterator[Answer]:
    """Git, and in a clone of the program the tools that its tests use (docs/tools.md)."""
    yield _tool("git", "git_missing", State.WARNING)
    table = _HERE.parent / "docs" / "tools.md"
    try:
        names = _TOOL.findall(table.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return
    for name in names:
        yield _tool(name, "only_for_tests", State.OK)


def _tool(name: str, missing: str, state: State) -> Answer:
    if shutil.which(name):
        return Answer("tool", State.OK, "found", name)
    return Answer("tool", state, missing, name)


def _requirements() -> tuple[str, list[str]]:
    """Which Python and which libraries the program asks for: as installed, else as in its own folder."""
    try:
        found = distribution(_PROGRAM)
        return found.metadata["Requires-Python"] or "", [one for one in found.requires or [] if "extra ==" not in one]
    except (PackageNotFoundError, KeyError):
        pass
    try:
        project = tomllib.loads((_HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        return project["requires-python"], project["dependencies"]
    except (OSError, ValueError, KeyError):
        return "", []


def _library(requirement: str) -> Answer:
    match = _REQUIREMENT.match(requirement)
    name, wanted = (match[1], match[2].strip()) if match else (requirement, "")
    try:
        found = version(name)
    except PackageNotFoundError:
        return Answer("library", State.FAULT, "library_missing", name)
    gaps = {"version": found, "wanted": wanted}
    if _fits(found, wanted):
        return Answer("library", State.OK, "version", name, gaps)
    return Answer("library", State.WARNING, "other_version", name, gaps)


def _fits(found: str, wanted: str) -> bool:
    """True if a version is within its bounds; only >= and < are looked at."""
    return all((_numbers(found) >= _numbers(bound)) == (sign == ">=") for sign, bound in _BOUND.findall(wanted))


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of a version without zeros at its end, so that 3 and 3.0 are equal."""
    numbers = [int(part) for part in re.findall(r"[0-9]+", text.partition("+")[0])]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _parser() -> Answer:
    try:
        parsers = import_module("pipeline.reading.yaml_tree").PARSERS
    except Exception as reason:
        return broken("parser", reason)
    is_fast = parsers["c"] is not parsers["pure"]
    return Answer("parser", State.OK if is_fast else State.WARNING, "parser_fast" if is_fast else "parser_slow")


def _parts() -> Iterator[Answer]:
    """Each part that has a library of its own, by loading it: only that shows if the library works here."""
    yield _part("reading", "pipeline.reading")
    yield _part("measuring", "pipeline.typesetting")
    try:
        writers = import_module("pipeline.writers").WRITERS
    except Exception as reason:
        yield broken("making", reason)
        return
    for format, writer in writers.items():
        yield _part("making", f"pipeline.writers.{writer.home}", format.upper())


def _part(topic: str, module: str, subject: str = "") -> Answer:
    try:
        import_module(module)
    except Exception as reason:
        return broken(topic, reason, subject)
    return Answer(topic, State.OK, "works", subject)
