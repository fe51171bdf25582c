"""The fixed texts of the handbook."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Label, Prose, Value
from pipeline.wording.faults import CountWords


class HandbookWords(Value):
    """Headings and phrases of the handbook."""

    position: Label = Field(description="Vems steg det är, i bandet över det, med luckorna {actor} {position}.")
    title: Label = Field(description="Titeln, med luckorna {publication} {programme}.")
    lead: Prose = Field(description="Vad handboken är, med luckorna {actors} {steps} {phases}.")
    count: CountWords = Field(description="Antal aktörer i meningen om handboken.")
    actors: Label = Field(description="Rubrik: aktörerna.")
    arrow: Label = Field(description="Rubrik: processpilen.")
    how_to_read: Label = Field(description="Rubrik: hur sidorna läses.")
    bar: Label = Field(description="Listen ovanför ett steg.")
    bar_text: Prose = Field(description="Vad listen visar.")
    of_others: Label = Field(description="Andra aktörers steg.")
    of_others_text: Prose = Field(description="Hur andras steg anges, med luckorna {short} {actor} till exemplet.")
    raised: Label = Field(description="Upphöjda siffror.")
    raised_text: Prose = Field(description="Vad de upphöjda siffrorna står för.")
    to_check_text: Prose = Field(description="Vad det betyder att en hänvisning behöver kontrolleras.")
    names: Label = Field(description="Länkar.")
    names_text: Prose = Field(description="Vart länkarna leder.")
    overview: Label = Field(description="Rubrik: alla aktörers steg tillsammans.")
    overview_lead: Prose = Field(description="En mening före den gemensamma bilden.")
    overview_alternative: Prose = Field(description="Textalternativ, med luckorna {actors} {steps} {phases}.")
    meetings: Label = Field(description="Rubrik: mötespunkter.")
    meetings_lead: Prose = Field(description="Hur tabellen läses, med luckorna {short} {actor} till exemplet.")
    actor_meetings: Label = Field(description="Rubrik i en aktörs kapitel: var den möter andra.")
    steps: Label = Field(description="Rubrik över stegen med deras sidor, där ett kapitel börjar.")
    map: Label = Field(description="Rubrik: aktörens karta.")
    map_alternative: Prose = Field(description="Textalternativ till en karta, med luckorna {actor} {steps}.")
    map_caption: Prose = Field(description="Raden under kartan.")
    step: Label = Field(description="Rubriken över ett steg, med luckorna {number} {title}.")
    here: Label = Field(description="Före stegen som leder till ett steg.")
    on: Label = Field(description="Före stegen som ett steg leder till.")
    to_check: Label = Field(description="Efter en hänvisning som inte är kontrollerad.")
    question: Label = Field(description="Före frågan till dialogen.")
    cases: Label = Field(description="Rubrik: påhittade fall.")
    cases_lead: Prose = Field(description="En mening före fallen.")
    questions: Label = Field(description="Rubrik: frågor till ett fall.")
    case_steps: Label = Field(description="Rubrik: steg som ett fall berör.")
    terms_lead: Prose = Field(description="En mening före begreppen.")
    law: Label = Field(description="Rubrik: lagstöd.")
    law_lead: Prose = Field(description="En mening före tabellen.")
    index: Label = Field(description="Rubrik: register.")
    index_lead: Prose = Field(description="En mening före registret.")
    index_step: Label = Field(description="Ett steg i registret, med luckorna {title} {actor} {number}.")
