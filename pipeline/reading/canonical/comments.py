"""The comments of a file, counted without asking what they belong to: what a rewritten file is compared by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

import yaml

from pipeline.reading.yaml_tree import PARSERS


def counted(text: str) -> Counter[str]:
    """Each comment of a sound file with how often it occurs; line ends are line feeds."""
    gaps = "".join(_between_texts(text)).split("\n")
    found = (line.partition("#") for line in gaps)
    return Counter(normalize("NFC", (sign + comment).rstrip()) for _, sign, comment in found if sign)


def _between_texts(text: str) -> Iterator[str]:
    """What stands outside of all texts, where nothing but a comment can have the sign #."""
    events = PARSERS["c"](text)
    at = 0
    try:
        for event in iter(events.get_event, None):
            if isinstance(event, yaml.ScalarEvent):
                start, end = _span(event)
                yield text[at:start]
                if event.style in {"|", ">"}:
                    yield text[start : text.index("\n", start)] + "\n"  # the head of a block may end in a comment
                at = end
    finally:
        events.dispose()
    yield text[at:]


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index
