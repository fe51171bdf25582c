"""The fixed texts of the tables of a document: where actors meet, and what law the steps rest on."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Label, Value


class MeetingWords(Value):
    """Words of the tables of meeting points."""

    title: Label = Field(description="Tabellens namn, med luckan {actor}.")
    matrix_title: Label = Field(description="Namnet på tabellen över alla aktörer.")
    phase_column: Label = Field(description="Tabellhuvud: fasen.")
    phase: Label = Field(description="En fas i tabellen, med luckorna {number} {name}.")
    over: Label = Field(description="En koppling till en annan aktör, med luckorna {own} {step}.")
    here: Label = Field(description="En koppling från en annan aktör, med luckorna {own} {step}.")
    meets: Label = Field(description="En kontaktpunkt, med luckorna {own} {why} {step}.")
    own_step: Label = Field(description="Det egna steget, med luckan {number}.")
    short_over: Label = Field(description="En koppling till en annan aktör, kort, med luckorna {own} {step}.")
    short_here: Label = Field(description="En koppling från en annan aktör, kort, med luckorna {own} {step}.")
    short_meets: Label = Field(description="En kontaktpunkt, kort, med luckorna {own} {step}.")
    short_step: Label = Field(description="En annan aktörs steg, kort, med luckorna {actor} {number}.")


class LawWords(Value):
    """Words of the table of legal references."""

    title: Label = Field(description="Tabellens namn.")
    reference_column: Label = Field(description="Tabellhuvud: hänvisningen.")
    steps_column: Label = Field(description="Tabellhuvud: stegen som vilar på den.")
    state_column: Label = Field(description="Tabellhuvud: om den är kontrollerad.")
    step: Label = Field(description="Ett steg i tabellen, med luckan {number}.")
    step_of: Label = Field(description="Ett steg hos en av flera aktörer, med luckorna {actor} {number}.")
