"""The handbook as HTML for WeasyPrint: the same words, sizes and distances, figures as files beside it."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from pipeline.document import (
    Block,
    Contents,
    Definitions,
    Document,
    Entry,
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
from pipeline.typeface import Face
from tests.bench.pdf.faces import FAMILY, FILES

_FACES = {
    Face.REGULAR: "normal normal",
    Face.BOLD: "normal bold",
    Face.ITALIC: "italic normal",
    Face.BOLD_ITALIC: "italic bold",
}

_STYLE = """
@page { size: A4; margin: 22.2mm 20mm 17.5mm; font: 9pt FAMILY;
  @top-left { content: "STRONG   QUIET"; border-bottom: 0; vertical-align: middle }
  @bottom-left { content: "STAMP"; border-top: 1pt solid #1a1a1a; width: 130mm; vertical-align: top;
    padding-top: 1.6mm }
  @bottom-right { content: "Sida " counter(page) " (" counter(pages) ")"; border-top: 1pt solid #1a1a1a; width: 40mm;
    vertical-align: top; padding-top: 1.6mm } }
html { font: 11pt/1.4 FAMILY; color: #1a1a1a; hyphens: none }
body { margin: 0 }
p, ul, figure, table, h1, h2, h3 { margin: 0 }
h1 { font-size: 26pt; line-height: 1.1; margin: 6mm 0 } h2 { font-size: 16pt; line-height: 1.2; margin: 6mm 0 3mm }
h3 { font-size: 11pt; line-height: 1.3; margin: 4mm 0 .6mm }
h1, h2, h3 { break-after: avoid }
p { margin-bottom: 2mm; orphans: 2; widows: 2 }
p.lead { font-size: 12.5pt; margin-bottom: 3mm } p.quiet { font-size: 9.5pt; color: #5b5f66 }
ul { padding-left: 4mm; margin-bottom: 2mm } li { margin-bottom: 1mm }
dl { margin: 2mm 0 4mm } dt { float: left; clear: left; width: 43mm; font-weight: bold } dd { margin: 0 0 1mm 45mm }
figure { margin: 4mm 0 5mm } figure img { display: block; width: 168mm; margin-bottom: 2mm }
figcaption { font-size: 8pt; line-height: 1.35; color: #5b5f66 }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 9.5pt; line-height: 1.3;
  margin: 2mm 0 6mm; text-align: left }
th, td { vertical-align: top; padding: 1.2mm 4mm 1.6mm 0; font-weight: normal; border-bottom: .7pt solid #c9ccd1 }
thead th { font-weight: bold; border-bottom: 1.1pt solid #1a1a1a } tr { break-inside: avoid }
a { color: inherit } a.jump { text-decoration: none }
nav p { margin: 0 } nav p.under { padding-left: 8mm }
nav a { text-decoration: none } nav a::after { content: leader('.') target-counter(attr(href), page) }
.break { break-before: page }
"""


def web_page(document: Document, folder: Path) -> str:
    """The page; fonts and figures are looked for in the folder, under the names that `prepared` gives them."""
    running, about = document.running, document.metadata
    style = _STYLE.replace("FAMILY", f'"{FAMILY}"').replace("STAMP", running.stamp)
    style = style.replace("STRONG", running.strong).replace("QUIET", running.quiet)
    style += "".join(
        f'@font-face {{ font-family: "{FAMILY}"; src: url("{(folder / FILES[face]).as_uri()}"); '
        f"font-style: {kind.split()[0]}; font-weight: {kind.split()[1]} }}\n"
        for face, kind in _FACES.items()
    )
    head = f'<meta charset="utf-8"><title>{escape(about.title)}</title><meta name="author" content="{about.author}">'
    body = "\n".join(_written(document.blocks))
    return f'<!doctype html><html lang="{about.language}"><head>{head}<style>{style}</style></head><body>{body}</body>'


def _written(blocks: tuple[Block, ...]) -> Iterator[str]:
    figures = 0
    for block in blocks:
        if isinstance(block, Figure):
            source, figures = f"figure-{figures}.svg", figures + 1
            caption = f"<figcaption>{_inline(block.caption)}</figcaption>"
            yield f'<figure><img src="{source}" alt="{escape(block.alternative)}">{caption}</figure>'
        else:
            yield _block(block)


def _block(block: Block) -> str:
    match block:
        case Heading(level, text, anchor):
            return f'<h{level} id="{anchor}">{escape(text)}</h{level}>'
        case Paragraph(parts, tone):
            return f'<p class="{tone.value}">{_inline(parts)}</p>'
        case ItemList() | Definitions() | Contents():
            return _listed(block)
        case Table():
            return _table(block)
        case _:
            return '<div class="break"></div>'


def _listed(block: ItemList | Definitions | Contents) -> str:
    match block:
        case ItemList(entries):
            return "<ul>" + "".join(f"<li>{_inline(entry)}</li>" for entry in entries) + "</ul>"
        case Definitions(pairs):
            return (
                "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{_inline(text)}</dd>" for name, text in pairs) + "</dl>"
            )
        case Contents(lines):
            return "<nav>" + "".join(_line(entry) for entry in lines) + "</nav>"


def _line(entry: Entry) -> str:
    under = ' class="under"' if entry.level > 1 else ""
    return f'<p{under}><a href="#{entry.anchor}">{escape(entry.text)}</a></p>'


def _table(block: Table) -> str:
    shares = "".join(f'<col style="width: {share:.0%}">' for share in block.widths)
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in block.header)
    rows = "".join(f"<tr>{_row(row)}</tr>" for row in block.rows)
    return f"<table><colgroup>{shares}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(row: tuple[Inlines, ...]) -> str:
    first, *others = row
    return f'<th scope="row">{_inline(first)}</th>' + "".join(f"<td>{_inline(cell)}</td>" for cell in others)


def _inline(parts: Inlines) -> str:
    return "".join(_part(part) for part in parts)


def _part(part: Inline) -> str:
    match part:
        case Text(text, strong):
            return f"<strong>{escape(text)}</strong>" if strong else escape(text)
        case Jump(text, anchor):
            return f'<a class="jump" href="#{anchor}">{escape(text)}</a>'
        case Web(text, address):
            return f'<a href="{escape(address)}">{escape(text)}</a>'
        case _:
            raise TypeError(part)
