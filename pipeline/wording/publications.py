"""The fixed texts of publications: `locale/<language>/texts.yaml`."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Label, Prose, Value
from pipeline.wording.faults import CountWords


class StampWords(Value):
    """What marks a sheet as a draft."""

    draft: Label = Field(description="Märket på varje blad.")
    line: Label = Field(description="Stämpelraden, med luckorna {date} och {code}.")
    page: Label = Field(description="Sidnummer, med luckorna {page} och {pages}.")
    all_actors: Label = Field(description="När en publikation gäller alla aktörer.")


class MapWords(Value):
    """Words on maps and posters."""

    yes: Label = Field(description="Svaret ja, på en pil.")
    no: Label = Field(description="Svaret nej, på en pil.")
    step_label: Label = Field(description="Ett steg för skärmläsare.")
    start_label: Label = Field(description="Tillägg för ett startsteg.")
    phase_label: Label = Field(description="En fas för skärmläsare.")
    arrow_label: Label = Field(description="Processpilen för skärmläsare.")
    coupling_label: Label = Field(description="En dragen koppling för skärmläsare, med luckorna {source} {target}.")
    coupling_end: Label = Field(description="En ände av en koppling, med luckorna {actor} {number}.")
    map_description: Prose = Field(description="Lång beskrivning av en karta, före stegen.")
    poster_description: Prose = Field(description="Lång beskrivning av affischen.")
    sheet: Label = Field(description="Vilket blad av kartan, med luckorna {number} {count}.")
    sheet_title: Label = Field(description="Titel på ett blad av kartan, med luckorna {title} {number} {count}.")
    goes_on: Label = Field(description="Där en pil fortsätter på ett annat blad, med luckorna {sign} {sheet}.")
    comes_from: Label = Field(description="Där en pil kommer från ett annat blad, med luckorna {sign} {sheet}.")
    same_sign: Label = Field(description="I teckenförklaringen i stället för skyltens nummer.")
    condensed_coupling: Label = Field(description="En koppling på en kort karta, med luckorna {actor} {title}.")
    key_title: Label = Field(description="Rubrik över nyckeln till en kort karta.")
    key_coupling: Label = Field(description="En koppling i nyckeln, med luckorna {title} {actor} {number}.")


class MapTextWords(Value):
    """Words of the map in text: the table that says what the drawing shows."""

    title: Label = Field(description="Rubrik över kartan i text.")
    poster_title: Label = Field(description="Rubrik över affischen i text.")
    map_page: Label = Field(description="Sidnummer bakom en karta, med luckorna {page} och {pages}.")
    poster_page: Label = Field(description="Sidnummer bakom en affisch, med luckorna {page} och {pages}.")
    lead: Prose = Field(description="En mening före tabellen, med luckan {map}: länken till kartan.")
    poster_lead: Prose = Field(description="En mening före tabellerna, med luckan {map}: länken till affischen.")
    map: Label = Field(description="Orden som leder till kartan.")
    poster: Label = Field(description="Orden som leder till affischen.")
    caption: Prose = Field(description="Raden under kartan, med luckan {text}: länken till tabellen.")
    text: Label = Field(description="Orden som leder till tabellen.")
    phases: Label = Field(description="Rubrik över faserna på affischens textsidor.")
    step_column: Label = Field(description="Tabellhuvud: steget.")
    from_column: Label = Field(description="Tabellhuvud: varifrån man kommer.")
    on_column: Label = Field(description="Tabellhuvud: vart steget leder.")
    couplings_column: Label = Field(description="Tabellhuvud: kopplingar till andra aktörer.")
    position: Label = Field(description="Stegets plats, med luckorna {number} {total}.")
    about: Label = Field(description="Stegets fas och form, med luckorna {phase} {phase_name} {kind}.")
    here: Label = Field(description="Före en annan aktörs steg som en koppling kommer från, med luckan {actor}.")
    meets: Label = Field(description="Före en kontaktpunkt, med luckan {actor}.")
    both: Label = Field(description="När båda aktörerna anger kopplingen.")
    only: Label = Field(description="När bara den ena anger kopplingen, med luckan {actor}.")
    no_couplings: Label = Field(description="När steget inte har någon koppling.")
    shapes: Label = Field(description="Rubrik över formernas betydelse på textsidorna.")
    source_mark: Label = Field(description="En notsiffra för skärmläsare, med luckan {number}.")


class LegendWords(Value):
    """Words of the legend that are not the partners' own."""

    title: Label = Field(description="Rubrik.")
    start_example: Label = Field(description="Exempel i formen start/stopp.")
    fan_example: Label = Field(description="Exempel i formen en/flera.")
    decision_example: Label = Field(description="Exempel i formen ja/nej.")
    link_example: Label = Field(description="Exempel i formen processkoppling.")
    stop_note: Label = Field(description="Tillägg om stoppets dubbla kant.")
    foot_note: Label = Field(description="Tillägg om kopplingens fot.")
    flow: Label = Field(description="Vanlig pil.")
    loop: Label = Field(description="Pil tillbaka.")
    coupling: Label = Field(description="Dubbel linje till en annan aktör.")
    yes: Label = Field(description="Ja-märket.")
    no: Label = Field(description="Nej-märket.")
    phase_number: Label = Field(description="Siffran i ringen.")
    step_number: Label = Field(description="Siffran under ringen.")
    key_number: Label = Field(description="Siffran i en form på en kort karta.")
    leaves: Label = Field(description="Svart bokstav.")
    arrives: Label = Field(description="Vit bokstav.")
    phases: Label = Field(description="Rubrik över faserna.")


