"""What the lock of a publication's map is called: views of one map share the lock of the full one."""

from __future__ import annotations

from pipeline.model import Programme, Publication
from pipeline.values import View


def lock_name(programme: Programme, publication: Publication, actor_id: str) -> str:
    """The publication's id and the actor's; of a joint map (no actor) the publication's alone.

    The condensed view is drawn from the places of the full map, so it goes by the name of the first publication of
    its kind that shows the full one, if there is any.
    """
    target = _full_view(programme, publication).target
    return f"{target}-{actor_id}" if actor_id else target


def _full_view(programme: Programme, publication: Publication) -> Publication:
    if publication.view is View.FULL:
        return publication
    full = (one for one in programme.publications if one.kind == publication.kind and one.view is View.FULL)
    return next(full, publication)
