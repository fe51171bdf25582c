"""What is to be made: every publication, actor and format, with the names of their files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.compose import COMPOSERS
from pipeline.model import Actor, Programme, Publication
from pipeline.model.actor import EVERYONE
from pipeline.writers import WRITERS

DRAFT = "utkast"
ALL_ACTORS = EVERYONE


@dataclass(frozen=True)
class Artefact:
    """One file to be made. `actor` is None for a joint publication."""

    publication: Publication
    actor: Actor | None
    format: str

    @property
    def actor_id(self) -> str:
        """The actor's id, or the word for all."""
        return self.actor.name_id if self.actor else ALL_ACTORS

    @property
    def path(self) -> str:
        """The file below the output folder: publication, actor, paper, release (a draft's word)."""
        target = self.publication.target
        name = f"{target}-{self.actor_id}-{self.publication.paper}-{DRAFT}"
        return f"{target}/{name}{WRITERS[self.format].suffix}"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which artefacts are wanted; an empty set means all."""

    targets: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    actor: str = ""

    def takes(self, artefact: Artefact) -> bool:
        """True if the artefact is wanted."""
        return (
            (not self.targets or artefact.publication.target in self.targets)
            and (not self.formats or artefact.format in self.formats)
            and (not self.actor or artefact.actor_id == self.actor)
        )


def planned(programme: Programme, publications: Sequence[Publication] | None = None) -> tuple[Artefact, ...]:
    """Every artefact of the programme, or of these publications: in their order, actors in theirs."""
    return tuple(
        Artefact(publication, actor, name)
        for publication in (programme.publications if publications is None else publications)
        for actor in _actors(programme, publication)
        for name in publication.formats
    )


def _actors(programme: Programme, publication: Publication) -> Iterator[Actor | None]:
    if COMPOSERS[publication.kind].per_actor:
        yield from programme.actors
    else:
        yield None
