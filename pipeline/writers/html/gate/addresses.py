"""Where a page leads: to its own places, to the files beside it, and to addresses of its content; to nothing else."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Collection, Iterator

from pipeline.writers.html.gate.opened import Element, OpenedPage, drawn
from pipeline.writers.written import Finding, Part

# How a picture's address begins, and the bytes of the file in it.
_PICTURES = {"data:image/png;base64,": b"\x89PNG\r\n\x1a\n", "data:image/jpeg;base64,": b"\xff\xd8\xff"}
_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
_TOLD = 80


def ids(page: OpenedPage) -> Iterator[Finding]:
    """No two places have one name."""
    yield from (Finding("id_repeated", name[:_TOLD], Part.STRUCTURE) for name, held in page.ids.items() if held[1:])


def landings(page: OpenedPage) -> Iterator[Finding]:
    """Every link inside the page lands, every shape shown by its name is drawn, and every reference names someone."""
    for element in page.elements:
        target = str(element.get("href", ""))
        if target.startswith("#"):
            found = page.place(target[1:])
            wanted = found is not None and (found.tag == "symbol") == (element.tag == "use")
            if not wanted:
                yield Finding("link_without_place", target[:_TOLD], Part.STRUCTURE)
        for name in _REFERENCES:
            for one in str(element.get(name, "")).split():
                if one not in page.ids:
                    yield Finding("reference_without_place", f"{name}={one[:_TOLD]}", Part.STRUCTURE)


def targets(page: OpenedPage, beside: Collection[str], out: Collection[str]) -> Iterator[Finding]:
    """Links leave the page only for the files `beside` it and the addresses `out` of the content."""
    for element in page.elements:
        target = element.get("href")
        if target is None:
            if element.tag in ("use", "image"):
                yield Finding("address_unknown", str(element.tag), Part.SAFETY)
        elif not _welcome(element, str(target), beside, out):
            yield Finding("address_unknown", str(target)[:_TOLD], Part.SAFETY)


def _welcome(element: Element, target: str, beside: Collection[str], out: Collection[str]) -> bool:
    if element.tag == "image":
        return _is_picture(target)
    if target.startswith("#"):
        return len(target) > 1
    if element.tag != "a":
        return False
    return target in out or (target in beside and not drawn(element))


def _is_picture(target: str) -> bool:
    """Whether the address holds a picture of the kind that it says."""
    for kind, beginning in _PICTURES.items():
        if target.startswith(kind):
            try:
                return base64.b64decode(target.removeprefix(kind), validate=True).startswith(beginning)
            except binascii.Error:
                return False
    return False


RULES = (ids, landings)
