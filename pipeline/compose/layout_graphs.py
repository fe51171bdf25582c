"""A map's steps and arrows as they are measured for its sheet, before the layout engine gives them places."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose import actor_map, poster
from pipeline.compose.brief import Brief
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.process_map import connectors_of, couplings_of
from pipeline.compose.step_card import Card
from pipeline.geometry import Size
from pipeline.lengths import Pt
from pipeline.model import Publication, StepKind
from pipeline.values import View


@dataclass(frozen=True, slots=True)
class MeasuredStep:
    """A step's box, mm; its phase and lane by their places, counted from 0."""

    name: str
    phase: int
    lane: int
    kind: StepKind
    title: str
    size: Size


@dataclass(frozen=True, slots=True)
class MeasuredArrow:
    """An arrow and what stands at it: a text and its size, mm; no size where there is no text."""

    name: str
    source: str
    target: str
    text: str = ""
    size: Size | None = None
    is_coupling: bool = False


@dataclass(frozen=True, slots=True)
class MeasuredMap:
    """A map with step text of a size, pt: phases along the flow, lanes across it, steps in reading order."""

    size_pt: Pt
    phases: tuple[str, ...]
    lanes: tuple[str, ...]
    steps: tuple[MeasuredStep, ...]
    arrows: tuple[MeasuredArrow, ...]


def is_measured(publication: Publication) -> bool:
    """True for publications that are one map; a condensed view is no map of its own."""
    return publication.kind in _CARDS and publication.view is View.FULL


def measured_map(brief: Brief) -> MeasuredMap:
    """The map of the brief's actor, or of all actors as lanes, at the step text that its sheet wants.

    Where that text does not fit the sheet, the printed map is smaller. On the sheet a coupling may be a pair of
    letters, here each is an arrow. Raises KeyError for a kind of publication that is no map.
    """
    actors = (brief.actor,) if brief.actor else brief.programme.actors
    size = brief.sheet.step
    cards = _CARDS[brief.publication.kind](brief)
    pen = Pen(brief, size, dense=len(actors) > 1)
    arrows = (connector for actor in actors for connector in connectors_of(pen, actor))
    connectors = (*arrows, *couplings_of(pen, actors))
    return MeasuredMap(
        size_pt=size,
        phases=tuple(phase.name for phase in brief.phases()),
        lanes=tuple(actor.name for actor in actors),
        steps=tuple(_step(brief, card, lane) for lane, actor in enumerate(actors) for card in cards(actor, size)),
        arrows=tuple(_arrow(pen, connector) for connector in connectors),
    )


_CARDS = {"karta": actor_map.cards_of, "affisch": poster.cards_of}


def _step(brief: Brief, card: Card, lane: int) -> MeasuredStep:
    order = [phase.number for phase in brief.phases()]
    return MeasuredStep(card.name, order.index(card.phase), lane, card.kind, " ".join(card.lines), card.size)


def _arrow(pen: Pen, connector: Connector) -> MeasuredArrow:
    text = connector.answer or " ".join(connector.condition)
    ends = connector.source, connector.target
    return MeasuredArrow(connector.name, *ends, text, pen.label(connector), bool(connector.coupling))
