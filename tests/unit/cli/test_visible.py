"""What a terminal would obey never reaches it raw; and the program works where a stream is missing or full."""

import json
import os
import subprocess
import sys

import pytest

from pipeline.cli import main
from pipeline.cli.visible import as_json, path_line
from tests.support.real import ROOT

OBEYED = "a\x1b[31m\x9bm\x07"
WRITTEN = "a<U+001B>[31m<U+009B>m<U+0007>"


@pytest.mark.parametrize(
    "arguments",
    [[OBEYED], [f"--{OBEYED}"], ["explain", OBEYED], ["-C", OBEYED, "check"], ["init", "--example", OBEYED]],
    ids=["command", "option", "code", "folder", "example"],
)
def test_what_was_typed_is_told_written_out(capsys, arguments):
    with pytest.raises(SystemExit):
        main(arguments)
    assert WRITTEN in capsys.readouterr().err


@pytest.mark.parametrize(("seen", "shown"), [(True, WRITTEN), (False, OBEYED)], ids=["terminal", "pipe"])
def test_paths_are_written_out_on_a_terminal_only(monkeypatch, seen, shown):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: seen)
    assert path_line(OBEYED) == shown


def test_json_keeps_the_value_and_shows_every_character():
    text = as_json({"å\u202e": OBEYED})
    assert "å" in text
    assert not any(char in text for char in "\x1b\x07\x9b\u202e")
    assert json.loads(text) == {"å\u202e": OBEYED}


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="not this system: no device that is always full")
@pytest.mark.parametrize(
    ("call", "code"), [("-C . check 2>&-", 0), ("nosuch 2>&-", 2), ("nosuch 2>/dev/full", 2), ("doctor >&-", 0)]
)
def test_without_a_stream_the_exit_code_is_the_same(call, code):
    command = f'"{sys.executable}" -m pipeline {call}'
    assert subprocess.run(command, shell=True, cwd=ROOT, check=False).returncode == code


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="not this system: no device that is always full")
def test_a_full_disk_is_told_without_a_gap_where_the_file_should_be():
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device, no file
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", "explain"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )
    assert done.returncode == 3
    assert "skriva allt: disken" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="not this system: links need rights there")
@pytest.mark.parametrize(
    ("arguments", "code"), [(["check"], 3), (["fmt"], 3), (["schema", "--write"], 3), (["build"], 3), (["init"], 2)]
)
def test_a_folder_that_is_a_link_to_itself_is_told_in_words(capsys, tmp_path, arguments, code):
    folder = tmp_path / "ring"
    folder.symlink_to(folder)
    with pytest.raises(SystemExit) as end:
        main(["-C", str(folder), *arguments])
    assert end.value.code == code
    assert str(folder) in capsys.readouterr().err
