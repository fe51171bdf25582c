"""Names of releases and their order."""

import pytest

from pipeline.release.edition.names import is_release_name, order


@pytest.mark.parametrize("name", ["2026.1", "2026.10", "2026-1", "v2", "2026.1-b", "1"])
def test_a_name_for_every_system(name):
    assert is_release_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x", "a/b", "a\\b", "/2026.1", "2026.1/", "C:", "2026:1", "2026.1 ", " 2026.1", "2026.1\n"),
        *("CON", "con", "nul.1", "COM1", "lpt9.x", "aux"),
        *("utkast", "Utkast", "LATEST", "latest", "arkiv", "releases.json", "gallande.html"),
        *(".lock", ".stage-1", "-x", "x-", "x..y", "å1", "2026_1", "x" * 500, "*", "2026.1?", "x\0y"),
    ],
)
def test_a_name_that_some_system_or_reader_stumbles_over(name):
    assert not is_release_name(name)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026.9", "2026.10"),
        ("2026.1", "2027.1"),
        ("2026", "2026.1"),
        ("2026.1", "2026.1.1"),
        ("2026.1", "2026.1-a"),
        ("2026.1-a", "2026.1-b"),
        ("2026.1-B", "2026.1-c"),
        ("2026.2", "v1"),
    ],
)
def test_the_later_of_two(earlier, later):
    assert order(earlier) < order(later)


def test_names_that_differ_in_signs_or_size_of_letters_only_are_equally_late():
    assert order("2026.1") == order("2026-1") == order("2026.01")
    assert order("2026.1A") == order("2026.1a")
