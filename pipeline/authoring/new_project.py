"""A new project from an example: all of its files at once, and never in the place of what is there already."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.authoring.schemas import write as write_schemas
from pipeline.release.project import read_project

# Smallest first: the first is the one that a project starts from unless told otherwise.
EXAMPLES = ("minimal", "annan-stad", "rehabiliteringsbanan")

_PIPELINE = Path(__file__).resolve().parent.parent
_CLONE = _PIPELINE.parent
_TEMPLATES = _PIPELINE / "authoring" / "project_files"
_HOOK = ".githooks/pre-commit"
# Where each file that is the same in every project comes from. The names there have no dot in front, since a dot
# hides a file from those who tidy, pack and ignore.
_SAME_IN_ALL = {
    ".editorconfig": "editorconfig",
    ".gitattributes": "gitattributes",
    _HOOK: "pre-commit.sh",
    ".github/workflows/processpil.yaml": "workflow.yaml",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/extensions.json": "extensions.json",
    ".vscode/settings.json": "settings.json",
    "output/README.md": "output.md",
}
# What makes a folder a project; `sources` comes last, since with it the project is there.
_PARTS = ("styles", "sources")
_STAGE = ".processpil-init-"


class InTheWay(Exception):
    """The folder holds what the project would hide or be mixed with; `names` are relative, folders end in a slash."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Keep the names."""
        super().__init__(*names)
        self.names = names


def contents(example: str, new_id: str) -> dict[str, bytes]:
    """The files of a new project, by their paths with slashes. Raises OSError where the program is not whole.

    With schemas for the editor, which say `new_id` where an id is not known yet.
    """
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        _write(root, _copied(example))
        write_schemas(read_project(root), new_id)
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _copied(example: str) -> dict[str, bytes]:
    texts, project = _homes(example)
    files = {path: (_TEMPLATES / name).read_bytes() for path, name in _SAME_IN_ALL.items()}
    files["README.md"] = (texts / "README.md").read_bytes() + b"\n" + (_TEMPLATES / "guide.md").read_bytes()
    for part in _PARTS:
        for path in _visible(project / part):
            if path.suffix != ".md":  # what the READMEs of a clone's folders say stands in the project's own
                files[path.relative_to(project).as_posix()] = path.read_bytes()
    return files


def create(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files in a folder, which is made if need be: all of them or, after a fault or interruption, none.

    Raises InTheWay or NotADirectoryError with nothing written, or OSError.
    """
    in_the_way = obstacles(folder, files)
    if in_the_way:
        raise InTheWay(in_the_way)
    made = _folders_made(folder)
    moved: list[Path] = []
    stage = None
    try:
        for leftover in folder.glob(f"{_STAGE}*"):  # of a process that was killed
            shutil.rmtree(leftover)
        stage = _stage(folder)
        _write(stage, files)
        _move(stage, folder, moved)
    except BaseException:
        _undo(moved, stage, made)
        raise
    shutil.rmtree(stage, ignore_errors=True)


def obstacles(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """What a new project would overwrite or be mixed with. Raises NotADirectoryError if the folder is a file."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(str(folder))
    found = [path for path in files if _is_other(folder, path, files[path])]
    strangers = (path for part in _PARTS for path in _visible(folder / part))
    found += [name for path in strangers if (name := path.relative_to(folder).as_posix()) not in files]
    return tuple(sorted({_shown(path) for path in found}))


def _homes(example: str) -> tuple[Path, Path]:
    """Where the example's README stands, and the folder of its `sources` and `styles`.

    An installed program carries its examples; in a clone they stand in docs/, except the clone's own project.
    """
    packed = _PIPELINE / "examples"
    texts = (packed if packed.is_dir() else _CLONE / "docs" / "examples") / example
    return texts, texts if (texts / "sources").is_dir() else _CLONE


def _visible(folder: Path) -> Iterator[Path]:
    """The files below a folder, in order, but for hidden ones; none if it is no folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _is_other(folder: Path, path: str, data: bytes) -> bool:
    """True if something else stands where the file or one of its folders should: links too, they lead anywhere."""
    target = folder / path
    above = [folder / parent for parent in Path(path).parents][:-1]
    if any(parent.is_symlink() or (os.path.lexists(parent) and not parent.is_dir()) for parent in above):
        return True
    return os.path.lexists(target) and not (target.is_file() and target.read_bytes() == data)


def _shown(path: str) -> str:
    part, slash, _ = path.partition("/")
    return part + slash if part in _PARTS else path


def _folders_made(folder: Path) -> list[Path]:
    """Make the folder and those above it; the ones that were not there, outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _stage(folder: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=_STAGE, dir=folder))
    except OSError as fault:  # told of the folder, not of a name that its owner has never seen
        raise OSError(fault.errno, fault.strerror, str(folder)) from fault


def _write(stage: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        target = stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (stage / _HOOK).chmod(0o755)


def _move(source: Path, target: Path, moved: list[Path]) -> None:
    """Move what is in one folder to another: whole folders where they are new, file by file where they are not."""
    entries = sorted(source.iterdir(), key=lambda entry: _PARTS.index(entry.name) if entry.name in _PARTS else -1)
    for entry in entries:
        goal = target / entry.name
        if not os.path.lexists(goal):
            moved.append(goal)
            entry.rename(goal)
        elif entry.is_dir():
            _move(entry, goal, moved)


def _undo(moved: list[Path], stage: Path | None, made: list[Path]) -> None:
    """Take away what was put in place, and the folders that were made for it."""
    for path in moved:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    if stage:
        shutil.rmtree(stage, ignore_errors=True)
    for folder in reversed(made):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
