"""Why a release is withdrawn, in words that everyone who holds a printout may read: the gate of all other texts."""

from __future__ import annotations

import unicodedata

from pipeline.checks.personal_numbers import numbers_in
from pipeline.diagnostics import Diagnostic
from pipeline.reading.text_gate import TextGate
from pipeline.release.edition.refusals import refused
from pipeline.values import SUMMARY_LIMIT


def admitted(text: str) -> str:
    """The reason in NFC on one line. Raises Refused if it says nothing, is long, or has what must not be shown."""
    if found := points_in(text):
        raise refused("reason_characters", points=", ".join(found))
    kept = " ".join(unicodedata.normalize("NFC", text).split())
    if not any(char.isalnum() for char in kept):
        raise refused("no_reason")
    if len(kept) > SUMMARY_LIMIT:
        raise refused("reason_long", length=len(kept), limit=SUMMARY_LIMIT)
    if any(numbers_in(kept)):
        raise refused("reason_person")
    return kept


def points_in(text: str) -> tuple[str, ...]:
    """The characters that no text may have, as U+202E: those that the gate of the sources finds."""
    findings: list[Diagnostic] = []
    TextGate("", text, lambda _: True, findings)
    return tuple(dict.fromkeys(dict(finding.details)["point"] for finding in findings))
