"""What is wrong or worth knowing, as data: a code, a severity, a place and details; sentences live in locale/."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.rules import Severity, severity_of
from pipeline.spans import Place

__all__ = ["Diagnostic", "Report", "Severity", "closest", "diagnose"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` is stable and names the sentence; `details` fill its gaps.

    A detail called `guess` is what was probably meant, shown as a question of its own; it may be empty.
    """

    code: str
    severity: Severity
    place: Place
    details: tuple[tuple[str, str], ...] = ()

    @property
    def sort_key(self) -> tuple[Place, str, tuple[tuple[str, str], ...]]:
        """File, line, column, code: the order in which findings are shown."""
        return (self.place, self.code, self.details)


def diagnose(code: str, place: Place, **details: object) -> Diagnostic:
    """A finding, as severe as its code is (`pipeline.rules`)."""
    return Diagnostic(
        code, severity_of(code), place, tuple((key, str(value)) for key, value in sorted(details.items()))
    )


def closest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, to ask "did you mean"; empty if none is near enough."""
    from difflib import get_close_matches  # noqa: PLC0415  # only where something is wrong

    # 0.7: ids share their prefix, which alone makes them a little alike.
    return next(iter(get_close_matches(name[:80], known, 1, 0.7)), "")


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of a run, sorted and without repeats."""

    findings: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Diagnostic]) -> Report:
        """The report of these findings, sorted by place and code, each once."""
        return cls(tuple(sorted(set(findings), key=lambda finding: finding.sort_key)))

    def __add__(self, other: Report) -> Report:
        """The findings of both."""
        return Report.of((*self.findings, *other.findings))

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def of_at_least(self, severity: Severity) -> Report:
        """The findings that are this severe or more."""
        return Report(tuple(finding for finding in self.findings if finding.severity >= severity))

    @property
    def strict(self) -> Report:
        """The report with every warning raised to a fault; notes stay notes."""
        return Report(tuple(_raised(finding) for finding in self.findings))

    @property
    def has_errors(self) -> bool:
        """True if something must be mended before anything is built."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def _raised(finding: Diagnostic) -> Diagnostic:
    return replace(finding, severity=Severity.ERROR) if finding.severity is Severity.WARNING else finding
