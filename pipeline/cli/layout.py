"""`processpil layout`: the locks of the project's maps; or a graph from a file, laid out and written to another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import candidates
from pipeline.cli.exits import Ended, Exit
from pipeline.cli.settings import Settings, exit_of
from pipeline.cli.swedish import SwedishCommand
from pipeline.cli.visible import path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.authoring.layout_exchange import MapGraph, Wish
    from pipeline.layout import Hold

# As pipeline.authoring.layout_exchange.PAPERS has them (a test compares); named here so that --help loads nothing.
PAPERS = ("A4", "A3", "A2", "A1", "A0")
_UPRIGHT = "portrait"
_TEXT_LEAST, _TEXT_MOST = 1, 144  # pt

_FILE = click.Path(path_type=Path)
_MAP, _STEP = word("help", "map_metavar"), word("help", "step_metavar")


@click.command(cls=SwedishCommand, help=word("help", "layout"))
@click.argument("maps", nargs=-1, metavar=f"[{_MAP}]...", shell_complete=candidates.maps)
@click.option("--update", is_flag=True, help=word("help", "layout_update"))
@click.option("--status", is_flag=True, help=word("help", "layout_status"))
@click.option(
    "--relayout", multiple=True, metavar=_MAP, help=word("help", "layout_relayout"), shell_complete=candidates.maps
)
@click.option("--pin", multiple=True, metavar=_STEP, help=word("help", "layout_pin"), shell_complete=candidates.steps)
@click.option(
    "--unpin", multiple=True, metavar=_STEP, help=word("help", "layout_unpin"), shell_complete=candidates.steps
)
@click.option("--graph", type=_FILE, metavar=word("help", "file_metavar"), help=word("help", "graph"))
@click.option("--result", type=_FILE, metavar=word("help", "file_metavar"), help=word("help", "result"))
@click.option("--paper", type=click.Choice(PAPERS), help=word("help", "paper"))
@click.option("--orientation", type=click.Choice(["landscape", _UPRIGHT]), help=word("help", "orientation"))
@click.option("--text", type=float, metavar=word("help", "pt_metavar"), help=word("help", "text"))
@click.option("--lock", type=_FILE, metavar=word("help", "file_metavar"), help=word("help", "lock"))
@click.option("--fast", is_flag=True, help=word("help", "fast"))
@click.pass_obj
def layout(
    settings: Settings,
    /,
    maps: Sequence[str],
    update: bool,
    status: bool,
    relayout: Sequence[str],
    pin: Sequence[str],
    unpin: Sequence[str],
    **drawing: Any,
) -> int:
    """One thing at a time: the locks of the project's maps, or a drawing for another program."""
    files = [f"--{name}" for name, value in drawing.items() if value]
    of_locks = {"--update": update, "--status": status, "--relayout": relayout, "--pin": pin, "--unpin": unpin}
    asked = [name for name, value in of_locks.items() if value]
    if not asked and not maps:
        return _drawn(settings, **drawing)
    if len(asked) != 1 or files or (maps and not (update or status)):
        raise Ended(Exit.USAGE, word("layout", "one_thing"))
    from pipeline.cli import layout_locks

    if update:
        return layout_locks.update(settings, maps)
    if status:
        return layout_locks.status(settings, maps)
    return layout_locks.relayout(settings, relayout) if relayout else layout_locks.pin(settings, pin, unpin)


def _drawn(
    settings: Settings,
    graph: Path | None,
    result: Path | None,
    paper: str | None,
    orientation: str | None,
    text: float | None,
    lock: Path | None,
    fast: bool,
) -> int:
    """A graph laid out. Exit 1 if it has faults; then the result's file is not touched."""
    from pipeline.authoring.layout_exchange import graph_of, hold_bytes, result_bytes
    from pipeline.authoring.replacing import replace_file
    from pipeline.layout import Effort, laid_out

    source, target = _files(graph, result)
    read = _read(settings, source)
    wish = _wish(read, paper, orientation, text)
    hold = _hold(settings, lock)
    drawing = laid_out(graph_of(read, wish), Effort.PASS if fast else Effort.SEARCH, hold)
    if lock and hold is None:  # drawn once more by its own lock, so that it is what the next drawing will be
        drawing = laid_out(graph_of(read, wish), Effort.PASS, drawing.hold)
    replace_file(target, result_bytes(read, drawing, wish.is_portrait))
    if lock:
        replace_file(lock, hold_bytes(read, drawing.hold))
    click.echo(path_line(target.as_posix()))
    return Exit.DONE


def _files(graph: Path | None, result: Path | None) -> tuple[Path, Path]:
    """The file to read and the file to write. (click's own word for an option that is required is English.)"""
    if graph is None or result is None:
        raise Ended(Exit.USAGE, word("faults", "no_argument", name="--result" if graph else "--graph"))
    if not graph.is_file():
        raise Ended(Exit.USAGE, word("faults", "no_file", file=graph))
    if result.exists() and result.samefile(graph):
        raise Ended(Exit.USAGE, word("layout", "same_file"))
    return graph, result


def _read(settings: Settings, source: Path) -> MapGraph:
    from pipeline.authoring.layout_exchange import read_graph

    file, data = source.as_posix(), source.read_bytes()
    graph, report = read_graph(file, data)
    if graph is None:
        settings.tell_of({file: data}, report)
        raise Ended(exit_of(report), word("layout", "not_written"))
    return graph


def _hold(settings: Settings, lock: Path | None) -> Hold | None:
    """What the lock holds, if there is one already."""
    from pipeline.authoring.layout_exchange import read_hold

    if lock is None or not lock.is_file():
        return None
    file, data = lock.as_posix(), lock.read_bytes()
    hold, report = read_hold(file, data)
    if hold is None:
        settings.tell_of({file: data}, report)
        raise Ended(exit_of(report), word("layout", "not_written"))
    return hold


def _wish(graph: MapGraph, paper: str | None, orientation: str | None, text: float | None) -> Wish:
    """What is asked for, and for the rest what suits the graph."""
    from pipeline.authoring.layout_exchange import Wish, default_wish
    from pipeline.lengths import Pt

    usual = default_wish(graph)
    if text is not None and not _TEXT_LEAST <= text <= _TEXT_MOST:
        raise Ended(Exit.USAGE, word("layout", "bad_text", text=text, least=_TEXT_LEAST, most=_TEXT_MOST))
    return Wish(
        paper=paper or usual.paper,
        is_portrait=usual.is_portrait if orientation is None else orientation == _UPRIGHT,
        text=usual.text if text is None else Pt(text),
    )
