"""Word templates as agencies have them, hostile on purpose: built with zipfile and lxml, the same bytes each time.

Every word of a template that may not reach a handout holds OLD; header and footer texts, which shall stay, hold KEPT.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

from lxml import etree

OLD, KEPT = "GAMMALT", "Myndigheten"
LABEL = "MSIP_Label_1f2e3d4c-0000-4000-8000-000000000001"
W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WML}.document.main+xml"
_TEMPLATE_MAIN = f"{_WML}.template.main+xml"
_SPACES = (
    f'xmlns:w="{W_NAMESPACE}" xmlns:r="{_OFFICE}/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = {
    "word/document.xml": _MAIN,
    "word/styles.xml": f"{_WML}.styles+xml",
    "word/numbering.xml": f"{_WML}.numbering+xml",
    "word/settings.xml": f"{_WML}.settings+xml",
    "word/comments.xml": f"{_WML}.comments+xml",
    "word/footnotes.xml": f"{_WML}.footnotes+xml",
    "word/endnotes.xml": f"{_WML}.endnotes+xml",
    "word/fontTable.xml": f"{_WML}.fontTable+xml",
    "word/glossary/document.xml": f"{_WML}.document.glossary+xml",
    "word/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_SUFFIXES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "bin": "application/vnd.openxmlformats-officedocument.oleObject",
}
_DATE = (2020, 1, 2, 3, 4, 6)
Relation = tuple[str, str, str]  # id, last word of the type, target; an address with a colon is external
Member = str | bytes


def libreoffice_like() -> bytes:
    """As LibreOffice saves it: names with capitals, ids of its own, no latent styles, bullets of its own, Letter."""
    styles = (
        _defaults("Liberation Serif", 24, "en-US"),
        _style("paragraph", "para0", "Normal", default=True, run='<w:sz w:val="24"/>'),
        _style("character", "chr7", "Default Paragraph Font", default=True),
        _style("paragraph", "para1", "Heading 1", "para0", outline=0, run='<w:b/><w:color w:val="004A8F"/>'),
        _style("paragraph", "para2", "Heading 2", "para0", outline=1, run='<w:b/><w:color w:val="004A8F"/>'),
        _style("paragraph", "para3", "HEADING 3", "para0", outline=2, run="<w:i/>"),
        _style("paragraph", "para9", "Text Body", "para0"),
        _style("paragraph", "para12", "List Bullet", "para9", paragraph=_numbered(4)),
        _style("paragraph", "para15", "Caption", "para0", run="<w:i/>"),
        _style("paragraph", "para20", "Header", "para0"),
        _style("paragraph", "para21", "Footer", "para0"),
        _style("character", "chr9", "Internet Link", run='<w:u w:val="single"/>'),
        # A name of ours, for something else.
        _style("character", "Lead", "lead", run="<w:b/>"),
    )
    ends = '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    size = '<w:pgSz w:w="12240" w:h="15840"/>'
    margins = '<w:pgMar w:left="1800" w:right="1440" w:top="2000" w:bottom="1900" w:header="700" w:footer="600"/>'
    return _packed(
        {
            "word/document.xml": _document(_text(f"{OLD} stycke"), f"<w:sectPr>{ends}{size}{margins}</w:sectPr>"),
            "word/styles.xml": _root("styles", *styles),
            "word/numbering.xml": _bullets(4, "\u25a0"),
            "word/settings.xml": _root("settings", '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'),
            "word/header1.xml": _root("hdr", _text(f"{KEPT} i norr", "para20")),
            "word/footer1.xml": _root("ftr", _paragraph(_page_field(), "para21")),
        },
        (
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "settings", "settings.xml"),
            ("rId4", "header", "header1.xml"),
            ("rId5", "footer", "footer1.xml"),
        ),
    )


def labelled() -> bytes:
    """As Word in Swedish saves it, with a sensitivity label, a template on the network, XML data and much else."""
    styles = (
        _defaults("Arial", 20, "en-GB"),
        '<w:latentStyles w:count="376" w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
        'w:defUnhideWhenUsed="0" w:defQFormat="0"/>',
        *_swedish_styles(),
    )
    attached = '<w:attachedTemplate r:id="rId1"/>'
    settings = _root(
        "settings",
        '<w:zoom w:percent="100"/>',
        attached,
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/>'
        '<w:dataSource r:id="rId2"/></w:mailMerge>',
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        '<w:defaultTabStop w:val="1304"/><w:updateFields w:val="true"/>',
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="12"/></w:compat>',
        '<w:docVars><w:docVar w:name="arende" w:val="GAMMALT 12/3"/></w:docVars>',
        '<w:rsids><w:rsidRoot w:val="00AB12CD"/><w:rsid w:val="00AB12CD"/></w:rsids>',
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )
    bound = (
        '<w:sdt><w:sdtPr><w:alias w:val="Enhet"/><w:dataBinding w:xpath="/a/b" w:storeItemID='
        '"{11111111-2222-4333-8444-555555555555}"/><w:text/></w:sdtPr><w:sdtContent>'
        f"<w:r><w:t>{KEPT} i s\u00f6der</w:t></w:r></w:sdtContent></w:sdt>"
    )
    body = '<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:t>GAMMALT brev</w:t></w:r></w:p>'
    section = (
        '<w:sectPr w:rsidR="00AB12CD"><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1134" w:bottom="1418" w:left="2268" '
        'w:header="567" w:footer="425" w:gutter="0"/><w:cols w:space="708"/><w:docGrid w:linePitch="360"/></w:sectPr>'
    )
    return _packed(
        {
            "word/document.xml": _document(body, section),
            "word/styles.xml": _root("styles", *styles),
            "word/numbering.xml": _bullets(1, "\u2022"),
            "word/settings.xml": settings,
            "word/_rels/settings.xml.rels": _relations(
                (
                    ("rId1", "attachedTemplate", "file:///\\\\server01\\mallar\\GAMMALT.dotx"),
                    ("rId2", "mailMergeSource", "file:///C:\\GAMMALT\\register.csv"),
                )
            ),
            "word/header1.xml": _root("hdr", _paragraph(bound, "Sidhuvud")),
            "word/glossary/document.xml": _root("glossaryDocument", "<w:docParts/>"),
            "customXml/item1.xml": "<a><b>GAMMALT</b></a>",
            "customXml/_rels/item1.xml.rels": _relations((("rId1", "customXmlProps", "itemProps1.xml"),)),
            "customXml/itemProps1.xml": f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" '
            'ds:itemID="{11111111-2222-4333-8444-555555555555}"/>',
            "docProps/custom.xml": _properties(
                {f"{LABEL}_Enabled": "true", f"{LABEL}_Name": "Intern", "version": f"{OLD} version"}
            ),
            "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"><Template>GAMMALT.dotx</Template>'
            "<TotalTime>512</TotalTime><Company>GAMMALT bolag</Company></Properties>",
            "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xd9",
        },
        (
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "settings", "settings.xml"),
            ("rId4", "header", "header1.xml"),
            ("rId5", "glossaryDocument", "glossary/document.xml"),
            ("rId6", "customXml", "../customXml/item1.xml"),
        ),
        (
            ("rId3", "extended-properties", "docProps/app.xml"),
            ("rId4", "custom-properties", "docProps/custom.xml"),
            ("rId5", "metadata/thumbnail", "docProps/thumbnail.jpeg"),
        ),
    )


def littered() -> bytes:
    """Full of an old text: pictures, comments, notes, a chart, an object, links; other first and even pages; a logo."""
    body = (
        _text(f"{OLD} rubrik", "Rubrik1"),
        _paragraph(_picture("rId10", 7, f"{OLD} bild")),
        _paragraph(
            '<w:commentRangeStart w:id="0"/><w:r><w:t>GAMMALT</w:t></w:r><w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>'
        ),
        _paragraph('<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'),
        _paragraph('<w:hyperlink r:id="rId11"><w:r><w:t>GAMMALT</w:t></w:r></w:hyperlink>'),
        _paragraph('<w:bookmarkStart w:id="1" w:name="start"/><w:bookmarkEnd w:id="1"/>'),
        _paragraph(f"<w:r>{_chart('rId12', 8)}</w:r>"),
        _paragraph(
            '<w:r><w:object><v:shape id="s1" style="width:9pt;height:9pt"/>'
            '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content" '
            'ObjectID="_1" r:id="rId13"/></w:object></w:r>'
        ),
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>'
        f"<w:tcPr/>{_text(f'{OLD} ruta')}</w:tc></w:tr></w:tbl>",
        # An earlier section, turned; only the last one counts.
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/></w:sectPr></w:pPr></w:p>',
    )
    section = (
        '<w:sectPr><w:headerReference w:type="even" r:id="rId5"/><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:headerReference w:type="first" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>'
        '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2552" w:right="2268" w:bottom="1701" w:left="1701" w:header="709" w:footer="709" '
        'w:gutter="0"/><w:pgNumType w:start="7"/><w:cols w:num="2" w:space="708"/><w:vAlign w:val="center"/>'
        "<w:titlePg/></w:sectPr>"
    )
    logo = _relations((("rId1", "image", "media/logo.png"),))
    return _packed(
        {
            "word/document.xml": _document("".join(body), section),
            "word/styles.xml": _root("styles", _defaults("Calibri", 22, "sv-SE"), *_swedish_styles()),
            "word/numbering.xml": _bullets(1, "\u2022"),
            "word/settings.xml": _root(
                "settings", '<w:evenAndOddHeaders/><w:footnotePr><w:footnote w:id="-1"/></w:footnotePr>'
            ),
            "word/header1.xml": _root("hdr", _text(f"{KEPT} udda", "Sidhuvud")),
            "word/header2.xml": _root("hdr", _text(f"{KEPT} j\u00e4mn", "Sidhuvud")),
            "word/header3.xml": _root("hdr", _paragraph(_picture("rId1", 1, f"{KEPT}s m\u00e4rke"), "Sidhuvud")),
            "word/_rels/header3.xml.rels": logo,
            "word/footer1.xml": _root("ftr", _text(f"{KEPT}s adress", "Sidfot")),
            "word/media/logo.png": picture(40, 20, (0, 74, 143)),
            "word/media/image1.png": picture(9, 9, (200, 0, 0)),
            "word/comments.xml": _root("comments", f'<w:comment w:id="0" w:author="{OLD}">{_text(OLD)}</w:comment>'),
            "word/footnotes.xml": _root("footnotes", f'<w:footnote w:id="1">{_text(OLD)}</w:footnote>'),
            "word/endnotes.xml": _root("endnotes", f'<w:endnote w:id="1">{_text(OLD)}</w:endnote>'),
            "word/charts/chart1.xml": f"<c:chartSpace {_SPACES}><c:chart><c:plotArea/></c:chart></c:chartSpace>",
            "word/embeddings/oleObject1.bin": OLD.encode(),
        },
        (
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "settings", "settings.xml"),
            ("rId4", "header", "header1.xml"),
            ("rId5", "header", "header2.xml"),
            ("rId6", "header", "header3.xml"),
            ("rId7", "footer", "footer1.xml"),
            ("rId10", "image", "media/image1.png"),
            ("rId11", "hyperlink", "https://example.org/GAMMALT"),
            ("rId12", "chart", "charts/chart1.xml"),
            ("rId13", "oleObject", "embeddings/oleObject1.bin"),
            ("rId14", "comments", "comments.xml"),
            ("rId15", "footnotes", "footnotes.xml"),
            ("rId16", "endnotes", "endnotes.xml"),
        ),
    )


def bare() -> bytes:
    """A text and nothing else: no style, no settings, no numbering, no section, no header, no properties."""
    return _packed({"word/document.xml": _document(_text(f"{OLD} text"), "")}, (), core=False)


def as_dotx(data: bytes) -> bytes:
    """The same file as a template: only the main part's content type differs."""
    return with_member(
        data, "[Content_Types].xml", lambda types: types.replace(_MAIN.encode(), _TEMPLATE_MAIN.encode())
    )


