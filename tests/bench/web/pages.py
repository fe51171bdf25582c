"""The web pages that are measured: of the real project, of one with 500 steps, and the words of that one alone."""

import html
from collections.abc import Mapping
from pathlib import Path

from pipeline.release.project import read_project
from tests.bench.projects import written
from tests.support.real import ROOT, real_project
from tests.support.web_reader import page_of, said, web_page

STEPS = 500
REAL, LARGE, PLAIN = "the real project", f"a project of {STEPS} steps", "the words of those steps, as plain paragraphs"
_OPENING = '<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Text</title>'


def pages(folder: Path) -> Mapping[str, Path]:
    """The files, by what they are; made in an empty folder."""
    large = page_of(read_project(written(ROOT, folder / "project", STEPS)))[1]
    found = {REAL: page_of(real_project())[1], LARGE: large, PLAIN: _plain(large)}
    files = {name: folder / f"{number}.html" for number, name in enumerate(found)}
    (folder / "blank.html").write_text(_OPENING, encoding="utf-8")
    for name, data in found.items():
        files[name].write_bytes(data)
    return files


def _plain(page: bytes) -> bytes:
    """What the articles of the page say, without any structure, look or script."""
    articles = web_page(page).root.iter("article")
    return (_OPENING + "".join(f"<p>{html.escape(said(one))}</p>" for one in articles)).encode()
