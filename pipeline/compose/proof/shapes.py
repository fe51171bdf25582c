"""Sheets of a proof with every shape in every phase, drawn by the same cards as maps, in several views of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.compose.brief import Brief
from pipeline.compose.process_arrow import small_arrow
from pipeline.compose.proof.page import Part, ProofPage
from pipeline.compose.step_card import Card
from pipeline.geometry import Rect, Size
from pipeline.lengths import Pt
from pipeline.model import Phase, StepKind
from pipeline.scene import Group, Item, Role, Scene, shifted
from pipeline.theme import Theme

_NAMES = 40.0  # width of the column with the views' names, mm
_AIR = 3.0  # between two columns of shapes, mm
_ARROW = 7.8  # height of a view's arrow with its wings, mm
_BELOW_ARROW, _BETWEEN = 1.6, 1.5  # between arrow, rows, mm
_BELOW_VIEW = 4.0


@dataclass(frozen=True, slots=True)
class View:
    """One way to see the theme: its id and name, a note on what is measured in it, and the theme as it then looks."""

    name_id: str
    name: str
    note: str
    theme: Theme


def shape_pages(brief: Brief, title: str, about: str, views: Sequence[View]) -> Iterator[Scene]:
    """All shapes in all phases, view by view; more phases than fit on one sheet go on upon the next.

    Raises CannotCompose.
    """
    page = ProofPage(brief, title, about)
    drawn = _Shapes(page, page.body.width - _NAMES)
    for phases in drawn.shares():
        parts = (drawn.names(phases), *(drawn.part(view, phases) for view in views))
        yield from page.filled(parts, _BELOW_VIEW)


@dataclass(frozen=True)
class _Shapes:
    """Draws the views over `room` mm right of their names."""

    page: ProofPage
    room: float

    @property
    def brief(self) -> Brief:
        return self.page.brief

    def shares(self) -> list[tuple[Phase, ...]]:
        """The phases, as many a sheet as find room beside each other, no sheet with many fewer than another."""
        phases = self.brief.phases()
        widest = max(self._card(self.brief, kind, phase).size.width for phase in phases for kind in StepKind)
        abreast = max(int(self.room // (widest + _AIR)), 1)
        sheets = -(-len(phases) // abreast)
        each = -(-len(phases) // sheets)
        return [phases[at : at + each] for at in range(0, len(phases), each)]

    def names(self, phases: tuple[Phase, ...]) -> Part:
        """The phases' names, each above its column."""
        style, column = self.page.note, self.room / len(phases)
        broken = [style.balanced(phase.name, column - _AIR) for phase in phases]
        deepest = max(len(lines) for lines in broken)
        items: list[Item] = []
        for at, lines in enumerate(broken):
            first = style.cap + (deepest - len(lines)) * style.pitch
            items += style.lines(lines, _NAMES + at * column, first)
        return Part(tuple(items), style.height(deepest))

    def part(self, view: View, phases: tuple[Phase, ...]) -> Part:
        """A view: its name and note, an arrow of the phases, and a row for each shape."""
        brief = replace(self.brief, theme=view.theme, programme=replace(self.brief.programme, phases=phases))
        column = self.room / len(phases)
        numbers = tuple(phase.number for phase in phases)
        arrow = small_arrow(brief, Size(column * len(phases) - _AIR, _ARROW), numbers)
        items: list[Item] = [*self._said(view), *shifted(arrow, _NAMES, 0)]
        top = _ARROW + _BELOW_ARROW
        for kind in StepKind:
            cards = [self._card(brief, kind, phase) for phase in phases]
            for at, card in enumerate(cards):
                rect = Rect(_NAMES + at * column, top, card.size.width, card.size.height)
                drawn = card.drawn(rect)
                items.append(replace(drawn, name=f"{view.name_id}-{kind.value}-{card.phase}"))
            top += max(card.size.height for card in cards) + _BETWEEN
        group = Group(Role.LEGEND, tuple(items), view.name)
        return Part((group,), top - _BETWEEN)

    def _card(self, brief: Brief, kind: StepKind, phase: Phase) -> Card:
        """The card of a kind in a phase; the terminal of the arrow's last phase is an end, with its second line."""
        words, programme = brief.wording.legend, self.brief.programme
        examples = {
            StepKind.TERMINAL: words.start_example,
            StepKind.FAN: words.fan_example,
            StepKind.DECISION: words.decision_example,
            StepKind.LINK: words.link_example,
        }
        stops = kind is StepKind.TERMINAL and phase == self.brief.phases()[-1]
        foot = programme.actors[0].short if kind is StepKind.LINK and programme.actors else ""
        return Card(
            brief=brief,
            size_pt=Pt(brief.sheet.step),
            kind=kind,
            phase=phase.number,
            number="",
            lines=(brief.wording.proof.stop_example if stops else examples[kind],),
            label=f"{programme.meaning(kind).name}, {phase.number} {phase.name}",
            stops=stops,
            foot=foot,
        )

    def _said(self, view: View) -> tuple[Item, ...]:
        name, note = self.page.name, self.page.quiet
        room = _NAMES - 2 * _AIR
        names = name.lines(name.broken(view.name, room), 0, name.cap)
        first = names[-1].at.y + 1.5 + note.cap
        return (*names, *note.lines(note.broken(view.note, room), 0, first))