class StepWords(Value):
    """Headings and phrases of a step's page."""

    position: Label = Field(description="Stegets plats, med luckorna {number} {total} {kind}.")
    what: Label = Field(description="Rubrik: vad händer.")
    who: Label = Field(description="Rubrik: vem gör det.")
    documents: Label = Field(description="Rubrik: underlag.")
    law: Label = Field(description="Rubrik: lagstöd.")
    no_documents: Label = Field(description="När inget underlag är angivet.")
    no_law: Label = Field(description="När ingen hänvisning är angiven.")
    confirmed: Label = Field(description="Hänvisningen är kontrollerad.")
    to_check: Label = Field(description="Hänvisningen är inte kontrollerad.")
    review: Label = Field(description="Före en text som behöver granskas.")
    comes_from: Label = Field(description="Rubrik: varifrån man kommer.")
    leads_to: Label = Field(description="Rubrik: vart vägen leder.")
    begins: Label = Field(description="När processen börjar här.")
    ends: Label = Field(description="När processen slutar här.")
    step: Label = Field(description="Ett steg, med luckorna {number} {title}.")
    answer: Label = Field(description="Ett svar före ett steg, med luckan {answer}.")
    at_answer: Label = Field(description="Efter ett steg som man kommer från, med luckan {label}: svaret.")
    at_condition: Label = Field(description="Efter ett steg som man kommer från, med luckan {label}: villkoret.")
    may_lead: Label = Field(description="Före en annan aktörs steg, med luckan {actor}.")
    other: Label = Field(description="Före ett steg hos en annan aktör som man kommer från, med luckan {actor}.")
    back: Label = Field(description="Tillägg när en pil leder tillbaka.")
    contacts: Label = Field(description="Rubrik: kontaktpunkter.")
    no_contacts: Label = Field(description="När inga kontaktpunkter är angivna.")
    contact: Label = Field(description="En kontaktpunkt, med luckorna {why} {step}.")
    named_by: Label = Field(description="En kontaktpunkt som den andra aktören anger, med luckorna {why} {step}.")
    question: Label = Field(description="Rubrik: fråga till dialogen.")


