"""What an SVG file says of itself: Dublin Core in RDF (SVG 1.1, clause 21; DCMI Metadata Terms)."""

from __future__ import annotations

import drawsvg

from pipeline.scene import FACTS_NAMESPACE, FACTS_PREFIX, Metadata
from pipeline.writers.svg.elements import Parent, Words

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"


def metadata_element(metadata: Metadata) -> drawsvg.DrawingElement:
    """Title, subject, author, date, language, key words, and our own facts; what is empty is left out."""
    facts = {
        "dc:title": metadata.title,
        "dc:description": metadata.subject,
        "dc:creator": metadata.author,
        "dc:date": metadata.date,
        "dc:language": metadata.language,
        "dc:subject": ", ".join(metadata.keywords),
        "dc:format": "image/svg+xml",
        **{f"dc:{fact.core}": fact.value for fact in metadata.facts if fact.core},
        **{f"{FACTS_PREFIX}:{fact.key}": fact.value for fact in metadata.facts},
    }
    known = tuple(Words(tag, text) for tag, text in facts.items() if text)
    description = Parent("rdf:Description", known, rdf__about="")
    spaces = {"xmlns__rdf": RDF, "xmlns__dc": DC, f"xmlns__{FACTS_PREFIX}": FACTS_NAMESPACE}
    return Parent("metadata", (Parent("rdf:RDF", (description,), **spaces),))
