"""A file in an agency's template has the agency's colours: their contrast is no fault of the program."""

import pytest

from pipeline.release import verify
from pipeline.release.plan import planned
from pipeline.writers import Writer
from pipeline.writers.written import Finding, Part
from tests.support.real import real_programme

FINDINGS = (Finding("contrast_low", "#777777 #FFFFFF", Part.CONTRAST), Finding("language_missing", "styles"))


@pytest.mark.parametrize(("in_template", "codes"), [(False, ["U721", "U724"]), (True, ["U721"])])
def test_contrast_is_left_to_the_agency_and_nothing_else_is(monkeypatch, in_template, codes):
    monkeypatch.setattr(Writer, "check", lambda *_: FINDINGS)
    artefact = next(one for one in planned(real_programme()) if one.format == "docx")
    found = verify.verified(artefact, b"", None, in_template)
    assert sorted(finding.code for finding in found) == codes
