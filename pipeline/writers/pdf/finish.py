"""Makes ReportLab's file a finished one: what it says of itself, version 1.7, packed by the locked library."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import pikepdf

from pipeline.scene import Metadata

# The release names the version; a file that is carried over unchanged must not change with it.
PRODUCER = "processpil"

# XMP 1.0 (ISO 16684-1). Kept equal to the Info dictionary; no UUID, no clock. The first instruction holds U+FEFF.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}T12:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{date}T12:00:00Z</xmp:ModifyDate>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def finished(data: bytes, metadata: Metadata) -> bytes:
    """The same pages with metadata, dated noon UTC of the metadata's day; the same bytes for the same input."""
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        _describe(pdf, metadata)
        for page in pdf.pages:
            if "/Trans" in page:  # ReportLab writes an empty transition on every page
                del page["/Trans"]
        return _saved(pdf)


def _describe(pdf: pikepdf.Pdf, metadata: Metadata) -> None:
    pdf.Root.Lang = pikepdf.String(metadata.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    pdf.trailer.Info = pdf.make_indirect(_info(metadata))
    xmp = pikepdf.Stream(pdf, _xmp(metadata).encode())
    xmp.Type, xmp.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(xmp)


def _info(metadata: Metadata) -> pikepdf.Dictionary:
    day = f"D:{metadata.date.replace('-', '')}120000Z"
    return pikepdf.Dictionary(
        Title=pikepdf.String(metadata.title),
        Author=pikepdf.String(metadata.author),
        Subject=pikepdf.String(metadata.subject),
        Keywords=pikepdf.String(_keywords(metadata)),
        Producer=pikepdf.String(PRODUCER),
        CreationDate=pikepdf.String(day),
        ModDate=pikepdf.String(day),
    )


def _xmp(metadata: Metadata) -> str:
    return _XMP.format(
        title=escape(metadata.title),
        subject=escape(metadata.subject),
        author=escape(metadata.author),
        language=escape(metadata.language),
        date=escape(metadata.date),
        keywords=escape(_keywords(metadata)),
        producer=PRODUCER,
    )


def _keywords(metadata: Metadata) -> str:
    return ", ".join(metadata.keywords)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Packed by pikepdf's own zlib, whatever zlib this Python was built with."""
    target = io.BytesIO()
    pdf.save(
        target,
        force_version="1.7",
        compress_streams=True,
        recompress_flate=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return target.getvalue()
