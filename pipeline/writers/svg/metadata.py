"""What an SVG file says of itself: Dublin Core in RDF (SVG 1.1, clause 21; DCMI Metadata Terms)."""

from __future__ import annotations

import drawsvg

from pipeline.scene import Metadata
from pipeline.writers.svg.elements import Parent, Words

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"


def metadata_element(metadata: Metadata) -> drawsvg.DrawingElement:
    """Title, subject, author, date, language and key words; facts that are empty are left out."""
    facts = {
        "dc:title": metadata.title,
        "dc:description": metadata.subject,
        "dc:creator": metadata.author,
        "dc:date": metadata.date,
        "dc:language": metadata.language,
        "dc:subject": ", ".join(metadata.keywords),
        "dc:format": "image/svg+xml",
    }
    known = tuple(Words(tag, text) for tag, text in facts.items() if text)
    description = Parent("rdf:Description", known, rdf__about="")
    return Parent("metadata", (Parent("rdf:RDF", (description,), xmlns__rdf=RDF, xmlns__dc=DC),))
