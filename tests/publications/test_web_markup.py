"""The W3C's checker of HTML, CSS and SVG (vnu) finds no error in web pages: the real one, and one made by chance."""

import re

import pytest

from tests.support.generated import project_of
from tests.support.web_judges import markup_messages
from tests.support.web_reader import page_of, with_web

pytestmark = [pytest.mark.tool("java"), pytest.mark.tool("npm")]

SEED = 7
# What vnu warns of and is right all the same; each with its reason.
EXPECTED = (
    # Two contacts of a step may be with the same actor.
    r"Duplicate “dt” name",
    # A data block is never run, so that a policy does not concern it (HTML, "prepare the script element").
    r"Inline script violates Content Security Policy .*<script type=\"application/json\"",
)


@pytest.fixture(scope="module")
def messages(web_file, tmp_path_factory):
    """All messages of one start of Java; the last file is broken, to see that faults are told."""
    folder = tmp_path_factory.mktemp("generated")
    project_of(SEED, folder / "project")
    generated = folder / "generated.html"
    generated.write_bytes(page_of(with_web(folder / "project"))[1])
    broken = folder / "broken.html"
    broken.write_text("<!DOCTYPE html><html lang=sv><title>x</title><p id=a><p id=a>", encoding="utf-8")
    return markup_messages([web_file, generated, broken])


def test_no_page_has_an_error(messages):
    errors = [line for kind, line in messages if kind == "error"]
    assert [line for line in errors if not line.startswith("broken.html")] == []
    assert any("Duplicate ID" in line for line in errors)


def test_every_warning_is_an_expected_one(messages):
    warnings = [line for kind, line in messages if kind == "warning" and not line.startswith("broken.html")]
    assert [line for line in warnings if not any(re.search(one, line) for one in EXPECTED)] == []
