"""What a PDF says of itself: Info and XMP agree, dated by the metadata; version, language and packing."""

import hashlib
import io
from collections.abc import Iterator

import pikepdf
import pytest
from lxml import etree

from pipeline.document import Sheets
from pipeline.scene import Metadata, Scene
from pipeline.writers import pdf
from pipeline.writers.look import Look

# The profile that comes with pikepdf; another one would mean other colours in every file.
SRGB = "2a92d4bae450b76d8b0aa42193df974d75f62738ecebf74f01c5e75b12a95796"


@pytest.fixture
def file(scene: Scene, metadata: Metadata, look: Look) -> Iterator[pikepdf.Pdf]:
    with pikepdf.Pdf.open(io.BytesIO(pdf.write(Sheets(metadata, (scene,)), look).data)) as found:
        yield found


def xmp(file: pikepdf.Pdf) -> dict[str, str]:
    """Each element's text by its name; of the schema that the file describes, what others have not said before."""
    root = etree.fromstring(file.Root.Metadata.read_raw_bytes())
    found: dict[str, str] = {}
    for element in root.iter("{*}*"):
        found.setdefault(str(element.tag).rpartition("}")[2], "".join(str(part) for part in element.itertext()))
    return found


def test_info_is_the_metadata(file: pikepdf.Pdf) -> None:
    assert {str(key): str(value) for key, value in file.trailer.Info.items()} == {
        "/Title": "Karta & <väg>",
        "/Subject": "Rehabilitering",
        "/Author": "Förbundet",
        "/Keywords": "karta, utkast",
        "/Producer": "processpil",
        "/CreationDate": "D:20261121120000Z",
        "/ModDate": "D:20261121120000Z",
    }


def test_xmp_says_the_same(file: pikepdf.Pdf) -> None:
    said = xmp(file)
    assert said["title"] == "Karta & <väg>"
    assert said["description"] == "Rehabilitering"
    assert said["creator"] == "Förbundet"
    assert said["Keywords"] == "karta, utkast"
    assert said["Producer"] == "processpil"
    assert said["CreateDate"] == said["ModifyDate"] == "2026-11-21T12:00:00Z"


def test_xmp_names_both_standards(file: pikepdf.Pdf) -> None:
    root = etree.fromstring(file.Root.Metadata.read_raw_bytes())
    said = {str(element.tag): element.text for element in root.iter("{*}*")}
    space = "{http://www.aiim.org/%s/ns/id/}%s"
    assert [said[space % name] for name in (("pdfa", "part"), ("pdfa", "conformance"), ("pdfua", "part"))] == [
        "2",
        "A",
        "1",
    ]


def test_xmp_is_not_packed(file: pikepdf.Pdf) -> None:
    assert "/Filter" not in file.Root.Metadata


def test_catalogue(file: pikepdf.Pdf) -> None:
    assert file.pdf_version == "1.7"
    assert str(file.Root.Lang) == "sv-SE"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(file.Root.MarkInfo.Marked)
    assert all(page.obj.Tabs == pikepdf.Name.S for page in file.pages)


def test_colours_mean_srgb(file: pikepdf.Pdf) -> None:
    (intent,) = file.Root.OutputIntents
    assert intent.S == pikepdf.Name.GTS_PDFA1
    assert hashlib.sha256(intent.DestOutputProfile.read_bytes()).hexdigest() == SRGB


def test_no_transitions(file: pikepdf.Pdf) -> None:
    assert all("/Trans" not in page for page in file.pages)


def test_streams_are_binary_and_packed_by_the_locked_library(file: pikepdf.Pdf) -> None:
    filters = {str(thing.get("/Filter")) for thing in file.objects if isinstance(thing, pikepdf.Stream)}
    assert filters <= {"/FlateDecode", "None"}
