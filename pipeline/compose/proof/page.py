"""A sheet of a proof: where its head, its body and its foot are, and its letters; A4 on its side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.lettering import Lettering
from pipeline.compose.masthead import ground
from pipeline.compose.stamp import stamp_top
from pipeline.geometry import Rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Role, Scene, TextLine, shifted
from pipeline.typeface import Face

_NOTE = Pt(8)  # the smallest text of a proof
_ABOVE_TITLE, _BELOW_HEAD = 1.4, 1.25  # grid units


@dataclass(frozen=True, slots=True)
class Part:
    """Items from 0, 0 that stand together on one sheet, and the height they take, mm."""

    items: tuple[Item, ...]
    height: float


def proof_title(brief: Brief) -> str:
    """What the whole proof is called."""
    return brief.wording.proof.title.format(theme=brief.theme.name)


@dataclass(frozen=True)
class ProofPage:
    """One sheet: its title and a line about it. All lengths are mm."""

    brief: Brief
    title: str
    about: str

    @cached_property
    def frame(self) -> Rect:
        """The sheet inside its margins."""
        return self.brief.frame(self.brief.paper.turned)

    def letters(self, size: Pt, face: Face = Face.REGULAR, leading: float = 1.3) -> Lettering:
        """Letters in ink."""
        return Lettering(self.brief.typesetter, size, self.brief.theme.inks.ink, face, leading)

    @property
    def name(self) -> Lettering:
        """Letters of what a part is called."""
        return self.letters(self.brief.sheet.legend, Face.BOLD, 1.2)

    @property
    def note(self) -> Lettering:
        """Letters of numbers and notes."""
        return self.letters(_NOTE)

    @property
    def quiet(self) -> Lettering:
        """Grey letters of what is said about a sheet or a part."""
        return Lettering(self.brief.typesetter, _NOTE, self.brief.theme.inks.grey, leading=1.3)

    @cached_property
    def _about(self) -> tuple[TextLine, ...]:
        style = Lettering(self.brief.typesetter, self.brief.sheet.legend, self.brief.theme.inks.grey, leading=1.3)
        first = self._baseline + self.brief.sheet.unit * 0.8 + style.cap
        return style.lines(style.broken(self.about, self.frame.width), self.frame.x, first)

    @cached_property
    def _baseline(self) -> float:
        """Of the title."""
        return self.frame.y + _ABOVE_TITLE * self.brief.sheet.unit + self._large.cap

    @property
    def _large(self) -> Lettering:
        return self.letters(self.brief.sheet.title, Face.BOLD, 1.1)

    @property
    def body(self) -> Rect:
        """The room between head and foot."""
        top = self._about[-1].at.y + _BELOW_HEAD * self.brief.sheet.unit
        bottom = stamp_top(self.brief, self.frame) - 0.5 * self.brief.sheet.unit
        return Rect(self.frame.x, top, self.frame.width, bottom - top)

    def scene(self, items: Iterable[Item]) -> Scene:
        """The sheet with these items. Raises CannotCompose (U698) where they reach below its body."""
        frame = self.frame
        kicker = self.quiet.line(proof_title(self.brief), frame.x, frame.y + self.quiet.cap)
        names = Group(Role.TITLE, (kicker, self._large.line(self.title, frame.x, self._baseline)))
        head = (ground(self.brief, self.brief.paper.turned), names, Group(Role.ABOUT, self._about))
        size, language = self.brief.paper.turned, self.brief.programme.settings.language
        return Scene(size, (*head, *items), self.title, self.about, language)

    def filled(self, parts: Iterable[Part], gap: float) -> Iterator[Scene]:
        """Sheets with the parts below each other, as many on each as there is room for.

        Raises CannotCompose (U698) for a part that is higher than a sheet.
        """
        body = self.body
        items: tuple[Item, ...] = ()
        top = body.y
        for part in parts:
            if part.height > body.height:
                raise CannotCompose("U698", text=self.title)
            if items and top + part.height > body.bottom:
                yield self.scene(items)
                items, top = (), body.y
            items += shifted(part.items, body.x, top)
            top += part.height + gap
        yield self.scene(items)
