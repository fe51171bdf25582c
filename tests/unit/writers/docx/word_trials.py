"""What the gate says of each mutation of a good Word file, and the page in docs that shows it.

`python -m tests.unit.writers.docx.word_trials` writes the page (`nox -s generated`).
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.document import Document
from pipeline.scene import Fact
from pipeline.writers import WRITERS
from pipeline.writers.docx.check import checked
from tests.support.real import brief_for, look_of
from tests.unit.writers.docx.word_file import WordFile
from tests.unit.writers.docx.word_mutations import MUTATIONS, Mutation
from tests.unit.writers.pdf.gate.sample import document

ROOT = Path(__file__).resolve().parents[4]
GATE = ROOT / "pipeline" / "writers" / "docx"
PAGE = ROOT / "docs" / "reference" / "word-gate.md"
OPENING = """\
# What finds a fault in a Word file

`processpil build --verify` and the tests put every Word file through the gate (`pipeline/writers/docx/check.py` and
`gate/`), in which {rules} kinds of fault have a code. Here a good file is made bad in {count} ways, one by one, and
these codes tell it. A good file has no finding at all. The tests put files before the Open XML SDK too, which looks at
the schema only (`tests/publications/test_word_readers.py`).

<!-- Written by nox -s generated out of tests/unit/writers/docx/word_mutations.py. -->

| what was done to the file | findings |
|---|---|
"""


def content() -> Document:
    """The document of the PDF gate's trials, with something more that the file says of itself."""
    whole = document()
    return replace(whole, metadata=replace(whole.metadata, facts=(Fact("release", "0.9", "utgåva"),)))


@cache
def good() -> WordFile:
    look = look_of(brief_for("handout", "arbetsformedlingen"))
    return WordFile(WRITERS["docx"].write(content(), look).data)


@cache
def codes(mutation: Mutation) -> frozenset[str]:
    """The codes of everything found."""
    return frozenset(finding.code for finding in checked(mutation.change(good()).data, content()))


def every_code() -> set[str]:
    """The codes that the gate can tell, read from its source: where a finding is made, and what `repeated` is given."""
    modules = [GATE / "check.py", *sorted((GATE / "gate").glob("*.py"))]
    return {code for path in modules for code in _codes(ast.parse(path.read_text(encoding="utf-8")))}


def _codes(tree: ast.Module) -> Iterator[str]:
    makers = {"Finding", "repeated", "_first_difference"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
            match node.args[0]:
                case ast.Constant(str(code)):
                    yield code
                case ast.JoinedStr():
                    yield from ("title_missing", "language_missing")
                case _:
                    pass


def page() -> str:
    """The whole page."""
    told = (", ".join(f"`{code}`" for code in sorted(codes(mutation))) for mutation in MUTATIONS)
    rows = (f"| {mutation.name} | {found} |\n" for mutation, found in zip(MUTATIONS, told, strict=True))
    return OPENING.format(rules=len(every_code()), count=len(MUTATIONS)) + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
