"""The command line's fixed texts, read with the standard library alone so that --help costs next to nothing."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.cli.visible import visible

_FILE = Path(__file__).resolve().parent.parent / "locale" / "sv" / "commands.toml"


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def word(section: str, key: str, /, **gaps: object) -> str:
    """A text by its section ("faults", "show.steps" ...) and key, with its gaps filled.

    What fills a gap may be the name of a file, and so anything: no terminal shall obey it.
    """
    table = _words()
    for part in section.split("."):
        table = table[part]
    text = str(table[key])
    return text.format(**{name: visible(str(gap)) for name, gap in gaps.items()}) if gaps else text


def columns(section: str) -> dict[str, str]:
    """The column heads of a list, by their names in JSON."""
    return dict(_words()["show"][section])
