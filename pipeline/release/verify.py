"""Whether a finished file is as it should be: what its writer's gate finds, told as diagnostics of the publication."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.document import Content
from pipeline.release.plan import Artefact
from pipeline.writers import WRITERS
from pipeline.writers.written import Finding, Part

_CODES = {
    Part.FORM: "U721",
    Part.STRUCTURE: "U722",
    Part.WORDS: "U723",
    Part.CONTRAST: "U724",
    Part.SAFETY: "U725",
}
# A fault of a writer repeats on every page: so many are told, and how many more there are.
_TOLD = 3


def verified(artefact: Artefact, data: bytes, content: Content, in_template: bool = False) -> Iterator[Diagnostic]:
    """A fault for each part of the file that is not as it should be; none for a good file.

    `in_template`: the file's colours are those of an agency's template, and contrast is the agency's to judge.
    """
    checked = WRITERS[artefact.format].check(data, content)
    found = [finding for finding in checked if not (in_template and finding.part is Part.CONTRAST)]
    place = artefact.publication.place("formats")
    for part, code in _CODES.items():
        flaws = [finding for finding in found if finding.part is part]
        if flaws:
            yield diagnose(code, place, file=artefact.path, flaws=_told(flaws))


def _told(flaws: list[Finding]) -> str:
    first = "; ".join(f"{flaw.code} ({flaw.detail})" for flaw in flaws[:_TOLD])
    more = len(flaws) - _TOLD
    return f"{first} +{more}" if more > 0 else first
