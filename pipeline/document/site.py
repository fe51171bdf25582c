"""A publication as one page of a web browser: its views, actors with maps and steps, and what a search finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.colour import Colour
from pipeline.document.blocks import BESIDE, Block, Figure, Inlines, Panel
from pipeline.document.walking import walk
from pipeline.lengths import Pt
from pipeline.scene import Metadata, Scene

_VIEW, _SECTION = 2, 3


@dataclass(frozen=True, slots=True)
class SitePhase:
    """A piece of the process arrow: what it is called and means, and its colours."""

    number: int
    name: str
    text: str
    fill: Colour
    ink: Colour
    edge: Colour


@dataclass(frozen=True, slots=True)
class SiteShape:
    """A kind of step: its stable key, its name, what it means, and its shape in the colours of each phase, in order."""

    key: str
    name: str
    text: str
    icons: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class SiteSign:
    """A sign on maps that is no step, and what it means."""

    icon: Scene
    text: str


@dataclass(frozen=True, slots=True)
class SiteMap:
    """A sheet of an actor's map. Its boxes lead to steps, the pieces of its arrow to phases of the list.

    `text` is the size of the text in the boxes: a writer shows no map with smaller text than can be read on a screen.
    """

    figure: Figure
    text: Pt


@dataclass(frozen=True, slots=True)
class SiteWay:
    """A way on from a step, as a list of steps names it: the answer or condition, and words that lead there.

    `answer` is "yes" or "no" where the way answers a question, else empty. `beyond`: the way leads to another actor.
    """

    label: str
    words: Inlines
    answer: str = ""
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class SiteStep:
    """A step: where it stands, what is said of it, and where one walks from it.

    `former` are addresses that it once had. `position` says which step of how many and of what kind. Of the texts,
    `what` is what happens, `ways` where one comes from and goes, `support` who, documents, law and checklist,
    `meetings` whom one meets (nothing where one meets nobody). Their headings are of level 4 and have no anchors.
    `on` and `here` are the anchors of steps of the same map that one may go to or come from, in order; `over` and
    `arrives` those of other actors, by couplings. `meets` are the ids of the actors with which the step has anything
    to do.
    """

    anchor: str
    former: tuple[str, ...]
    number: int
    phase: int
    shape: str
    title: str
    position: str
    what: tuple[Block, ...]
    ways: tuple[Block, ...]
    support: tuple[Block, ...]
    meetings: tuple[Block, ...]
    question: Panel
    onward: tuple[SiteWay, ...]
    on: tuple[str, ...]
    here: tuple[str, ...]
    over: tuple[str, ...]
    arrives: tuple[str, ...]
    meets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SiteActor:
    """An actor: its id, its names, what is said of it first (headings of level 3), its map and its steps in order."""

    name_id: str
    name: str
    short: str
    intro: tuple[Block, ...]
    maps: tuple[SiteMap, ...]
    steps: tuple[SiteStep, ...]


@dataclass(frozen=True, slots=True)
class SiteCase:
    """A fictional person to follow: the id, the name, situation and questions, and the steps, each with its actor.

    Each of `stops` is the anchor of a step, and words of which a part leads there.
    """

    name_id: str
    name: str
    situation: tuple[Block, ...]
    questions: tuple[Block, ...]
    stops: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file beside the page: its path relative to it, what it is, its format's name, and the actor's id or nothing."""

    path: str
    title: str
    format: str
    actor: str = ""


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """Something that a search finds: the anchor to go to, a title, what it is, and the words it is found by, folded.

    `strong` are the words of the title and of what it is also called; `words` all others, without those.
    """

    anchor: str
    title: str
    detail: str
    strong: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The page. Blocks of its views have headings from level 3 on; the views' own titles are among the words.

    `words` are the fixed texts by stable keys (as of `WebWords`). `status` is the mark of a draft, `stamp` the line
    with date and code. `files` lie beside the page; they are no part of its content.
    """

    metadata: Metadata
    name: str
    status: str
    stamp: str
    words: tuple[tuple[str, str], ...]
    phases: tuple[SitePhase, ...]
    shapes: tuple[SiteShape, ...]
    signs: tuple[SiteSign, ...]
    start: tuple[Block, ...]
    actors: tuple[SiteActor, ...]
    meetings: tuple[Block, ...]
    law: tuple[Block, ...]
    terms: tuple[Block, ...]
    cases: tuple[SiteCase, ...]
    entries: tuple[SiteEntry, ...]
    colophon: tuple[Block, ...]
    files: tuple[SiteFile, ...] = field(default=(), metadata=BESIDE)

    def texts(self) -> Iterator[tuple[int, tuple[Block, ...]]]:
        """Every run of blocks in the order of the page, after the level of the title above it."""
        yield _VIEW, self.start
        for actor in self.actors:
            yield _VIEW, actor.intro
            yield _VIEW, tuple(sheet.figure for sheet in actor.maps)
            for step in actor.steps:
                yield from ((_SECTION, run) for run in (step.what, step.ways, step.support, step.meetings))
                yield _SECTION, (step.question,)
        yield from ((_VIEW, run) for run in (self.meetings, self.law))
        for case in self.cases:
            yield from ((_SECTION, run) for run in (case.situation, case.questions))
        yield from ((_VIEW, run) for run in (self.terms, self.colophon))

    def blocks(self) -> Iterator[Block]:
        """Every block, containers before what they hold, in the order of the page."""
        for _, run in self.texts():
            yield from walk(run)
