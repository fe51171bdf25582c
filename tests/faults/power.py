"""The power goes: every state that a disk may be in after any part of a deed, by what file systems promise.

A file's bytes are safe once it was synced, a name (made, moved or removed) once its folder was. Until then each may be
lost while a later one is kept: file systems write in their own order. A renaming is one event: both names or neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.release.disk import Disk

Node = int
State = dict[str, bytes | None]  # by path; None is a folder


@dataclass(frozen=True, slots=True)
class Event:
    """A change that is not safe yet: names in a folder (None takes one away), or bytes of a file."""

    folder: Node | None = None
    names: tuple[tuple[str, Node | None], ...] = ()
    file: Node | None = None
    data: bytes = b""


@dataclass
class _Volume:
    """What lies on a disk: the names in each folder, and the bytes of each file, by their nodes."""

    names: dict[Node, dict[str, Node]] = field(default_factory=dict)
    data: dict[Node, bytes] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        if event.file is not None:
            self.data[event.file] = event.data
        for name, node in event.names:
            held = self.names[event.folder or 0]
            if node is None:
                held.pop(name, None)
            else:
                held[name] = node

    def with_events(self, events: list[Event]) -> _Volume:
        copy = _Volume({node: dict(names) for node, names in self.names.items()}, dict(self.data))
        for event in events:
            copy.take(event)
        return copy

    def state(self, node: Node = 0, above: str = "") -> State:
        """What can be reached from the top."""
        found: State = {}
        for name, child in sorted(self.names[node].items()):
            path = f"{above}{name}"
            if child in self.names:
                found |= {path: None} | self.state(child, f"{path}/")
            else:
                found[path] = self.data[child]
        return found


@dataclass
class Recorder(Disk):
    """A disk that remembers what is safe, what is not yet, and every state that a lost power may leave."""

    root: Path
    safe: _Volume = field(default_factory=_Volume)
    pending: list[Event] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    cuts: int = 0
    _nodes: dict[Path, Node] = field(default_factory=dict)
    _next: Node = 0
    _writing: Path | None = None

    def __post_init__(self) -> None:
        self._take_in(self.root)
        self._cut()

    def _take_in(self, path: Path) -> Node:
        """What lies there before is safe."""
        node = self._new(path)
        if path.is_dir():
            self.safe.names[node] = {one.name: self._take_in(one) for one in sorted(path.iterdir())}
        else:
            self.safe.data[node] = path.read_bytes()
        return node

    def _new(self, path: Path) -> Node:
        node, self._next = self._next, self._next + 1
        self._nodes[path] = node
        return node

    def _named(self, path: Path, node: Node | None) -> None:
        self.pending.append(Event(folder=self._nodes[path.parent], names=((path.name, node),)))

    def step(self, operation: str, path: Path, source: Path | None = None) -> None:
        """Note the operation as done: it is, or the deed fails and the test with it."""
        match operation:
            case "mkdir":
                node = self._new(path)
                self.safe.names[node] = {}  # empty as long as nothing is safe in it
                self._named(path, node)
            case "open":
                node = self._new(path)
                self.safe.data[node] = b""
                self._named(path, node)
            case "write":
                self._writing = path
                return  # `write` goes on from here
            case "fsync":
                self._settle(lambda event: event.file == self._nodes[path])
            case "sync folder":
                self._settle(lambda event: event.folder == self._nodes.get(path, -1))
            case "rename" | "replace":
                self._moved_here(path, source or path)
            case "unlink" | "remove":
                if path.exists():
                    self._named(path, None)
        self._cut()

    def write(self, handle: int, data: memoryview) -> int:
        done = super().write(handle, data)
        path = self._writing or self.root
        node = self._nodes[path]
        before = next((one.data for one in reversed(self.pending) if one.file == node), self.safe.data[node])
        self.pending.append(Event(file=node, data=before + bytes(data[:done])))
        self._cut()
        return done

    def _moved_here(self, target: Path, source: Path) -> None:
        node = self._nodes.pop(source)
        moved = {path: one for path, one in self._nodes.items() if source in path.parents}
        for path, one in moved.items():
            del self._nodes[path]
            self._nodes[target / path.relative_to(source)] = one
        self._nodes[target] = node
        names = ((source.name, None), (target.name, node))
        self.pending.append(Event(folder=self._nodes[target.parent], names=names))

    def _settle(self, is_safe: Callable[[Event], bool]) -> None:
        for event in self.pending:
            if is_safe(event):
                self.safe.take(event)
        self.pending = [event for event in self.pending if not is_safe(event)]

    def _cut(self) -> None:
        """Every state after a cut here: all that is not safe lost, all kept, each alone lost, each alone kept."""
        for chosen in _chosen(self.pending):
            self.cuts += 1
            state = self.safe.with_events(chosen).state()
            if state not in self.states:
                self.states.append(state)


def _chosen(pending: list[Event]) -> Iterator[list[Event]]:
    yield []
    if pending:
        yield pending
    for number, event in enumerate(pending):
        if len(pending) > 1:
            yield [event]
            yield pending[:number] + pending[number + 1 :]
        if event.file is not None:  # the half of a file that lay in the first block
            half = Event(file=event.file, data=event.data[: len(event.data) // 2])
            yield [*pending[:number], half, *pending[number + 1 :]]


def lay_out(state: State, root: Path) -> None:
    """The state as a folder."""
    root.mkdir()
    for path, data in state.items():
        if data is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(data)
