"""The files beside the web page, each with what it is: links that hold as long as the folders stay together."""

from __future__ import annotations

from pipeline.compose.brief import Brief, FileBeside
from pipeline.document import SiteFile

# The page lies in a folder of its own, beside those of the other publications.
_UP = "../"
_EDITABLE = "redigerbar"


def site_files(brief: Brief) -> tuple[SiteFile, ...]:
    """Every other planned file, in the order of the plan."""
    return tuple(_file(brief, one) for one in brief.beside)


def _file(brief: Brief, one: FileBeside) -> SiteFile:
    words = brief.wording.web
    reader = one.unit.name if one.unit else one.actor.name if one.actor else ""
    name = " ".join(word for word in (one.publication.name, reader) if word)
    title = words.file.format(title=name, paper=one.publication.paper)
    if one.variant == _EDITABLE:
        title = f"{title}, {words.editable_map}"
    formats = {"pdf": words.pdf, "docx": words.docx, "svg": words.svg}
    owner = one.actor.name_id if one.actor else ""
    return SiteFile(_UP + one.path, title, formats.get(one.format, one.format.upper()), owner)