def with_member(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one member changed; one that was not there is made from nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {found: archive.read(found) for found in archive.namelist()}
    members[name] = change(members.get(name, b""))
    return _zipped(members)


ALL = {"libreoffice_like": libreoffice_like, "labelled": labelled, "littered": littered, "bare": bare}


def picture(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * width) * height
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def _swedish_styles() -> Iterable[str]:
    """Word's own ids in Swedish; the names stay English."""
    yield _style("paragraph", "Normal", "Normal", default=True)
    yield _style("character", "Standardstycketeckensnitt", "Default Paragraph Font", default=True)
    yield _style("table", "Normaltabell", "Normal Table", default=True)
    yield _style("paragraph", "Rubrik", "Title", "Normal", run='<w:color w:val="7A1F5C"/><w:sz w:val="56"/>')
    for level, size in enumerate((40, 30, 24, 22), 1):
        look = f'<w:b/><w:color w:val="7A1F5C"/><w:sz w:val="{size}"/>'
        yield _style("paragraph", f"Rubrik{level}", f"heading {level}", "Normal", outline=level - 1, run=look)
    yield _style("paragraph", "Punktlista", "List Bullet", "Normal", paragraph=_numbered(1))
    yield _style("paragraph", "Beskrivning", "caption", "Normal", run="<w:i/>")
    yield _style("paragraph", "Innehll1", "toc 1", "Normal")
    yield _style("character", "Hyperlnk", "Hyperlink", run='<w:color w:val="0B5394"/><w:u w:val="single"/>')
    yield _style("paragraph", "Sidhuvud", "header", "Normal", run='<w:sz w:val="16"/>')
    yield _style("paragraph", "Sidfot", "footer", "Normal", run='<w:sz w:val="16"/>')


def _style(
    kind: str,
    key: str,
    name: str,
    base: str = "",
    *,
    default: bool = False,
    paragraph: str = "",
    run: str = "",
    outline: int | None = None,
) -> str:
    first = ' w:default="1"' if default else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    level = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
    properties = f"<w:pPr>{paragraph}{level}</w:pPr>" if paragraph or level else ""
    looks = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="{kind}"{first} w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"{properties}{looks}</w:style>"
    )


