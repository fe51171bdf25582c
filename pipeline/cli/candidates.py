"""What can be completed on the command line: publications, formats, actors and codes, by their ids.

Whoever presses the tab key wants a proposal or nothing: without a project, or with a broken one, there is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# An id and what is said about it.
Proposals = Iterable[tuple[str, str]]
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
_CODE = re.compile(r"^- code: ([A-Z][0-9]{3})$", re.MULTILINE)


def _completer(proposals: Callable[[Path], Proposals]) -> Completer:
    """A function as click wants it, from one that knows all there is in a project's folder."""

    @wraps(proposals)
    def complete(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        # Several formats may stand in one word, with commas between.
        before, comma, rest = begun.rpartition(",")
        try:
            found = list(proposals(Path(context.find_root().params.get("folder") or ".")))
        except Exception:  # no message could be read in the middle of a command that is being typed
            return []
        return [CompletionItem(before + comma + value, help=text) for value, text in found if value.startswith(rest)]

    return complete


@_completer
def publications(folder: Path) -> Proposals:
    """The publications with their names, also of a project with faults elsewhere."""
    from pipeline.reading.yaml_tree import read_tree

    data = (folder / "sources" / "publikationer.yaml").read_bytes()
    root = read_tree("", data, lambda _: True).root
    entries = root.get("publikationer") if isinstance(root, Mapping) else None
    for entry in entries or ():
        if isinstance(entry, Mapping) and isinstance(entry.get("id"), str):
            yield entry["id"], str(entry.get("namn") or "")


@_completer
def formats(_: Path) -> Proposals:
    """The formats of files."""
    from pipeline.writers import WRITERS

    return [(name, "") for name in WRITERS]


@_completer
def actors(folder: Path) -> Proposals:
    """The actors, whose files have their ids as names, and their units, also of a project with faults elsewhere."""
    from pipeline.reading.yaml_tree import read_tree

    for file in sorted((folder / "sources" / "aktorer").glob("[!.]*.yaml")):
        yield file.stem, ""
        root = read_tree("", file.read_bytes(), lambda _: True).root
        entries = root.get("enheter") if isinstance(root, Mapping) else None
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, Mapping) and isinstance(entry.get("id"), str):
                yield entry["id"], str(entry.get("namn") or "")


@_completer
def maps(folder: Path) -> Proposals:
    """The maps of a project that can be read."""
    from pipeline.release.locks import maps_of
    from pipeline.release.project import read_project

    programme = read_project(folder).programme
    return [(name, one.publication.name) for name, one in maps_of(programme).items()] if programme else ()


@_completer
def steps(folder: Path) -> Proposals:
    """The steps of a project that can be read."""
    from pipeline.release.project import read_project

    programme = read_project(folder).programme
    return [(step.name_id, step.title) for _, step in programme.steps()] if programme else ()


@_completer
def themes(folder: Path) -> Proposals:
    """The themes, by the names of their files."""
    from pipeline.release.workspace import theme_files

    return [(file.stem, "") for file in theme_files(folder)]


@_completer
def releases(folder: Path) -> Proposals:
    """The releases of the project, the newest first."""
    from pipeline.release.edition.shelf import Shelf

    return [(name, "") for name in reversed(Shelf(folder / "output").names())]


@_completer
def codes(_: Path) -> Proposals:
    """The codes of findings."""
    from pipeline.release.workspace import locale_file

    return [(code, "") for code in sorted(_CODE.findall(locale_file("sv", "faults.yaml")[1].decode("utf-8")))]
