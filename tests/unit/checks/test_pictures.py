"""An actor's picture: its words are as needed as its file."""

import pytest

from tests.unit.checks.small import codes, told

ACTOR = "# file: sources/aktorer/ss.yaml\nbild:\n"
WORDS, ORIGIN = "  beskrivning: Ett rum.\n", "  upphov: 'Foto: Staden'\n"


def with_file(path: str) -> list[str]:
    return codes(f"{ACTOR}  fil: {path}\n{WORDS}{ORIGIN}")


def test_a_whole_picture_is_fine() -> None:
    assert with_file("bilder/hel.png") == []


def test_the_text_alternative_and_the_origin_are_needed() -> None:
    assert codes(f"{ACTOR}  fil: bilder/hel.png\n{ORIGIN}") == ["F201"]
    assert codes(f"{ACTOR}  fil: bilder/hel.png\n{WORDS}") == ["F201"]
    assert codes(f"{ACTOR}  fil: bilder/hel.png\n  beskrivning: ''\n{ORIGIN}") == ["F203"]
    assert codes(f"{ACTOR}  fil:\n{WORDS}{ORIGIN}") == ["F203"]


@pytest.mark.parametrize(
    "path",
    [
        "../x.png",
        "bilder/../x.png",
        "bilder/./x.png",
        "/etc/x.png",
        "C:/x.png",
        "bilder\\x.png",
        "bilder//x.png",
        "motesrum.png",
        "aktorer/x.png",
        "bilder/.png",
        "bilder/x",
        "bilder/x.png.exe",
        "bilder/x.svg",
        "bilder/x y.png",
        "https://example.org/x.png",
    ],
)
def test_a_path_that_is_no_picture_of_the_folder(path: str) -> None:
    assert with_file(f"'{path}'") == ["F233"]


@pytest.mark.parametrize("path", ["bilder/x.png", "bilder/x.JPG", "bilder/rum/x-1_2.jpeg"])
def test_a_path_that_could_be_one(path: str) -> None:
    assert with_file(path) == ["B101"]


def test_the_place_is_that_of_the_file() -> None:
    ((code, file, line),) = told(f"{ACTOR}{WORDS}{ORIGIN}  fil: bilder/halv.png\n")
    assert (code, file) == ("B104", "ss.yaml")
    ((_, _, above),) = told(f"{ACTOR}  fil: bilder/halv.png\n{WORDS}{ORIGIN}")
    assert line == above + 2


def test_what_a_picture_says_is_language_too() -> None:
    said = "  bildtext: Klienten sitter vid f\u00f6nstret.\n"
    assert codes(f"{ACTOR}  fil: bilder/hel.png\n{WORDS}{said}{ORIGIN}") == ["S708"]
