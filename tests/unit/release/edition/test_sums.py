"""The list of sums, read back by the program that it is made for."""

import hashlib
import subprocess

import pytest

from pipeline.release.edition.sums import sums_bytes

A, B = "a" * 64, "b" * 64


def test_a_line_a_file_in_the_order_of_the_bytes():
    # In UTF-8 the letters after z come after it, capitals before small ones, and a slash before both.
    assert sums_bytes({"z": A, "å": B, "a/b": A, "a": B, "B": A}).decode() == (
        f"{A}  B\n{B}  a\n{A}  a/b\n{A}  z\n{B}  å\n"
    )


def test_names_that_a_line_cannot_hold_are_escaped_and_marked():
    # GNU coreutils, "md5sum invocation": a leading backslash, and \\, \n and \r in the name.
    assert sums_bytes({"a\\b": A, "c\nd\re": B}).decode() == f"\\{A}  a\\\\b\n\\{B}  c\\nd\\re\n"


def test_nothing_gives_nothing():
    assert sums_bytes({}) == b""


NAMES = ("plain.pdf", "mapp/å ä ö.svg", "two  blanks", "a\\b", "line\nbreak", "return\r", "*star", "\udcff")


def sha256sum(folder):
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


@pytest.mark.tool("sha256sum")
def test_coreutils_finds_every_file_and_a_changed_one(tmp_path):
    for number, name in enumerate(NAMES):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes([number]))
    sums = {name: hashlib.sha256(bytes([number])).hexdigest() for number, name in enumerate(NAMES)}
    (tmp_path / "SHA256SUMS").write_bytes(sums_bytes(sums))
    done = sha256sum(tmp_path)
    assert (done.returncode, done.stdout.count(b": OK\n"), done.stderr) == (0, len(NAMES), b"")
    (tmp_path / NAMES[1]).write_bytes(b"?")
    done = sha256sum(tmp_path)
    assert (done.returncode, done.stdout.count(b": FAILED\n")) == (1, 1)
