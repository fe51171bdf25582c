"""Independent readers of what was written: the text of an SVG, a PDF or a Word file, as a reader would find it."""

import io
import re
import shutil
import subprocess
import zipfile
from functools import lru_cache

import pytest
from lxml import etree

# Several tests read the same files: each is read once by a process that still has it at hand.
_FILES = 64
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def plain(text: str) -> str:
    """The text with one space between words, and words that were broken at a line's end put together."""
    text = text.replace("\u00ad", "").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text)


def joined(text: str) -> str:
    """Only letters and digits: a title is found again however its lines were broken or hyphenated."""
    return re.sub(r"[\W_]+", "", text).casefold()


@lru_cache(_FILES)
def svg_text(data: bytes) -> str:
    """All text, titles and descriptions of an SVG."""
    return plain(" ".join(map(str, etree.fromstring(data).itertext())))


def svg_drawn(data: bytes) -> list[str]:
    """What is drawn: the contents of the text elements, line by line."""
    root = etree.fromstring(data)
    return ["".join(map(str, element.itertext())) for element in root.iter("{http://www.w3.org/2000/svg}text")]


@lru_cache(_FILES)
def pdf_text(data: bytes) -> str:
    """The text of a PDF, read by poppler."""
    if shutil.which("pdftotext") is None:
        pytest.skip("missing tool: pdftotext (package poppler-utils)")
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


@lru_cache(_FILES)
def docx_text(data: bytes) -> str:
    """The text of a Word file's body, paragraph by paragraph."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    paragraphs = ("".join(run.text or "" for run in p.iter(f"{_WORD}t")) for p in body.iter(f"{_WORD}p"))
    return plain("\n".join(paragraphs))
