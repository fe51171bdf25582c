"""Whole projects made by chance from a seed: valid, but with texts, flows and sizes that nobody would think of.

The same seed gives the same project. Publications are small ones mostly: one actor's handout and list of what is left
to do; now and then a map or the poster.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from shutil import copytree
from string import ascii_lowercase
from typing import Any

import yaml

from pipeline.compose import COMPOSERS
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Document, Sheets
from pipeline.release.build import brief_of, look_of
from pipeline.release.plan import Artefact, planned
from pipeline.release.project import Project, read_project
from pipeline.theme import Sheet
from pipeline.values import LABEL_LIMIT, NAME_LIMIT, NAME_WORD_LIMIT, PROSE_LIMIT, SUMMARY_LIMIT, TAG_LIMIT, WORD_LIMIT
from pipeline.writers import WRITERS

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_STEPS = 40

_LETTERS = ascii_lowercase + "\u00e5\u00e4\u00f6"
# What the font has beside letters: quotes, dashes, signs, letters of other languages, and what XML and PDF mark with.
_ODD = (
    "\u00e9\u00fc\u00df\u00f8\u00e6\u0153\u0141\u017e\u20ac\u2013\u2014\u201d\u2019\u2026\u00a7%\u00bd\u00d7\u00b0"
    "&<>()[]{}/\\#*_=+~^|$@!?;:,'\"`"
)
_PLAIN = (
    *("den", "som", "har", "ett", "stort", "behov", "av", "plan", "och", "arbete", "vid", "en", "utredning"),
    *("ska", "alltid", "veta", "vem", "som", "svarar"),
)
_COMPOUNDS = ("rehabiliteringsutredning", "sjukpenninggrundande", "arbetsmarknadspolitisk", "samverkansavtal")
# Enough words for more than a page of the narrowest column.
_HIGHER_THAN_A_PAGE = PROSE_LIMIT


@dataclass(frozen=True)
class Made:
    """A PDF of a generated project: its artefact, what it was made from, the measures of its text, and its bytes."""

    artefact: Artefact
    content: Sheets | Document
    sheet: Sheet
    data: bytes


@dataclass(frozen=True)
class _Flow:
    """The ids of each actor's steps."""

    steps: dict[str, list[str]]


@dataclass
class Words:
    """Texts by chance. `odd` is how often a word holds other characters than letters, `long` how often it is long."""

    chance: Random
    odd: float = 0.03
    long: float = 0.02
    _used: set[str] = field(default_factory=set)

    def word(self, limit: int) -> str:
        """One word: a common one, a compound, a very long one, or one with odd characters."""
        draw = self.chance.random()
        if draw < self.long:
            return self._letters(self.chance.randint(min(40, limit), limit))
        if draw < self.long + self.odd:
            return self._letters(self.chance.randint(1, 6)) + self.chance.choice(_ODD) + self._letters(3)
        if draw < 0.15:
            return self.chance.choice(_COMPOUNDS)[:limit]
        return self.chance.choice(_PLAIN)

    def text(self, most: int, word: int = WORD_LIMIT - 1) -> str:
        """Words in at most so many characters, with a capital first."""
        aim, words, length = self.chance.randint(min(3, most), most), list[str](), -1
        while not words or length < aim:
            new = self.word(word)
            length += len(new) + 1
            words.append(new)
        text = " ".join(words)[:most].rstrip()
        return text[:1].upper() + text[1:]

    def label(self) -> str:
        """A short text as a rule, now and then as long as it may be with a mark after it."""
        return self.text(LABEL_LIMIT - 1 if self.chance.random() < 0.05 else 60)

    def prose(self, most: int = 400) -> str:
        """A sentence or more."""
        return self.text(most - 1) + "."

    def unused(self, most: int, word: int = NAME_WORD_LIMIT) -> str:
        """A text that was not given before."""
        while (text := self.text(most, min(word, most))) in self._used:
            pass
        self._used.add(text)
        return text

    def _letters(self, count: int) -> str:
        return "".join(self.chance.choices(_LETTERS, k=count))


def files(seed: int) -> dict[str, bytes]:
    """The sources of the project by their paths; its styles are the repository's."""
    chance = Random(seed)
    words = Words(chance, odd=chance.choice((0, 0.03, 0.1)), long=chance.choice((0, 0.01, 0.05)))
    actors = [f"aktor{letter}" for letter in "abcd"[: chance.choice((1, 1, 2, 2, 3, 4))]]
    flow = _Flow({actor: _ids(actor, _steps_of(chance)) for actor in actors})
    contents: dict[str, Any] = {
        "program": _settings(words),
        "faser": _phases(words),
        "former": {"former": [_kind(words, kind) for kind in ("start-stopp", "en-flera", "ja-nej", "processkoppling")]},
        "begrepp": {"ordlista": _terms(words)},
        "dialogfall": {"dialogfall": [_case(words, flow)]},
        "kallor": {"kallor": [_source(words, number) for number in range(3)]},
        "publikationer": {"publikationer": _publications(words, flow)},
    }
    contents |= {f"aktorer/{actor}": _actor(words, flow, actor) for actor in actors}
    return {f"sources/{name}.yaml": _written(value) for name, value in contents.items()}


