"""A tiny language for maps: `flow("start > a; a ?ja> b; a ?nej> c; b > stop; c > stop")`."""

import re

from pipeline.checks.scope import ActorMap
from pipeline.model import Actor

PREFIX = "x-"
WAY = re.compile(r"(\w+)(?: (?:\?(\w+))?> (\w+))?")


def flow(text: str) -> ActorMap:
    """The map that the text draws: steps in the order they are named; `start` and `stop` are terminals."""
    ways = [match.groups() for part in text.split("; ") if (match := WAY.fullmatch(part))]
    leads: dict[str, list[tuple[str, str]]] = {}
    for source, label, target in ways:
        leads.setdefault(source, []).extend([(label, target)] if target else [])
        if target:
            leads.setdefault(target, [])
    steps = [_step(name, arrows) for name, arrows in leads.items()]
    fields: dict[str, object] = {"name": "X", "short": "X", "prefix": "x", "mission": "M", "aim": "A", "contact": "C"}
    fields |= {"units": [{"name_id": "u", "name": "U"}]}
    return ActorMap(Actor.model_validate({"name_id": "x", **fields, "steps": steps}), {})


def _step(name: str, ways: list[tuple[str, str]]) -> dict[str, object]:
    end = {"start": "start", "stop": "stopp"}.get(name)
    is_decision = any(label in {"ja", "nej"} for label, _ in ways)
    title = f"{name}?" if is_decision else name
    return {
        **{"name_id": PREFIX + name, "title": title, "short": title, "phase": "1", "facts": ["F.", "G."], "who": "W"},
        **{"legal": [], "documents": [], "contacts": [], "question": "Q?", "sources": ["s"], "end": end},
        "kind": "start-stopp" if end else "ja-nej" if is_decision else "en-flera",
        "arrows": [{"target": PREFIX + target, "label": label} for label, target in ways],
    }
