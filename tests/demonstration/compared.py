"""What became of every file between the releases, beside what two drafts and outside readers say must become of it."""

import hashlib
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.demonstration.story import FIRST, SECOND, Scene, Tale


@dataclass(frozen=True)
class Compared:
    """A file of the second release: carried over or made anew, and what the drafts and the readers found.

    `drafts_agree` is true if a draft of it was the same before the changes and after; `shows` are the words of the
    changes that it has, those that are gone among them; `is_same_file` that the first release has these bytes.
    """

    path: str
    anchor: str
    format: str
    made_in: str
    stamp: str
    drafts_agree: bool
    shows: tuple[str, ...]
    is_same_file: bool

    @property
    def is_carried(self) -> bool:
        """True if the second release did not make it."""
        return self.made_in != SECOND

    @property
    def is_right(self) -> bool:
        """Carried over, with its bytes and its name, if and only if nothing that it shows was changed."""
        if self.is_carried:
            return self.drafts_agree and not self.shows and self.is_same_file and FIRST in self.path
        return not self.drafts_agree and not self.is_same_file and SECOND in self.path


def compared(tale: Tale, scene: Scene) -> tuple[Compared, ...]:
    """Every file of the second release, in the order of its manifest."""
    old, new = ({one["path"]: one for one in manifest(scene, name)["artefacts"]} for name in (FIRST, SECOND))
    return tuple(_compared(tale, scene, entry, old) for entry in new.values())


def manifest(scene: Scene, name: str) -> dict[str, Any]:
    """The manifest of a release, read as any program would."""
    found: dict[str, Any] = json.loads((scene.output / name / "manifest.json").read_bytes())
    return found


def _compared(tale: Tale, scene: Scene, entry: dict[str, Any], old: dict[str, Any]) -> Compared:
    path, made_in = entry["path"], entry["made_in"]
    file = scene.output / SECOND / path
    assert hashlib.sha256(file.read_bytes()).hexdigest() == entry["sha256"]
    draft = path.replace(f"-{made_in}.", "-utkast.")
    before, after = (scene.folder.parent / name / draft for name in ("before", "after"))
    text = squeezed(text_of(file))
    return Compared(
        path,
        entry["anchor"],
        entry["format"],
        made_in,
        stamp_of(file),
        before.read_bytes() == after.read_bytes(),
        tuple(word for word in (*tale.gone, *tale.come) if squeezed(word) in text),
        path in old and (scene.output / FIRST / path).read_bytes() == file.read_bytes(),
    )


def text_of(file: Path) -> str:
    """What a reader that is not ours finds in a file."""
    match file.suffix:
        case ".pdf":
            command = ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"]
            return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
        case ".docx":
            with zipfile.ZipFile(file) as package:
                parts = [name for name in package.namelist() if name.endswith((".xml", ".svg"))]
                return "\n".join(_bare(package.read(name).decode("utf-8")) for name in parts)
        case _:
            return _bare(file.read_text(encoding="utf-8"))


def _bare(markup: str) -> str:
    return re.sub(r"<[^>]*>", "", markup)


def squeezed(text: str) -> str:
    """Without spaces and hyphens of lines that were broken: a title on a map stands on several."""
    return re.sub(r"[\s\u00a0\u00ad\u200b-]+", "", text)


_STAMP = re.compile(r"Utgåva\s+\d{4}\.\d+,\s+\d{4}-\d\d-\d\d\s+·\s+innehållskod\s+[0-9a-f]{8}")


def stamp_of(file: Path) -> str:
    """Release, date and content code as they are printed; empty where the reader does not find them in one line."""
    found = _STAMP.search(text_of(file).replace("\u00a0", " "))
    return " ".join(found[0].split()) if found else ""


def wrong(files: tuple[Compared, ...]) -> Iterator[Compared]:
    """The files that were carried over and should not have been, or the other way round."""
    return (one for one in files if not one.is_right)
