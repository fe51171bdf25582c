"""A map's lock: where each step stood in the last layout that was kept, so that the next one keeps it there."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.values import Count, Exact, FileWord, Filled, Points, Position, Slug, Value, YesNo

LOCK_FORMAT = 1
LAYOUT_ENGINE = 1
"""As `pipeline.layout.ENGINE_VERSION` (a test compares); named here so that `check` can do without the engine."""


class LockedStep(Value):
    """A step's seat. Columns and rows count from 1; 2.5 lies between 2 and 3."""

    name_id: Slug = Field(alias="id", description="Stegets id.")
    actor: Slug | None = Field(None, alias="aktor", description="Aktören, på en karta med flera aktörer.")
    phase: Count = Field(alias="fas", description="Fasen som steget hörde till.")
    column: Position = Field(alias="kolumn", description="Kolumnen inom fasen. 2.5 ligger mellan 2 och 3.")
    row: Position = Field(alias="rad", description="Raden hos aktören. 2.5 ligger mellan 2 och 3.")
    pinned: YesNo = Field(False, alias="fast", description="true om steget är fäst med processpil layout --pin.")


class LockedSign(Value):
    """The seat of an off-page connector: the arrow that it continues."""

    arrow: Exact = Field(alias="pil", description="Pilen som fortsätter på ett annat blad.")
    actor: Slug | None = Field(None, alias="aktor", description="Aktören, på en karta med flera aktörer.")
    phase: Count = Field(alias="fas", description="Fasen på bladet där skylten står.")
    column: Position = Field(alias="kolumn", description="Kolumnen inom fasen.")
    row: Position = Field(alias="rad", description="Raden hos aktören.")


class LockedColumn(Value):
    """Where a column lay."""

    phase: Count = Field(alias="fas", description="Fasen.")
    column: Position = Field(alias="kolumn", description="Kolumnen inom fasen.")
    position: Position = Field(alias="lage", description="Kolumnens läge, i mm längs processen.")


class LockedRow(Value):
    """Where a row lay."""

    actor: Slug | None = Field(None, alias="aktor", description="Aktören, på en karta med flera aktörer.")
    row: Position = Field(alias="rad", description="Raden hos aktören.")
    position: Position = Field(alias="lage", description="Radens läge, i mm tvärs processen.")


class LockedSheet(Value):
    """One sheet of the map: which phases it shows, and where its columns and rows lay."""

    first: Count = Field(alias="fran_fas", description="Första fasen på bladet.")
    last: Count = Field(alias="till_fas", description="Sista fasen på bladet.")
    length: Position = Field(alias="langd", description="Kartans längd längs processen, i mm.")
    breadth: Position = Field(alias="bredd", description="Kartans bredd tvärs processen, i mm.")
    columns: tuple[LockedColumn, ...] = Field(alias="kolumner", description="Kolumnernas lägen.")
    rows: tuple[LockedRow, ...] = Field(alias="rader", description="Radernas lägen.")
    rims: tuple[Position, ...] = Field(alias="granser", description="Gränserna mellan aktörernas rader, i mm.")
    signs: tuple[LockedSign, ...] = Field((), alias="skyltar", description="Skyltar för pilar till andra blad.")
    thorough: YesNo = Field(alias="noggrann", description="true om pilarna drogs med noggrann metod.")


class LayoutLock(Value):
    """`layout/<karta>.lock.yaml`, written by `processpil layout --update`."""

    lock_format: Count = Field(alias="format", description="Filens form.")
    engine: Count = Field(alias="motor", description="Versionen av det som lade ut kartan.")
    paper: FileWord = Field(alias="papper", description="Papperet som kartan lades ut för.")
    text: Points = Field(alias="text", description="Storleken på stegens text, i punkter.")
    sheets: Annotated[tuple[LockedSheet, ...], Filled] = Field(alias="blad", description="Kartans blad.")
    steps: tuple[LockedStep, ...] = Field(alias="steg", description="Stegens platser.")
    gone: tuple[LockedStep, ...] = Field(
        (), alias="borttagna", description="Borttagna stegs platser, om de kommer åter."
    )
