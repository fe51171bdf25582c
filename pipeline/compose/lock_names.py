"""Whose map a publication shows, and what the lock of that map is called."""

from __future__ import annotations

from pipeline.compose import COMPOSERS
from pipeline.model import Programme, Publication
from pipeline.values import View


def lock_name(programme: Programme, publication: Publication, actor_id: str) -> str:
    """The id of the publication whose map it is and the actor's; of a joint map (no actor) the publication's alone.

    The paper stands last where the publication comes on several.
    """
    owner = map_owner(programme, publication)
    declared = next((one for one in programme.publications if one.target == owner.target), owner)
    paper = owner.paper if len(declared.papers) > 1 else ""
    return "-".join(word for word in (owner.target, actor_id, paper) if word)


def map_owner(programme: Programme, publication: Publication) -> Publication:
    """The publication whose map, with its measures and its lock, a publication shows; mostly itself.

    The publication is one on a single paper, as it is planned. The condensed view is drawn from the places of the full
    map, so it goes with the first publication of its kind that shows the full one, on the same paper if it has that.
    A kind that shows another kind's maps goes with the first publication of that which shows the full map, on the same
    paper: a reader finds each step at the same place in all of them.
    """
    kind = COMPOSERS[publication.kind].shows if publication.kind in COMPOSERS else ""
    if kind:
        others = (
            one
            for one in programme.publications
            if (one.kind, one.view) == (kind, View.FULL) and publication.paper in one.papers
        )
        return next(others, publication).on(publication.paper)
    if publication.view is View.FULL:
        return publication
    full = (one for one in programme.publications if one.kind == publication.kind and one.view is View.FULL)
    owner = next(full, publication)
    return owner.on(publication.paper if publication.paper in owner.papers else owner.paper)
