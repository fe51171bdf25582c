"""What a composer is given: the programme, how things look, the words, and which publication to make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.geometry import Insets, Rect, Size
from pipeline.layout import Effort
from pipeline.model import Actor, LayoutLock, Phase, Programme, Publication
from pipeline.scene import Metadata
from pipeline.theme import Sheet, Theme
from pipeline.typesetting import Family, Typesetter
from pipeline.values import View
from pipeline.wording.publications import Wording

# ISO 216, upright, mm. Text pages on A4 need no line in the project's list of papers.
A3, A4 = Size(297, 420), Size(210, 297)


@dataclass(frozen=True)
class Brief:
    """One publication to be made, for one actor or (actor None) for all of them. `paper` is upright, mm.

    `lock` is what the map keeps of its last layout; without one it is laid out afresh with `effort`.
    `pictures` are the files of those that actors show, by their paths.
    """

    programme: Programme
    theme: Theme
    wording: Wording
    family: Family
    publication: Publication
    paper: Size
    actor: Actor | None = None
    lock: LayoutLock | None = None
    effort: Effort = Effort.PASS
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def typesetter(self) -> Typesetter:
        """Measures and breaks text in the programme's language."""
        return Typesetter(self.family, self.programme.settings.language)

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

    def frame(self, paper: Size) -> Rect:
        """The sheet inside its margins."""
        sheet = self.sheet
        return Rect(0, 0, paper.width, paper.height).inset(Insets(sheet.top, sheet.inner, sheet.bottom, sheet.outer))

    def phases(self) -> tuple[Phase, ...]:
        """The phases in order."""
        return tuple(sorted(self.programme.phases, key=lambda phase: phase.number))

    def metadata(self, title: str) -> Metadata:
        """What the file says of itself."""
        settings = self.programme.settings
        who = self.actor.name if self.actor else self.wording.stamp.all_actors
        return Metadata(
            title=title,
            subject=self.publication.text,
            author=settings.name,
            language=settings.language,
            date=settings.date.isoformat(),
            keywords=(settings.name, self.publication.name, who),
        )


class CannotCompose(Exception):
    """A publication cannot be made as asked. `code` names the fault, `details` fill its sentence."""

    def __init__(self, code: str, **details: object) -> None:
        """Keep the code and what it concerns."""
        super().__init__(code)
        self.code = code
        self.details = details
