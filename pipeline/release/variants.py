"""What a publication can have a further file for: one line a variant, with the formats that it makes sense in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant by its id, which stands in file names. `native_maps`: its maps are shapes that can be moved."""

    name_id: str
    formats: frozenset[str]
    native_maps: bool = False


EDITABLE = Variant("redigerbar", frozenset({"docx"}), native_maps=True)
_ALL = (EDITABLE,)

VARIANTS: dict[str, Variant] = {variant.name_id: variant for variant in _ALL}
"""The variants by their ids."""