def project_of(seed: int, folder: Path) -> Project:
    """The project as files in an empty folder, read as any other."""
    copytree(ROOT / "styles", folder / "styles")
    for path, data in files(seed).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return read_project(folder)


def pdfs(project: Project, seed: int) -> Iterator[Made]:
    """Some of the project's PDFs: of one actor for kinds that are made for each."""
    programme = project.programme
    assert programme is not None
    actor = Random(seed).choice(programme.actors)
    for artefact in planned(programme):
        if artefact.format == "pdf" and artefact.actor in {None, actor}:
            brief = brief_of(project, artefact)
            content = COMPOSERS[artefact.publication.kind].compose(brief)
            content = stamped(brief, content, Stamp(content.metadata.date, content_code(content)))
            assert isinstance(content, Sheets | Document)
            data = WRITERS["pdf"].write(content, look_of(brief)).data
            yield Made(artefact, content, brief.text_sheet, data)


def word_of(project: Project, made: Made) -> bytes | None:
    """The same content as a Word file; None for drawings, which Word does not have."""
    if not isinstance(made.content, Document):
        return None
    return WRITERS["docx"].write(made.content, look_of(brief_of(project, made.artefact))).data


def handout_in_word(project: Project, seed: int) -> bytes:
    """The Word file of the handout of the same actor as in `pdfs`."""
    programme = project.programme
    assert programme is not None
    actor = Random(seed).choice(programme.actors)
    artefact = next(one for one in planned(programme) if one.publication.kind == "handout" and one.actor == actor)
    brief = brief_of(project, artefact)
    content = COMPOSERS["handout"].compose(brief)
    content = stamped(brief, content, Stamp(content.metadata.date, content_code(content)))
    return WRITERS["docx"].write(content, look_of(brief)).data


def titles_of(made: Made) -> list[str]:
    """The titles of the steps that the PDF is about, where it names them all."""
    actor = made.artefact.actor
    if actor is None or made.artefact.publication.kind == "att-gora":
        return []
    return [step.title for step in actor.steps]


# ---------------------------------------------------------------- the parts of a project


def _steps_of(chance: Random) -> int:
    """Few steps as a rule; two are the fewest that a map can have, a start and a stop."""
    return chance.randint(9, MOST_STEPS) if chance.random() < 0.1 else chance.randint(2, 8)


def _ids(actor: str, count: int) -> list[str]:
    return [f"{actor}-{number}" for number in range(1, count + 1)]


def _settings(words: Words) -> dict[str, Any]:
    return {
        "schema": "rehabkarta-fakta/1",
        "namn": words.text(30, 12),
        "datum": "2026-11-21",
        "webbadress": words.chance.choice((None, "https://example.org/karta")),
        "status": words.text(20, 20),
        "friskrivning": words.prose(200),
        "disclaimer": words.prose(200),
        "faktaunderlag_per": "2026-11-21",
        "lagtext_kontrollerad_per": "2026-11-21",
        "sprak": "sv-SE",
        "malgrupp": words.text(120, 24),
    }


def _phases(words: Words) -> dict[str, Any]:
    """As many as the theme has colours for."""
    return {
        "faser_status": words.label(),
        "faser": [
            {"nr": number, "id": f"fas-{number}", "namn": words.unused(14, 8), "beskrivning": words.prose(120)}
            for number in range(1, 7)
        ],
    }


def _kind(words: Words, kind: str) -> dict[str, Any]:
    return {"id": kind, "namn": words.unused(16), "betydelse": words.prose(80), "regel": words.prose(80)}


def _terms(words: Words) -> list[dict[str, Any]]:
    """Terms of common words, which the texts use; one now and then is higher than a page."""
    chosen = words.chance.sample(sorted({word for word in _PLAIN if len(word) > 5}), words.chance.randint(0, 3))
    terms = [{"term": name, "forklaring": words.prose(), "kalla": "kalla-0"} for name in chosen]
    for term in terms:
        if words.chance.random() < 0.15:
            term["forklaring"] = words.prose(_HIGHER_THAN_A_PAGE)
        if words.chance.random() < 0.5:
            term["utlast"] = words.label()
    return terms


def _case(words: Words, flow: _Flow) -> dict[str, Any]:
    first = next(iter(flow.steps.values()))[0]
    situation, questions = [words.prose(100)], [words.label()]
    return {
        **{"id": "fall", "namn": "A (p\u00e5hittad)", "situation": situation},
        **{"fragor": questions, "steg": [first]},
    }


def _source(words: Words, number: int) -> dict[str, Any]:
    tail = "".join(words.chance.choices(ascii_lowercase + "/-?=&.", k=words.chance.choice((5, 30, 200))))
    return {"id": f"kalla-{number}", "titel": words.label(), "url": f"https://example.org/{tail}"}


