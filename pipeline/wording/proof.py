"""The words of a theme's proof: the part `proof` of `locale/<language>/texts.yaml`."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Label, Name, Prose, Value


class RoleWords(Value):
    """A role that a text plays: its name, and a line of the language set in it."""

    name: Label = Field(description="Rollens namn.")
    sample: Label = Field(description="En rad text som den ser ut i materialet.")


class ScaleWords(Value):
    """The roles of documents, as the theme has them, and those of drawings."""

    title: RoleWords = Field(description="Dokumentets titel.")
    chapter: RoleWords = Field(description="Kapitelrubrik.")
    section: RoleWords = Field(description="Avsnittsrubrik.")
    run_in: RoleWords = Field(description="Mellanrubrik.")
    lead: RoleWords = Field(description="Ingress.")
    body: RoleWords = Field(description="Löpande text.")
    quiet: RoleWords = Field(description="Underordnad text.")
    question: RoleWords = Field(description="Fråga till dialogen.")
    bulleted: RoleWords = Field(description="Punktlista.")
    listed: RoleWords = Field(description="Lista.")
    term: RoleWords = Field(description="Uppslagsord.")
    meaning: RoleWords = Field(description="Förklaring.")
    cell: RoleWords = Field(description="Tabellcell.")
    head_cell: RoleWords = Field(description="Tabellhuvud.")
    contents: RoleWords = Field(description="Innehållsförteckning.")
    contents_below: RoleWords = Field(description="Innehållsförteckning, under.")
    index_letter: RoleWords = Field(description="Registerbokstav.")
    index: RoleWords = Field(description="Register.")
    note: RoleWords = Field(description="Not.")
    caption: RoleWords = Field(description="Bildtext.")
    band: RoleWords = Field(description="Fasband.")
    band_detail: RoleWords = Field(description="Fasbandets detalj.")
    head: RoleWords = Field(description="Sidhuvud.")
    foot: RoleWords = Field(description="Sidfot.")
    step: RoleWords = Field(description="Text i former.")
    step_least: RoleWords = Field(description="Text i trånga former.")
    legend: RoleWords = Field(description="Teckenförklaring.")
    arrow_name: RoleWords = Field(description="Fasens namn i pilen.")


class PaletteWords(Value):
    """Heads of the table of the phases' colours, and the names of the other colours."""

    phase: Label = Field(description="Tabellhuvud: fas.")
    fill: Label = Field(description="Tabellhuvud: fyllning.")
    text: Label = Field(description="Tabellhuvud: textfärg.")
    text_contrast: Label = Field(description="Tabellhuvud: textens kontrast.")
    edge_contrast: Label = Field(description="Tabellhuvud: kontrast mot papperet.")
    lightness: Label = Field(description="Tabellhuvud: ljushet, L*.")
    step: Label = Field(description="Tabellhuvud: hur mycket mörkare nästa fas är.")
    normal: Label = Field(description="Tabellhuvud: minsta skillnad med fullt färgseende.")
    protanopia: Label = Field(description="Tabellhuvud: minsta skillnad för rödblinda.")
    deuteranopia: Label = Field(description="Tabellhuvud: minsta skillnad för grönblinda.")
    tritanopia: Label = Field(description="Tabellhuvud: minsta skillnad för blåblinda.")
    ink: Label = Field(description="Färgen svart.")
    grey: Label = Field(description="Färgen grå.")
    rule: Label = Field(description="Färgen på tunna linjer.")
    mist: Label = Field(description="Färgen på ljusa ytor.")
    paper: Label = Field(description="Papperets färg.")
    on_paper: Label = Field(description="En färgs kontrast mot papperet, med luckan {ratio}.")


class StrokeWords(Value):
    """The samples of strokes and small measures, with what they measure."""

    outline: Label = Field(description="Konturen, med luckan {width}.")
    arrow: Label = Field(description="Pilen, med luckorna {width} {length} {breadth} {bend}.")
    loop: Label = Field(description="Pilen tillbaka, med luckorna {dash} {gap}.")
    halo: Label = Field(description="Luften där pilar korsas, med luckan {width}.")
    thinnest: Label = Field(description="Den tunnaste konturen, med luckan {width}.")


