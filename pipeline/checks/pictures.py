"""An actor's picture can be printed: it is there, in its folder, a whole PNG or JPEG of a size that can be handled."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap, Gallery
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Picture
from pipeline.pictures import BYTE_LIMIT, PIXEL_LIMIT, Examined, Flaw

_MILLION = 1_000_000


def pictures_that_can_be_printed(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """The picture of the actor, if it names one."""
    picture = actor_map.actor.picture
    if picture:
        found = actor_map.gallery.used.get(picture.file, Examined(Flaw.MISSING))
        yield from _findings(picture, found, actor_map.gallery)


def _findings(picture: Picture, found: Examined, gallery: Gallery) -> Iterator[Diagnostic]:
    place, file = picture.place("file"), picture.file
    match found.flaw:
        case None:
            return
        case Flaw.MISSING:
            yield diagnose("B101", place, file=file, guess=closest(file, sorted(gallery.files)))
        case Flaw.OUTSIDE:
            yield diagnose("B102", place, file=file)
        case Flaw.OTHER_FORMAT:
            yield diagnose("B103", place, file=file)
        case Flaw.DAMAGED:
            yield diagnose("B104", place, file=file)
        case Flaw.TOO_MANY_PIXELS:
            size = -(-found.width * found.height // _MILLION)  # rounded up: 40.1 is more than 40
            yield diagnose("B105", place, file=file, size=size, limit=PIXEL_LIMIT // _MILLION)
        case Flaw.TOO_MANY_BYTES:
            yield diagnose("B106", place, file=file, limit=BYTE_LIMIT // _MILLION)
