"""How the program ends: its exit codes, and the exceptions that lead to them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes; there are no others (features.md, section 3)."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    ENVIRONMENT = 3
    UNFINISHED = 4
    INTERRUPTED = 130


class Ended(Exception):
    """The command is over with this code and this text, which may be empty."""

    def __init__(self, code: Exit, text: str = "") -> None:
        """Keep the code and the text."""
        super().__init__(text)
        self.code = code
        self.text = text
