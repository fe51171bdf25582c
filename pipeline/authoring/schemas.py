"""Schemas for editors on disk: beside the sources and styles, with a line in each file that leads to its schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.authoring.replacing import replace_file
from pipeline.checks.titles import SHORT_LIMIT
from pipeline.compose import COMPOSERS
from pipeline.reading import FILE_LIMIT
from pipeline.reading.schema import KINDS, House, SchemaKind, Speech, project_ids, schema_bytes, schema_of
from pipeline.release.profiles import PROFILES
from pipeline.release.project import LANGUAGE, Project, fault_texts, formats_of
from pipeline.release.variants import VARIANTS
from pipeline.release.workspace import languages
from pipeline.rules import can_be_excused
from pipeline.shapes import SHAPES

_BOM = b"\xef\xbb\xbf"
# As the YAML language server finds it: in the comments before anything else.
_MODELINE = re.compile(rb"#[ \t]+(?:yaml-language-server[ \t]*:|\$schema:)[^\r\n]*")
_HEAD = re.compile(rb"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*")
_GAP = re.compile(r"\{\w+\}")


class LeadsOutside(Exception):
    """Where a schema is to be written, a link leads out of the project; `path` is its path there."""

    def __init__(self, path: str) -> None:
        """Keep the path."""
        super().__init__(path)
        self.path = path


def schemas(project: Project, new_id: str) -> dict[SchemaKind, bytes]:
    """The schemas of a project, as files; `new_id` is said where an id is not known yet.

    Ids are taken from every file that can be read at all, faulty or not.
    """
    texts = fault_texts(LANGUAGE)
    house = House(
        formats={kind: sorted(formats_of(composer)) for kind, composer in COMPOSERS.items()},
        profiles=sorted(PROFILES),
        variants=sorted(VARIANTS),
        shapes=sorted(SHAPES),
        languages=sorted(languages()),
        short_limit=SHORT_LIMIT,
        codes={text.code: _GAP.sub("\u2026", text.message) for text in texts.faults if can_be_excused(text.code)},
    )
    ids = project_ids(project.files, house)
    speech = Speech(lambda code: texts.text(code).hint or "", new_id)
    return {kind: schema_bytes(schema_of(kind, ids, speech)) for kind in KINDS}


def stale(project: Project, new_id: str) -> tuple[str, ...]:
    """The files that `write` would change, by their paths in the project. Raises OSError."""
    written = {kind.file: data for kind, data in schemas(project, new_id).items()}
    unwritten = (path for path, data in written.items() if not _holds(project.root / path, data))
    return (*unwritten, *(path for path, target in _authored(project) if _mended(project.root / path, target)))


def write(project: Project, new_id: str) -> tuple[str, ...]:
    """Write the schemas, and the line that leads there in each file; the paths of what changed.

    Raises LeadsOutside with nothing written, or OSError with the file as it was. Each source is read anew: its author
    may just have saved it.
    """
    changed = []
    for kind in KINDS:
        if not _is_inside(project.root, kind.file):
            raise LeadsOutside(kind.file)
    for kind, data in schemas(project, new_id).items():
        if not _holds(project.root / kind.file, data):
            replace_file(project.root / kind.file, data)
            changed.append(kind.file)
    for path, target in _authored(project):
        if mended := _mended(project.root / path, target):
            replace_file(project.root / path, mended)
            changed.append(path)
    return tuple(changed)


def with_modeline(data: bytes, target: str) -> bytes:
    """The file with the line that leads an editor to its schema: first, or mended where one stands already."""
    line = f"# yaml-language-server: $schema={target}".encode()
    bom = _BOM if data.startswith(_BOM) else b""
    body = data[len(bom) :]
    head = _HEAD.match(body)
    found = _MODELINE.search(body, 0, head.end() if head else 0)
    if found:
        return bom + body[: found.start()] + line + body[found.end() :]
    end = b"\r\n" if body.partition(b"\n")[0].endswith(b"\r") else b"\n"
    return bom + line + end + body


def _authored(project: Project) -> Iterator[tuple[str, str]]:
    """Every file that has a schema, and the way from it to there; also themes that this project does not use.

    What a link leads to outside of the project belongs to others, and is left alone.
    """
    themes = (path.relative_to(project.root).as_posix() for path in (project.root / "styles/teman").glob("*.yaml"))
    for path in sorted({*project.files, *themes}):
        kind = next((kind for kind in KINDS if kind.has(path)), None)
        if kind and (project.root / path).is_file() and _is_inside(project.root, path):
            yield path, kind.modeline_target()


def _is_inside(root: Path, path: str) -> bool:
    """True if the path stays in the project through all links. Its `sources` or `styles` may be a link as a whole."""
    real = (root / path).resolve()
    return any(real.is_relative_to(home.resolve()) for home in (root, root / path.partition("/")[0]))


def _mended(path: Path, target: str) -> bytes:
    """The file with its line; empty where nothing is to be changed."""
    data = path.read_bytes()
    mended = with_modeline(data, target) if _is_text(data) else data
    return b"" if mended == data else mended


def _is_text(data: bytes) -> bool:
    """True for a whole file of UTF-8: to anything else a line of ours would do harm."""
    try:
        return len(data) <= FILE_LIMIT and "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _holds(path: Path, data: bytes) -> bool:
    """True if the file is there with these lines; git may have given them the ends that Windows has."""
    return path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == data
