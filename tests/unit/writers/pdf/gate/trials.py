"""Every mutation tried on the sample, and the page of docs that shows what found it.

`python -m tests.unit.writers.pdf.gate.trials` writes the page (`nox -s generated`).
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.document import addresses_of
from pipeline.writers import WRITERS
from pipeline.writers.pdf.gate import own_findings
from pipeline.writers.pdf.gate.validator import PROFILES, validator_findings
from tests.support.real import brief_for, look_of
from tests.unit.writers.pdf.gate.mutations import MUTATIONS, Mutation, mutated
from tests.unit.writers.pdf.gate.sample import document

PAGE = Path(__file__).resolve().parents[5] / "docs" / "reference" / "pdf-gate.md"
OPENING = """\
# What finds a fault in a PDF

`processpil build --verify` and the tests put every PDF through the gate (`pipeline/writers/pdf/gate/`). Here a good
file is made bad in {count} ways, one by one, and this is what tells it: the validator page-validation for PDF/UA-1
(`ua1`) and PDF/A-2a (`2a`), and the findings of our own parts. {missed} of the {count} pass both profiles. A good file
has no finding at all; neither has one made by Typst
([good.typ](../../tests/unit/writers/pdf/gate/calibration/good.typ)).

<!-- Written by nox -s generated out of tests/unit/writers/pdf/gate/mutations.py. -->

| what was done to the file | ua1 | 2a | own findings |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Trial:
    """A mutation with what found it: profiles of the validator, and codes of our own."""

    mutation: Mutation
    profiles: frozenset[str]
    codes: frozenset[str]


@cache
def good() -> bytes:
    return WRITERS["pdf"].write(document(), look_of(brief_for("handout", "arbetsformedlingen"))).data


@cache
def trial(mutation: Mutation) -> Trial:
    content = document()
    bad = mutated(good(), mutation.change)
    profiles = frozenset(profile for profile in PROFILES if [*validator_findings(bad, profile)])
    return Trial(mutation, profiles, frozenset(one.code for one in own_findings(bad, content, addresses_of(content))))


def page() -> str:
    """The whole page."""
    trials = [trial(mutation) for mutation in MUTATIONS]
    missed = sum(not one.profiles for one in trials)
    rows = (
        f"| {one.mutation.name} | {' | '.join('found' if name in one.profiles else '' for name in PROFILES)} "
        f"| {', '.join(f'`{code}`' for code in sorted(one.codes))} |\n"
        for one in trials
    )
    return OPENING.format(count=len(trials), missed=missed) + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
