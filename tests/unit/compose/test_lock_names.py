"""Which lock a map has: its own, or for a condensed view that of the full map."""

from dataclasses import replace

import pytest

from pipeline.compose.lock_names import lock_name
from pipeline.values import View
from tests.support.real import real_programme


def _of(*publications):
    """The real programme with other publications: id, kind and view of each."""
    model = real_programme().publications[0]
    made = tuple(
        model.model_copy(update={"target": target, "kind": kind, "view": view}) for target, kind, view in publications
    )
    return replace(real_programme(), publications=made)


@pytest.mark.parametrize(
    ("target", "actor", "name"),
    [
        ("karta", "fk", "karta-fk"),
        ("affisch", "", "affisch"),
        ("oversikt", "", "affisch"),
        ("fickkarta", "fk", "karta-fk"),
        ("ensam", "", "ensam"),
    ],
)
def test_the_name_of_a_lock(target, actor, name):
    programme = _of(
        ("fickkarta", "karta", View.SHORT),
        ("oversikt", "affisch", View.SHORT),
        ("affisch", "affisch", View.FULL),
        ("stor", "affisch", View.FULL),
        ("karta", "karta", View.FULL),
        ("ensam", "handout", View.SHORT),
    )
    publication = next(one for one in programme.publications if one.target == target)
    assert lock_name(programme, publication, actor) == name
