"""What a file says of itself as XMP 1.0 (ISO 16684-1): equal to the Info dictionary, no UUID, no clock."""

from __future__ import annotations

from xml.sax.saxutils import escape

from pipeline.scene import FACTS_NAMESPACE as NAMESPACE
from pipeline.scene import FACTS_PREFIX as PREFIX
from pipeline.scene import Fact, Metadata

# The release names the version; a file that is carried over unchanged must not change with it.
PRODUCER = "processpil"

# The first instruction holds U+FEFF. PDF/A knows no property of PDF/UA, so the file describes that one itself
# (ISO 19005-2, 6.6.2.3.3).
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{core}<xmp:CreateDate>{date}T12:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{date}T12:00:00Z</xmp:ModifyDate>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{facts}<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>{schema}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_FACTS = f"""<rdf:Description rdf:about="" xmlns:{PREFIX}="{NAMESPACE}">
{{facts}}
</rdf:Description>
"""
# Our own properties, described as PDF/A wants it, those that are there and no others (ISO 19005-2, 6.6.2.3.3).
_SCHEMA = f"""
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Publication and decision</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{PREFIX}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
{{properties}}
</rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_PROPERTY = """<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{key}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>{meaning}</pdfaProperty:description>
</rdf:li>"""
# The types that XMP gives to the elements of Dublin Core (ISO 16684-1, 8.3).
_CORE = {
    "type": "<dc:type><rdf:Bag><rdf:li>{value}</rdf:li></rdf:Bag></dc:type>\n",
    "identifier": "<dc:identifier>{value}</dc:identifier>\n",
}


def xmp(metadata: Metadata) -> str:
    """The packet, which also says which standards the file follows."""
    return _XMP.format(
        title=escape(metadata.title),
        subject=escape(metadata.subject),
        author=escape(metadata.author),
        language=escape(metadata.language),
        date=escape(metadata.date),
        keywords=escape(keywords(metadata)),
        producer=PRODUCER,
        core="".join(_CORE[fact.core].format(value=escape(fact.value)) for fact in metadata.facts if fact.core),
        facts=_facts(metadata.facts),
        schema=_schema(metadata.facts),
    )


def _facts(facts: tuple[Fact, ...]) -> str:
    told = (f"<{PREFIX}:{fact.key}>{escape(fact.value)}</{PREFIX}:{fact.key}>" for fact in facts)
    return _FACTS.format(facts="\n".join(told)) if facts else ""


def _schema(facts: tuple[Fact, ...]) -> str:
    properties = (_PROPERTY.format(key=fact.key, meaning=escape(fact.meaning)) for fact in facts)
    return _SCHEMA.format(properties="\n".join(properties)) if facts else ""


def keywords(metadata: Metadata) -> str:
    """The keywords as one text."""
    return ", ".join(metadata.keywords)
