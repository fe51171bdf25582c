"""What a writer is handed beside the content: fonts, theme, the sheet's measures and the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.document import HeadingLook
from pipeline.geometry import Size
from pipeline.theme import Sheet, TextRole, Theme
from pipeline.typesetting import Family


@dataclass(frozen=True)
class HouseTemplate:
    """An agency's own template for a format that can be edited: its file's name, its bytes, and its style names.

    The bytes are those of a file that was looked through and found safe. `styles` says by the id of our style (as
    Heading1) which style of the template takes its place, where the names do not say it.
    """

    name: str
    data: bytes
    styles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """Fonts (bytes and metrics), theme, measures of this kind of publication, and paper size in mm.

    `behind` is the look of the text pages behind drawings, for a publication that has them. `template` is the
    agency's own, for formats that know templates. `native_maps`: maps are shapes that a user can move and retype, in
    formats that have such.
    """

    family: Family
    theme: Theme
    sheet: Sheet
    paper: Size
    behind: Look | None = None
    template: HouseTemplate | None = None
    native_maps: bool = False

    def heading(self, look: HeadingLook) -> TextRole:
        """How a heading is set."""
        scale = self.theme.typography.scale
        roles = {
            HeadingLook.TITLE: scale.title,
            HeadingLook.CHAPTER: scale.chapter,
            HeadingLook.SECTION: scale.section,
            HeadingLook.RUN_IN: scale.run_in,
        }
        return roles[look]
