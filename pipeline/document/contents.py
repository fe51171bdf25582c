"""What a composer makes and a writer takes: drawings, a document or a page of the web; and the addresses in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pipeline.document.blocks import Block, Document, Figure, Inlines, Sheets, Web
from pipeline.document.site import Site
from pipeline.document.walking import is_web, running_text, walk
from pipeline.scene import Link, Scene
from pipeline.scene import walk as walk_items

Content = Sheets | Document | Site


def addresses_of(content: Content) -> frozenset[str]:
    """Every web and mail address that a publication leads to."""
    blocks = _blocks(content)
    texts = (part for block in blocks for parts in running_text(block) for part in parts)
    scenes = [block.scene for block in blocks if isinstance(block, Figure)]
    scenes += _pages(content)
    drawn = (item for scene in scenes for item in walk_items(scene.items))
    found = {part.address for part in (*texts, *_beside(content)) if isinstance(part, Web)}
    found |= {item.target for item in drawn if isinstance(item, Link)}
    return frozenset(filter(is_web, found))


def _blocks(content: Content) -> tuple[Block, ...]:
    match content:
        case Document():
            return tuple(walk(content.blocks))
        case Sheets():
            return tuple(walk(content.text.blocks)) if content.text else ()
        case Site():
            return tuple(content.blocks())
    assert_never(content)


def _pages(content: Content) -> tuple[Scene, ...]:
    return content.pages if isinstance(content, Sheets) else ()


def _beside(content: Content) -> Iterator[object]:
    """Parts of running text that stand in no block."""
    if isinstance(content, Site):
        runs: list[Inlines] = [way.words for actor in content.actors for step in actor.steps for way in step.onward]
        runs += [words for case in content.cases for _, words in case.stops]
        yield from (part for run in runs for part in run)
