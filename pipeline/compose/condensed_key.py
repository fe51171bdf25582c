"""The key beside a condensed map: for each actor the numbers of its steps with their full titles, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.lettering import Lettering
from pipeline.compose.off_page import MapSheet
from pipeline.geometry import Rect
from pipeline.model import Actor, Step
from pipeline.scene import Group, Item, Role
from pipeline.typeface import Face

_MOST_COLUMNS = 6  # for one actor
_WIDEST, _NARROWEST = 32, 10  # room for a title before it is broken, em
_GUTTER = 1.0  # between columns at least, em
_NUMBER_GAP = 0.4  # between number and title, em
_BELOW_HEAD = 1.5  # from the head's baseline to the first title's, em
_LEADING = 1.12
_DESCENT = 0.25  # below the last baseline, em


@dataclass(frozen=True, slots=True)
class _Entry:
    """A step's number, and its title in lines; `width` of the widest, mm."""

    number: str
    lines: tuple[str, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Column:
    """Entries one below the other; the first of an actor's columns has its name as head."""

    entries: tuple[_Entry, ...]
    head: str = ""

    @property
    def lines(self) -> int:
        return sum(len(entry.lines) for entry in self.entries)


@dataclass(frozen=True)
class CondensedKey:
    """The key of a sheet over a width, mm, at the size of the sheet's legend."""

    brief: Brief
    sheet: MapSheet
    width: float

    @property
    def height(self) -> float:
        """The height that it takes, mm. Raises CannotCompose (U698) for a title with no room in so narrow a key."""
        below = max(_longest(self._columns) - 1, 0) * self._plain.pitch
        return self._bold.cap + (_BELOW_HEAD + _DESCENT) * self._em + below

    def drawn(self, left: float, top: float) -> Group:
        """The key with its top left corner at a point, mm."""
        items: list[Item] = []
        spare = self.width - fsum(self._taken(column) for column in self._columns)
        gutter = spare / max(len(self._columns) - 1, 1)
        for column in self._columns:
            if column.head:
                items.append(self._bold.line(column.head, left, top + self._bold.cap))
            items += self._titles(column, left, top + self._bold.cap + _BELOW_HEAD * self._em)
            left += self._taken(column) + gutter
        return Group(Role.TEXT, tuple(items), self.brief.wording.map.key_title)

    def _titles(self, column: _Column, left: float, baseline: float) -> list[Item]:
        items: list[Item] = []
        for entry in column.entries:
            items.append(self._bold.line(entry.number, left, baseline))
            items += self._plain.lines(entry.lines, left + self._indent, baseline)
            baseline += len(entry.lines) * self._plain.pitch
        return items

    @cached_property
    def _columns(self) -> tuple[_Column, ...]:
        """The columns that make the key lowest: so many for each actor, and titles broken as late as there is room."""
        trials = [found for each in range(1, _MOST_COLUMNS + 1) if (found := self._widest(each))]
        if not trials:
            raise CannotCompose("U698", text=self.brief.wording.map.key_title)
        return min(trials, key=_longest)

    def _widest(self, each: int) -> tuple[_Column, ...]:
        """So many columns for each actor, with the least broken titles that stand side by side; none if none do."""
        for actors in self._entries:
            columns = tuple(
                column
                for actor, entries in zip(self._actors, actors, strict=True)
                for column in _in_columns(entries, each, self._head(actor))
            )
            gutters = (len(columns) - 1) * _GUTTER * self._em
            if fsum(self._taken(column) for column in columns) + gutters <= self.width:
                return columns
        return ()

    @cached_property
    def _entries(self) -> tuple[tuple[tuple[_Entry, ...], ...], ...]:
        """The entries of each actor, for each room that a title may have: the widest first."""
        rooms = [room * self._em for room in range(_WIDEST, _NARROWEST - 1, -1)]
        return tuple(
            tuple(tuple(self._entry(actor, step, room) for step in self._steps(actor)) for actor in self._actors)
            for room in rooms
        )

    def _head(self, actor: Actor) -> str:
        """The actor's name; on the map of one, which has it at the top of the sheet, what the key is."""
        return self.brief.wording.map.key_title if self.brief.actor else actor.name

    def _entry(self, actor: Actor, step: Step, room: float) -> _Entry:
        title = self._title(step)
        lines = (title,) if self._plain.width(title) <= room else self._plain.balanced(title, room)
        return _Entry(str(actor.number(step)), lines, max(self._plain.width(line) for line in lines))

    def _title(self, step: Step) -> str:
        """The full title; a coupling's says at which step of the other actor it goes on."""
        if not step.link:
            return step.title
        other, there = self.brief.programme.found(step.link.step)
        words = self.brief.wording.map.key_coupling
        return words.format(title=step.title, actor=other.short, number=other.number(there))

    def _steps(self, actor: Actor) -> tuple[Step, ...]:
        return tuple(step for step in actor.steps if step.phase in self.sheet.phases)

    @property
    def _actors(self) -> tuple[Actor, ...]:
        return (self.brief.actor,) if self.brief.actor else self.brief.programme.actors

    def _taken(self, column: _Column) -> float:
        """The width of a column, mm; the head may be wider than its titles."""
        widest = max((entry.width for entry in column.entries), default=0.0)
        return max(self._indent + widest, self._bold.width(column.head) if column.head else 0.0)

    @property
    def _em(self) -> float:
        return self.brief.sheet.legend.mm

    @property
    def _indent(self) -> float:
        return self._bold.width("00") + _NUMBER_GAP * self._em

    @property
    def _plain(self) -> Lettering:
        ink = self.brief.theme.inks.ink
        return Lettering(self.brief.typesetter, self.brief.sheet.legend, ink, leading=_LEADING)

    @property
    def _bold(self) -> Lettering:
        return Lettering(self.brief.typesetter, self.brief.sheet.legend, self.brief.theme.inks.ink, Face.BOLD)


def _longest(columns: Sequence[_Column]) -> int:
    return max((column.lines for column in columns), default=0)


def _in_columns(entries: Sequence[_Entry], count: int, head: str) -> tuple[_Column, ...]:
    """The entries in so many columns at most, in order, the longest of them as short as can be."""
    lines = [len(entry.lines) for entry in entries]
    room = max(-(-sum(lines) // count), *lines, 1)
    while len(filled := _filled(entries, room)) > count:
        room += 1
    return tuple(_Column(column, "" if number else head) for number, column in enumerate(filled))


def _filled(entries: Sequence[_Entry], room: int) -> tuple[tuple[_Entry, ...], ...]:
    columns: list[tuple[_Entry, ...]] = [()]
    used = 0
    for entry in entries:
        if columns[-1] and used + len(entry.lines) > room:
            columns.append(())
            used = 0
        columns[-1] = (*columns[-1], entry)
        used += len(entry.lines)
    return tuple(columns)


def key_height(brief: Brief, sheet: MapSheet, width: float) -> float:
    """The height of a sheet's key with the distance below it, mm; 0 for a map that is not condensed."""
    return CondensedKey(brief, sheet, width).height + brief.sheet.unit if brief.is_condensed else 0.0


def key_above(brief: Brief, sheet: MapSheet, foot: Rect) -> tuple[Item, ...]:
    """The key of a sheet above its legend, which fills `foot`; nothing for a map that is not condensed."""
    if not brief.is_condensed:
        return ()
    return (CondensedKey(brief, sheet, foot.width).drawn(foot.x, foot.y - key_height(brief, sheet, foot.width)),)
