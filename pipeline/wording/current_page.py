"""The fixed texts of the page that says if a printed sheet is current, and of the note beside a withdrawn release."""

from __future__ import annotations

from pydantic import Field

from pipeline.values import Label, Prose, Value


class SheetStateWords(Value):
    """What holds of a sheet, and what to do with it."""

    current: Label = Field(description="Bladet gäller, i ett par ord.")
    replaced: Label = Field(description="Bladet är ersatt, i ett par ord.")
    gone: Label = Field(description="Bladet ingår inte längre, i ett par ord.")
    withdrawn: Label = Field(description="Bladet är återkallat, i ett par ord.")
    is_latest: Prose = Field(description="Ett blad som den senaste utgåvan gjorde.")
    is_carried: Prose = Field(description="Ett blad i den senaste utgåvan, gjort tidigare, med luckan {made_in}.")
    is_unchanged: Prose = Field(description="Ett äldre blad som är oförändrat, med luckorna {release} {latest}.")
    is_unchanged_though: Prose = Field(
        description="Ett blad i en återkallad utgåva som är likadant i {latest}, som kan vara äldre än {release}."
    )
    is_replaced: Prose = Field(
        description="Ett ersatt blad. {since} är utgåvan då bladet slutade gälla; den kan vara äldre än det nya bladet."
    )
    is_gone: Prose = Field(description="Ett blad som inte finns längre, med luckan {since} som i is_replaced.")
    is_withdrawn: Prose = Field(description="Ett återkallat blad, med luckorna {release} {date} {reason}.")
    keep: Label = Field(description="Vad man gör med ett blad som gäller.")
    throw: Label = Field(description="Vad man gör med ett blad som inte gäller och har ett nytt.")
    throw_only: Label = Field(description="Vad man gör med ett blad som inte gäller och inte har något nytt.")


class CurrentPageWords(Value):
    """Everything on the page; also the note that lies beside the folder of a withdrawn release."""

    title: Label = Field(description="Sidans rubrik.")
    of_programme: Label = Field(description="Sidans titel, med luckorna {title} {programme}.")
    skip: Label = Field(description="Länken förbi inledningen.")
    lead: Prose = Field(description="Vad sidan svarar på.")
    how: Prose = Field(description="Hur man hittar sitt blad.")
    unknown: Prose = Field(description="Vad man gör när koden inte finns på sidan.")
    releases: Label = Field(description="Rubrik: utgåvorna.")
    latest: Prose = Field(description="Den senaste utgåvan, med luckorna {release} {date}.")
    none_valid: Prose = Field(description="När alla utgåvor är återkallade.")
    release: Label = Field(description="En utgåva, med luckan {release}.")
    dated: Label = Field(description="Utgåvans datum, med luckan {date}.")
    brief_latest: Label = Field(description="Den senaste utgåvan, efter dess namn i listan över alla.")
    brief_older: Label = Field(description="En äldre utgåva, efter dess namn i listan över alla.")
    brief_withdrawn: Label = Field(description="En återkallad utgåva, efter dess namn i listan över alla.")
    is_latest: Label = Field(description="Läget för den senaste utgåvan.")
    is_older: Prose = Field(description="Läget för en äldre utgåva, med luckan {latest}.")
    is_withdrawn: Prose = Field(description="Läget för en återkallad utgåva, med luckorna {date} {reason}.")
    notes: Label = Field(description="Rubrik: vad som är nytt.")
    sheet: Label = Field(description="Ett blad, med luckorna {title} {paper}.")
    stamp: Label = Field(description="Utgåva och kod som de står på ett blad, med luckorna {release} {code}.")
    either: Label = Field(description="Ordet mellan två stämplar, när bladets format har olika.")
    printed: Label = Field(description="Vad som står på bladet, med luckan {stamp}.")
    file: Label = Field(description="Länken till en fil, med luckan {form}.")
    file_now: Label = Field(description="Länken till den fil som gäller, med luckorna {release} {form}.")
    pdf: Label = Field(description="Formatet PDF.")
    docx: Label = Field(description="Formatet Word.")
    svg: Label = Field(description="Formatet SVG.")
    html: Label = Field(description="Formatet webbsida.")
    editable: Label = Field(description="En fil med karta som går att ändra, med luckan {form}.")
    state: SheetStateWords = Field(description="Vad som gäller för ett blad.")
    note: Prose = Field(
        description="Lappen bredvid en återkallad utgåva, med luckorna {release} {date} {reason}. Varje rad för sig."
    )
    note_files: Prose = Field(description="Fortsättningen på lappen, med luckan {release}.")
    note_now: Prose = Field(description="Slutet på lappen.")
