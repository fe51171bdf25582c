"""Abbreviations in capitals are explained: in the glossary, by an actor's name, or where they are first used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.passages import EveryText, breakable
from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme

_CAPITAL = r"A-Z\u00c0-\u00d6\u00d8-\u00de"
# Two capitals or more, digits among or after them; what follows in small letters (SFB:s, SGI-skyddad) is left out.
# What stands before is asked after the first letter: an expression that begins with a set of letters is quick.
_ABBREVIATION = re.compile(
    rf"[{_CAPITAL}](?<!\w.)(?<![{_CAPITAL}]-.)[0-9&]*[{_CAPITAL}][{_CAPITAL}0-9&]*+(?:-[{_CAPITAL}]{{2,}}[0-9]*)*+"
    # HSLF-FS 2018:54 is the number of a statute, and its letters only a part of that.
    r"(?! [0-9]{4}:[0-9])"
)
# No abbreviation has more letters; a longer one is a word that is shouted.
_LONGEST = 6
# Numbers of phases and parts: II, IV, XII.
_ROMAN = re.compile(r"X{0,3}(IX|IV|V?I{0,3})")


def unexplained_abbreviations(every: EveryText, known: Known) -> Iterator[Diagnostic]:
    """Abbreviations that nothing explains, told at their first use: once for an actor, once for what all share."""
    explained = _explained(every.programme, known)
    for texts in every.texts:
        for index, name in _first_uses(texts.plain):
            if not _is_known(name, explained):
                passage = texts.at(index)
                if not _is_spelled_out(name, breakable(passage.text)):
                    yield diagnose("S709", passage.place, name=name)


def _explained(programme: Programme, known: Known) -> set[str]:
    names = [*known.language.abbreviations]
    names += [name for actor in programme.actors for name in (actor.name, actor.short)]
    names += [name for term in programme.terms for name in (term.name, term.spelled_out or "")]
    return set(_ABBREVIATION.findall("\n".join(names)))


def _is_known(name: str, explained: set[str]) -> bool:
    """True if it is explained as a whole (AF-FK) or part by part, or is a Roman numeral or a word in large letters."""
    parts = name.split("-")
    return name in explained or all(
        part in explained or len(part) > _LONGEST or _ROMAN.fullmatch(part) for part in parts
    )


def _first_uses(text: str) -> list[tuple[int, str]]:
    """Where each abbreviation stands for the first time."""
    first: dict[str, int] = {}
    for match in _ABBREVIATION.finditer(text):
        first.setdefault(match[0], match.start())
    return [(index, name) for name, index in first.items()]


def _is_spelled_out(name: str, text: str) -> bool:
    """The text has the abbreviation in brackets after its words, or words in brackets after the abbreviation."""
    return re.search(rf"\w \({re.escape(name)}\)|(?<!\w){re.escape(name)} \([^\W\d_]{{2}}", text) is not None
