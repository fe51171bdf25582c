"""The gate itself: a file that another program made by both standards passes, what ReportLab writes bare does not."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.writers.pdf.gate import findings, own_findings
from pipeline.writers.pdf.gate.validator import PROFILES, stream_ends_well, validator_findings

GOOD = Path(__file__).parent / "calibration" / "good.pdf"


def test_a_file_of_typst_has_no_finding() -> None:
    assert findings(GOOD.read_bytes(), addresses={"https://example.org/"}) == ()


def test_its_address_must_be_known() -> None:
    (found,) = own_findings(GOOD.read_bytes(), addresses=set())
    assert found.code == "address_unknown"


@pytest.fixture(scope="module")
def bare() -> bytes:
    """What ReportLab writes by itself: no tags, no metadata, a font that is not embedded."""
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(72, 72, "Text")
    canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize("profile", PROFILES)
def test_the_validator_rejects_a_bare_file(bare: bytes, profile: str) -> None:
    assert [*validator_findings(bare, profile)]


def test_our_own_parts_reject_a_bare_file(bare: bytes) -> None:
    assert {finding.code for finding in own_findings(bare)} >= {
        "tree_missing",
        "paint_unmarked",
        "font_not_embedded",
        "metadata_missing",
        "output_intent_missing",
        "marked_missing",
        "language_missing",
        "tabs_missing",
    }


# pdf.md, pitfall 11: a stream whose data end in a carriage return is right, though the validator reads it one short.
@pytest.mark.parametrize(
    ("stream", "ends_well"),
    [
        (b"7 0 obj\n<< /Length 3 >>\nstream\nab\r\nendstream\nendobj", True),
        (b"7 0 obj\n<< /Length 2 >>\nstream\nab\r\nendstream\nendobj", False),
        (b"7 0 obj\n<< /Length 4 >>\nstream\nab\r\nendstream\nendobj", False),
        (b"7 0 obj\n<< /Length 8 0 R >>\nstream\nab\r\nendstream\nendobj", False),
        (b"17 0 obj\n<< /Length 3 >>\nstream\nab\r\nendstream\nendobj", False),
    ],
)
def test_a_carriage_return_at_the_end_of_a_stream_is_no_fault(stream: bytes, ends_well: bool) -> None:
    assert stream_ends_well(b"%PDF-1.7\n" + stream, 7) is ends_well
