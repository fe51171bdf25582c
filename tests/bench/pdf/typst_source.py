"""The handbook in Typst's language: the same words, sizes and distances, figures as files beside it."""

import json
from collections.abc import Iterator

from pipeline.document import (
    Block,
    Contents,
    Definitions,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Jump,
    Paragraph,
    Table,
    Text,
    Web,
)
from tests.bench.pdf.faces import FAMILY

# Typst measures its leading between the lines: 1.4 lines less the height of its default edges (cap height, baseline).
_OPENING = """
#set document(title: TITLE, author: AUTHOR)
#set text(font: FAMILY, size: 11pt, lang: "sv", region: "SE", fill: rgb("#1a1a1a"), hyphenate: false)
#set par(leading: 0.73em, spacing: 15.4pt - 7.35pt + 2mm)
#set page(paper: "a4", margin: (top: 22.2mm, bottom: 17.5mm, x: 20mm),
  header: text(9pt)[*#STRONG* #h(3mm) #QUIET],
  footer: context text(9pt)[#line(length: 100%)#v(-1.5mm)#STAMP #h(1fr)
    Sida #counter(page).display() (#counter(page).final().first())])
#set list(marker: "•", spacing: 1.05em, body-indent: 2mm)
#set table(stroke: (x, y) => (bottom: if y == 0 { 1.1pt } else { .7pt + rgb("#c9ccd1") }),
  inset: (left: 0pt, right: 4mm, top: 1.8mm, bottom: 2.2mm))
#show heading.where(level: 1): it => block(above: 6mm, below: 6mm, text(26pt, it.body))
#show heading.where(level: 2): it => block(above: 9mm, below: 5.5mm, text(16pt, it.body))
#show heading.where(level: 3): it => block(above: 7mm, below: 3mm, text(11pt, it.body))
#show table: it => block(above: 4mm, below: 8mm, { set text(9.5pt); set par(leading: .58em); it })
#show table.cell.where(y: 0): strong
#show figure: it => block(above: 6mm, below: 6.5mm, align(left, { it.body; v(-3mm); text(8pt, it.caption.body) }))
#show terms.item: it => grid(columns: (45mm, 1fr), strong(it.term), it.description)
#show terms: it => block(above: 5mm, below: 6mm, it)
"""


def typst_source(document: Document) -> str:
    """The source; figures are looked for beside it, under the names that `prepared` gives them."""
    running, about = document.running, document.metadata
    values = {
        **{"TITLE": about.title, "AUTHOR": about.author, "FAMILY": FAMILY},
        **{"STRONG": running.strong, "QUIET": running.quiet, "STAMP": running.stamp},
    }
    opening = _OPENING
    for name, value in values.items():
        opening = opening.replace(name, _quoted(value))
    return opening + "\n\n".join(_written(document.blocks))


def _quoted(text: str) -> str:
    """A string of Typst's, which escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _written(blocks: tuple[Block, ...]) -> Iterator[str]:
    figures = 0
    for block in blocks:
        if isinstance(block, Figure):
            image = f'image("figure-{figures}.svg", width: 168mm, alt: {_quoted(block.alternative)})'
            figures += 1
            yield f"#figure({image}, caption: [{_inline(block.caption)}])"
        else:
            yield _block(block)


def _block(block: Block) -> str:
    match block:
        case Heading(level, text, anchor):
            return f"#heading(level: {level}, {_quoted(text)}) <{anchor}>"
        case Paragraph(parts, tone):
            size = {"lead": "12.5pt", "quiet": "9.5pt"}.get(tone.value)
            return f"#text({size})[{_inline(parts)}]" if size else _inline(parts)
        case ItemList() | Definitions():
            return "\n".join(_listed(block))
        case Table():
            return _table(block)
        case Contents():
            return "#outline(title: none, target: selector(heading.where(level: 2)).or(heading.where(level: 3)))"
        case _:
            return "#pagebreak()"


def _listed(block: ItemList | Definitions) -> Iterator[str]:
    if isinstance(block, ItemList):
        yield from (f"- {_inline(entry)}" for entry in block.entries)
    else:
        yield from (f"/ {_inline((Text(name),))}: {_inline(text)}" for name, text in block.entries)


def _table(block: Table) -> str:
    shares = ", ".join(f"{share:g}fr" for share in block.widths)
    heads = ", ".join(f"[{_inline((Text(text),))}]" for text in block.header)
    rows = "\n".join(", ".join(f"[{_inline(cell)}]" for cell in row) + "," for row in block.rows)
    return f"#table(columns: ({shares}), table.header({heads}),\n{rows})"


def _inline(parts: Inlines) -> str:
    return "".join(_part(part) for part in parts)


def _part(part: Inline) -> str:
    match part:
        case Text(text, strong):
            return f"#strong({_quoted(text)})" if strong else f"#{_quoted(text)};"
        case Jump(text, anchor):
            return f"#link(<{anchor}>, {_quoted(text)})"
        case Web(text, address):
            return f"#underline(link({_quoted(address)}, {_quoted(text)}))"
        case _:
            raise TypeError(part)
