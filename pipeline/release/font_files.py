"""What can be said of the theme's font files without measuring them: missing, or of a kind that cannot be embedded.

Only the head of a file is read, so that `check` tells it at once; what is damaged further in shows while building.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.release.workspace import FontShelf
from pipeline.typeface import Face

_FACES = {
    Face.REGULAR: "regular",
    Face.BOLD: "bold",
    Face.ITALIC: "italic",
    Face.BOLD_ITALIC: "bold_italic",
}
# OpenType 1.9, "Organization of an OpenType font": version, number of tables, then records of 16 bytes.
_HEAD, _RECORD, _MOST_TABLES = 12, 16, 64


def font_findings(shelf: FontShelf) -> Iterator[Diagnostic]:
    """A fault for each file of the theme's typeface that is missing, variable or not TrueType, at its line."""
    files, folder = shelf.typeface.files, shelf.folder
    if folder is None:
        yield diagnose("U692", shelf.typeface.place("package"), file=shelf.typeface.package or "")
        return
    for face, field in _FACES.items():
        path: Path = folder / getattr(files, field)
        if not path.is_file():
            yield diagnose("U691", files.place(field), file=path.name)
        elif code := _unusable(path):
            yield diagnose(code, files.place(field), file=face.value)


def _unusable(path: Path) -> str:
    """The code of a font that cannot be embedded; empty for one that can, or that nothing can be told of yet."""
    with path.open("rb") as file:
        head = file.read(_HEAD + _MOST_TABLES * _RECORD)
    if len(head) < _HEAD:
        return ""
    (count,) = struct.unpack(">H", head[4:6])
    tables = {head[_HEAD + at * _RECORD : _HEAD + at * _RECORD + 4] for at in range(min(count, _MOST_TABLES))}
    if head[:4] == b"OTTO" or tables & {b"CFF ", b"CFF2"}:
        return "U694"
    return "U695" if b"fvar" in tables else ""
