"""The small project, patched with a case of tests/diagnostics: what is told, in few words."""

from tests.diagnostics.project import patched, report_on


def told(case: str) -> list[tuple[str, str, int]]:
    """Code, file name without its folder, and line of everything that is found."""
    places = ((finding.code, finding.place) for finding in report_on(patched(case)).findings)
    return [(code, place.file.rpartition("/")[2], place.line) for code, place in places]


def codes(case: str) -> list[str]:
    """The codes of everything that is found, in the order of their places."""
    return [code for code, *_ in told(case)]
