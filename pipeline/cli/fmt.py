"""`processpil fmt`: the source files in canonical form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.authoring.formatting import Formatted, Outcome
    from pipeline.values import Value


@click.command(cls=SwedishCommand, help=word("help", "fmt"))
@click.argument("paths", nargs=-1, metavar="[FIL]...", type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help=word("help", "fmt_check"))
@click.pass_obj
def fmt(settings: Settings, paths: Sequence[Path], only_check: bool) -> int:
    """Exit 1 if a file has faults, or if with --check a file would change."""
    from pipeline.authoring.formatting import Outcome, format_files
    from pipeline.authoring.replacing import replace_file

    files = _chosen(settings, paths)
    counts: Counter[Outcome] = Counter()
    for found in format_files(settings.folder, files, None if only_check else replace_file):
        counts[found.outcome] += 1
        _tell(found)
    if not settings.quiet:
        click.echo(_summary(counts, only_check), err=True)
    left = counts[Outcome.FAULTY] + counts[Outcome.NOT_KEPT] + (counts[Outcome.CHANGED] if only_check else 0)
    return Exit.FINDINGS if left else Exit.DONE


def _summary(counts: Counter[Outcome], only_check: bool) -> str:
    from pipeline.authoring.formatting import Outcome

    key = "same" if counts[Outcome.SAME] == counts.total() else "would_change" if only_check else "changed"
    return word("fmt", key, count=counts[Outcome.CHANGED], total=counts.total())


def _chosen(settings: Settings, paths: Sequence[Path]) -> dict[str, type[Value]]:
    """The files that a person means: all of the project, or those named and those in named folders."""
    from pipeline.authoring.formatting import definitions
    from pipeline.release.workspace import NotAProject

    root = settings.folder
    try:
        files = definitions(root)
    except NotAProject:
        raise Ended(Exit.USAGE, word("faults", "no_project", folder=root.resolve())) from None
    wanted = {path: _below(root, path, files) for path in paths}
    for path, found in wanted.items():
        if not found:
            raise Ended(Exit.USAGE, word("fmt", "no_file", path=path))
    names = {name for found in wanted.values() for name in found}
    return {name: cls for name, cls in files.items() if name in names or not paths}


def _below(root: Path, path: Path, files: dict[str, type[Value]]) -> list[str]:
    """The files at a path, which is written from the folder one stands in or from the project's."""
    real = next((there.resolve() for there in (path, root / path) if there.exists()), None)
    return [name for name in files if real and (root / name).resolve().is_relative_to(real)]


def _tell(found: Formatted) -> None:
    """A changed file is data and goes to stdout; why a file was left alone goes to stderr."""
    from pipeline.authoring.formatting import Outcome

    match found.outcome:
        case Outcome.CHANGED:
            click.echo(path_line(found.path))
        case Outcome.FAULTY | Outcome.NOT_KEPT:
            click.echo(word("fmt", found.outcome.value, file=found.path), err=True)
        case Outcome.SAME:
            pass
