"""What stands on every page: names and status at the head, stamp and page number at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Running
from pipeline.writers.docx import styles
from pipeline.writers.docx.formats import CharacterFormat
from pipeline.writers.docx.ooxml import Element, field, node, paragraph, run, serialized
from pipeline.writers.look import Look

_GAP = re.compile(r"(\{pages?\})")
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_NO_BREAK_SPACE = "\u00a0"


def header(running: Running, look: Look) -> bytes:
    """The header part: actor in bold, kind in grey, and the status word framed at the right."""
    return serialized(node("w:hdr", None, paragraph(styles.HEADER, contents=_head(running, look))))


def footer(running: Running, look: Look, pages: int) -> bytes:
    """The footer part: stamp line, and the page label with real fields; `pages` is shown until Word has counted.

    Below it stand where one sees if a printed page is current, and what the file is: a copy that can be edited.
    """
    lines = [paragraph(styles.FOOTER, contents=_foot(running, look, pages))]
    quiet = CharacterFormat(colour=look.theme.inks.grey)
    for line in (running.current, running.editable):
        if line:
            lines.append(paragraph(styles.FOOTER, contents=[run(line, quiet)]))
    return serialized(node("w:ftr", None, *lines))


def _head(running: Running, look: Look) -> Iterator[Element]:
    inks = look.theme.inks
    if running.strong:
        yield run(running.strong, CharacterFormat(bold=True))
    if running.quiet:
        yield run(f"  {running.quiet}" if running.strong else running.quiet, CharacterFormat(colour=inks.grey))
    if running.status:
        yield run("\t")
        yield framed(running.status, CharacterFormat(bold=True, frame=inks.ink))


def framed(word: str, look: CharacterFormat, air: str = _NO_BREAK_SPACE) -> Element:
    """A word in a frame with air on both sides: Word sets the frame of characters close to them.

    At the end of a line the air must be a no-break space; elsewhere LibreOffice draws it as a frame of its own.
    """
    return run(f"{air}{word}{air}", look)


def _foot(running: Running, look: Look, pages: int) -> Iterator[Element]:
    yield run(f"{running.stamp}\t", CharacterFormat(colour=look.theme.inks.grey))
    bold = CharacterFormat(bold=True)
    for piece in _GAP.split(running.page_label):
        if piece in _FIELDS:
            yield from field(_FIELDS[piece], "1" if piece == "{page}" else str(pages), bold)
        elif piece:
            yield run(piece, bold)
