"""What is said of a step under its run-in heads: what happens, both ways, who, documents, law, meetings, question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.compose.brief import Brief
from pipeline.compose.map_in_words import Coupling, Direction, StepInWords, step_in_words
from pipeline.compose.map_phrases import Leading, arrival, meeting, over, way_here, way_on
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.document import Block, Definitions, Heading, Inlines, ItemList, Panel, Paragraph, Text, Tone
from pipeline.model import Actor, LegalReference, Step, Verification
from pipeline.wording.publications import StepWords


@dataclass(frozen=True)
class StepText:
    """The texts of one step. `level` is that of its run-in heads; `leading` makes the words that name other steps."""

    brief: Brief
    actor: Actor
    step: Step
    sources: NumberedSources
    leading: Leading
    level: int = 3

    @cached_property
    def in_words(self) -> StepInWords:
        """The step with all that it hangs on."""
        return step_in_words(self.brief, self.actor, self.step)

    @property
    def _words(self) -> StepWords:
        return self.brief.wording.step

    @property
    def position(self) -> str:
        """Which step of how many, and of what kind."""
        said = self.in_words
        return self._words.position.format(number=said.name.number, total=said.total, kind=said.kind)

    def what(self) -> tuple[Block, ...]:
        """What happens, under its head."""
        return (self._head(self._words.what), *self.facts())

    def facts(self) -> tuple[Block, ...]:
        """What happens; after its last fact the numbers of the sources that the step rests on."""
        facts: list[Inlines] = [(Text(fact),) for fact in self.step.facts]
        facts[-1] = (*facts[-1], *self.sources.marks(self.step.sources))
        review = () if not self.step.review else (_marked(self._words.review, self.step.review),)
        return (*map(Paragraph, facts), *review)

    def both_ways(self) -> tuple[Block, ...]:
        """Where one comes from, and where one goes, each under its head."""
        words = self._words
        return (
            self._head(words.comes_from),
            ItemList(self.ways_here(), bulleted=False),
            self._head(words.leads_to),
            ItemList(self.ways_on(), bulleted=False),
        )

    def ways_here(self) -> tuple[Inlines, ...]:
        """Where one comes from, in the own map and in those of others."""
        step = self.in_words
        begins = ((Text(self._words.begins),),) if step.starts else ()
        own = (way_here(self.brief, way, self.leading) for way in step.here)
        others = (arrival(self.brief, one, self.leading) for one in self._couplings(Direction.HERE))
        return (*begins, *own, *others)

    def ways_on(self) -> tuple[Inlines, ...]:
        """Where one goes, in the own map and in those of others."""
        step = self.in_words
        ends = ((Text(self._words.ends),),) if step.stops else ()
        own = (way_on(self.brief, way, self.leading) for way in step.on)
        others = (over(self.brief, one, self.leading) for one in self._couplings(Direction.OVER))
        return (*ends, *own, *others)

    def side(self) -> tuple[Block, ...]:
        """Who does it, the documents, the law, and the checklist of a step that has one."""
        words = self._words
        documents: Block = (
            ItemList(tuple((Text(name),) for name in self.step.documents), bulleted=False)
            if self.step.documents
            else Paragraph((Text(words.no_documents),), Tone.QUIET)
        )
        who = (self._head(words.who), Paragraph((Text(self.step.who),)))
        law = (self._head(words.law), *self._law())
        return (*who, self._head(words.documents), documents, *law, *self.checklist())

    def checklist(self) -> tuple[Block, ...]:
        """What is ticked off at the step, under its head; nothing for a step without a checklist."""
        if not self.step.checklist:
            return ()
        return (self._head(self._words.checklist), ItemList(tuple((Text(line),) for line in self.step.checklist)))

    @property
    def has_meetings(self) -> bool:
        """True if one meets another actor at the step."""
        return bool(self._couplings(Direction.MEETS))

    def meetings(self) -> tuple[Block, ...]:
        """Whom one meets at the step, and why; for a step where `has_meetings`."""
        found = self._couplings(Direction.MEETS)
        pairs = tuple((coupling.actor, meeting(self.brief, coupling, self.leading)) for coupling in found)
        return (self._head(self._words.contacts), Definitions(pairs))

    def question(self, lines: int) -> Panel:
        """The question to the dialogue, with lines to write on."""
        label = Paragraph((Text(self._words.question),), Tone.QUIET)
        return Panel((label, Paragraph((Text(self.step.question),), Tone.QUESTION)), lines)

    def _head(self, text: str) -> Heading:
        return Heading(self.level, text)

    def _couplings(self, direction: Direction) -> list[Coupling]:
        return [coupling for coupling in self.in_words.couplings if coupling.direction is direction]

    def _law(self) -> tuple[Block, ...]:
        if not self.step.legal:
            return (Paragraph((Text(self._words.no_law),), Tone.QUIET),)
        return tuple(block for reference in self.step.legal for block in self._reference(reference))

    def _reference(self, reference: LegalReference) -> tuple[Block, ...]:
        """A reference that is not confirmed says so in bold ink; a confirmed one in quiet grey."""
        words, said = self._words, Paragraph((Text(reference.reference),))
        if reference.state is Verification.CONFIRMED:
            return (said, Paragraph((Text(words.confirmed),), Tone.QUIET))
        return (said, Paragraph((Text(words.to_check, strong=True),)))


def _marked(mark: str, text: str) -> Paragraph:
    return Paragraph((Text(mark, strong=True), Text(f" {text}")))
