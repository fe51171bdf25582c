"""The pictures that actors show, read from disk and examined; a project without any costs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.checks.scope import Gallery
from pipeline.model import Actor
from pipeline.pictures import Examined, Flaw, examined
from pipeline.release.workspace import picture, picture_files


def read_pictures(root: Path, actors: Sequence[Actor]) -> tuple[dict[str, bytes], Gallery]:
    """The sound pictures by their paths from `sources/`, and what is to be known of all. Raises OSError."""
    wanted = sorted({actor.picture.file for actor in actors if actor.picture})
    if not wanted:
        return {}, Gallery()
    files = picture_files(root)
    sound: dict[str, bytes] = {}
    used: dict[str, Examined] = {}
    for path in wanted:
        data = picture(root, path, files)
        used[path] = Examined(data) if isinstance(data, Flaw) else examined(data)
        if isinstance(data, bytes) and used[path].flaw is None:
            sound[path] = data
    return sound, Gallery(files, used)
