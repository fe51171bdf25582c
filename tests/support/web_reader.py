"""A web page as a reader of its own finds it: the parser of the standard library, which is not as lenient as browsers.

Elements come as `xml.etree` ones; what a page says and where it leads is read from them, and nothing from our writers.
"""

import xml.etree.ElementTree as ET
from functools import lru_cache
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path

from pipeline.compose import COMPOSERS
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Site
from pipeline.release.build import brief_of, look_of
from pipeline.release.plan import planned
from pipeline.release.project import Project, read_project
from pipeline.writers import WRITERS

_VOID = {"meta", "br", "hr", "input"}
_PAGES = 16
PUBLICATION = "- {id: webb, sort: webb, namn: Webben, papper: A3, format: [html], beskrivning: Alla steg.}\n"


class _Builder(HTMLParser):
    """Opens and closes elements as the tags say; a page of ours leaves out no end tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = ET.TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


class WebPage:
    """A page, its elements by their ids, and what they say."""

    def __init__(self, data: bytes) -> None:
        builder = _Builder()
        builder.feed(data.decode().removeprefix("<!DOCTYPE html>").strip())
        self.root = builder.tree.close()
        self.ids = {one.attrib["id"]: one for one in self.root.iter() if "id" in one.attrib}

    def text(self, anchor: str) -> str:
        """All words of the element with this id."""
        return said(self.ids[anchor])


@lru_cache(_PAGES)
def web_page(data: bytes) -> WebPage:
    return WebPage(data)


def said(element: ET.Element) -> str:
    return "".join(element.itertext())


def has_class(element: ET.Element, name: str) -> bool:
    return name in element.get("class", "").split()


def first(element: ET.Element, name: str) -> ET.Element:
    """The first element of a class in another."""
    return next(one for one in element.iter() if has_class(one, name))


def targets(element: ET.Element) -> list[str]:
    """Where the links in an element lead inside the page, in order."""
    return [link.get("href", "")[1:] for link in element.iter("a") if link.get("href", "").startswith("#")]


def under_heads(element: ET.Element, head: str) -> list[list[ET.Element]]:
    """The children of an element, each run of those below a heading in a list."""
    runs = groupby(element, lambda one: one.tag == head)
    return [list(run) for is_head, run in runs if not is_head]


def page_of(project: Project) -> tuple[Site, bytes]:
    """The project's web page: its content, and the page as it is built."""
    programme = project.programme
    assert programme is not None
    artefact = next(one for one in planned(programme) if one.publication.kind == "webb")
    brief = brief_of(project, artefact)
    content = COMPOSERS["webb"].compose(brief)
    content = stamped(brief, content, Stamp(content.metadata.date, content_code(content)))
    assert isinstance(content, Site)
    return content, WRITERS["html"].write(content, look_of(brief)).data


def with_web(folder: Path) -> Project:
    """The project in a folder, read again with a web page among its publications."""
    path = folder / "sources" / "publikationer.yaml"
    path.write_text(path.read_text(encoding="utf-8") + PUBLICATION, encoding="utf-8")
    return read_project(folder)