def _defaults(family: str, half_points: int, language: str) -> str:
    fonts = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:cs="{family}"/>'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{half_points}"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )


def _numbered(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _bullets(number: int, mark: str) -> str:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{mark}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
    )
    kind = f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    return _root("numbering", kind, f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')


def _root(name: str, *contents: str) -> str:
    return f"<w:{name} {_SPACES}>{''.join(contents)}</w:{name}>"


def _document(body: str, section: str) -> str:
    return _root("document", f"<w:body>{body}{section}</w:body>")


def _paragraph(contents: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{contents}</w:p>"


def _text(words: str, style: str = "") -> str:
    return _paragraph(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>', style)


def _page_field() -> str:
    return '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _picture(relation: str, number: int, words: str) -> str:
    size = 'cx="720000" cy="360000"'
    pixels = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return _inline(f'<a:graphicData uri="{uri}">{pixels}</a:graphicData>', number, words, size, run=True)


def _chart(relation: str, number: int) -> str:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    chart = f'<a:graphicData uri="{uri}"><c:chart r:id="{relation}"/></a:graphicData>'
    return _inline(chart, number, f"{OLD} diagram", 'cx="720000" cy="360000"', run=False)


def _inline(graphic: str, number: int, words: str, size: str, *, run: bool) -> str:
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Bild {number}" descr="{words}"/><a:graphic>{graphic}</a:graphic>'
        "</wp:inline></w:drawing>"
    )
    return f"<w:r>{drawing}</w:r>" if run else drawing


def _properties(values: Mapping[str, str]) -> str:
    own = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{own}</Properties>'


def _relations(relations: Iterable[Relation]) -> str:
    lines = []
    for key, kind, target in relations:
        space = _PACKAGE if kind in ("metadata/thumbnail", "metadata/core-properties") else _OFFICE
        outside = ' TargetMode="External"' if ":" in target else ""
        lines.append(f'<Relationship Id="{key}" Type="{space}/relationships/{kind}" Target="{target}"{outside}/>')
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _packed(
    members: Mapping[str, Member], relations: Iterable[Relation], more: Iterable[Relation] = (), *, core: bool = True
) -> bytes:
    """A package of these members, with content types, the main part's relationships and those of the whole."""
    whole = [("rId1", "officeDocument", "word/document.xml"), *more]
    every: dict[str, Member] = dict(members)
    if core:
        whole.append(("rId2", "metadata/core-properties", "docProps/core.xml"))
        every["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{OLD} titel</dc:title>'
            f"<dc:creator>{OLD} namn</dc:creator></cp:coreProperties>"
        )
    every["_rels/.rels"] = _relations(whole)
    every["word/_rels/document.xml.rels"] = _relations(relations)
    every["[Content_Types].xml"] = _content_types(every)
    return _zipped({name: found.encode() if isinstance(found, str) else found for name, found in every.items()})


def _content_types(members: Iterable[str]) -> str:
    suffixes = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _SUFFIXES.items())
    numbered = {"word/header": f"{_WML}.header+xml", "word/footer": f"{_WML}.footer+xml"}
    kinds = {
        name: next((kind for start, kind in numbered.items() if name.startswith(start)), _TYPES.get(name, ""))
        for name in members
    }
    own = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items() if kind)
    return f'<Types xmlns="{_PACKAGE}/content-types">{suffixes}{own}</Types>'


def _zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, _DATE), _declared(name, members[name]))
    return stream.getvalue()


def _declared(name: str, data: bytes) -> bytes:
    """XML members with a declaration, and well-formed."""
    if not name.endswith((".xml", ".rels")):
        return data
    return etree.tostring(etree.fromstring(data), xml_declaration=True, encoding="UTF-8", standalone=True)
