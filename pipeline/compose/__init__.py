"""The composers: one line for each kind of publication, and the file that makes it.

A composer is imported when it is first used, so that the list itself costs nothing to `check`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.compose.brief import Brief
    from pipeline.document import Document
    from pipeline.scene import Sheets


@dataclass(frozen=True, slots=True)
class Composer:
    """A kind of publication: made once for each actor or once for all, and the form that comes out.

    `gives` is "sheets" or "document", as in Writer.accepts; `home` names its module and function,
    "module:function", below this package.
    """

    kind: str
    per_actor: bool
    gives: str
    home: str

    def compose(self, brief: Brief) -> Sheets | Document:
        """The publication, without its stamp. Raises CannotCompose."""
        module, _, name = self.home.partition(":")
        function: Callable[[Brief], Sheets | Document] = getattr(import_module(f"{__name__}.{module}"), name)
        return function(brief)


_ALL = (
    Composer("affisch", False, "sheets", "poster:poster"),
    Composer("karta", True, "sheets", "actor_map:actor_map"),
    Composer("handout", True, "document", "handout:handout"),
    Composer("att-gora", True, "document", "todo:todo"),
)

COMPOSERS: dict[str, Composer] = {composer.kind: composer for composer in _ALL}
