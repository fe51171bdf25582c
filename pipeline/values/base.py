"""The base class of frozen values, which know where they were written, and how one is refused."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from pipeline.spans import Marks, Place

# A key no author can write: the text gate refuses control characters.
ORIGIN_KEY = "\x00"


class View(Enum):
    """How much the boxes of a map show: everything, or number and short title with a key beside the map."""

    FULL = "hel"
    SHORT = "kort"


class Value(BaseModel):
    """A frozen value that knows where it was written. Field names are English, keys in files Swedish (aliases)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        arbitrary_types_allowed=True,
    )

    origin: Marks = Field(default_factory=Marks, alias=ORIGIN_KEY, exclude=True, repr=False)

    def place(self, field: str = "", *below: str | int) -> Place:
        """Where a field of this value was written (English name, then indexes), or where the value itself was."""
        if not field:
            return self.origin.here
        return self.origin.at(self.key(field), *below)

    def key_place(self, field: str) -> Place:
        """Where the key of a field (English name) was written, or the value itself where the key is left out."""
        return self.origin.key(self.key(field))

    @classmethod
    def key(cls, field: str) -> str:
        """The key that a field (English name) has in files."""
        return cls.model_fields[field].alias or field


def refuse(kind: str, **details: Any) -> PydanticCustomError:
    """An error whose type names the sentence; the English text is never shown."""
    return PydanticCustomError(kind, kind, details)


def as_text(value: object) -> str:
    """The scalar as text; raises PydanticCustomError for nothing, a list or keys."""
    if value is None:
        raise refuse("nothing")
    if isinstance(value, dict | list):
        raise refuse("not_text")
    return str(value)


def _filled(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise refuse("empty_list")
    return value


# At least one entry.
Filled = AfterValidator(_filled)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _known(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _known_list(value: object) -> object:
    return () if value is None or _known(value) is None else value


# A value that may be left empty, with quotes or without: not known yet. Of a list, the same as no entries.
MayBeBlank = BeforeValidator(_known)
NoList = BeforeValidator(_known_list)


# A list that may be written as its one entry, without brackets; read as a list of that.
OneOrMany = BeforeValidator(_listed)
