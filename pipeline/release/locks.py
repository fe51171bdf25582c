"""The locks of a project's maps: which maps there are, what their locks hold, and all that is worth saying of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pipeline.checks.locks import LockedMap, lock_findings
from pipeline.compose import COMPOSERS
from pipeline.compose.lock_names import lock_name, map_owner
from pipeline.diagnostics import Diagnostic, Report, diagnose
from pipeline.model import LayoutLock, Programme, Publication
from pipeline.reading.locks import LOCK_FOLDER, lock_path, locked_map, read_lock
from pipeline.release.plan import Artefact, planned
from pipeline.release.workspace import SOURCES
from pipeline.spans import Place
from pipeline.values import View


@dataclass(frozen=True, slots=True)
class Locks:
    """The locks that can be used, by the names of their maps; what was found about all; and the maps without one."""

    by_map: Mapping[str, LayoutLock] = field(default_factory=lambda: MappingProxyType({}))
    report: Report = field(default_factory=Report)
    missing: tuple[str, ...] = ()

    @property
    def note(self) -> Report:
        """That maps have no lock: told where nothing else is wrong, since a map with faults cannot be laid out."""
        names = ", ".join(self.missing)
        place = Place(f"{SOURCES}/{LOCK_FOLDER}", 0, 0)
        return Report((diagnose("M801", place, maps=names, count=len(self.missing)),)) if names else Report()


def map_name(programme: Programme, artefact: Artefact) -> str:
    """The name of an artefact's map, as its lock is called (`lock_name`)."""
    return lock_name(programme, artefact.publication, artefact.actor_id if artefact.actor else "")


def maps_of(programme: Programme) -> dict[str, Artefact]:
    """Every map of the programme by its name, in the order of the plan, with one of the files that show it."""
    publications = tuple(one for one in programme.publications if one.kind in COMPOSERS and COMPOSERS[one.kind].map)
    found: dict[str, Artefact] = {}
    for planned_one in planned(programme, publications):
        for artefact in _maps(programme, planned_one):
            name = map_name(programme, artefact)
            # A condensed view has the full map's lock, which is compared with the full map.
            if name not in found or found[name].publication.view is View.SHORT:
                found[name] = artefact
    return found


def _maps(programme: Programme, artefact: Artefact) -> Iterator[Artefact]:
    """The artefact itself, or for a kind that shows maps of another the file of each actor's map."""
    if not COMPOSERS[artefact.publication.kind].shows:
        yield artefact
        return
    owner = map_owner(programme, artefact.publication)
    for actor in (artefact.actor,) if artefact.actor else programme.actors:
        yield Artefact(owner, actor, owner.formats[0])


def locks_of(
    programme: Programme, publication: Publication, locks: Mapping[str, LayoutLock]
) -> Mapping[str, LayoutLock]:
    """The locks of single actors' maps as a publication shows them, by the actors' ids."""
    named = {actor.name_id: lock_name(programme, publication, actor.name_id) for actor in programme.actors}
    return {actor: locks[name] for actor, name in named.items() if name in locks}


def lock_file(name: str) -> str:
    """The path of a map's lock, from the project's folder."""
    return f"{SOURCES}/{lock_path(name)}"


def is_lock(path: str) -> bool:
    """True for the path of a lock, from the project's folder."""
    return locked_map(path.removeprefix(f"{SOURCES}/")) is not None


def read_locks(files: Mapping[str, bytes], programme: Programme | None, covers: Callable[[str], bool]) -> Locks:
    """The locks among a project's files. What they are compared with is left out where there is no programme."""
    found: dict[str, LayoutLock] = {}
    findings: list[Diagnostic] = []
    paths = {name: path for path in files if (name := locked_map(path.removeprefix(f"{SOURCES}/")))}
    for name, path in paths.items():
        lock, faults = read_lock(path, files[path], covers)
        findings.extend(faults)
        if lock:
            found[name] = lock
    if programme is None:
        return Locks(found, Report.of(findings))
    maps = maps_of(programme)
    findings.extend(diagnose("M802", Place(path, 0, 0), map=name) for name, path in paths.items() if name not in maps)
    for name, artefact in maps.items():
        if name in found:
            findings.extend(lock_findings(_locked(programme, name, artefact, found[name])))
    missing = tuple(name for name in maps if name not in paths)
    return Locks({name: lock for name, lock in found.items() if name in maps}, Report.of(findings), missing)


def _locked(programme: Programme, name: str, artefact: Artefact, lock: LayoutLock) -> LockedMap:
    actors = (artefact.actor,) if artefact.actor else programme.actors
    return LockedMap(name, artefact.publication, actors, artefact.actor is None, lock)
