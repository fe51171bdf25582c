"""What a sound set of sources is, said once more for the tests: small, slow and plain, without any code of `pipeline`.

Only asked where the program found nothing to say: then nothing may be wrong by these rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.diagnostics.mutations.fields import FIELDS, FILLED, FORMATS, OPTIONAL, REQUIRED, WORDS, sheet

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
DAY = re.compile(r"(19[89]\d|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
UNITS = "aktor:enheter"
Plain = dict[str, Any]  # the content of each file


def broken(files: Plain) -> list[str]:
    """What is wrong, in words for whoever reads a failed test; empty for a sound set."""
    found = [text for file, content in files.items() for text in _shape(sheet(file), "", content)]
    if found:
        return found
    actors = [content for file, content in files.items() if sheet(file) == "aktor"]
    rest = {sheet(file): content for file, content in files.items() if sheet(file) != "aktor"}
    phases = {phase["nr"].lstrip("0") for phase in rest["faser"]["faser"]}
    for file, content in files.items():
        if sheet(file) == "aktor":
            found += [*_map(content, phases, actors), *_names(file, content)]
    return [*found, *_whole(actors, rest)]


def _shape(name: str, field: str, value: Any) -> Iterator[str]:
    """Keys that must be there or may, and the sorts of the values."""
    full = f"{name}:{field}"
    if isinstance(value, dict):
        yield from _keys(full, value)
        for key, below in value.items():
            yield from _shape(name, f"{field}.{key}".lstrip("."), below)
    elif isinstance(value, list):
        yield from _entries(full, value)
        for below in value:
            yield from _shape(name, f"{field}[]", below)
    elif not _fits(full, value):
        yield f"{full} is {value!r}"


def _keys(full: str, value: Any) -> Iterator[str]:
    if full not in REQUIRED:
        yield f"{full} holds keys"
    elif REQUIRED[full] - set(value) or set(value) - REQUIRED[full] - OPTIONAL.get(full, frozenset()):
        yield f"{full} has other keys: {sorted(map(str, value))}"


def _entries(full: str, value: Any) -> Iterator[str]:
    if full != UNITS and f"{full}[]" not in {*REQUIRED, *FIELDS}:
        yield f"{full} holds a list"
    if not value and full in FILLED:
        yield f"{full} is empty"
    if len({str(below) for below in value}) < len(value):
        yield f"{full} says something twice"


def _fits(full: str, value: str | None) -> bool:
    """True if a text is what its field asks for; where a list or keys belong, none is."""
    above, _, key = full.rpartition(".")
    name, _, field = full.partition(":")
    may_be_out = key in OPTIONAL.get(above, ()) or field in OPTIONAL.get(f"{name}:", ())
    if value is None and may_be_out:
        return True  # left empty is left out
    if full == f"{UNITS}[]":
        return bool(value)
    if value is None or full in REQUIRED or f"{full}[]" in {*REQUIRED, *FIELDS, f"{UNITS}[]"} or full not in FIELDS:
        return False
    sort, limit = FIELDS[full]
    if sort in SORTS:
        return SORTS[sort](value) and len(value) <= (limit or len(value))
    if sort in WORDS:
        return value in WORDS[sort]
    return bool(value.strip()) and len(value) <= max(limit, 1) and max(map(len, value.split())) <= 80


def _is_id(value: str) -> bool:
    return bool(ID.fullmatch(value))


SORTS: dict[str, Callable[[str], bool]] = {
    **dict.fromkeys(("id", "step", "source", "actor", "format", "variant"), _is_id),
    "number": lambda value: value.isascii() and value.isdigit(),
    "day": lambda value: bool(DAY.fullmatch(value)) and value not in {"2026-02-30", "2026-02-31"},
    "yes": lambda value: value in {"true", "false", "ja", "nej"},
    "address": lambda value: bool(re.fullmatch(r"https?://[^\s/]\S*", value)),
}


def _map(actor: Any, phases: set[str], actors: list[Any]) -> Iterator[str]:
    """One actor's map: ends, arrows, decisions, order, links."""
    steps = {step["id"]: step for step in actor["steg"]}
    if len(steps) < len(actor["steg"]) or len({step["kort"] for step in actor["steg"]}) < len(steps):
        yield "an id or a short title twice"
    if any(not name.startswith(f"{actor['prefix']}-") for name in steps):
        yield "a step without the prefix"
    others = {other["id"]: {step["id"] for step in other["steg"]} for other in actors if other is not actor}
    before = 0
    for step in actor["steg"]:
        if step["fas"].lstrip("0") not in phases:
            yield f"phase {step['fas']}"
        if int(step["fas"]) < before:
            yield f"{step['id']} is out of order"
        before = int(step["fas"])
        yield from (f"{step['id']}: {text}" for text in _step(step, steps, others))
    if not loose(actor)[0] or not loose(actor)[1]:
        yield "no start or no stop"
    yield from (f"{name} hangs loose" for name in loose(actor)[2])


