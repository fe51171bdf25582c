"""What the gate says of each mutation of a good web page, and the page in docs that shows it.

`python -m tests.unit.writers.html.gate.web_trials` writes the page (`nox -s generated`).
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.document import Heading, Jump, Landing, Paragraph, Site, Table, Text, Web
from pipeline.writers import WRITERS
from pipeline.writers.html.gate import checked
from tests.support.real import brief_for, look_of
from tests.unit.writers.html.gate.web_mutations import MUTATIONS, Mutation
from tests.unit.writers.html.small_site import PHASES, small_site

ROOT = Path(__file__).resolve().parents[5]
GATE = ROOT / "pipeline" / "writers" / "html" / "gate"
PAGE = ROOT / "docs" / "reference" / "web-gate.md"
OPENING = """\
# What finds a fault in a web page

`processpil build --verify` and the tests put every web page through the gate (`pipeline/writers/html/gate/`), in which
{rules} kinds of fault have a code. Here a good page is made bad in {count} ways, one by one, and these codes tell it.
A good page has no finding at all. The gate allows what it lists and refuses everything else.

<!-- Written by nox -s generated out of tests/unit/writers/html/gate/web_mutations.py. -->

| what was done to the page | findings |
|---|---|
"""


def content() -> Site:
    """The small page with more to lose: a table, a link out, and the places that its phases lead to."""
    rows = ((Text("Ett"),), (Jump("Titel aa-tva", "aa-tva"),)), ((Text("Annat"),), (Web("lagen", ADDRESS), Text(".")))
    table = Table("M\u00f6ten", ("Steg", "Var"), rows, (1, 1))
    phases = tuple(Paragraph((Landing(phase.name, f"fas--{phase.number}"),)) for phase in PHASES)
    whole = small_site()
    return replace(
        whole, meetings=(*whole.meetings, table), terms=(Heading(3, "Faser", "faser"), *phases, *whole.terms)
    )


ADDRESS = "https://example.org/lag?a=1&b=\u00e5"


@cache
def good() -> bytes:
    return WRITERS["html"].write(content(), look_of(brief_for("webb"))).data


@cache
def codes(mutation: Mutation) -> frozenset[str]:
    """The codes of everything found."""
    return frozenset(finding.code for finding in checked(mutation.change(good()), content()))


def every_code() -> set[str]:
    """The codes that the gate can tell, read from its source: where a finding is made."""
    return {code for path in sorted(GATE.glob("*.py")) for code in _codes(ast.parse(path.read_text(encoding="utf-8")))}


def _codes(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
            assert isinstance(node.args[0], ast.Constant)
            yield str(node.args[0].value)


def page() -> str:
    """The whole page."""
    told = (", ".join(f"`{code}`" for code in sorted(codes(mutation))) for mutation in MUTATIONS)
    rows = (f"| {mutation.name} | {found} |\n" for mutation, found in zip(MUTATIONS, told, strict=True))
    return OPENING.format(rules=len(every_code()), count=len(MUTATIONS)) + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
