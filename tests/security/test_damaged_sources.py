"""The real sources, damaged in many ways with a fixed seed: always findings or a programme, never a traceback."""

import random
from pathlib import Path

import pytest

from pipeline.checks import run
from pipeline.cli.reports import FORMATS, Telling
from pipeline.reading import read_programme, read_value
from pipeline.wording.faults import FaultTexts
from tests.diagnostics.project import KNOWN

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted((ROOT / "sources").rglob("*.yaml"))}
TEXTS = read_value("faults.yaml", (ROOT / "pipeline/locale/sv/faults.yaml").read_bytes(), FaultTexts, lambda _: True)[0]

SCRAPS = (
    *(
        b"",
        b" ",
        b"\t",
        b":",
        b": ",
        b"- ",
        b"'",
        b'"',
        b"#",
        b"&a ",
        b"*a",
        b"!x ",
        b"<<: ",
        b"---\n",
        b"[",
        b"]",
        b"{",
    ),
    *(b"}", b"|", b">", b"\\", b"%", b"@", b"\xff", b"\x00", b"\x1b", "\u202e".encode(), "😀".encode(), b"null", b"~"),
    *(b"nej", b"0", b"9", b"\r", b"\n", b"\xe2\x80", b"{gap}", b"%s", b"x" * 300),
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with one line dropped, doubled, swapped, indented or cut, or with a scrap put into it."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = chance.choice((b" ", b"  ", b"\t")) + lines[at]
        case 4:
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        case _:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + chance.choice(SCRAPS) + lines[at][place:]
    return b"\n".join(lines)


@pytest.mark.parametrize("seed", range(6))
def test_damage_is_told_and_never_raised(seed: int) -> None:
    assert TEXTS
    chance = random.Random(seed)
    for _ in range(12):
        files = dict(SOURCES)
        path = chance.choice(list(files))
        for _times in range(chance.randrange(1, 4)):
            files[path] = damaged(files[path], chance)
        reading = read_programme(files, "sources", lambda char: ord(char) < 0x250)
        report = reading.report + run(reading.programme, reading.actors, KNOWN)
        text = FORMATS["full"].told(Telling(report, TEXTS, files))
        assert (reading.programme is None) == reading.report.has_errors
        assert all(char.isprintable() or char == "\n" for char in text)
        assert "{" not in "".join(
            line for line in text.splitlines() if ": fel " in line and "{" not in str(files[path])
        )


def test_every_value_replaced() -> None:
    """Each value of a file in turn becomes something else: no model raises anything but its own faults."""
    path = "sources/aktorer/forsakringskassan.yaml"
    lines = SOURCES[path].split(b"\n")
    for at in range(0, len(lines), 23):
        key, colon, _ = lines[at].partition(b":")
        if colon:
            for value in (b" [a, {b: c}]", b" {a: b}", b" ''"):
                changed = b"\n".join([*lines[:at], key + colon + value, *lines[at + 1 :]])
                reading = read_programme({**SOURCES, path: changed}, "sources", lambda _: True)
                assert (reading.programme is None) == reading.report.has_errors
