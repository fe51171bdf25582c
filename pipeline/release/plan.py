"""What is to be made: every publication, actor or unit, paper and format, with the names of their files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.compose import COMPOSERS
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Actor, Programme, Publication, Unit
from pipeline.model.actor import EVERYONE
from pipeline.release.profiles import PROFILES
from pipeline.release.variants import VARIANTS
from pipeline.writers import WRITERS

DRAFT = "utkast"
ALL_ACTORS = EVERYONE


@dataclass(frozen=True)
class Artefact:
    """One file to be made, of a publication on one paper. `actor` is None for a joint publication.

    `unit` is the unit of the actor that the file is for, None for one that is for the whole actor. `variant` is the id
    of a variant, empty for the usual file. `edition` is the release that the file's name says, or the word for a draft.
    """

    publication: Publication
    actor: Actor | None
    format: str
    unit: Unit | None = None
    variant: str = ""
    edition: str = DRAFT

    @property
    def actor_id(self) -> str:
        """The actor's id, or the word for all."""
        return self.actor.name_id if self.actor else ALL_ACTORS

    @property
    def native_maps(self) -> bool:
        """Whether maps are drawn as shapes that can be moved."""
        return bool(self.variant) and VARIANTS[self.variant].native_maps

    @property
    def content(self) -> tuple[str, str, str, str]:
        """What files of all formats and variants have in common: publication, actor, unit (or nothing) and paper."""
        unit = self.unit.name_id if self.unit else ""
        return (self.publication.target, self.actor_id, unit, self.publication.paper)

    @property
    def paper(self) -> str:
        """The paper of a file that is on paper, else nothing."""
        return self.publication.paper if WRITERS[self.format].paged else ""

    @property
    def anchor(self) -> str:
        """What all formats and variants of one content are known by in every release: the name without those."""
        profile = PROFILES[self.publication.profile]
        words = (*self.content[:-1], self.paper, profile.name_id if profile.in_names else "")
        return "-".join(word for word in words if word)

    @property
    def key(self) -> tuple[str, str, str]:
        """What the file is known by in every release."""
        return (self.anchor, self.variant, self.format)

    @property
    def path(self) -> str:
        """The file below the output folder: publication, actor, unit, paper if any, profile, variant, release."""
        name = "-".join(word for word in (self.anchor, self.variant, self.edition) if word)
        return f"{self.publication.target}/{name}{WRITERS[self.format].suffix}"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which artefacts are wanted; an empty set means all. `actor` is the id of an actor, or of one of its units."""

    targets: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    actor: str = ""

    def takes(self, artefact: Artefact) -> bool:
        """True if the artefact is wanted; one for a unit is also its actor's."""
        unit = artefact.unit.name_id if artefact.unit else ""
        return (
            (not self.targets or artefact.publication.target in self.targets)
            and (not self.formats or artefact.format in self.formats)
            and (not self.actor or self.actor in {artefact.actor_id, unit})
        )


def planned(programme: Programme, publications: Sequence[Publication] | None = None) -> tuple[Artefact, ...]:
    """Every artefact of the programme, or of these publications: in their order, actors in theirs, then units.

    Variants of a file come after it. Actors and units that there are not are left out (told on reading). Raises
    KeyError for an unknown kind.
    """
    return tuple(
        Artefact(publication.on(paper), actor, name, unit, variant)
        for publication in (programme.publications if publications is None else publications)
        for actor, unit in _readers(programme, publication)
        for paper in publication.papers
        for name in publication.formats
        for variant in ("", *_variants(publication, name))
    )


def _variants(publication: Publication, form: str) -> Iterator[str]:
    """The publication's variants that make sense in a format."""
    return (name for name in publication.variants if name in VARIANTS and form in VARIANTS[name].formats)


def _readers(programme: Programme, publication: Publication) -> Iterator[tuple[Actor | None, Unit | None]]:
    """For whom a publication is made: all actors or those that it names, and the units that it names."""
    if not COMPOSERS[publication.kind].per_actor:
        yield None, None
        return
    if publication.actors or not publication.units:
        for actor in programme.actors:
            if not publication.actors or actor.name_id in publication.actors:
                yield actor, None
    found = (programme.unit(name) for name in publication.units)
    yield from (unit for unit in found if unit)


def same_files(programme: Programme) -> Iterator[Diagnostic]:
    """A fault for each artefact that would be written over another one. The programme is one without faults.

    Systems that do not tell small letters from capitals have the same file for both.
    """
    first: dict[str, Artefact] = {}
    for artefact in planned(programme):
        earlier = first.setdefault(artefact.path.casefold(), artefact)
        if earlier is not artefact:
            place = artefact.publication.place("target")
            yield diagnose("R344", place, file=artefact.path, first=_said(earlier), second=_said(artefact))


def _said(artefact: Artefact) -> str:
    """Whom or what an artefact is for, and its paper."""
    reader = artefact.unit or artefact.actor or artefact.publication
    return f"{reader.name}, {artefact.publication.paper}"
