"""The fixed texts of publications: `locale/<language>/texts.yaml`."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Label, Prose, Value
from pipeline.wording.current_page import CurrentPageWords
from pipeline.wording.faults import CountWords
from pipeline.wording.handbook import HandbookWords
from pipeline.wording.proof import ProofWords
from pipeline.wording.references import LawWords, MeetingWords
from pipeline.wording.web import WebWords


class StampWords(Value):
    """What every sheet and page says of how it stands: the framed mark, and the parts of the line at the foot."""

    draft: Label = Field(description="Märket på varje blad av ett utkast.")
    undecided: Label = Field(description="Märket på det som är utgivet men inte fastställt.")
    draft_of: Label = Field(description="Stämpelradens början i ett utkast, med luckan {date}.")
    release_of: Label = Field(description="Stämpelradens början i en utgåva, med luckorna {release} och {date}.")
    code: Label = Field(description="Innehållets kod, med luckan {code}.")
    not_decided: Label = Field(description="När innehållet inte är fastställt.")
    decided: Label = Field(description="När innehållet är fastställt, i en utgåva.")
    diary: Label = Field(description="Ärendets nummer hos aktören, med luckan {number}.")
    page: Label = Field(description="Sidnummer, med luckorna {page} och {pages}.")
    all_actors: Label = Field(description="När en publikation gäller alla aktörer.")


class EditableWords(Value):
    """What a Word file says of itself."""

    of_draft: Prose = Field(description="Sidfoten i en Word-fil: kopia av ett utkast.")
    of_release: Prose = Field(description="Sidfoten i en Word-fil: kopia av en utgåva, med luckan {release}.")
    fixed: Prose = Field(description="Tillägg när publikationen också finns som PDF.")


class ColophonWords(Value):
    """What a document says of itself at its end, and a sheet at its foot."""

    title: Label = Field(description="Rubrik.")
    draft: Prose = Field(description="Ett utkast.")
    decided_draft: Prose = Field(description="Ett utkast med beslutat innehåll.")
    undecided: Prose = Field(description="En utgåva som inte är fastställd.")
    decided: Prose = Field(description="En fastställd utgåva.")
    feedback: Prose = Field(description="Vart man lämnar synpunkter, med luckan {address}: länken.")
    sheet_feedback: Label = Field(description="Detsamma på ett blad, med luckan {address}.")


class CurrentWords(Value):
    """How readers find out if a printout is current; only in releases, and only with an address in program.yaml."""

    question: Label = Field(description="Frågan som QR-koden svarar på.")
    sentence: Label = Field(description="Vad läsaren av ett blad gör. Efter meningen står den korta adressen.")
    page_sentence: Label = Field(description="Detsamma i ett dokument, där adressen står längst ned på sidan.")
    said: Prose = Field(description="QR-koden för skärmläsare, med luckan {address}: hela adressen.")
    foot: Label = Field(description="Sist i sidfoten, med luckan {address}: den korta adressen.")
    link: Prose = Field(description="I texten om materialet, med luckan {address}: länken.")


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
    map_of: Label = Field(description="Rubrik över en av flera kartor, med luckan {actor}.")
    text_of: Label = Field(description="Rubrik över en av flera kartor i text, med luckan {actor}.")
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
    checklist: Label = Field(description="Rubrik: checklista.")
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
    contact: Label = Field(description="En kontaktpunkt, med luckorna {why} {step}.")
    named_by: Label = Field(description="En kontaktpunkt som den andra aktören anger, med luckorna {why} {step}.")
    question: Label = Field(description="Rubrik: fråga till dialogen.")


class TitleWords(Value):
    """The title of a publication about an actor, whom it is for, and which edition it is."""

    title: Label = Field(description="Titeln, med luckorna {publication} {actor}.")
    of_unit: Label = Field(description="Filens titel för en enhet, med luckorna {title} {unit}.")
    managers: Label = Field(description="Vem det är för: chefer.")
    staff: Label = Field(description="Vem det är för: medarbetare.")
    unit: Label = Field(description="Vem det är för: en enhet, med luckan {unit}.")
    within: Label = Field(description="Vem det är för: några på en enhet, med luckorna {readers} {unit}.")
    programme: Label = Field(description="Före programmets namn.")
    edition: Label = Field(description="Före utgåvan.")
    draft: Label = Field(description="Utgåvan av ett utkast, med luckan {date}.")
    release: Label = Field(description="Utgåvan, med luckorna {release} {date}.")
    status: Label = Field(description="Före hur färdigt innehållet är.")
    language: Label = Field(description="Före språkets namn.")
    own_language: Label = Field(description="Språkets namn.")


class FillInWords(Value):
    """The pages of a handout that its readers fill in themselves."""

    contacts: Label = Field(description="Rubrik: lokala kontaktvägar.")
    contacts_lead: Prose = Field(description="Vad man skriver i tabellen med kontaktvägar.")
    actor_column: Label = Field(description="Tabellhuvud: aktören.")
    role_column: Label = Field(description="Tabellhuvud: funktion eller enhet.")
    way_column: Label = Field(description="Tabellhuvud: hur man når den.")
    another: Label = Field(description="Första cellen i en rad för någon som inte är en av aktörerna.")
    checklist: Label = Field(description="Rubrik: egen checklista.")
    checklist_lead: Prose = Field(description="Vad man skriver i checklistan.")
    number_column: Label = Field(description="Tabellhuvud: radens nummer.")
    task_column: Label = Field(description="Tabellhuvud: det som ska göras.")
    doer_column: Label = Field(description="Tabellhuvud: vem som gör det.")
    done_column: Label = Field(description="Tabellhuvud: rutan att kryssa i.")
    notes: Label = Field(description="Rubrik: anteckningar.")
    notes_lead: Label = Field(description="En mening över raderna att skriva på.")


class HandoutWords(Value):
    """Headings and phrases of the handout."""

    introduction: Label = Field(description="Rubrik: inledning.")
    audience: Label = Field(description="Rubrik: målgrupp.")
    mission: Label = Field(description="Rubrik: aktörens uppdrag.")
    responsibility: Label = Field(description="Rubrik: hur det blir aktörens ansvar.")
    aim: Label = Field(description="Rubrik: syfte.")
    contact: Label = Field(description="Rubrik: kontakt.")
    unit_contact: Label = Field(description="Efter en enhets namn: dess kontakt, med luckan {contact}.")
    units: Label = Field(description="Rubrik: enheter.")
    links: Label = Field(description="Rubrik: länkar för personal hos de andra aktörerna.")
    languages: Label = Field(description="Rubrik: samma publikation på andra språk.")
    contents: Prose = Field(description="Om innehållet, med luckan {steps}.")
    contents_of_unit: Prose = Field(description="Om innehållet för en enhet, med luckan {steps}.")
    number_column: Label = Field(description="Tabellhuvud: stegets nummer.")
    title_column: Label = Field(description="Tabellhuvud: stegets titel.")
    list_of_contents: Label = Field(description="Rubrik: innehållsförteckning.")
    phase_entry: Label = Field(description="En fas i innehållsförteckningen, med luckorna {number} {name}.")
    step_entry: Label = Field(description="Ett steg i innehållsförteckningen, med luckorna {number} {title}.")
    map: Label = Field(description="Rubrik: kartan.")
    map_alternative: Label = Field(description="Kartans textalternativ, med luckorna {actor} {steps}.")
    arrow_alternative: Label = Field(description="Pilens textalternativ.")
    counted: Label = Field(description="En fas i textalternativet till pilen med antal, med luckorna {phase} {steps}.")
    steps: CountWords = Field(description="Antal steg i en fas.")
    no_steps: Label = Field(description="När en fas inte har några steg.")
    meetings: Label = Field(description="Rubrik: var aktören möter de andra.")
    meetings_lead: Prose = Field(description="En mening före mötespunkterna.")
    legend: Label = Field(description="Rubrik: teckenförklaring.")
    legend_alternative: Label = Field(description="Teckenförklaringens textalternativ.")
    terms: Label = Field(description="Rubrik: begrepp.")
    terms_lead: Prose = Field(description="En mening före begreppen.")
    sources: Label = Field(description="Rubrik: källor.")
    sources_lead: Prose = Field(description="En mening före källorna, om siffrorna i texten.")
    law_date: Label = Field(description="När lagtexten kontrollerades, med luckan {date}.")
    local_alternative: Label = Field(description="Textalternativ till stegets figur, med luckan {step}.")


class DecisionWords(Value):
    """What the fields of a decision are called on the cover of an annex."""

    department: Label = Field(description="Den förvaltning eller avdelning som ansvarar.")
    diary_number: Label = Field(description="Ärendets nummer i diariet.")
    version: Label = Field(description="Versionen.")
    decided_by: Label = Field(description="Vem som har beslutat.")
    decided_on: Label = Field(description="Dagen för beslutet.")
    valid_from: Label = Field(description="Första dagen som det gäller.")
    valid_to: Label = Field(description="Sista dagen som det gäller.")
    replaces: Label = Field(description="Vad som slutar gälla.")
    contact: Label = Field(description="Vart den vänder sig som har frågor.")
    law_date: Label = Field(description="Dagen då lagrummen granskades.")
    digest: Label = Field(description="Koden för innehållet som beslutet gäller.")


class AnnexWords(Value):
    """Headings and phrases of the annex to a guideline."""

    title: Label = Field(description="Titeln, när beslutet inte har någon, med luckorna {programme} {actor}.")
    release: Label = Field(description="Utgåvan, med luckan {release}.")
    decided: Label = Field(description="Märket på det som är fastställt.")
    changed: Prose = Field(description="När innehållet är ett annat än det som beslutades.")
    lacking: Prose = Field(description="När andra aktörer inte har beslutat om sina kartor, med luckan {actors}.")
    decision: Label = Field(description="Rubrik över uppgifterna om beslutet.")
    no_decision: Prose = Field(description="När inga uppgifter om beslutet finns.")
    decision_code: Label = Field(description="Koden som ett beslut om innehållet ska ange, med luckan {code}.")
    fields: DecisionWords = Field(description="Uppgifterna om beslutet.")
    about: Label = Field(description="Rubrik: om bilagan.")
    what: Prose = Field(description="Vad bilagan visar, med luckan {steps}.")
    actors: Label = Field(description="Rubrik: aktörerna.")
    actors_lead: Prose = Field(description="En mening före aktörerna, med luckan {actor}: den som bilagan gäller.")
    arrow: Label = Field(description="Rubrik: processpilen och faserna.")
    arrow_lead: Prose = Field(description="En mening före pilen.")
    back: Prose = Field(description="Raden under stegets figur, med luckan {map}: länken till kartan.")
    map: Label = Field(description="Orden som leder till kartan.")
    meetings: Label = Field(description="Rubrik: var aktören möter de andra.")
    meetings_lead: Prose = Field(description="En mening före mötespunkterna.")
    law: Label = Field(description="Rubrik: lagstöd.")
    law_lead: Prose = Field(description="En mening före lagrummen.")
    law_date: Label = Field(description="När lagrummen granskades, med luckan {date}.")
    terms_lead: Prose = Field(description="En mening före begreppen.")
    history: Label = Field(description="Rubrik: revisionshistorik.")
    version_column: Label = Field(description="Tabellhuvud: version.")
    date_column: Label = Field(description="Tabellhuvud: datum.")
    change_column: Label = Field(description="Tabellhuvud: ändring.")


class ShortHandoutWords(Value):
    """Headings and phrases of the handout on two pages."""

    meetings: Label = Field(description="Rubrik: några mötespunkter.")
    meetings_table: Label = Field(description="Namn på tabellen med mötespunkter.")
    phase: Label = Field(description="Stegets fas, med luckorna {number} {name}.")
    meeting_column: Label = Field(description="Tabellhuvud: mötet.")
    more: Label = Field(description="Rubrik: var man läser mer.")
    full: Prose = Field(description="Var allt står, med luckan {name}: den fullständiga publikationen.")
    web: Prose = Field(description="Sidan där man ser om utskriften gäller, med luckan {address}: länken.")
    map: Prose = Field(description="Kartans textalternativ, före stegen, med luckorna {actor} {steps}.")


class TodoPart(Value):
    """One part of a to-do list."""

    heading: Label = Field(description="Rubrik.")
    task: Label = Field(description="En mening om vad som ska göras.")


class TodoWords(Value):
    """Headings and phrases of an actor's to-do list."""

    title: Label = Field(description="Titel, med luckan {actor}.")
    lead: Label = Field(description="Första meningen i ett utkast, med luckorna {points} {date}.")
    release_lead: Label = Field(description="Första meningen i en utgåva, med luckorna {points} {date}.")
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


