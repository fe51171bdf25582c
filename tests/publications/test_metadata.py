"""PDF, Word, SVG and web pages say the same of themselves to readers of their own, none of which knows our writers."""

import io
import zipfile
from dataclasses import replace

import docx
import pikepdf
import pytest
from lxml import etree
from pikepdf.models.metadata import decode_pdf_date

from pipeline.compose import COMPOSERS
from pipeline.model import Unit
from pipeline.writers import WRITERS
from tests.support.decided import decided_programme, with_release
from tests.support.real import brief_for, look_of, real_programme
from tests.support.web_reader import web_page

FK = "forsakringskassan"
OWN = "urn:x-processpil:publication#"
DC = "http://purl.org/dc/elements/1.1/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
COMMON = ("title", "description", "creator", "language", "date", "keywords")


def from_pdf(data):
    """XMP as pikepdf reads it; the Info dictionary must say the same."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        told = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        facts = {name.removeprefix(f"{{{OWN}}}"): told[name] for name in told if name.startswith(f"{{{OWN}}}")}
        found = {
            "title": told["dc:title"],
            "description": told["dc:description"],
            "creator": ", ".join(told["dc:creator"]),
            "language": ", ".join(told["dc:language"]),
            "date": told["xmp:CreateDate"][:10],
            "keywords": told["pdf:Keywords"],
            "type": ", ".join(told.get("dc:type", ())),
            "identifier": told.get("dc:identifier", ""),
        }
        info = {str(key)[1:]: str(value) for key, value in pdf.docinfo.items()}
        assert str(pdf.Root.Lang) == found["language"]
        described = _described_properties(pdf.Root.Metadata.read_bytes())
    assert {key[0].upper() + key[1:]: value for key, value in facts.items()}.items() <= info.items()
    assert (info["Title"], info["Subject"], info["Keywords"]) == (
        *(found["title"], found["description"], found["keywords"]),
    )
    assert decode_pdf_date(info["CreationDate"]).date().isoformat() == found["date"]
    assert described == set(facts)  # ISO 19005-2, 6.6.2.3.3: each property of ours, and no other
    return found, facts


def _described_properties(packet):
    root = etree.fromstring(packet)
    names = set()
    for schema in root.iter(f"{{{RDF}}}li"):
        if schema.findtext(f"{SCHEMA}namespaceURI") == OWN:
            for one in schema.iter(f"{{{RDF}}}li"):
                if one is not schema:
                    assert one.findtext(f"{PROPERTY}valueType") == "Text"
                    assert one.findtext(f"{PROPERTY}category") == "external"
                    assert one.findtext(f"{PROPERTY}description")
                    names.add(one.findtext(f"{PROPERTY}name"))
    return names


def from_docx(data):
    core = docx.Document(io.BytesIO(data)).core_properties
    found = {
        "title": core.title,
        "description": core.subject,
        "creator": core.author,
        "language": core.language,
        "date": core.created.date().isoformat(),
        "keywords": core.keywords,
        "type": core.category,
        "identifier": core.identifier,
    }
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    properties = root.findall(f"{CUSTOM}property")
    assert [int(one.get("pid")) for one in properties] == list(range(2, len(properties) + 2))
    facts = {one.get("name"): one[0].text for one in properties}
    assert core.content_status == facts["status"]
    assert core.version == facts.get("version", "")
    return found, facts


def from_svg(data):
    root = etree.fromstring(data)
    description = next(root.iter(f"{{{RDF}}}Description"))
    plain = {etree.QName(one).localname: one.text for one in description if etree.QName(one).namespace == DC}
    facts = {etree.QName(one).localname: one.text for one in description if etree.QName(one).namespace == OWN}
    names = {"keywords": "subject"}
    found = {name: plain[names.get(name, name)] for name in COMMON}
    return {**found, "type": plain.get("type", ""), "identifier": plain.get("identifier", "")}, facts


def from_html(data):
    """What the head of the page says, once in HTML's own names and once in those of Dublin Core where both have one."""
    root = web_page(data).root
    head = root.find("head")
    told = {one.get("name", ""): one.get("content", "") for one in head.iter("meta")}
    facts = {name.removeprefix("processpil:"): value for name, value in told.items() if name.startswith("processpil:")}
    found = {
        "title": head.findtext("title"),
        "description": told["description"],
        "creator": told["author"],
        "language": root.get("lang"),
        "date": told["dcterms.date"],
        "keywords": told["keywords"],
        "type": told.get("dcterms.type", ""),
        "identifier": told.get("dcterms.identifier", ""),
    }
    assert all(told[f"dcterms.{name}"] == found[name] for name in ("title", "description", "creator", "language"))
    return found, facts