def _publications(words: Words, flow: _Flow) -> list[dict[str, Any]]:
    """Drawings of small flows only: a large map costs as much as all else, and other tests lay out enough of them."""
    counts = [len(steps) for steps in flow.steps.values()]
    maps = ("karta", "A3", 0.3 if max(counts) < 9 else 0.0), ("affisch", "A1", 0.3 if sum(counts) < 11 else 0.0)
    kinds = [("handout", "A4", 1.0), ("att-gora", "A4", 1.0), *maps]
    return [
        {
            **{"id": kind, "sort": kind, "namn": words.text(30, NAME_WORD_LIMIT), "papper": paper},
            **{"format": ["pdf"], "beskrivning": words.prose(200)},
        }
        for kind, paper, share in kinds
        if words.chance.random() < share
    ]


def _actor(words: Words, flow: _Flow, actor: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": actor,
        "namn": words.unused(NAME_LIMIT) if words.chance.random() < 0.2 else words.unused(24),
        "kortnamn": words.unused(TAG_LIMIT),
        "prefix": actor,
        "uppdrag": words.text(SUMMARY_LIMIT),
    }
    # What may be left out is there in every other project.
    aim, contact, unit = words.prose(), words.prose(), {"id": f"enhet-{actor}", "namn": words.unused(40)}
    for key, value in (("syfte", aim), ("kontakt", contact), ("enheter", [unit])):
        found |= {key: value} if words.chance.random() < 0.5 else {}
    found["steg"] = [_step(words, flow, actor, at) for at in range(len(flow.steps[actor]))]
    return found


def _step(words: Words, flow: _Flow, actor: str, at: int) -> dict[str, Any]:
    ids = flow.steps[actor]
    form = _form(words, flow, actor, at)
    facts = [words.prose() for _ in range(words.chance.randint(1, 3))]
    if words.chance.random() < 0.01:
        facts[0] = words.prose(_HIGHER_THAN_A_PAGE)
    step = {
        **{"id": ids[at], "titel": words.label(), "kort": words.unused(18), "fas": 1 + at * 6 // len(ids)},
        **form,
        **{"vad_hander": list(dict.fromkeys(facts)), "vem_gor": words.label()},
        "lagstod": [
            {"hanvisning": words.unused(60), "kontroll": words.chance.choice(("belagd", "kontrollera"))}
            for _ in range(words.chance.choice((0, 0, 1, 3)))
        ],
        "underlag": [words.unused(40) for _ in range(words.chance.choice((0, 0, 1, 4)))],
        "kontaktpunkter": _contacts(words, flow, actor),
        **{"dialogfraga": words.label() + "?", "kallor": [f"kalla-{words.chance.randint(0, 2)}"]},
    }
    if words.chance.random() < 0.1:
        step["att_granska"] = words.prose(_HIGHER_THAN_A_PAGE if words.chance.random() < 0.2 else 200)
    return step


def _form(words: Words, flow: _Flow, actor: str, at: int) -> dict[str, Any]:
    """A start, a stop, and between them steps that all lead to the next, and perhaps elsewhere."""
    ids = flow.steps[actor]
    if at == 0:
        return {"form": "start-stopp", "ande": "start", "pilar": [{"till": ids[1]}]}
    if at == len(ids) - 1:
        return {"form": "start-stopp", "ande": "stopp", "pilar": []}
    others = [other for other in flow.steps if other != actor]
    further = ids[at + 2 :]
    draw = words.chance.random()
    if draw < 0.25 and further:
        other = {"till": words.chance.choice(further), "etikett": "nej"}
        return {"form": "ja-nej", "pilar": [{"till": ids[at + 1], "etikett": "ja"}, other]}
    if draw < 0.45 and others:
        there = words.chance.choice(others)
        link = {"aktor": there, "steg": words.chance.choice(flow.steps[there])}
        return {"form": "processkoppling", "processkoppling": link, "pilar": [{"till": ids[at + 1]}]}
    arrows: list[dict[str, Any]] = [{"till": ids[at + 1]}]
    if draw > 0.8 and further:
        arrows.append({"till": words.chance.choice(further), "etikett": words.text(30)})
    if draw > 0.9 and at > 2:
        arrows.append({"till": words.chance.choice(ids[1 : at - 1]), "etikett": words.text(30), "atergang": True})
    return {"form": "en-flera", "pilar": arrows}


def _contacts(words: Words, flow: _Flow, actor: str) -> list[dict[str, Any]]:
    others = [(other, step) for other, steps in flow.steps.items() if other != actor for step in steps]
    chosen = words.chance.sample(others, min(len(others), words.chance.choice((0, 0, 1, 2))))
    return [{"aktor": other, "steg": step, "varfor": words.label()} for other, step in chosen]


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _written(value: dict[str, Any]) -> bytes:
    text: str = yaml.dump(value, Dumper=_NoAliases, sort_keys=False, allow_unicode=True, width=10**6)
    return text.encode()
