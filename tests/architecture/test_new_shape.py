"""A new shape is one file, one line in the registry and one in the theme: tried in a copy, drawn by both writers."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

ACTOR = "forsakringskassan"

OCTAGON = '''"""An octagon: only here to be new."""

from pipeline.geometry import Path, Point, Rect, Side, Size, polygon
from pipeline.shapes.base import PlainShape, Reaches, middle


class Octagon(PlainShape):
    """A rectangle with cut corners."""

    def outline(self, rect: Rect, em: float) -> Path:
        cut = 0.4 * em
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        return polygon([
            Point(left + cut, top), Point(right - cut, top), Point(right, top + cut), Point(right, bottom - cut),
            Point(right - cut, bottom), Point(left + cut, bottom), Point(left, bottom - cut), Point(left, top + cut),
        ])

    def reaches(self, size: Size, em: float) -> Reaches:
        across, along = middle(size.height), middle(size.width)
        return ((Side.EAST, across), (Side.SOUTH, along), (Side.WEST, across), (Side.NORTH, along))
'''

# The whole change beside that file: file, line, what it becomes.
CHANGES = (
    ("pipeline/shapes/__init__.py", '    "pill":', '    "octagon": "octagon:Octagon",\n    "pill":'),
    ("styles/teman/standard.yaml", "figur: rectangle", "figur: octagon"),
)

# A closed path of eight corners, in both formats.
IN_SVG = re.compile(r'd="M[^LCZ"]+(?:L[^LCZ"]+){7}Z"')
IN_PDF = ["m", *["l"] * 7, "h"]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for name in ("pipeline", "sources", "styles"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def _add_octagon(copy: Path) -> None:
    (copy / "pipeline" / "shapes" / "octagon.py").write_text(OCTAGON, encoding="utf-8")
    for name, line, becomes in CHANGES:
        text = (copy / name).read_text(encoding="utf-8")
        assert text.count(line) == 1, f"{name}: {line}"
        (copy / name).write_text(text.replace(line, becomes), encoding="utf-8")


def _octagons(copy: Path) -> tuple[int, int]:
    """How many octagons the actor's map has as SVG and as PDF."""
    command = [sys.executable, "-m", "pipeline", "build", "karta", "--actor", ACTOR, "--out", "built"]
    run = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    (svg,) = copy.glob("built/karta/*.svg")
    (pdf,) = copy.glob("built/karta/*.pdf")
    return len(IN_SVG.findall(svg.read_text(encoding="utf-8"))), sum(path == IN_PDF for path in _paths(pdf))


def _paths(pdf: Path) -> Iterator[list[str]]:
    """The operators of every subpath on the first page."""
    path: list[str] = []
    with pikepdf.open(pdf) as document:
        for instruction in pikepdf.parse_content_stream(document.pages[0]):
            operator = str(instruction.operator)
            if operator == "m":
                path = []
            path.append(operator)
            if operator == "h":
                yield path


def test_a_new_shape_is_one_file_and_one_line(copy: Path) -> None:
    others, others_in_pdf = _octagons(copy)
    _add_octagon(copy)
    svg, pdf = _octagons(copy)
    actor = (copy / "sources" / "aktorer" / f"{ACTOR}.yaml").read_text(encoding="utf-8")
    assert svg - others >= actor.count("form: en-flera") > 0
    assert pdf - others_in_pdf == svg - others
