"""The digest of what a file holds: blind to compression and to nothing else."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, StreamDecodeLevel, String

from pipeline.document import Document, Sheets
from pipeline.scene import Metadata, Scene
from pipeline.writers import WRITERS
from pipeline.writers.look import Look

digest = WRITERS["pdf"].content_digest
word_digest = WRITERS["docx"].content_digest


@pytest.fixture(scope="module")
def pdf(document: Document, look: Look) -> bytes:
    return WRITERS["pdf"].write(document, look).data


@pytest.fixture(scope="module")
def word(document: Document, look: Look) -> bytes:
    return WRITERS["docx"].write(document, look).data


@pytest.fixture
def zlib_level() -> Iterator[Callable[..., object]]:
    yield pikepdf.settings.set_flate_compression_level
    pikepdf.settings.set_flate_compression_level(-1)


def _saved(data: bytes, change: Callable[[Pdf], None] = lambda _pdf: None, **ways: Any) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, fix_metadata_version=False, **ways)
    return target.getvalue()


@pytest.mark.parametrize(
    "ways",
    [
        {"compress_streams": False, "stream_decode_level": StreamDecodeLevel.generalized},
        {"object_stream_mode": ObjectStreamMode.disable},
        {"qdf": True, "static_id": True},
    ],
)
def test_other_ways_to_pack_a_pdf_are_the_same(pdf: bytes, ways: dict[str, Any]) -> None:
    other = _saved(pdf, **ways)
    assert other != pdf
    assert digest(other) == digest(pdf)


@pytest.mark.parametrize("level", [0, 1, 9])
def test_another_level_of_compression_is_the_same(pdf: bytes, level: int, zlib_level: Callable[..., object]) -> None:
    zlib_level(level)
    other = _saved(pdf, recompress_flate=True)
    assert len(other) != len(pdf)
    assert digest(other) == digest(pdf)


def _text(pdf: Pdf) -> None:
    contents = pdf.pages[0].Contents
    assert isinstance(contents, pikepdf.Stream)
    contents.write(contents.read_bytes().replace(b" Tj", b"  Tj", 1))


def _first_with(pdf: Pdf, key: str) -> Any:
    return next(one for one in pdf.objects if isinstance(one, Dictionary) and key in one)


def _tag(pdf: Pdf) -> None:
    _first_with(pdf, "/Alt").Alt = String("Något annat")


def _kind(pdf: Pdf) -> None:
    element = next(one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == "/H1")
    element.S = Name.H2


def _two_tags(pdf: Pdf) -> None:
    children = next(one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == "/Document").K
    children[0], children[1] = children[1], children[0]


def _property(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("Något annat")


def _xmp(pdf: Pdf) -> None:
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes() + b" ")


def _a_number(pdf: Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 595, 843])


def _truth(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = 1


def _a_glyph(pdf: Pdf) -> None:
    font = next(one for one in pdf.objects if isinstance(one, Dictionary) and "/FontFile2" in one).FontFile2
    data = font.read_bytes()
    font.write(data[:-1] + bytes([data[-1] ^ 1]))


def _hidden(pdf: Pdf) -> None:
    pdf.Root.Hidden = pdf.make_indirect(Dictionary(A=1))


@pytest.mark.parametrize(
    "change", [_text, _tag, _kind, _two_tags, _property, _xmp, _a_number, _truth, _a_glyph, _hidden]
)
def test_any_change_of_a_pdf_is_another(pdf: bytes, change: Callable[[Pdf], None]) -> None:
    assert digest(_saved(pdf, change)) != digest(_saved(pdf)) == digest(pdf)


def test_another_version_is_another(pdf: bytes) -> None:
    assert digest(pdf.replace(b"%PDF-1.7", b"%PDF-1.6", 1)) != digest(pdf)


def test_the_files_own_id_is_left_out(pdf: bytes) -> None:
    def rename(opened: Pdf) -> None:
        opened.trailer.ID = Array([String("a" * 16), String("b" * 16)])

    assert digest(_saved(pdf, rename)) == digest(pdf)


def test_what_nothing_leads_to_counts() -> None:
    head = (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    )

    def file(extra: bytes) -> bytes:
        body, numbers = head + b"3 0 obj\n" + extra + b"\nendobj\n", (1, 2, 3)
        places = [body.index(b"%d 0 obj" % number) for number in numbers]
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        end = b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
        return body + b"xref\n0 4\n0000000000 65535 f \n" + table + end

    assert digest(file(b"(a)")) != digest(file(b"(b)"))


def test_a_photograph_that_only_readers_unpack_counts(pdf: bytes) -> None:
    def with_photograph(last: int) -> Callable[[Pdf], None]:
        def change(pdf: Pdf) -> None:
            held = b"\xff\xd8\xff" + bytes([last])
            pdf.Root.Photo = pikepdf.Stream(pdf, held, Filter=Name.DCTDecode, Subtype=Name.Image)

        return change

    one, two = (_saved(pdf, with_photograph(last)) for last in (1, 2))
    assert len({digest(one), digest(two), digest(pdf)}) == 3


@pytest.mark.parametrize("bad", [b"", b"%PDF-1.7\n", b"PK"])
def test_bytes_that_are_no_pdf_or_word_file(bad: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        digest(bad)
    with pytest.raises(ValueError, match=r".*"):
        word_digest(bad)


def test_a_truncated_file(pdf: bytes, word: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        digest(pdf[: len(pdf) // 2])
    with pytest.raises(ValueError, match=r".*"):
        word_digest(word[: len(word) // 2])


def _zipped(members: list[tuple[str, bytes]], kind: int, level: int | None = None) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", kind, compresslevel=level) as archive:
        for name, held in members:
            archive.writestr(zipfile.ZipInfo(name), held, kind, level)
    return target.getvalue()


def _members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


@pytest.mark.parametrize("level", [1, 9])
def test_another_compression_of_a_word_file_is_the_same(word: bytes, level: int) -> None:
    other = _zipped(_members(word), zipfile.ZIP_DEFLATED, level)
    assert len(other) < len(word)
    assert word_digest(other) == word_digest(word)


def test_any_change_of_a_word_file_is_another(word: bytes) -> None:
    members = _members(word)
    name, held = members[-1]
    for other in (
        members[:-1],
        [*members, ("extra.xml", b"")],
        [*members[:-1], (name, held + b" ")],
        [*members[:-1], (name + "x", held)],
        [members[-1], *members[:-1]],
        [*members[:-2], (members[-2][0], members[-2][1] + held[:1]), (name, held[1:])],
    ):
        assert word_digest(_zipped(other, zipfile.ZIP_STORED)) != word_digest(word)


def test_formats_that_are_not_packed(scene: Scene, metadata: Metadata, look: Look) -> None:
    drawn = WRITERS["svg"].write(Sheets(metadata, (scene,)), look).data
    assert WRITERS["svg"].content_digest(drawn) == hashlib.sha256(drawn).hexdigest()
