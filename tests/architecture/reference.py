"""docs/reference/fel.md, every code on one page, made from the fixed texts; `nox -s generated` writes it.

The page says what `processpil explain` says, from the same texts and the same bad examples.
"""

from collections.abc import Iterator
from pathlib import Path

from pipeline.cli.explain import example_text
from pipeline.cli.explained import Explained, explained
from pipeline.release.project import explanations, fault_texts
from pipeline.wording.explanations import Explanations

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "fel.md"
OPENING = """\
# Koder

Allt som `processpil check` kan säga om källfilerna. Samma text visas av `processpil explain` följt av koden, till
exempel `processpil explain P103`. Ord inom ‹ › byts mot det som gäller i filen.

Fel måste rättas innan något byggs. En varning bör rättas, och räknas som fel med `check --strict`. En notis är till för
kännedom.

<!-- Sidan skrivs av nox -s generated ur pipeline/locale/sv/. Ändra där, inte här. -->
"""


def page() -> str:
    """The whole page."""
    texts, held = fault_texts("sv"), explanations("sv")
    every = sorted((explained(text.code, texts, held) for text in texts.faults), key=lambda one: one.code)
    lines = [OPENING]
    for family in held.families:
        codes = [one for one in every if one.code.startswith(family.letter)]
        lines += [f"## {family.letter}: {family.name}\n", f"{family.text}\n", *_contents(codes)]
        for one in codes:
            lines += _code(one, held)
    return "\n".join(lines)


def _contents(codes: list[Explained]) -> Iterator[str]:
    yield "| kod | | meddelande |\n|---|---|---|"
    yield from (f"| [{one.code}](#{one.code.lower()}) | {one.severity_word} | {_cell(one.message)} |" for one in codes)
    yield ""


def _code(one: Explained, held: Explanations) -> Iterator[str]:
    words = held.words
    yield f"### {one.code}\n"
    yield f"**{one.severity_word}.** {_plain(one.message)}\n"
    for word, text in ((words.do, one.hint), (words.why, one.why)):
        if text:
            yield f"**{word}** {_plain(text)}\n"
    if one.example:
        yield f"{words.wrong}\n\n```text\n{example_text(one)}\n```\n"
    if one.right:
        yield f"{words.right}\n\n```yaml\n{one.right}\n```\n"
    yield f"{_plain(words.excuse if one.can_be_excused else words.no_excuse)}\n"
    if one.can_be_excused:
        yield f"```yaml\n{words.excuse_lines.format(code=one.code)}\n```\n"


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _plain(text: str) -> str:
    """Text as Markdown that shows the same signs."""
    for sign in "\\`*_[]<>#&":
        text = text.replace(sign, f"\\{sign}")
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
