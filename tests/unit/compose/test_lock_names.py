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


def test_the_paper_stands_in_the_name_only_where_a_publication_comes_on_several():
    kinds = ("karta", "handout", "handout-kort")
    programme = _of(*((kind, kind, View.FULL) for kind in kinds))
    on_two = tuple(
        one.model_copy(update={"papers": ("A3", "A4") if one.target == "karta" else ("A4",)})
        for one in programme.publications
    )
    programme = replace(programme, publications=on_two)
    maps, handout, short = on_two
    assert lock_name(programme, maps.on("A3"), "fk") == "karta-fk-A3"
    assert lock_name(programme, maps.on("A4"), "fk") == "karta-fk-A4"
    assert lock_name(programme, handout, "fk") == lock_name(programme, short, "fk") == "handout-fk"


def test_a_condensed_map_on_one_of_the_papers_goes_with_the_full_map_there():
    full, short = _of(("karta", "karta", View.FULL), ("fickkarta", "karta", View.SHORT)).publications
    publications = (full.model_copy(update={"papers": ("A2", "A3")}), short.model_copy(update={"papers": ("A3",)}))
    programme = replace(real_programme(), publications=publications)
    assert lock_name(programme, publications[1], "fk") == "karta-fk-A3"


def test_a_page_for_the_web_shows_the_full_maps_on_its_paper_or_its_own():
    programme = _of(("fickkarta", "karta", View.SHORT), ("karta", "karta", View.FULL), ("webb", "webb", View.FULL))
    pocket, full, page = (one.model_copy(update={"papers": ("A3",)}) for one in programme.publications)
    assert lock_name(replace(programme, publications=(pocket, full, page)), page, "fk") == "karta-fk"
    larger = full.model_copy(update={"papers": ("A1",)})
    for others in ((pocket, page), (larger, page), (page,)):
        assert lock_name(replace(programme, publications=others), page, "fk") == "webb-fk"
