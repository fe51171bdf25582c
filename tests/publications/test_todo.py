"""The to-do lists, read back from PDF and Word, hold what the files under `sources/` leave open, and nothing else.

What is open is found here from the YAML itself, apart from the program's model.
"""

import io
import zipfile
from functools import cache

import pytest
import yaml
from lxml import etree

from tests.support.readers import docx_text, joined, pdf_text
from tests.support.real import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIELDS = {"syfte": "Syfte", "kontakt": "Kontakt", "enheter": "Enheter", "granskning": "Granskning"}


@cache
def sources():
    """Every actor's file, by its id."""
    files = sorted((ROOT / "sources/aktorer").glob("*.yaml"))
    found = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    return {actor["id"]: actor for actor in found}


ACTORS = sorted(sources())


def named(step):
    """The steps of others that a step names, with why (nothing for a coupling)."""
    found = {contact["steg"]: contact["varfor"] for contact in step["kontaktpunkter"]}
    if step.get("processkoppling"):
        found.setdefault(step["processkoppling"]["steg"], "")
    return found


def every_step():
    return [(actor, number, step) for actor in sources().values() for number, step in enumerate(actor["steg"], 1)]


def meetings(actor_id):
    """Row by row what only one side names: the own step's number and title, the other actor, why, its step."""
    by_id = {step["id"]: (actor, number, step) for actor, number, step in every_step()}
    rows = []
    for actor, number, step in every_step():
        for other_id, why in named(step).items():
            other_actor, other_number, other = by_id[other_id]
            if step["id"] in named(other):
                continue
            if actor["id"] == actor_id:
                rows.append((number, step, other_actor, why, other_number, other))
            elif other_actor["id"] == actor_id:
                rows.append((other_number, other, actor, why, number, step))
    return [
        (f"{own_number} {own['titel']} {other['namn']}: {why}", f"steg {number}, {step['titel']}")
        for own_number, own, other, why, number, step in rows
    ]


def expected(actor_id):
    """The beginning and the end of every row that the list must have."""
    actor = sources()[actor_id]
    rows = []
    for number, step in enumerate(actor["steg"], 1):
        lead = f"{number} {step['titel']}"
        rows += [(lead, legal["hanvisning"]) for legal in step["lagstod"] if legal["kontroll"] == "kontrollera"]
        rows += [(lead, step["att_granska"])] if step.get("att_granska") else []
    rows += meetings(actor_id)
    rows += [(name, "") for field, name in FIELDS.items() if not actor.get(field)]
    return rows


def word_rows(data):
    """The texts of the cells of every row that is no header, from the Word file."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    rows = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    return [["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")] for row in rows]


def data_of(made, actor, suffix):
    return made[f"att-gora/att-gora-{actor}-A4-utkast.{suffix}"].data


@pytest.mark.parametrize("actor", ACTORS)
def test_word_holds_every_open_point_and_no_other(made, actor):
    wanted = expected(actor)
    assert len(wanted) >= 10
    rows = [joined(" ".join(cells)) for cells in word_rows(data_of(made, actor, "docx"))]
    lost = [row for row in wanted if not any(r.startswith(joined(row[0])) and joined(row[1]) in r for r in rows)]
    assert lost == []
    assert len(rows) == len(wanted)


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_every_open_point_and_their_number_stand_in_both_formats(made, actor, suffix):
    text = (pdf_text if suffix == "pdf" else docx_text)(data_of(made, actor, suffix))
    found, wanted = joined(text), expected(actor)
    assert [part for row in wanted for part in row if joined(part) not in found] == []
    assert joined(f"I utkastet från 2026-11-21 återstår {len(wanted)} punkter.") in found


@pytest.mark.parametrize("actor", ACTORS)
def test_every_row_leaves_room_for_initials_and_a_date(made, actor):
    """Two empty cells at the end of each row, and at least 9 mm of height: 9 / 25.4 * 1440 twips."""
    data = data_of(made, actor, "docx")
    assert all(cells[-2:] == ["", ""] and any(cells) for cells in word_rows(data))
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    heights = list(body.iter(f"{W}trHeight"))
    assert len(heights) == len(word_rows(data))
    assert all(height.get(f"{W}hRule") == "atLeast" for height in heights)
    assert min(int(height.get(f"{W}val")) for height in heights) >= 510


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_the_files_are_sound(made, actor, suffix):
    assert made[f"att-gora/att-gora-{actor}-A4-utkast.{suffix}"].findings == ()


@pytest.mark.parametrize("actor", ACTORS)
def test_a_part_without_points_says_so(made, actor):
    """Of the five parts, those that the sources leave nothing for."""
    steps = sources()[actor]["steg"]
    ids = {step["id"] for step in steps}
    others = [step for _, _, step in every_step() if step["id"] not in ids]
    by_id = {step["id"]: step for _, _, step in every_step()}
    parts = [
        [legal for step in steps for legal in step["lagstod"] if legal["kontroll"] == "kontrollera"],
        [step for step in steps if step.get("att_granska")],
        [one for one in others for to in named(one) if to in ids and one["id"] not in named(by_id[to])],
        [one for one in steps for to in named(one) if one["id"] not in named(by_id[to])],
        [field for field in FIELDS if not sources()[actor].get(field)],
    ]
    text = docx_text(data_of(made, actor, "docx"))
    assert text.count("Inget att göra här.") == sum(not part for part in parts)
