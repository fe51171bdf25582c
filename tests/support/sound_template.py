"""A Word template with nothing to remark on: every style of Word that we write with, one header, and no text."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
HEADER = "Kommunens sidhuvud"
NAMES = (
    *("Normal", "Title", "heading 1", "heading 2", "heading 3", "heading 4"),
    *("List Bullet", "List", "caption", "toc 1", "toc 2"),
)
_DATE = (2026, 1, 1, 0, 0, 0)
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)


def style(name: str, kind: str = "paragraph", inner: str = "", key: str = "") -> str:
    """A style; its id is its name without spaces where none is given."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key or name.replace(" ", "")}"><w:name w:val="{name}"/>{inner}</w:style>'
    )


def relations(*found: tuple[str, str, str, str]) -> str:
    """A relationships part; each entry is an id, the last word of a type, a target, and "External" or nothing."""
    lines = (
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="{mode or "Internal"}"/>'
        for key, kind, target, mode in found
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'


def part(name: str, inner: str) -> str:
    """A part whose root is an element of Word's."""
    return f"<w:{name} {_W}>{inner}</w:{name}>"


def members(main: str = MAIN) -> dict[str, str]:
    """The parts of the template, by name."""
    styles = "".join([*map(style, NAMES), style("Hyperlink", "character")])
    types = {"document": main, "styles": f"{_WML}.styles+xml", "header1": f"{_WML}.header+xml"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in types.items())
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return {
        "[Content_Types].xml": f'<Types xmlns="{space}">{usual}{overrides}</Types>',
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml", "")),
        "word/document.xml": part("document", f"<w:body><w:p/>{SECTION}</w:body>"),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml", ""), ("rId2", "header", "header1.xml", "")
        ),
        "word/styles.xml": part("styles", styles),
        "word/header1.xml": part("hdr", f"<w:p><w:r><w:t>{HEADER}</w:t></w:r></w:p>"),
    }


def packed(found: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these members, dated: two made in different seconds are equal."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def sound_template(**changed: str) -> bytes:
    """The template, with the parts of these names (header1, document ...) exchanged."""
    return packed({**members(), **{f"word/{name}.xml": text for name, text in changed.items()}})
