"""The composers: one line for each kind of publication, and the file that makes it.

A composer is imported when it is first used, so that the list itself costs nothing to `check`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.compose.brief import Brief
    from pipeline.compose.process_map import PlacedMap
    from pipeline.document import Content


@dataclass(frozen=True, slots=True)
class Composer:
    """A kind of publication: made once for each actor or once for all, and the form that comes out.

    `gives` is "sheets", "document" or "site", as in Writer.accepts; `home` names its module and function,
    "module:function", below this package. `map` names the function that places the map of a kind that has one,
    `condensed` is true if that map has a condensed view; `shows` is another kind whose maps of actors it shows.
    `for_units` is true of a kind that is also made for a unit of an actor, `for_audience` of one that says whom it is
    for, `shows_others` of one that may show the maps of other actors beside its own's.
    """

    kind: str
    per_actor: bool
    gives: str
    home: str
    map: str = ""
    condensed: bool = False
    shows: str = ""
    for_units: bool = False
    for_audience: bool = False
    shows_others: bool = False

    @property
    def takes(self) -> frozenset[str]:
        """The fields of a publication that only some kinds have."""
        fields = {
            "actors": self.per_actor,
            "units": self.for_units,
            "audience": self.for_audience,
            "other_maps": self.shows_others,
        }
        return frozenset(name for name, is_taken in fields.items() if is_taken)

    def compose(self, brief: Brief) -> Content:
        """The publication, without its stamp. Raises CannotCompose."""
        function: Callable[[Brief], Content] = _function(self.home)
        return function(brief)

    def placed(self, brief: Brief) -> tuple[PlacedMap, ...]:
        """The sheets of the publication's map with their places, for kinds with a `map`. Raises CannotCompose."""
        function: Callable[[Brief], tuple[PlacedMap, ...]] = _function(self.map)
        return function(brief)


def _function(home: str) -> Callable[[Brief], Any]:
    module, _, name = home.partition(":")
    found: Callable[[Brief], Any] = getattr(import_module(f"{__name__}.{module}"), name)
    return found


_ALL = (
    Composer("affisch", False, "sheets", "poster:poster", map="poster:placed", condensed=True),
    Composer("karta", True, "sheets", "actor_map:actor_map", map="actor_map:placed", condensed=True),
    Composer(
        *("handout", True, "document", "handout:handout"), map="map_chapter:placed", for_units=True, for_audience=True
    ),
    Composer(
        *("handout-kort", True, "document", "short_handout:short_handout"),
        map="map_chapter:placed",
        shows="handout",
        for_units=True,
        for_audience=True,
    ),
    Composer(
        *("bilaga", True, "document", "annex:annex"), map="map_chapter:placed", shows="handout", shows_others=True
    ),
    Composer("begrepp", False, "document", "terms_sheet:terms_sheet"),
    Composer("handbok", False, "document", "handbook:handbook", map="map_chapter:placed", shows="handout"),
    Composer("webb", False, "site", "web:site", map="web:placed", shows="karta"),
    Composer("att-gora", True, "document", "todo:todo"),
)

COMPOSERS: dict[str, Composer] = {composer.kind: composer for composer in _ALL}
