"""A map as Word's own shapes, which a user can move and write in: the same scene at the same places.

Steps, phases and arrows are groups, so that all that belongs to one moves with it. Links are left out: the table that
follows a map has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.geometry import Point, Rect, bounds
from pipeline.scene import Group, Image, Item, Link, Outline, Role, Scene, TextLine
from pipeline.typesetting import Family
from pipeline.writers.docx.lettered import Lettered, lettered
from pipeline.writers.docx.ooxml import Attributes, Element, node
from pipeline.writers.docx.shapes import ShapePen, is_shaft, room_of

# Groups that stay together in Word; what is in others stands by itself.
_KEPT = (Role.STEP, Role.PHASE)


@dataclass(frozen=True)
class NativeMap:
    """Writes scenes without photographs as shapes; `numbers` gives ids that are unique over the document."""

    family: Family
    scale: float
    numbers: Iterator[int]

    @property
    def _pen(self) -> ShapePen:
        return ShapePen(self.scale)

    def group(self, scene: Scene) -> Element:
        """The whole scene as one group. Raises ValueError for a scene with a photograph."""
        frame = self._pen.frame(Rect(0, 0, scene.size.width, scene.size.height), of_group=True)
        properties = (node("wpg:cNvGrpSpPr"), node("wpg:grpSpPr", None, frame))
        return node("wpg:wgp", None, *properties, *self._drawn(scene.items))

    def _drawn(self, items: Sequence[Item]) -> Iterator[Element]:
        """The items in painting order: those that stand by themselves in one run, groups between them."""
        loose: list[Outline | TextLine] = []
        for item in _opened(items):
            if isinstance(item, Group):
                yield from self._plain(loose)
                loose = []
                yield from self._arrows(item) if item.role is Role.EDGES else self._grouped(item)
            else:
                loose.append(item)
        yield from self._plain(loose)

    def _grouped(self, group: Group) -> Iterator[Element]:
        if group.role not in _KEPT:
            yield from self._drawn(group.items)
            return
        parts = lettered(tuple(_flat(group.items)), self.family)
        shapes = [shape for part in parts for shape in self._shapes(part)]
        name = next((part.block.words for part in parts if part.outline and part.block), group.label)
        yield self._together(shapes, [room_of(part) for part in parts], name, group.label)

    def _arrows(self, group: Group) -> Iterator[Element]:
        """Lines, each with the head that follows it."""
        items = tuple(_flat(group.items))
        taken = False
        for item, after in zip_longest(items, items[1:]):
            if taken:
                taken = False
            elif is_shaft(item) and isinstance(after, Outline) and after.fill:
                taken = True
                parts = (Lettered(item if isinstance(item, Outline) else None), Lettered(after))
                shapes = [shape for part in parts for shape in self._shapes(part)]
                yield self._together(shapes, [room_of(part) for part in parts], "Arrow", "")
            else:
                yield from self._plain([item])

    def _plain(self, items: Sequence[Outline | TextLine]) -> Iterator[Element]:
        for part in lettered(items, self.family):
            yield from self._shapes(part)

    def _shapes(self, part: Lettered) -> Iterator[Element]:
        for one, form, setting in self._pen.shapes(part):
            number = next(self.numbers)
            name = one.block.words if one.block else f"Shape {number}"
            yield self._pen.shape(number, name, one, form, setting)

    def _together(self, shapes: Iterable[Element], rooms: Iterable[Rect], name: str, said: str) -> Element:
        number = next(self.numbers)
        named: Attributes = {"id": number, "name": name if said else f"{name} {number}"}
        if said:
            named = {**named, "descr": said}
        frame = self._pen.frame(_around(rooms), of_group=True)
        properties = (node("wpg:cNvGrpSpPr"), node("wpg:grpSpPr", None, frame))
        return node("wpg:grpSp", None, node("wpg:cNvPr", named), *properties, *shapes)


def _opened(items: Iterable[Item]) -> Iterator[Outline | TextLine | Group]:
    """The items, links opened."""
    for item in items:
        if isinstance(item, Image):
            raise ValueError(item.description)
        if isinstance(item, Link):
            yield from _opened(item.items)
        else:
            yield item


def _flat(items: Iterable[Item]) -> Iterator[Outline | TextLine]:
    """What is drawn, groups and links opened."""
    for item in _opened(items):
        if isinstance(item, Group):
            yield from _flat(item.items)
        else:
            yield item


def _around(rooms: Iterable[Rect]) -> Rect:
    corners = (corner for room in rooms for corner in (Point(room.x, room.y), Point(room.right, room.bottom)))
    return bounds(corners)
