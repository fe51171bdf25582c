"""A template's styles by name and id, and which of them is used for one of ours: as `house.resolving` chooses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.writers.docx.inspection.archive import Element
from pipeline.writers.docx.inspection.known_styles import KnownStyle
from pipeline.writers.docx.inspection.parts import W, value

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class NamedStyles:
    """Styles by their names and aliases, and by their ids, whatever the case; of two alike the first holds."""

    names: tuple[str, ...]
    by_name: Mapping[str, Element]
    by_id: Mapping[str, Element]
    body: Element | None

    @classmethod
    def of(cls, root: Element | None) -> NamedStyles:
        """The styles of a part; none without one."""
        styles = [] if root is None else root.findall(f"{W}style")
        by_name: dict[str, Element] = {}
        by_id: dict[str, Element] = {}
        for style in styles:
            by_id.setdefault(style.get(f"{W}styleId", "").casefold(), style)
            for name in (_name(style), *value(style, "aliases").split(",")):
                by_name.setdefault(name.strip().casefold(), style)
        usual = [one for one in styles if _kind(one) == "paragraph" and one.get(f"{W}default", "0") in _ON]
        return cls(tuple(filter(None, map(_name, styles))), by_name, by_id, usual[-1] if usual else None)

    def has(self, name: str) -> bool:
        """True for the name of a style, or its id."""
        return name.casefold() in self.by_name or name.casefold() in self.by_id

    def used_for(self, known: KnownStyle, chosen: Mapping[str, str]) -> str:
        """The name of the style that takes the place of one of ours; empty without any.

        The one that the theme names, else by name (LibreOffice writes "Heading 1"), else by id. A style of another
        kind does not do.
        """
        found = (style for style in self._candidates(known, chosen.get(known.key)) if style is not None)
        return next((_name(style) or style.get(f"{W}styleId", "") for style in found if _kind(style) == known.kind), "")

    def level(self, name: str) -> int | None:
        """The level of the heading that a style is, from 1; None if neither it nor any that it is based on is one."""
        style = self.by_name.get(name.casefold(), self.by_id.get(name.casefold()))
        for _ in self.by_id:  # as many as there are, should they be based on each other in a circle
            if style is None:
                return None
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None and (text := outline.get(f"{W}val", "")).isdecimal():
                return int(text[:2]) + 1
            if found := _HEADING.fullmatch(_name(style)):
                return int(found[1])
            style = self.by_id.get(value(style, "basedOn").casefold())
        return None

    def _candidates(self, known: KnownStyle, asked: str | None) -> Iterator[Element | None]:
        if asked is not None:
            yield from (index.get(asked.casefold()) for index in (self.by_name, self.by_id))
        yield from (self.by_name.get(name.casefold()) for name in (known.name, *known.other_names))
        if known.key == "Normal":
            yield self.body
        elif known.is_word:
            yield from (self.by_id.get(key.casefold()) for key in (known.key, known.swedish_id) if key)


def _name(style: Element) -> str:
    return value(style, "name")


def _kind(style: Element) -> str:
    return style.get(f"{W}type", "paragraph")