class TermsSheetWords(Value):
    """Headings and phrases of the sheet with terms, colours and shapes."""

    title: Label = Field(description="Titeln.")
    lead: Prose = Field(description="Den inledande texten.")
    phases: Label = Field(description="Rubrik: faserna.")
    shapes: Label = Field(description="Rubrik: formerna, pilarna och tecknen.")
    shapes_alternative: Label = Field(description="Början på figurens textalternativ.")
    terms: Label = Field(description="Rubrik: begreppen.")
    terms_lead: Prose = Field(description="En mening före begreppen.")
    term_column: Label = Field(description="Tabellhuvud: begreppet.")
    meaning_column: Label = Field(description="Tabellhuvud: vad det betyder.")
    used_column: Label = Field(description="Tabellhuvud: aktörerna som använder det.")


class Letters(Value):
    """The letters of the language."""

    all: Prose = Field(description="Tecken som varje typsnitt måste ha.")
    last: Label = Field(description="Bokstäver som sorteras efter z, i ordning.")


class Wording(Value):
    """`locale/<language>/texts.yaml`."""

    letters: Letters = Field(description="Språkets bokstäver.")
    stamp: StampWords = Field(description="Märkning.")
    editable: EditableWords = Field(description="Det som bara står i filer som går att redigera.")
    colophon: ColophonWords = Field(description="Om materialet.")
    current: CurrentWords = Field(description="Om en utskrift gäller.")
    map: MapWords = Field(description="Kartor och affischer.")
    map_text: MapTextWords = Field(description="Kartan i text.")
    legend: LegendWords = Field(description="Teckenförklaring.")
    step: StepWords = Field(description="Stegens sidor.")
    title_block: TitleWords = Field(description="Titel, läsare och utgåva.")
    handout: HandoutWords = Field(description="Handledningen.")
    fill_in: FillInWords = Field(description="Handledningens sidor att fylla i.")
    short_handout: ShortHandoutWords = Field(description="Handledningen på två sidor.")
    annex: AnnexWords = Field(description="Bilagan till en riktlinje.")
    handbook: HandbookWords = Field(description="Handboken.")
    meetings: MeetingWords = Field(description="Mötespunkter.")
    law: LawWords = Field(description="Hänvisningar till lag.")
    todo: TodoWords = Field(description="Att göra-listan.")
    terms_sheet: TermsSheetWords = Field(description="Begrepp, färger och former.")
    proof: ProofWords = Field(description="Ett temas provark.")
    web: WebWords = Field(description="Webbsidan.")
    current_page: CurrentPageWords = Field(description="Sidan som visar om ett utskrivet blad gäller.")
