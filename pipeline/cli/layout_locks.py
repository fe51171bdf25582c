"""What `processpil layout` does with the locks of a project's maps: writing, comparing, beginning anew, pinning."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings, exit_of
from pipeline.cli.visible import is_terminal, path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.authoring.layout_locks import Drift, Quality, Written
    from pipeline.release.project import Project

_OVER = "\r\x1b[K"  # back to the start of the line, and clear it

Result = TypeVar("Result")


def update(settings: Settings, names: Sequence[str]) -> int:
    """Write the locks of these maps, or of all; stdout lists those that changed."""
    from pipeline.authoring import layout_locks

    project = _sound(settings)
    found: list[Written] = []
    for name in _maps(settings, project, names):
        one = _made(settings, project, name, partial(layout_locks.update, project, name, _head()))
        found.append(one)
        if one.is_changed:
            click.echo(path_line(one.path))
        if one.drift and one.drift.is_much and not settings.quiet:
            click.echo(_drifted(name, one.drift), err=True)
    changed = sum(one.is_changed for one in found)
    if not settings.quiet:
        click.echo(word("layout", "updated" if changed else "unchanged", count=changed, total=len(found)), err=True)
    return Exit.DONE


def relayout(settings: Settings, names: Sequence[str]) -> int:
    """Lay these maps out anew and tell what was gained."""
    from pipeline.authoring import layout_locks

    project = _sound(settings)
    for name in _maps(settings, project, names):
        one = _made(settings, project, name, partial(layout_locks.relayout, project, name, _head()))
        if one.is_changed:
            click.echo(path_line(one.path))
        if one.drift and not settings.quiet:
            click.echo(_gain(name, one.drift), err=True)
    return Exit.DONE


def status(settings: Settings, names: Sequence[str]) -> int:
    """These maps, or all, as their locks hold them and as they would be afresh."""
    from pipeline.authoring import layout_locks

    project = _sound(settings)
    rows = [[word("layout.status", key) for key in ("map", "crossings", "bends", "text", "advice")]]
    for name in _maps(settings, project, names):
        drift = _made(settings, project, name, partial(layout_locks.status, project, name))
        rows.append([name, *_compared(drift), _advice(drift)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return Exit.DONE


def pin(settings: Settings, fixed: Sequence[str], loose: Sequence[str]) -> int:
    """Pin steps, or let go of them, in all locks that have them; stdout lists those that changed."""
    from pipeline.authoring import layout_locks

    project = _sound(settings)
    known = layout_locks.locked_steps(project)
    for name in (*fixed, *loose):
        if name not in known:
            raise Ended(Exit.USAGE, word("layout", "no_lock_of_step", name=name))
    changed = layout_locks.pin(project, fixed or loose, bool(fixed), _head())
    for path in changed:
        click.echo(path_line(path))
    if not changed and not settings.quiet:
        click.echo(word("layout", "nothing_to_pin"), err=True)
    return Exit.DONE


def _head() -> str:
    return word("layout", "head")


def _sound(settings: Settings) -> Project:
    """The project, if it is without faults."""
    project = settings.project()
    if project.report.has_errors:
        settings.tell(project, project.report)
        raise Ended(exit_of(project.report))
    return project


def _maps(settings: Settings, project: Project, names: Sequence[str]) -> Iterator[str]:
    """The maps with these names, or all; on a terminal each is told as its turn comes."""
    from pipeline.authoring.layout_locks import map_names

    known = map_names(project)
    for name in names:
        if name not in known:
            raise Ended(Exit.USAGE, word("layout", "no_map", name=name, known=", ".join(known)))
    if not known:
        raise Ended(Exit.USAGE, word("layout", "no_maps"))
    chosen = tuple(dict.fromkeys(names)) or known
    shown = is_terminal(sys.stderr) and not settings.quiet and os.environ.get("TERM") != "dumb"
    for number, name in enumerate(chosen, 1):
        if shown:
            working = word("layout", "working", map=name, number=number, total=len(chosen))
            click.echo(_OVER + working, nl=False, err=True)
        yield name
        if shown:
            click.echo(_OVER, nl=False, err=True)


def _made(settings: Settings, project: Project, name: str, make: Callable[[], Result]) -> Result:
    """What is made of a map; ends the program, with the map's lock as it was, where it cannot be laid out."""
    from pipeline.release.build import CannotBuild

    try:
        return make()
    except CannotBuild as fault:
        settings.tell(project, type(project.report).of([fault.finding]))
        raise Ended(Exit.FINDINGS, word("layout", "no_layout", map=name)) from None


def _drifted(name: str, drift: Drift) -> str:
    before = drift.locked.trouble if drift.locked else 0
    return word("layout", "drifted", map=name, trouble=drift.fresh.trouble, trouble_before=before)


def _gain(name: str, drift: Drift) -> str:
    now = _numbers(drift.fresh)
    if drift.locked is None:
        return word("layout", "begun", map=name, **now)
    before = {f"{key}_before": value for key, value in _numbers(drift.locked).items()}
    return word("layout", "gain", map=name, **now, **before)


def _compared(drift: Drift) -> Iterator[str]:
    fresh, locked = _numbers(drift.fresh), _numbers(drift.locked) if drift.locked else {}
    for key, value in fresh.items():
        if locked:
            yield word("layout.status", "values", locked=locked[key], fresh=value)
        else:
            yield word("layout.status", "fresh_value", fresh=value)


def _numbers(quality: Quality) -> dict[str, str]:
    text = f"{quality.text:g}".replace(".", ",")
    return {"crossings": str(quality.crossings), "bends": str(quality.bends), "text": text}


def _advice(drift: Drift) -> str:
    key = "no_lock" if drift.locked is None else "worth" if drift.is_much else "fine"
    return word("layout.status", key)
