"""Changes to a finished Word file: text of a part written anew, elements added, members of the zip."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable

from tests.unit.writers.docx.word_file import WordFile

Change = Callable[[WordFile], WordFile]

TEXT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
HEADER, FOOTER, NUMBERING = "word/header1.xml", "word/footer1.xml", "word/numbering.xml"
CORE, CUSTOM, TYPES = "docProps/core.xml", "docProps/custom.xml", "[Content_Types].xml"
LINKS, PACKAGE = "word/_rels/document.xml.rels", "_rels/.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG_BLIP = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def replaced(part: str, pattern: str, new: str) -> Change:
    """The first place in a part where the pattern fits is written anew."""

    def change(file: WordFile) -> WordFile:
        before = file.archive.read(part).decode()
        after = re.sub(pattern, new, before, count=1, flags=re.DOTALL)
        assert after != before, pattern
        return file.changed(part, lambda data: after.encode())

    return change


def added(part: str, xml: str) -> Change:
    """XML at the end of a part; in the text before the last section's properties."""
    if part == TEXT:
        return replaced(TEXT, r"(<w:sectPr>(?!.*<w:sectPr>))", xml.replace("\\", r"\\") + r"\1")
    return replaced(part, r"(</[\w:]+>\s*)\Z", xml.replace("\\", r"\\") + r"\1")


def member(name: str, data: bytes) -> Change:
    """Another member of the zip, or one with other bytes."""
    return lambda file: file.changed(name, lambda before: data)


def appended(name: str, data: bytes) -> Change:
    """One more entry in the zip, whatever its name."""

    def change(file: WordFile) -> WordFile:
        target = io.BytesIO(file.data)
        with warnings.catch_warnings(), zipfile.ZipFile(target, "a") as archive:
            warnings.simplefilter("ignore")  # zipfile warns of the doubled name, which is what we want
            archive.writestr(name, data)
        return WordFile(target.getvalue())

    return change


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(file: WordFile) -> WordFile:
        for one in changes:
            file = one(file)
        return file

    return change


def relation(kind: str, target: str = "https://example.org/", mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="rX" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def paragraph(contents: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{contents}</w:p>'


def said(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str) -> str:
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('end')}"


def drawing(number: int, shape: str = "", words: str = 'descr="b"') -> str:
    space = f"{_DRAWING}/wordprocessingDrawing"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{space}"><wp:docPr id="{number}" name="a" {words}/>{shape}'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


SHAPE = (
    '<wps:cNvPr xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" id="{number}" name="c"/>'
)


def two_branches(contents: str) -> str:
    """The same in the branch that Word reads and in the other."""
    return (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{contents}</mc:Choice><mc:Fallback>{contents}</mc:Fallback></mc:AlternateContent>"
    )


PAINTED = paragraph('<w:r><w:rPr><w:color w:val="{ink}"/></w:rPr><w:t>blek</w:t></w:r>')
VECTOR = (
    f'<a:blip xmlns:a="{_DRAWING}/main" xmlns:r="{_OFFICE}">'
    f'<asvg:svgBlip xmlns:asvg="{_SVG_BLIP}" r:embed="rX"/></a:blip>'
)
_PICTURE = f'<a:blip xmlns:a="{_DRAWING}/main" xmlns:r="{_OFFICE}" r:embed="rX"/>'
_SVG_TYPE = '<Default Extension="svg" ContentType="image/svg+xml"/>'


def svg(contents: str) -> Change:
    """A vector picture with these contents beside the one of dots."""
    picture = f'<svg xmlns="http://www.w3.org/2000/svg">{contents}</svg>'
    return both(
        member("word/media/x.svg", picture.encode()),
        replaced(TYPES, r"(<Override)", rf"{_SVG_TYPE}\1"),
        added(LINKS, relation("image", "media/x.svg", "")),
        added(TEXT, drawing(900, VECTOR)),
    )


def wrong_picture(name: str, data: bytes) -> Change:
    used = added(TEXT, drawing(900, _PICTURE))
    return both(member(f"word/media/{name}", data), added(LINKS, relation("image", f"media/{name}", "")), used)


def renamed_style(name: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="Annan"><w:name w:val="{name}"/></w:style>'


def without_headings(file: WordFile) -> WordFile:
    return file.changed(TEXT, lambda data: re.sub(rb'w:val="Heading\d"', b'w:val="Normal"', data))