class SheetWords(Value):
    """Heads and phrases of the table of sheets."""

    sheet: Label = Field(description="Tabellhuvud: arket.")
    distance: Label = Field(description="Tabellhuvud: läsavstånd.")
    title: Label = Field(description="Tabellhuvud: titeln.")
    heading: Label = Field(description="Tabellhuvud: rubrikerna.")
    body: Label = Field(description="Tabellhuvud: löpande text.")
    step: Label = Field(description="Tabellhuvud: text i former.")
    step_least: Label = Field(description="Tabellhuvud: text i trånga former.")
    small: Label = Field(description="Tabellhuvud: stämpeln.")
    question: Label = Field(description="Tabellhuvud: frågan.")
    legend: Label = Field(description="Tabellhuvud: teckenförklaringen.")
    arrow_name: Label = Field(description="Tabellhuvud: fasernas namn.")
    in_hand: Label = Field(description="Ett ark som läses i handen.")
    on_wall: Label = Field(description="Ett ark på väggen, med luckorna {steps} {heads}, meter.")
    enough: Label = Field(description="En storlek som räcker, med luckorna {size} {least}.")
    too_small: Label = Field(description="En storlek som är för liten, med luckorna {size} {least}.")


class ProofWords(Value):
    """Titles and phrases of a theme's proof."""

    name: Name = Field(description="Vad provet heter.")
    title: Label = Field(description="Titeln, med luckan {theme}.")
    summary: Prose = Field(description="En mening om provet, till registret.")
    phase: Label = Field(description="En fas som programmet inte har, med luckan {number}.")
    shapes: Label = Field(description="Titel: formerna.")
    shapes_about: Label = Field(description="En mening om formernas blad.")
    sights: Label = Field(description="Titel: formerna för färgblinda.")
    sights_about: Label = Field(description="En mening om det bladet, med luckorna {least} {good}.")
    scale: Label = Field(description="Titel: texterna.")
    scale_about: Label = Field(description="En mening om texternas blad, med luckorna {sheets} {family}.")
    palette: Label = Field(description="Titel: färger och linjer.")
    palette_about: Label = Field(description="En mening om det bladet, med luckorna {text} {edge} {step}.")
    sheets: Label = Field(description="Titel: arken.")
    sheets_about: Label = Field(description="En mening om arkens blad, med luckorna {least} {running} {metre}.")
    colour: Label = Field(description="Vyn i färg.")
    grey: Label = Field(description="Vyn i gråskala.")
    copied: Label = Field(description="Vyn som svart kontur.")
    stop_example: Label = Field(description="Exempel på ett stopp.")
    copied_note: Label = Field(description="En mening om vyn som svart kontur.")
    protanopia: Label = Field(description="Som rödblinda ser.")
    deuteranopia: Label = Field(description="Som grönblinda ser.")
    tritanopia: Label = Field(description="Som blåblinda ser.")
    least_difference: Label = Field(description="Minsta skillnaden i färg, med luckorna {amount} {one} {other}.")
    least_step: Label = Field(description="Minsta skillnaden i ljushet, med luckorna {amount} {one} {other}.")
    set_in: Label = Field(description="En rolls mått, med luckorna {size} {pitch}.")
    characters: Label = Field(description="Tecken att se på i varje storlek, med luckan {word}: längsta ordet.")
    role_column: Label = Field(description="Tabellhuvud: texternas roll.")
    size_column: Label = Field(description="Tabellhuvud: textens storlek.")
    pitch_column: Label = Field(description="Tabellhuvud: från rad till rad.")
    strokes: Label = Field(description="Rubrik: linjer.")
    strokes_about: Label = Field(description="En mening om linjerna, med luckan {size}.")
    check_line: Label = Field(description="Raden vid mätlinjen.")
    in_words: Label = Field(description="Rubrik: provet i ord.")
    in_words_lead: Prose = Field(description="En mening om vad som följer.")
    page: Label = Field(description="Sidnummer bakom bladen, med luckorna {page} och {pages}.")
    scales: ScaleWords = Field(description="Texternas roller.")
    palettes: PaletteWords = Field(description="Färgernas tabell.")
    stroke: StrokeWords = Field(description="Linjernas prov.")
    sheet: SheetWords = Field(description="Arkens tabell.")