READERS = {"pdf": from_pdf, "docx": from_docx, "svg": from_svg}


def told_by(brief):
    """What each format of the publication says of itself."""
    content = COMPOSERS[brief.publication.kind].compose(brief)
    formats = [name for name in brief.publication.formats if name in READERS]
    return {name: READERS[name](WRITERS[name].write(content, look_of(brief)).data) for name in formats}


def agreed(brief):
    """What all of the formats say, of which there are at least two."""
    told = told_by(brief)
    assert len(told) >= 2
    first, *rest = told.values()
    assert all(one == first for one in rest), told
    return first


@pytest.mark.parametrize(("target", "actor"), [("affisch", ""), ("karta", FK), ("handout", FK)])
def test_the_formats_of_a_real_publication_agree(target, actor):
    common, facts = agreed(brief_for(target, actor))
    publication = next(one for one in real_programme().publications if one.target == target)
    assert common["description"] == publication.text
    assert common["language"] == "sv-SE"
    assert common["date"] == "2026-11-21"
    assert common["type"] == facts["documentType"] == publication.name
    assert common["identifier"] == ""
    assert facts["actor"] == (real_programme().actor(actor).name if actor else "alla aktörer")
    assert facts["status"] == "utkast"
    assert set(facts) == {"documentType", "actor", "status"}  # what is not known is left out


def test_the_web_page_says_what_the_poster_says_but_for_its_name_and_purpose():
    """Both are about all actors; the page comes in one format only, so that no other tells the same."""
    brief = brief_for("webb")
    common, facts = from_html(WRITERS["html"].write(COMPOSERS["webb"].compose(brief), look_of(brief)).data)
    others, other_facts = agreed(brief_for("affisch"))
    assert {name: common[name] for name in ("creator", "language", "date")} == {
        name: others[name] for name in ("creator", "language", "date")
    }
    assert common["title"] != others["title"]
    assert common["description"] == brief.publication.text
    assert common["type"] == facts["documentType"] == brief.publication.name
    assert {**facts, "documentType": ""} == {**other_facts, "documentType": ""}


DECIDED = {
    "department": "Kontoret",
    "diaryNumber": "KS 2026/17 <a&b>",
    "contact": "Registrator",
    "lawReviewed": "2026-10-02",
    "version": "1.0",
    "decidedBy": "Nämnden",
    "decidedOn": "2026-11-20",
    "validFrom": "2026-12-01",
    "validTo": "tills vidare",
    "replaces": "ingen",
}


@pytest.mark.parametrize("target", ["karta", "handout"])
def test_the_formats_of_a_decided_publication_carry_the_whole_decision(target):
    brief = replace(brief_for(target, FK, decided_programme(FK)), released=True)
    common, facts = agreed(brief)
    assert common["identifier"] == DECIDED["diaryNumber"]
    assert (facts["status"], facts["release"]) == ("fastställd", "2026.1")
    own = {"documentType", "actor", "status", "release"}
    assert {key: value for key, value in facts.items() if key not in own} == DECIDED


def test_what_was_decided_of_other_content_is_not_said_of_this():
    brief = replace(brief_for("karta", FK, decided_programme(FK, digest="0123456789abcdef")), released=True)
    _, facts = agreed(brief)
    assert facts["status"] == "ej fastställd"
    assert facts["diaryNumber"] == DECIDED["diaryNumber"]
    assert not {"decidedBy", "decidedOn", "validFrom", "validTo", "version", "replaces"} & set(facts)


def test_a_publication_for_a_unit_names_it():
    unit = Unit(name_id="vuxenenheten", name="Vuxenenheten")
    _, facts = agreed(replace(brief_for("karta", FK, with_release()), unit=unit))
    assert facts["unit"] == "Vuxenenheten"
