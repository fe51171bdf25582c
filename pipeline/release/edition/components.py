"""Which libraries a release was made with: a list of components in the form of CycloneDX 1.6, for its manifest too.

It is the same on every system and Python: what a library asks for only on some of them is left out, and there is
neither a time nor a serial number in it, which the format lets be.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.release.edition.strict_json import canonical

PROGRAM = "processpil"
_PROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"
_NAME = re.compile(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?")  # PEP 508
_LONGEST_NAME = 60  # some libraries write the whole text of their licence where its name is asked for


@dataclass(frozen=True, slots=True)
class Library:
    """A library in use. `expression` is its licence in SPDX's terms, `licence` what it is called otherwise.

    `key` is its name as registries compare it; `needs` are the keys of what it cannot do without.
    """

    key: str
    name: str
    version: str
    expression: str
    licence: str
    needs: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Its address among packages of all kinds (package-url, type pypi)."""
        return f"pkg:pypi/{self.key}@{self.version}"


def components_bytes() -> bytes:
    """The list as a file. Raises PackageNotFoundError where a library is missing: then nothing could be made."""
    found = libraries()
    return canonical(
        {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {
                "component": {
                    **{"type": "application", "bom-ref": _PROGRAM_REF, "name": PROGRAM, "version": __version__},
                    "licenses": [{"expression": "MIT"}],
                }
            },
            "components": [_component(library) for library in found],
            "dependencies": list(_graph(found)),
        }
    )


def tools() -> dict[str, str]:
    """The versions of the program and its libraries, by their names as registries write them."""
    return {PROGRAM: __version__, **{library.key: library.version for library in libraries()}}


def libraries() -> tuple[Library, ...]:
    """The libraries that the program needs, and those that they need, in the order of their keys."""
    found: dict[str, Library] = {}
    waiting = list(_required(program_requirements()))
    while waiting:
        key = waiting.pop()
        if key not in found:
            found[key] = _library(key)
            waiting.extend(found[key].needs)
    return tuple(found[key] for key in sorted(found))


def program_requirements() -> tuple[str, ...]:
    """What the program asks for: as pyproject.toml of a clone says, else as it was installed."""
    if _PROJECT.is_file():
        project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
        if project["name"] == PROGRAM:
            return tuple(project["dependencies"])
    return tuple(metadata.requires(PROGRAM) or ())


_PROGRAM_REF = f"{PROGRAM}@{__version__}"


def _key(name: str) -> str:
    """A name as registries compare it (PEP 503)."""
    return re.sub("[-_.]+", "-", name).lower()


def _required(requirements: Iterable[str]) -> Iterator[str]:
    """The keys of what is asked for everywhere: neither as an extra nor on some systems or Pythons only (PEP 508)."""
    for line in requirements:
        requirement, _, marker = line.partition(";")
        if not marker and (name := _NAME.match(requirement.strip())):
            yield _key(name[0])


def _library(key: str) -> Library:
    told = metadata.distribution(key)
    expression = _said(told.metadata, "License-Expression")
    licence = _said(told.metadata, "License")
    needs = tuple(sorted(set(_required(told.requires or ()))))
    return Library(key, told.name, told.version, expression, licence if len(licence) <= _LONGEST_NAME else "", needs)


def _said(told: metadata.PackageMetadata, field: str) -> str:
    """What a library says of itself, on one line; empty where it says nothing."""
    return " ".join(told[field].split()) if field in told else ""


def _component(library: Library) -> dict[str, Any]:
    licences: list[dict[str, Any]] = []
    if library.expression:
        licences = [{"expression": library.expression}]
    elif library.licence:
        licences = [{"license": {"name": library.licence}}]
    return {
        **{"type": "library", "bom-ref": library.purl, "name": library.name, "version": library.version},
        **{"purl": library.purl, "scope": "required"},
        **({"licenses": licences} if licences else {}),
    }


def _graph(found: tuple[Library, ...]) -> Iterator[dict[str, Any]]:
    """Who needs whom, each by its reference."""
    refs = {library.key: library.purl for library in found}
    yield {"ref": _PROGRAM_REF, "dependsOn": sorted(refs[key] for key in set(_required(program_requirements())))}
    yield from ({"ref": one.purl, "dependsOn": sorted(refs[key] for key in one.needs)} for one in found)
