"""The SVG audit finds what may not be in a file, and nothing in a good one."""

import pytest

from pipeline.document import Sheets
from pipeline.scene import Metadata, Scene
from pipeline.writers import svg
from pipeline.writers.look import Look
from pipeline.writers.svg.check import audit

BAD = (
    ("<script>x</script>", "script"),
    ('<g onclick="x"/>', "onclick"),
    ("<foreignObject/>", "foreignObject"),
    ('<a href="javascript:x"/>', "javascript"),
    ('<a href="ftp://x"/>', "ftp"),
    ('<image href="https://x.se/a.png"/>', "https"),
    ('<use href="#x"/>', "use"),
    ('<path fill="url(https://x.se)"/>', "url"),
    ("<style>@import url(https://x.se)</style>", "style"),
    ('<g style="background:url(x)"/>', "style"),
    ("<?php x?>", "unknown node"),
    ("<!-- x -->", "unknown node"),
    ("<g>", "not well-formed"),
)


@pytest.mark.parametrize(("inner", "named"), BAD)
def test_bad_file_is_found(inner: str, named: str) -> None:
    findings = audit(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode())
    assert len(findings) == 1
    assert named in findings[0]


def test_good_file_passes(scene: Scene, metadata: Metadata, look: Look) -> None:
    assert audit(svg.write(Sheets(metadata, (scene,)), look).data) == ()


def test_entity_is_not_read_from_elsewhere() -> None:
    data = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><title>&x;</title></svg>'
    assert audit(data)