class HandoutWords(Value):
    """Headings and phrases of the handout."""

    introduction: Label = Field(description="Rubrik: inledning.")
    audience: Label = Field(description="Rubrik: målgrupp.")
    aim: Label = Field(description="Rubrik: syfte.")
    contact: Label = Field(description="Rubrik: kontakt.")
    units: Label = Field(description="Rubrik: enheter.")
    contents: Prose = Field(description="En mening om innehållet, med luckan {steps}.")
    number_column: Label = Field(description="Tabellhuvud: stegets nummer.")
    title_column: Label = Field(description="Tabellhuvud: stegets titel.")
    list_of_contents: Label = Field(description="Rubrik: innehållsförteckning.")
    phase_entry: Label = Field(description="En fas i innehållsförteckningen, med luckorna {number} {name}.")
    step_entry: Label = Field(description="Ett steg i innehållsförteckningen, med luckorna {number} {title}.")
    map: Label = Field(description="Rubrik: kartan.")
    map_alternative: Label = Field(description="Kartans textalternativ, med luckorna {actor} {steps}.")
    arrow_alternative: Label = Field(description="Pilens textalternativ.")
    legend: Label = Field(description="Rubrik: teckenförklaring.")
    legend_alternative: Label = Field(description="Teckenförklaringens textalternativ.")
    terms: Label = Field(description="Rubrik: begrepp.")
    terms_lead: Prose = Field(description="En mening före begreppen.")
    sources: Label = Field(description="Rubrik: källor.")
    sources_lead: Prose = Field(description="En mening före källorna, om siffrorna i texten.")
    law_date: Label = Field(description="När lagtexten kontrollerades, med luckan {date}.")
    local_alternative: Label = Field(description="Textalternativ till stegets figur, med luckan {step}.")


class TodoPart(Value):
    """One part of a to-do list."""

    heading: Label = Field(description="Rubrik.")
    task: Label = Field(description="En mening om vad som ska göras.")


class TodoWords(Value):
    """Headings and phrases of an actor's to-do list."""

    title: Label = Field(description="Titel, med luckan {actor}.")
    lead: Label = Field(description="Första meningen, med luckorna {points} {date}.")
    points: CountWords = Field(description="Antal punkter.")
    nothing: Label = Field(description="När en del inte har några punkter.")
    law: TodoPart = Field(description="Hänvisningar till lag som inte är kontrollerade.")
    review: TodoPart = Field(description="Texter att granska.")
    arrivals: TodoPart = Field(description="Andra aktörer som anger ett möte, utan svar.")
    own: TodoPart = Field(description="Egna möten som den andra aktören inte svarar på.")
    fields: TodoPart = Field(description="Uppgifter som saknas.")
    notes: Label = Field(description="Rubrik: egna anteckningar.")
    notes_task: Label = Field(description="En mening över raderna att skriva på.")
    reference_column: Label = Field(description="Tabellhuvud: hänvisning.")
    review_column: Label = Field(description="Tabellhuvud: det som ska granskas.")
    other_column: Label = Field(description="Tabellhuvud: den andra aktören.")
    field_column: Label = Field(description="Tabellhuvud: uppgift.")
    answer_column: Label = Field(description="Tabellhuvud: plats för svaret.")
    initials_column: Label = Field(description="Tabellhuvud: signatur.")
    date_column: Label = Field(description="Tabellhuvud: datum.")
    comes_from: Label = Field(description="En koppling från en annan aktör, med luckan {step}.")
    leads_to: Label = Field(description="En koppling till en annan aktör, med luckan {step}.")
    aim: Label = Field(description="Vad som ska stå som syfte.")
    contact: Label = Field(description="Vad som ska stå som kontakt.")
    units: Label = Field(description="Vad som ska stå som enheter.")
    last_review: Label = Field(description="Namnet på uppgiften om granskning.")
    review_wanted: Label = Field(description="Vad som ska stå som granskning.")


class Letters(Value):
    """The letters of the language."""

    all: Prose = Field(description="Tecken som varje typsnitt måste ha.")
    last: Label = Field(description="Bokstäver som sorteras efter z, i ordning.")


class Wording(Value):
    """`locale/<language>/texts.yaml`."""

    letters: Letters = Field(description="Språkets bokstäver.")
    stamp: StampWords = Field(description="Märkning.")
    map: MapWords = Field(description="Kartor och affischer.")
    map_text: MapTextWords = Field(description="Kartan i text.")
    legend: LegendWords = Field(description="Teckenförklaring.")
    step: StepWords = Field(description="Stegens sidor.")
    handout: HandoutWords = Field(description="Handledningen.")
    todo: TodoWords = Field(description="Att göra-listan.")
