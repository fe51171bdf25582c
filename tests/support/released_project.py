"""A small project in a repository, released by the command; and releases changed as somebody might change them."""

import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from tests.support.release_folder import sha256, sums
from tests.support.repository import committed
from tests.support.small import write_small_project

NAME = "2026.1"


def command(*arguments: object) -> None:
    """A command that has to work."""
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    assert end.value.code == 0, arguments


def write_released(root: Path) -> Path:
    """The project with its locks, committed, and its first release."""
    write_small_project(root)
    (root / ".gitignore").write_text("/output/\n", encoding="utf-8")
    command("-q", "-C", root, "layout", "--update")
    committed(root)
    command("-q", "-C", root, "release", NAME)
    return root


def copied(root: Path, target: Path) -> Path:
    """All of it at another place, where a test may change it."""
    shutil.copytree(root, target)
    for path in target.rglob("*"):
        if path.is_file():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    return target


def changed_everywhere(root: Path, change: Callable[[dict[str, Any], Path], None], release: str = NAME) -> None:
    """The release with a manifest that was changed, and with it all that would tell of that: sums, register."""
    folder = root / "output" / release
    manifest = json.loads((folder / "manifest.json").read_bytes())
    change(manifest, folder)
    data = (json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
    (folder / "manifest.json").write_bytes(data)
    digests = {one["path"]: one["sha256"] for one in (*manifest["artefacts"], *manifest["files"])}
    (folder / "SHA256SUMS").write_bytes(sums({**digests, "manifest.json": sha256(data)}))
    register = json.loads((root / "output/releases.json").read_bytes())
    for one in register["releases"]:
        if one["name"] == release:
            one["manifest_sha256"] = sha256(data)
    text = json.dumps(register, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (root / "output/releases.json").write_text(text, encoding="utf-8")


def with_other_bytes(path: str, change: Callable[[bytes], bytes]) -> Callable[[dict[str, Any], Path], None]:
    """A change of one file and of what the manifest says of its bytes."""

    def changes(manifest: dict[str, Any], folder: Path) -> None:
        data = change((folder / path).read_bytes())
        (folder / path).write_bytes(data)
        entry = next(one for one in (*manifest["artefacts"], *manifest["files"]) if one["path"] == path)
        entry |= {"size": len(data), "sha256": sha256(data)}

    return changes


def everything_in(root: Path) -> dict[str, bytes]:
    """All files by their paths."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
