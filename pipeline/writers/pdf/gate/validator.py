"""The rules of PDF/UA-1 and PDF/A-2a as another program knows them: the package page-validation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.writers.written import Finding, Part

PROFILES: Final = ("ua1", "2a")
# A stream whose last byte is a carriage return is read one byte short (pdf.md, pitfall 11).
_STREAM_ENDS = frozenset({"PDFA2A-STREAM-LENGTH-001"})


def validator_findings(data: bytes, profile: str) -> Iterator[Finding]:
    """What the validator rejects for a profile; the rule's name is the code."""
    import page  # noqa: PLC0415 - native code that only a check needs

    part = Part.STRUCTURE if profile == "ua1" else Part.FORM
    try:
        report = page.validate_pdf_bytes(data, profile=profile, limits=page.SafetyLimits.unlimited())
    except page.PageError as fault:
        yield Finding("validator_refused", f"{profile}: {fault}", part)
        return
    for failure in report.failures:
        where = failure.object_id
        number = where.object_number if where else 0
        if failure.rule_id in _STREAM_ENDS and stream_ends_well(data, number):
            continue
        yield Finding(failure.rule_id, f"{profile}: {failure.message} ({number})", part)


def stream_ends_well(data: bytes, number: int) -> bool:
    """True if exactly `\\nendstream` follows the bytes that the stream's Length counts, wherever the number is used."""
    found = False
    for head in re.finditer(rb"(?:^|[\r\n])%d \d+ obj\b" % number, data):
        opened = re.compile(rb"stream\r?\n").search(data, head.end())
        length = re.compile(rb"/Length (\d+)").search(data, head.end(), opened.start() if opened else head.end())
        if opened is None or length is None:
            return False
        found = data.startswith(b"\nendstream", opened.end() + int(length[1]))
        if not found:
            return False
    return found
