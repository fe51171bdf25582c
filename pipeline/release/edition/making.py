"""The files of a release: carried over where today's program makes the same as the release that made them, else made.

A file is carried over if it, made with the release name, date and decisions that stand on it, holds the same as the old
one: then neither content nor looks nor structure has changed, whatever the reason might have been (decision 0026).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from pipeline import __version__
from pipeline.compose import COMPOSERS
from pipeline.compose.standing import shown_actors
from pipeline.diagnostics import Diagnostic
from pipeline.model import Programme
from pipeline.release.build import Composed, Made, Progress, composed, written
from pipeline.release.edition.frozen import Frozen, FrozenArtefact
from pipeline.release.edition.manifest import sha256
from pipeline.release.edition.refusals import refused
from pipeline.release.plan import Artefact, planned
from pipeline.release.project import Project
from pipeline.writers import WRITERS


@dataclass(frozen=True, slots=True)
class Edition:
    """The release that is made: its name and date (YYYY-MM-DD)."""

    name: str
    date: str


@dataclass(frozen=True, slots=True)
class Previous:
    """The release before, and the folder that has its files."""

    folder: Path
    frozen: Frozen

    def find(self, artefact: Artefact) -> FrozenArtefact | None:
        """The same file in that release."""
        return next((one for one in self.frozen.artefacts if one.key == artefact.key), None)

    def data(self, artefact: FrozenArtefact) -> bytes:
        """The bytes of one of its files. Raises Refused if they are not those of its manifest, or OSError."""
        data = (self.folder / artefact.path).read_bytes()
        if sha256(data) != artefact.sha256:
            raise refused("damaged", release=self.frozen.release, file=artefact.path)
        return data


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the release: how its manifest tells of it, its bytes, and what the gates found wrong with it."""

    entry: FrozenArtefact
    data: bytes
    findings: tuple[Diagnostic, ...] = ()


def pieces(project: Project, edition: Edition, previous: Previous | None, progress: Progress) -> tuple[Piece, ...]:
    """All files of the release in the order of the plan. Raises CannotBuild, Refused, or OSError.

    Pages that link to the files beside them come last: a link names the release that made its file.
    """
    programme = _programme(project)
    plan = tuple(replace(one, edition=edition.name) for one in planned(programme))
    making = _Making(project, edition, previous)
    for artefact in sorted(plan, key=_links_to_others):
        progress(len(making.done), len(plan), artefact.path)
        making.done[artefact.key] = making.piece(artefact, plan)
    return tuple(making.done[artefact.key] for artefact in plan)


def made_again(project: Project, frozen: Frozen, progress: Progress) -> tuple[Piece, ...]:
    """The files that a release made itself, once more, among files named as in its manifest. Raises CannotBuild."""
    edition = Edition(frozen.release, frozen.date)
    editions = {one.key: one.made_in for one in frozen.artefacts}
    plan = tuple(replace(one, edition=editions.get(one.key, edition.name)) for one in planned(_programme(project)))
    making = _Making(project, edition, None)
    own = [one for one in plan if one.edition == edition.name]
    for artefact in own:
        progress(len(making.done), len(own), artefact.path)
        making.done[artefact.key] = making.anew(artefact, plan)
    return tuple(making.done.values())


def _links_to_others(artefact: Artefact) -> bool:
    return COMPOSERS[artefact.publication.kind].gives == "site"


def _programme(project: Project) -> Programme:
    if project.programme is None:
        raise ValueError(project.root)  # the caller releases only what was read whole
    return project.programme


# A content as of a release: what the files of one composition have in common.
_Seen = tuple[tuple[str, ...], str]


@dataclass
class _Making:
    """The work in hand: what is done by its key, and the last composition, which the next format may share."""

    project: Project
    edition: Edition
    previous: Previous | None
    done: dict[tuple[str, str, str], Piece] = field(default_factory=dict)
    seen: dict[_Seen, Composed] = field(default_factory=dict)

    def piece(self, artefact: Artefact, plan: Sequence[Artefact]) -> Piece:
        """The file, carried over if that is right."""
        beside = tuple(self._as_done(one) for one in plan)
        old = self.previous.find(artefact) if self.previous else None
        return (old and self._carried(artefact, old, beside)) or self.anew(artefact, beside)

    def anew(self, artefact: Artefact, beside: Sequence[Artefact]) -> Piece:
        """The file as of the release that is made."""
        made = self._made(artefact, self.edition, beside)
        return Piece(entry_of(made, self.edition, _programme(self.project)), made.data, made.findings)

    def _as_done(self, artefact: Artefact) -> Artefact:
        """An artefact with the release that made its file, as far as that is known."""
        done = self.done.get(artefact.key)
        return replace(artefact, edition=done.entry.made_in) if done else artefact

    def _carried(self, artefact: Artefact, old: FrozenArtefact, beside: Sequence[Artefact]) -> Piece | None:
        """The old file, if it would be made the same today and no decision since says more of it."""
        if self.previous is None:
            return None
        then = Edition(old.made_in, old.date)
        earlier = replace(artefact, edition=then.name)
        whole = self._composed(earlier, then, beside)
        if whole.code != old.content_code or self._is_decided_anew(whole, then) or earlier.path != old.path:
            return None
        made = self._made(earlier, then, beside)
        if WRITERS[artefact.format].content_digest(made.data) != old.content_sha256:
            return None
        return Piece(old, self.previous.data(old), made.findings)

    def _is_decided_anew(self, whole: Composed, then: Edition) -> bool:
        """True if an actor that is shown has decided on this release, and not the same as on that one."""
        programme = _programme(self.project)
        for actor in shown_actors(whole.brief):
            now = programme.decision(actor.name_id, self.edition.name)
            before = programme.decision(actor.name_id, then.name)
            if now and (before is None or now.model_copy(update={"release": then.name}) != before):
                return True
        return False

    def _made(self, artefact: Artefact, edition: Edition, beside: Sequence[Artefact]) -> Made:
        whole = self._composed(artefact, edition, beside)
        return written(self.project.as_of(edition.name, edition.date), whole, artefact)

    def _composed(self, artefact: Artefact, edition: Edition, beside: Sequence[Artefact]) -> Composed:
        wanted = (artefact.content, edition.name)
        if wanted not in self.seen:
            if not any(content == artefact.content for content, _ in self.seen):
                self.seen.clear()  # the plan has the formats of a content one after another
            project = self.project.as_of(edition.name, edition.date)
            self.seen[wanted] = composed(project, artefact, beside)
        return self.seen[wanted]


def entry_of(made: Made, edition: Edition, programme: Programme) -> FrozenArtefact:
    """How the manifest tells of a file that the release made."""
    artefact, publication = made.artefact, made.artefact.publication
    writer = WRITERS[artefact.format]
    return FrozenArtefact(
        path=artefact.path,
        size=len(made.data),
        sha256=sha256(made.data),
        content_sha256=writer.content_digest(made.data),
        anchor=artefact.anchor,
        publication=publication.target,
        actor=artefact.actor_id,
        unit=artefact.unit.name_id if artefact.unit else None,
        audience=publication.audience.value if publication.audience else None,
        format=artefact.format,
        language=publication.language or programme.settings.language,
        paper=artefact.paper or None,
        profile=publication.profile,
        variant=artefact.variant or None,
        pages=made.pages,
        content_code=made.code,
        status=made.status.value,
        made_in=edition.name,
        date=edition.date,
        title=made.title,
        description=publication.text,
        gates={"processpil": __version__, **{judge: version(judge) for judge in writer.judges}},
    )
