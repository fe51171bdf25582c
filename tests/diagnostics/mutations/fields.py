"""What each field of the sources holds, written by hand for the tests: what may stand there, and what else exists."""

from __future__ import annotations

from functools import cache

from tests.diagnostics.mutations.outline import SOURCES, spots


def sheet(file: str) -> str:
    """The sort of a file: `aktor`, or its name."""
    return "aktor" if "/aktorer/" in file else file.rpartition("/")[2].removesuffix(".yaml")


# sort of text, longest length allowed
PROSE, LABEL, NAME, TAG, SUMMARY = ("text", 20_000), ("text", 200), ("text", 60), ("text", 14), ("text", 400)
MAYBE = ("maybe", 20_000)

FIELDS: dict[str, tuple[str, int]] = {
    **dict.fromkeys(
        ("aktor:id", "kallor:kallor[].id", "faser:faser[].id", "publikationer:publikationer[].id"), ("id", 80)
    ),
    **dict.fromkeys(("aktor:prefix", "aktor:steg[].id", "dialogfall:dialogfall[].id"), ("id", 80)),
    **dict.fromkeys(("aktor:namn", "program:namn", "faser:faser[].namn", "former:former[].namn"), NAME),
    **dict.fromkeys(("publikationer:publikationer[].namn",), NAME),
    "aktor:kortnamn": TAG,
    **dict.fromkeys(("aktor:uppdrag", "program:malgrupp", "faser:faser[].beskrivning"), SUMMARY),
    **dict.fromkeys(("aktor:syfte", "aktor:kontakt", "aktor:enheter", "program:webbadress"), MAYBE),
    **dict.fromkeys(("program:utgava", "program:synpunkter", "program:alternativt_format"), MAYBE),
    "beslut:beslut": ("list", 0),
    **dict.fromkeys(
        ("aktor:steg[].titel", "aktor:steg[].kort", "aktor:steg[].vem_gor", "aktor:steg[].dialogfraga"), LABEL
    ),
    **dict.fromkeys(("aktor:steg[].lagstod[].hanvisning", "aktor:steg[].underlag[]"), LABEL),
    **dict.fromkeys(
        ("aktor:steg[].kontaktpunkter[].varfor", "kallor:kallor[].titel", "begrepp:ordlista[].term"), LABEL
    ),
    **dict.fromkeys(
        ("begrepp:ordlista[].utlast", "dialogfall:dialogfall[].namn", "dialogfall:dialogfall[].fragor[]"), LABEL
    ),
    **dict.fromkeys(("former:former[].betydelse", "program:status", "program:schema"), LABEL),
    **dict.fromkeys(("aktor:steg[].vad_hander[]", "aktor:steg[].att_granska", "begrepp:ordlista[].forklaring"), PROSE),
    **dict.fromkeys(("dialogfall:dialogfall[].situation[]", "former:former[].regel", "faser:faser_status"), PROSE),
    **dict.fromkeys(("publikationer:publikationer[].beskrivning", "program:friskrivning", "program:disclaimer"), PROSE),
    "aktor:steg[].fas": ("number", 0),
    "faser:faser[].nr": ("number", 0),
    **dict.fromkeys(("aktor:steg[].form", "former:former[].id"), ("kind", 0)),
    "aktor:steg[].ande": ("end", 0),
    "aktor:steg[].lagstod[].kontroll": ("state", 0),
    "aktor:steg[].pilar[].etikett": ("mark", 200),
    "aktor:steg[].pilar[].atergang": ("yes", 0),
    **dict.fromkeys(("aktor:steg[].kontaktpunkter[].aktor", "aktor:steg[].processkoppling.aktor"), ("actor", 80)),
    **dict.fromkeys(("aktor:steg[].kontaktpunkter[].steg", "aktor:steg[].processkoppling.steg"), ("step", 80)),
    **dict.fromkeys(("aktor:steg[].pilar[].till", "dialogfall:dialogfall[].steg[]"), ("step", 80)),
    **dict.fromkeys(("aktor:steg[].kallor[]", "begrepp:ordlista[].kalla"), ("source", 80)),
    **dict.fromkeys(("program:datum", "program:faktaunderlag_per", "program:lagtext_kontrollerad_per"), ("day", 0)),
    "program:sprak": ("language", 200),
    "kallor:kallor[].url": ("address", 2_000),
    "publikationer:publikationer[].sort": ("sort", 80),
    "publikationer:publikationer[].vy": ("view", 0),
    "publikationer:publikationer[].malgrupp": ("audience", 0),
    "publikationer:publikationer[].papper": ("paper", 80),
    "publikationer:publikationer[].format[]": ("format", 80),
    "publikationer:publikationer[].varianter[]": ("variant", 80),
    **dict.fromkeys(
        ("aktor:steg[].lagstod", "aktor:steg[].underlag", "aktor:steg[].kontaktpunkter", "aktor:steg[].pilar"),
        ("list", 0),
    ),
}

