"""docs/reference/bpmnlint.md: all 25 recommended rules of bpmnlint, each with codes that exist or a reason."""

import re

from tests.diagnostics.project import CODES, ROOT

PAGE = (ROOT / "docs/reference/bpmnlint.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([a-z-]+)` \| .+ \| (.+) \|$", PAGE, re.MULTILINE)
CODE = re.compile(r"\b[A-Z][0-9]{3}\b")
# config/recommended.js of bpmnlint 11.
RULES = re.findall(
    r"[a-z-]+",
    """
ad-hoc-sub-process conditional-flows end-event-required event-based-gateway event-sub-process-typed-start-event
fake-join global label-required link-event no-bpmndi no-complex-gateway no-disconnected no-duplicate-sequence-flows
no-gateway-join-fork no-implicit-split no-implicit-end no-implicit-start no-inclusive-gateway no-overlapping-elements
single-blank-start-event single-event-definition start-event-required sub-process-blank-start-event
superfluous-gateway superfluous-termination
""",
)


def test_every_rule_has_one_row() -> None:
    assert len(RULES) == 25
    assert [name for name, _ in ROWS] == RULES


def test_every_row_names_codes_or_gives_a_reason() -> None:
    for name, ours in ROWS:
        assert CODE.search(ours) or ours.startswith("not applicable"), name


def test_the_codes_exist() -> None:
    named = set(CODE.findall(PAGE))
    assert named <= CODES
    # All checks of flow have their place on the page; hints (P132 to P138) are about paper, not about flow.
    elsewhere = {"P105", "P106", *(f"P{number}" for number in range(132, 139))}
    assert named >= {code for code in CODES if code.startswith("P")} - elsewhere
