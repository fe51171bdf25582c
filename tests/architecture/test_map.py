"""docs/architecture.md shows the tree as it is, and the floors as they are enforced."""

import re

from tests.architecture.tree import PAGE, floors, page_with, tree


def test_the_tree_in_the_docs_is_the_real_one() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_with(tree()), "run: nox -s generated"


def test_the_tree_is_there_once() -> None:
    assert PAGE.read_text(encoding="utf-8").count(tree()) == 1


def test_the_floors_in_the_docs_are_those_of_the_contract() -> None:
    rows = re.findall(r"^ ?(\d)  (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    drawn = {f"floor {number}": set(re.split(r"[ │·]+", names.strip())) for number, names in rows}
    assert drawn == {heading: set(names) for heading, names in floors() if heading.startswith("floor")}
