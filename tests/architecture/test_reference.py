"""docs/reference/fel.md says what the program says."""

from tests.architecture.reference import PAGE, page


def test_the_page_of_codes_is_the_one_made_from_the_texts() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: nox -s generated"
