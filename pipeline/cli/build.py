"""`processpil build`: the publications into the output folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import candidates
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings, exit_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import as_json, is_terminal, path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.model import Programme
    from pipeline.release.alone import AnotherBuild
    from pipeline.release.build import Made, Progress
    from pipeline.release.plan import Artefact, Selection
    from pipeline.release.project import Project


_OVER = "\r\x1b[K"  # back to the start of the line, and clear it


@click.command(cls=SwedishCommand, help=word("help", "build"))
@click.argument("targets", nargs=-1, metavar="[PUBLIKATION]...", shell_complete=candidates.publications)
@click.option(
    "--to", "formats", multiple=True, metavar="FORMAT", help=word("help", "to"), shell_complete=candidates.formats
)
@click.option("--actor", metavar="ID", help=word("help", "actor"), shell_complete=candidates.actors)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar=word("help", "folder_metavar"), help=word("help", "out")
)
@click.option("--verify", is_flag=True, help=word("help", "verify"))
@click.option("--json", is_flag=True, help=word("help", "json"))
@click.pass_obj
def build(
    settings: Settings,
    targets: Sequence[str],
    formats: Sequence[str],
    actor: str | None,
    out: Path | None,
    verify: bool,
    json: bool,
) -> int:
    """Exit 1 if the sources have faults, or a verified file has; then nothing in the output folder changes."""
    from pipeline.diagnostics import Severity
    from pipeline.release.alone import AnotherBuild
    from pipeline.release.publish import recover

    folder = out or settings.folder / "output" / "utkast"
    try:
        recover(folder)
    except AnotherBuild as fault:
        raise busy(fault) from None
    project = settings.project()
    loud = project.report.of_at_least(Severity.WARNING)
    if loud.findings:
        settings.tell(project, loud)
    if project.report.has_errors:
        raise Ended(exit_of(project.report), word("faults", "not_built"))
    selected = _selected(project, targets, formats, actor)
    paths = _published(settings, project, selected, folder, verify)
    _listed(settings, paths, folder, json)
    return Exit.DONE


def _selected(
    project: Project, targets: Sequence[str], formats: Sequence[str], actor: str | None
) -> tuple[Artefact, ...]:
    from pipeline.release.plan import ALL_ACTORS, Selection, planned

    plan = planned(_programme(project))
    wanted = frozenset(name.strip() for value in formats for name in value.split(","))
    _known("no_target", targets, (artefact.publication.target for artefact in plan))
    _known("no_format", sorted(wanted), (artefact.format for artefact in plan))
    _known("no_actor", [] if actor is None else [actor], [*_readers(_programme(project)), ALL_ACTORS])
    selection: Selection = Selection(frozenset(targets), wanted, actor or "")
    found = tuple(artefact for artefact in plan if selection.takes(artefact))
    if not found:
        raise Ended(Exit.USAGE, word("faults", "nothing"))
    return found


def _readers(programme: Programme) -> Iterator[str]:
    """The ids of the actors, each with those of its units."""
    for actor in programme.actors:
        yield actor.name_id
        yield from (unit.name_id for unit in actor.units or ())


def _programme(project: Project) -> Programme:
    """The programme of a project without faults."""
    if project.programme is None:
        raise ValueError(project.root)
    return project.programme


def _known(fault: str, names: Iterable[str], known: Iterable[str]) -> None:
    there = tuple(dict.fromkeys(known))
    for name in names:
        if name not in there:
            raise Ended(Exit.USAGE, word("faults", fault, name=name, known=", ".join(there)))


def _published(
    settings: Settings, project: Project, selected: tuple[Artefact, ...], folder: Path, verify: bool
) -> tuple[Path, ...]:
    from pipeline.release.alone import AnotherBuild
    from pipeline.release.build import CannotBuild
    from pipeline.release.build import build as make
    from pipeline.release.plan import planned
    from pipeline.release.publish import NotAnOutputFolder, publish

    programme = _programme(project)
    try:
        made: tuple[Made, ...] = make(project, selected, progress_of(settings), verify)
        _sound(settings, project, made)
        paths = {artefact.path for artefact in planned(programme)}
        date, language = programme.settings.date.isoformat(), programme.settings.language
        return publish(folder, made, paths, date, language)
    except CannotBuild as fault:
        settings.tell(project, type(project.report).of([fault.finding]))
        raise Ended(Exit.FINDINGS, word("faults", "not_built")) from None
    except AnotherBuild as fault:
        raise busy(fault) from None
    except NotAnOutputFolder:
        raise Ended(Exit.USAGE, word("faults", "not_output", folder=folder)) from None


def _sound(settings: Settings, project: Project, made: tuple[Made, ...]) -> None:
    """Ends the command if a file was found to be bad: then none is published."""
    found = [finding for one in made for finding in one.findings]
    if found:
        settings.tell(project, type(project.report).of(found))
        raise Ended(Exit.FINDINGS, word("faults", "not_built"))


def busy(fault: AnotherBuild) -> Ended:
    """Somebody else writes in the folder: who, and what to do."""
    words = word("faults", "another_build", folder=fault.folder, pid=fault.pid, host=fault.host)
    return Ended(Exit.ENVIRONMENT, words)


def progress_of(settings: Settings, key: str = "making") -> Progress:
    """One line that is written over, on a terminal only, in the words of the key."""
    shown = _has_progress(settings)

    def tell(done: int, total: int, path: str) -> None:
        if shown:
            click.echo(_OVER + word("progress", key, path=path, done=done, total=total), nl=False, err=True)

    return tell


def clear_progress(settings: Settings) -> None:
    """Nothing in the line that was written over."""
    if _has_progress(settings):
        click.echo(_OVER, nl=False, err=True)


def _listed(settings: Settings, paths: Sequence[Path], folder: Path, json: bool) -> None:
    if _has_progress(settings):
        click.echo(_OVER + word("progress", "done", count=len(paths) - 1, folder=folder), err=True)
    shown = [path.as_posix() for path in paths]
    click.echo(as_json(shown) if json else "\n".join(map(path_line, shown)))


def _has_progress(settings: Settings) -> bool:
    """On a terminal that can write over a line."""
    return is_terminal(sys.stderr) and not settings.quiet and os.environ.get("TERM") != "dumb"
