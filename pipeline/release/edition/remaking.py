"""The files that a release made itself, made once more: `python -m` this module with PROJECT MANIFEST OUT.

It is run by itself (rebuilding.py), by the program and in the environment that a commit names. It asks for no git, and
its arguments and what it leaves in OUT must stay what they are: later versions start the one of this commit.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.release.build import CannotBuild
from pipeline.release.edition.frozen import MODEL
from pipeline.release.edition.making import made_again
from pipeline.release.edition.manifest import OtherFormat, frozen_of
from pipeline.release.edition.model_file import model_bytes
from pipeline.release.edition.strict_json import Unreadable
from pipeline.release.project import read_project
from pipeline.release.workspace import NotAProject

# How the process ends where the project or the manifest is the reason, and not the environment.
CANNOT = 2


def remake(root: Path, manifest: Path, out: Path) -> None:
    """The files of the manifest that its own release made, by their paths below `out`, and the model.

    Raises CannotBuild, Unreadable, OtherFormat, NotAProject, OSError, or ValueError for a project with faults.
    """
    frozen = frozen_of(manifest.read_bytes())
    project = read_project(root)
    if project.programme is None or project.report.has_errors:
        raise ValueError(", ".join(sorted({finding.code for finding in project.report.findings})))
    made = {piece.entry.path: piece.data for piece in made_again(project, frozen, lambda *_: None)}
    released = project.as_of(frozen.release, frozen.date).programme or project.programme
    for path, data in {**made, MODEL: model_bytes(released)}.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)


def main(arguments: Sequence[str]) -> int:
    """0 if all was made, CANNOT with a line of what stood in the way on stderr."""
    root, manifest, out = map(Path, arguments)
    try:
        remake(root, manifest, out)
    except (CannotBuild, Unreadable, OtherFormat, NotAProject, ValueError) as fault:
        sys.stderr.write(f"{type(fault).__name__}: {fault}\n")
        return CANNOT
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