WORDS: dict[str, tuple[str, ...]] = {
    "kind": ("start-stopp", "en-flera", "ja-nej", "processkoppling"),
    "end": ("start", "stopp"),
    "state": ("belagd", "kontrollera"),
    "view": ("hel", "kort"),
    "audience": ("chefer", "medarbetare"),
    "yes": ("true",),
    "sort": ("affisch", "karta", "handout", "handout-kort", "bilaga", "handbok", "begrepp", "webb", "att-gora"),
    "paper": ("A1", "A3", "A4"),
    "format": ("svg", "pdf", "docx", "html"),
    "variant": ("redigerbar",),
}
"""The words that a field with a closed set of words may hold. (`false`, `ja` and `nej` also answer yes or no.)"""

FORMATS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("affisch", "karta"), frozenset({"svg", "pdf"})),
    **dict.fromkeys(("handout", "handout-kort", "bilaga"), frozenset({"pdf", "docx"})),
    **dict.fromkeys(("handbok", "begrepp", "att-gora"), frozenset({"pdf", "docx"})),
    "webb": frozenset({"html"}),
}
"""The formats of each sort of publication."""

REQUIRED: dict[str, frozenset[str]] = {
    "aktor:": frozenset({"id", "namn", "kortnamn", "prefix", "uppdrag", "steg"}),
    "aktor:steg[]": frozenset(
        {
            *("id", "titel", "kort", "fas", "form", "vad_hander", "vem_gor", "lagstod", "underlag"),
            *("kontaktpunkter", "pilar", "dialogfraga", "kallor"),
        }
    ),
    "aktor:steg[].lagstod[]": frozenset({"hanvisning", "kontroll"}),
    "aktor:steg[].kontaktpunkter[]": frozenset({"aktor", "steg", "varfor"}),
    "aktor:steg[].processkoppling": frozenset({"aktor", "steg"}),
    "aktor:steg[].pilar[]": frozenset({"till"}),
    "begrepp:": frozenset({"ordlista"}),
    "begrepp:ordlista[]": frozenset({"term", "forklaring", "kalla"}),
    "beslut:": frozenset({"beslut"}),
    "beslut:beslut[]": frozenset({"aktor", "utgava"}),
    "dialogfall:": frozenset({"dialogfall"}),
    "dialogfall:dialogfall[]": frozenset({"id", "namn", "situation", "fragor", "steg"}),
    "faser:": frozenset({"faser_status", "faser"}),
    "faser:faser[]": frozenset({"nr", "id", "namn", "beskrivning"}),
    "former:": frozenset({"former"}),
    "former:former[]": frozenset({"id", "namn", "betydelse", "regel"}),
    "kallor:": frozenset({"kallor"}),
    "kallor:kallor[]": frozenset({"id", "titel", "url"}),
    "program:": frozenset(
        {
            *("schema", "namn", "datum", "status", "friskrivning", "disclaimer", "faktaunderlag_per"),
            *("lagtext_kontrollerad_per", "sprak", "malgrupp"),
        }
    ),
    "publikationer:": frozenset({"publikationer"}),
    "publikationer:publikationer[]": frozenset({"id", "sort", "namn", "papper", "format", "beskrivning"}),
}
OPTIONAL: dict[str, frozenset[str]] = {
    "aktor:": frozenset({"syfte", "kontakt", "enheter"}),
    "aktor:steg[]": frozenset({"ande", "processkoppling", "att_granska"}),
    "aktor:steg[].pilar[]": frozenset({"etikett", "atergang"}),
    "begrepp:ordlista[]": frozenset({"utlast"}),
    "program:": frozenset({"webbadress", "utgava", "synpunkter", "alternativt_format"}),
    "publikationer:publikationer[]": frozenset({"vy", "malgrupp", "varianter"}),
}
FILLED = frozenset(
    {
        *("aktor:steg", "aktor:steg[].vad_hander", "aktor:steg[].kallor", "dialogfall:dialogfall[].situation"),
        *("dialogfall:dialogfall[].fragor", "dialogfall:dialogfall[].steg", "faser:faser", "former:former"),
        *("publikationer:publikationer", "publikationer:publikationer[].format"),
        "publikationer:publikationer[].varianter",
    }
)
"""Lists that must have an entry."""


@cache
def ids(kind: str) -> tuple[str, ...]:
    """All ids of a kind that exist: `actor`, `step`, `source`, `case`, `phase` (its number)."""
    field = {
        "actor": "aktor:id",
        "step": "aktor:steg[].id",
        "source": "kallor:kallor[].id",
        "case": "dialogfall:dialogfall[].id",
        "phase": "faser:faser[].nr",
    }[kind]
    found = (spot.value for file in SOURCES for spot in spots(file) if f"{sheet(file)}:{spot.field}" == field)
    return tuple(value for value in found if value is not None)
