"""What in a template is refused as a program, and what does not come along into our files: each with its remark."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.writers.docx.inspection.archive import Refused, Remark
from pipeline.writers.docx.inspection.parts import A, Link, Parts, R, W

# [MS-OFFMACRO2] 2.2.1: parts with macros, and what a file with them is called by its content type.
_MACRO_TYPES = ("macroenabled", "vbaproject", "vbadata", "activex")
_MACRO_FILES = ("vbaproject.bin", "vbadata.xml")
# Other files within a header or a footer (ISO/IEC 29500-1, 15.2.10 and 15.2.11), and controls ([MS-OI29500]).
_OBJECTS = frozenset({"oleObject", "package", "control", "aFChunk", "subDocument"})
_PICTURES = ("image", "hdphoto")


def require_harmless(parts: Parts) -> None:
    """Raises Refused for a template with macros or controls, or with other files in its headers and footers."""
    kinds = parts.content_types.values()
    if any(word in kind for kind in kinds for word in _MACRO_TYPES):
        raise Refused("U637")
    if any(name.lower().endswith(_MACRO_FILES) for name in parts.unpacked.names):
        raise Refused("U637")
    if any(link.kind in _OBJECTS for link in _of_running(parts)):
        raise Refused("U643")


def _of_running(parts: Parts) -> Iterator[Link]:
    for name, _ in parts.running:
        yield from parts.links(name)


def left_remarks(parts: Parts) -> Iterator[Remark]:
    """Linked pictures that are kept, and all that is taken away."""
    if linked := sorted(_linked_only(parts)):
        yield Remark("U648", (("pictures", ", ".join(linked)),))
    settings = (name for name, _ in parts.related(parts.main, "settings"))
    if any(link.kind == "attachedTemplate" for name in settings for link in parts.links(name)):
        yield Remark("U649")
    if bound := sum(1 for _, root in parts.running for _ in root.iter(f"{W}dataBinding")):
        yield Remark("U650", (("count", str(bound)),))
    yield from _body_remarks(parts)


def _linked_only(parts: Parts) -> set[str]:
    """Where the linked pictures of headers and footers are, but for those that are in the file as well."""
    found = set()
    for name, root in parts.running:
        held = {blip.get(f"{R}link") for blip in root.iter(f"{A}blip") if blip.get(f"{R}embed")}
        links = (link for link in parts.links(name) if link.is_external and link.kind in _PICTURES)
        found |= {link.target for link in links if link.key not in held}
    return found


def _body_remarks(parts: Parts) -> Iterator[Remark]:
    """What stands on the template's own pages, in numbers."""
    words = sum(len((text.text or "").split()) for text in parts.text.iter(f"{W}t"))
    pictures = sum(1 for link in parts.links(parts.main) if link.kind in _PICTURES)
    comments = sum(1 for _, root in parts.related(parts.main, "comments") for _ in root.iter(f"{W}comment"))
    if words or pictures or comments:
        details = (("comments", str(comments)), ("pictures", str(pictures)), ("words", str(words)))
        yield Remark("U651", details)
