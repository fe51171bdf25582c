"""What the Word tests share: a small picture instead of a drawn one, and a file written from blocks."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PIL import Image

from pipeline.document import Block, Document, Heading, Running
from pipeline.scene import Metadata, Scene
from pipeline.writers import docx as word
from pipeline.writers import raster
from pipeline.writers.look import Look
from tests.unit.writers.docx.word_file import WordFile


@dataclass
class Painter:
    """Stands in for `raster.png`: a picture of one colour, which differs with the scene's title."""

    asked: list[tuple[str, int]] = field(default_factory=list)

    def png(self, scene: Scene, look: Look, dpi: int) -> bytes:
        self.asked.append((scene.title, dpi))
        target = io.BytesIO()
        Image.new("RGB", (8, 4), (sum(map(ord, scene.title)) % 256, 90, 90)).save(target, "PNG")
        return target.getvalue()


@pytest.fixture(autouse=True)
def painter(monkeypatch: pytest.MonkeyPatch) -> Painter:
    painter = Painter()
    monkeypatch.setattr(raster, "png", painter.png)
    return painter


@pytest.fixture(scope="session")
def document(metadata: Metadata, running: Running, blocks: tuple[Block, ...]) -> Document:
    """The writers' common blocks below a title of their own, so that no level of heading is jumped over."""
    parts = (replace(block, level=2) if isinstance(block, Heading) else block for block in blocks)
    return Document(metadata, running, (Heading(1, "Handledning"), *parts))


@pytest.fixture
def written(document: Document, look: Look) -> WordFile:
    return WordFile(word.write(document, look).data)


@pytest.fixture
def file_of(document_of: Callable[..., Document], look: Look) -> Callable[..., WordFile]:
    def make(*blocks: Block) -> WordFile:
        return WordFile(word.write(document_of(*blocks), look).data)

    return make
