"""One answer of the doctor: what was looked at, how it stands, and which sentence says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

REASON_LENGTH = 120
"""How much is shown of what Python says about a fault (characters)."""


class State(Enum):
    """How a thing stands. A fault keeps the program from building, a warning does not."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Answer:
    """`topic` says what was looked at; `subject` its own name, where a topic has many.

    `sentence` is the key of what is said (and of its hint), with `gaps`.
    """

    topic: str
    state: State
    sentence: str
    subject: str = ""
    gaps: Mapping[str, str] = field(default_factory=dict)


def broken(topic: str, reason: BaseException, subject: str = "") -> Answer:
    """What could not even be looked at. The reason is in the words of Python, for whoever is asked for help."""
    told = " ".join(f"{type(reason).__name__}: {reason}".split())
    return Answer(topic, State.FAULT, "broken", subject, {"reason": told[:REASON_LENGTH]})
