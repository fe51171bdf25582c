"""Where what a finding points at ends, for the frames and for every format with regions."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.diagnostics import Diagnostic
from pipeline.reading.extent import Extent, Outline


class Extents:
    """The extents of findings in these files; a file is walked when first asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Remember the files."""
        self._files = files
        self._outlines: dict[str, Outline] = {}

    def of(self, finding: Diagnostic) -> Extent:
        """The extent of what the finding points at; of the character alone where it is about one (detail `char`)."""
        place, details = finding.place, dict(finding.details)
        outline = self._outlines.get(place.file)
        if outline is None:
            outline = self._outlines[place.file] = Outline(place.file, self._files.get(place.file, b""))
        extent = outline.extent(place.line, place.column, details.get("key", ""))
        if place.line and finding.code.startswith("T") and len(details.get("char", "")) == 1:
            return Extent(place.line, place.column + 1, extent.path)
        return extent
