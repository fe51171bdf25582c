"""A .docx read back with zipfile and lxml alone, so that the tests do not trust the writer's own reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
Element = etree._Element  # lxml offers no public name for it
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


def text_of(element: Element) -> str:
    """The words of an element as a reader sees them, signs and all."""
    runs = element.iter(f"{W}t", *_SIGNS)
    return "".join(
        _SIGNS.get(str(part.tag), part.text or "") for part in runs if part.getparent() is not None and _in_run(part)
    )


def _in_run(part: Element) -> bool:
    parent = part.getparent()
    return parent is not None and parent.tag == f"{W}r"


def style_of(paragraph: Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def has(paragraph: Element, switch: str) -> bool:
    """Whether a paragraph itself switches this property on."""
    found = paragraph.find(f"{W}pPr/{W}{switch}")
    return found is not None and found.get(f"{W}val", "1") != "0"


@dataclass(frozen=True)
class WordFile:
    """The bytes of a .docx, and what is in them."""

    data: bytes

    @property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.data))

    def part(self, name: str) -> Element:
        return etree.fromstring(self.archive.read(name))

    @property
    def body(self) -> Element:
        body = self.part("word/document.xml").find(f"{W}body")
        assert body is not None
        return body

    @property
    def paragraphs(self) -> list[Element]:
        """Every paragraph of the text, those of tables too, in reading order."""
        return list(self.body.iter(f"{W}p"))

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Style and text of every paragraph."""
        return [(style_of(paragraph), text_of(paragraph)) for paragraph in self.paragraphs]

    def find(self, words: str) -> Element:
        """The paragraph with exactly these words."""
        return next(paragraph for paragraph in self.paragraphs if text_of(paragraph) == words)

    def style(self, key: str) -> Element:
        return next(
            style for style in self.part("word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == key
        )

    def changed(self, name: str, change: Callable[[bytes], bytes]) -> WordFile:
        """The same file with one member changed; a member that was not there is added."""
        target = io.BytesIO()
        with self.archive as source, zipfile.ZipFile(target, "w") as archive:
            for member in source.namelist():
                data = source.read(member)
                archive.writestr(member, change(data) if member == name else data)
            if name not in source.namelist():
                archive.writestr(name, change(b""))
        return WordFile(target.getvalue())

    def replaced(self, name: str, old: str, new: str) -> WordFile:
        """The same file with the first such text in a member replaced; fails if there is none."""
        before = self.archive.read(name).decode()
        assert old in before, old
        return self.changed(name, lambda data: data.decode().replace(old, new, 1).encode())