def _step(step: Any, steps: dict[str, Any], others: dict[str, set[str]]) -> Iterator[str]:
    """One step's kind, arrows and couplings."""
    arrows, kind, end = step["pilar"], step["form"], step.get("ande")
    if (kind == "start-stopp") != (end is not None):
        yield "an end without a terminal, or a terminal without an end"
    if kind == "ja-nej" and sorted(str(arrow.get("etikett")) for arrow in arrows) != ["ja", "nej"]:
        yield "not one ja and one nej"
    if (kind == "processkoppling") != (step.get("processkoppling") is not None):
        yield "a link without its kind, or a kind without its link"
    if bool(arrows) == (end == "stopp"):
        yield "arrows out of a stop, or none out of another step"
    for arrow in arrows:
        yield from _arrow(step, arrow, steps)
    if len({arrow["till"] for arrow in arrows}) < len(arrows):
        yield "two arrows to one step"
    couplings = [*step["kontaktpunkter"], *filter(None, [step.get("processkoppling")])]
    if any(one["steg"] not in others.get(one["aktor"], ()) for one in couplings):
        yield "a coupling to no step of another actor"
    contacts = [one["steg"] for one in step["kontaktpunkter"]]
    if len(set(contacts)) < len(contacts):
        yield "a contact twice"


def _arrow(step: Any, arrow: Any, steps: dict[str, Any]) -> Iterator[str]:
    target = steps.get(arrow["till"])
    if target is None or target is step:
        yield "an arrow to no other step"
        return
    if target.get("ande") == "start":
        yield "an arrow into a start"
    order = list(steps)
    is_loop = arrow.get("atergang") in {"true", "ja"}
    if int(target["fas"]) < int(step["fas"]) and not is_loop:
        yield "an arrow back that does not say so"
    if is_loop and (int(target["fas"]), order.index(target["id"])) > (int(step["fas"]), order.index(step["id"])):
        yield "an arrow on that is marked as going back"


def loose(actor: Any) -> tuple[list[str], list[str], set[str]]:
    """Starts, stops, and the steps that no start leads to or that lead to no stop."""
    leads: dict[str, list[str]] = {step["id"]: [arrow["till"] for arrow in step["pilar"]] for step in actor["steg"]}
    comes: dict[str, list[str]] = {name: [other for other in leads if name in leads[other]] for name in leads}
    starts = [step["id"] for step in actor["steg"] if step.get("ande") == "start"]
    stops = [step["id"] for step in actor["steg"] if step.get("ande") == "stopp"]
    return starts, stops, (set(leads) - _walk(starts, leads)) | (set(leads) - _walk(stops, comes))


def _walk(names: list[str], leads: dict[str, list[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += leads.get(name, [])
    return seen


def _names(file: str, actor: Any) -> Iterator[str]:
    if not file.endswith(f"/{actor['id']}.yaml"):
        yield "an actor's id that is not its file's name"


def _whole(actors: list[Any], rest: Plain) -> Iterator[str]:
    """What holds for everything together: names that are one of a kind, and references that lead somewhere."""
    sources = [one["id"] for one in rest["kallor"]["kallor"]]
    steps = [step for actor in actors for step in actor["steg"]]
    names = [step["id"] for step in steps]
    for field in ("id", "prefix"):
        yield from _doubled(field, [actor[field] for actor in actors])
    phases, kinds = rest["faser"]["faser"], [one["id"] for one in rest["former"]["former"]]
    for sort, values in (
        *(("source", sources), ("step", names), ("kind", kinds)),
        ("phase", [one["id"] for one in phases]),
        ("number", [one["nr"].lstrip("0") for one in phases]),
        ("term", [one["term"] for one in rest["begrepp"]["ordlista"]]),
        ("case", [one["id"] for one in rest["dialogfall"]["dialogfall"]]),
        ("publication", [one["id"] for one in rest["publikationer"]["publikationer"]]),
    ):
        yield from _doubled(sort, values)
    if sorted(kinds) != sorted(WORDS["kind"]):
        yield "a kind without its meaning"
    named = [one for step in steps for one in step["kallor"]] + [one["kalla"] for one in rest["begrepp"]["ordlista"]]
    if set(named) - set(sources):
        yield "a source that is not in the list"
    if {one for case in rest["dialogfall"]["dialogfall"] for one in case["steg"]} - set(names):
        yield "a case with a step that is not there"
    yield from _publications(rest["publikationer"]["publikationer"])
    if not re.fullmatch("sv(-[A-Z]{2})?", rest["program"]["sprak"]):
        yield "a language that is not there"


def _publications(listed: list[Any]) -> Iterator[str]:
    for one in listed:
        if set(one["format"]) - FORMATS.get(one["sort"], frozenset()):
            yield "a format that a sort cannot have"
        if set(one.get("varianter", ())) - set(WORDS["variant"]):
            yield "a variant that is not there"
        if one.get("varianter") and "docx" not in one["format"]:
            yield "a variant without its format"


def _doubled(sort: str, values: list[str]) -> Iterator[str]:
    if len(set(values)) < len(values):
        yield f"a {sort} twice"
