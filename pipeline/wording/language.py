"""The rules of writing in one language: `locale/<language>/language.toml`.

`check` reads them every time. Therefore TOML, which the standard library reads, and plain values.
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PlainWord:
    """A word that is avoided in all materials, as it begins in all its forms, save `others` that begin likewise.

    `instead` is what to write; `banned` makes it a fault, else it is a warning.
    """

    word: str
    instead: str
    banned: bool
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepealedLaw:
    """A law by its number in the statute book (2001:453), the day it ceased, and what applies instead."""

    number: str
    name: str
    since: datetime.date
    replaced_by: str


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """What the language checks of one language look for.

    - `another_word`: what is proposed where nothing is given instead of a word
    - `abbreviations`: those in capitals that everybody knows
    - `dotted`: abbreviations whose full stop ends no sentence; `closing`: those that may stand last in one
    - `fictional`: the mark after an invented person's name
    - `federation`: beginnings of words for the coordination federation, which never decides about individuals
    - `decides`, `decided_by`: verbs after and before the one who decides; `negations`: words that deny it
    - `mailboxes`: beginnings of words in the address of a shared mailbox
    """

    avoided: tuple[PlainWord, ...]
    another_word: str
    abbreviations: tuple[str, ...]
    dotted: tuple[str, ...]
    closing: tuple[str, ...]
    repealed: tuple[RepealedLaw, ...]
    fictional: str
    federation: tuple[str, ...]
    decides: tuple[str, ...]
    decided_by: tuple[str, ...]
    negations: tuple[str, ...]
    mailboxes: tuple[str, ...]


def language_rules(text: str) -> LanguageRules:
    """The rules that a file holds. Raises TypeError or TOMLDecodeError if it is not one: a fault of the program."""
    held: dict[str, Any] = tomllib.loads(text)
    avoided = (PlainWord(**{**word, "others": tuple(word.get("others", ()))}) for word in held.pop("avoided"))
    repealed = (RepealedLaw(**law) for law in held.pop("repealed"))
    rest: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in held.items()}
    return LanguageRules(avoided=tuple(avoided), repealed=tuple(repealed), **rest)
