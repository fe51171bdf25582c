"""Fixed texts, files and findings for the tests of every format."""

from dataclasses import replace

from pipeline.cli.reports import FORMATS, Telling
from pipeline.diagnostics import Diagnostic, Report, Severity, diagnose
from pipeline.spans import Place
from pipeline.wording.faults import CountWords, FaultText, FaultTexts

TEXTS = FaultTexts(
    error="fel",
    warning="varning",
    note="notis",
    help="hjälp",
    more="läs mer: processpil explain {code}",
    guess="Menade du ”{guess}”?",
    error_count=CountWords(one="{count} fel", many="{count} fel"),
    warning_count=CountWords(one="{count} varning", many="{count} varningar"),
    note_count=CountWords(one="{count} notis", many="{count} notiser"),
    file_count=CountWords(one="{count} fil", many="{count} filer"),
    summary="{found} i {files}",
    nothing_found="Inga fel i {files}",
    faults=(
        FaultText(code="A101", message="Steget ”{step}” saknas.", hint="Skriv det."),
        FaultText(code="A102", message="Något.", hint="Gör något."),
        FaultText(code="D801", message="Ett nummer."),
        FaultText(code="D803", message="Ett nummer."),
        FaultText(code="D804", message="En adress."),
        FaultText(code="T104", message="Tecknet saknas."),
    ),
)
FILES = {"a.yaml": "rad 1\nråd 2\nrad 3\nrad 4\n".encode(), "b.yaml": b""}


def of(severity: Severity, code: str, place: Place) -> Diagnostic:
    """A finding of any severity."""
    return replace(diagnose(code, place), severity=severity)


def shown(form: str, *findings: Diagnostic, files: dict[str, bytes] | None = None, colour: bool = False) -> str:
    """What a format says of these findings."""
    return FORMATS[form].told(Telling(Report.of(findings), TEXTS, files or FILES, colour=colour))
