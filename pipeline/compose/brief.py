"""What a composer is given: the programme, how things look, the words, and which publication to make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.compose.file_facts import metadata_of
from pipeline.compose.lock_names import map_owner
from pipeline.geometry import Insets, Rect, Size
from pipeline.layout import Effort
from pipeline.model import Actor, LayoutLock, Phase, Programme, Publication, Step, Unit
from pipeline.scene import Metadata
from pipeline.theme import Sheet, Theme
from pipeline.typesetting import Family, Typesetter
from pipeline.values import View
from pipeline.wording.publications import Wording

# ISO 216, upright, mm. Text pages on A4 need no line in the project's list of papers.
A3, A4 = Size(297, 420), Size(210, 297)


@dataclass(frozen=True, slots=True)
class FileBeside:
    """A file that is planned beside the one that is made: its path below the output folder, and what it is."""

    path: str
    publication: Publication
    format: str
    actor: Actor | None = None
    unit: Unit | None = None
    variant: str = ""


@dataclass(frozen=True)
class Brief:
    """One publication to be made, for one actor or (actor None) for all of them. `paper` is upright, mm.

    `unit` is the unit of the actor that it is made for, if it is for one alone.
    `lock` is what the map keeps of its last layout; without one it is laid out afresh with `effort`. `locks` are those
    of the maps of single actors, by the actors' ids, for a publication that shows several.
    `pictures` are the files of those that actors show, by their paths. `released` is true of what is built to be
    given out; everything else is a draft. `beside` are all other planned files. `current` is the address where one
    sees if a printed sheet is current; empty in a draft, and while program.yaml names no page for it.
    """

    programme: Programme
    theme: Theme
    wording: Wording
    family: Family
    publication: Publication
    paper: Size
    actor: Actor | None = None
    unit: Unit | None = None
    lock: LayoutLock | None = None
    locks: Mapping[str, LayoutLock] = field(default_factory=dict)
    effort: Effort = Effort.PASS
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    released: bool = False
    beside: tuple[FileBeside, ...] = ()
    current: str = ""

    @property
    def typesetter(self) -> Typesetter:
        """Measures and breaks text in the programme's language."""
        return Typesetter(self.family, self.language)

    @property
    def sheet(self) -> Sheet:
        """Margins and type sizes of this kind of publication, on its paper and in its view."""
        return self.theme.sheet(self.publication.kind, self.publication.paper, self.publication.view)

    @property
    def text_paper(self) -> Size:
        """The paper of the text pages behind a drawing, mm: the drawing's own up to A3, else A4 upright."""
        return self.paper.turned if self._has_own_text_paper else A4

    @property
    def text_sheet(self) -> Sheet:
        """Margins and type sizes of those pages."""
        publication = self.publication
        return self.sheet if self._has_own_text_paper else self.theme.sheet(publication.kind, "A4", publication.view)

    @property
    def _has_own_text_paper(self) -> bool:
        return self.paper.width <= A3.width and self.paper.height <= A3.height

    @property
    def is_condensed(self) -> bool:
        """True for a map whose boxes show number and short title only."""
        return self.publication.view is View.SHORT

    @property
    def subject(self) -> Actor:
        """The actor, for composers that make one publication an actor; raises ValueError without one."""
        if self.actor is None:
            raise ValueError(self.publication.target)
        return self.actor

    @property
    def language(self) -> str:
        """The publication's language, a code such as sv-SE."""
        return self.publication.language or self.programme.settings.language

    @property
    def own_steps(self) -> tuple[Step, ...]:
        """The steps that the publication is about: those of the unit, or all of the actor's."""
        return self.subject.steps_of(self.unit)

    def map_of(self, actor: Actor) -> Brief:
        """The brief of an actor's map as this publication shows it: with the measures and the lock that the map has.

        Only on a sheet of its own has a map room for a check of its own.
        """
        owner = map_owner(self.programme, self.publication)
        return replace(self, actor=actor, publication=owner, lock=self.locks.get(actor.name_id), current="")

    def of_actor(self, actor: Actor) -> Brief:
        """The same publication, seen as one actor's part of it."""
        return replace(self, actor=actor, lock=self.locks.get(actor.name_id))

    def frame(self, paper: Size) -> Rect:
        """The sheet inside its margins."""
        sheet = self.sheet
        return Rect(0, 0, paper.width, paper.height).inset(Insets(sheet.top, sheet.inner, sheet.bottom, sheet.outer))

    def phases(self) -> tuple[Phase, ...]:
        """The phases in order."""
        return tuple(sorted(self.programme.phases, key=lambda phase: phase.number))

    def metadata(self, title: str) -> Metadata:
        """What the file says of itself."""
        return metadata_of(self, title)


class CannotCompose(Exception):
    """A publication cannot be made as asked. `code` names the fault, `details` fill its sentence."""

    def __init__(self, code: str, **details: object) -> None:
        """Keep the code and what it concerns."""
        super().__init__(code)
        self.code = code
        self.details = details
