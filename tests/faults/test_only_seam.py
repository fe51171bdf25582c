"""What writes releases and drafts changes the disk through the seam alone: only then all faults have been tried."""

import ast

import pytest

from tests.conftest import ROOT

CHANGING = {
    *("chmod", "copy", "copy2", "copyfile", "copytree", "fchmod", "hardlink_to", "link", "makedirs", "mkdir", "move"),
    *("open", "remove", "removedirs", "rename", "replace", "rmdir", "rmtree", "symlink_to", "touch", "truncate"),
    *("unlink", "write_bytes", "write_text"),
}
USERS = [
    path
    for path in sorted((ROOT / "pipeline" / "release").rglob("*.py"))
    if "release.disk import" in path.read_text(encoding="utf-8") and path.name != "alone.py"  # its lock changes nothing
]
# Of dataclasses and texts; not of the disk.
_HARMLESS = {"replace"}


def _past_the_seam(text):
    """Calls by names of operations that change a disk, on anything but a `disk`."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="disk"))):
                pass
            case ast.Call(func=ast.Attribute(attr=name)) if name in CHANGING - _HARMLESS:
                yield f"{name}, line {node.lineno}"
            case ast.Call(func=ast.Name(id="open")):
                yield f"open, line {node.lineno}"


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.stem)
def test_nothing_is_written_past_the_seam(path):
    assert list(_past_the_seam(path.read_text(encoding="utf-8"))) == []


def test_the_modules_that_write_are_known():
    assert {path.stem for path in USERS} >= {"publish", "freezing", "shelf", "withdrawing", "releasing"}


def test_a_write_past_it_is_seen():
    assert list(_past_the_seam("disk.rename(a, b)\npath.rename(b)\nopen(a)\n")) == ["rename, line 2", "open, line 3"]
