"""Bookmarks and what leads to them, drawings and their ids, fields: what must be paired, unique or found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.writers.docx.gate.package import repeated
from pipeline.writers.docx.ooxml import Element
from pipeline.writers.docx.opened import OpenedFile, tag
from pipeline.writers.written import Finding, Part

_BOOKMARK = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
# Word makes names that begin with _ itself: the lists of contents, and where a reader was last.
_WORDS_OWN = re.compile(r"_(Toc|Ref|Hlk)[0-9]{1,12}")
_FALSE = frozenset({None, "0", "false", "off"})


def bookmarks(opened: OpenedFile) -> Iterator[Finding]:
    """Begun and ended once, in that order; ids and names unique; names that every Word takes."""
    starts = list(opened.every("w:bookmarkStart"))
    keys = [start.get(tag("w:id"), "") for start in starts]
    names = _names(opened)
    yield from (Finding("bookmark_unpaired", key) for key in sorted({*_unpaired(opened)}))
    yield from repeated("bookmark_id_repeated", keys)
    yield from repeated("bookmark_name_repeated", [name.casefold() for name in names])
    for name in names:
        if not (_BOOKMARK.fullmatch(name) or _WORDS_OWN.fullmatch(name)):
            yield Finding("bookmark_name_invalid", name)


def _names(opened: OpenedFile) -> list[str]:
    return [start.get(tag("w:name"), "") for start in opened.every("w:bookmarkStart")]


def _unpaired(opened: OpenedFile) -> Iterator[str]:
    """Ids of bookmarks that begin or end alone, or end before they begin, in the same part."""
    for root in opened.stories.values():
        begun, ended = Counter[str](), Counter[str]()
        for mark in root.iter(tag("w:bookmarkStart"), tag("w:bookmarkEnd")):
            key = mark.get(tag("w:id"), "")
            if mark.tag == tag("w:bookmarkStart"):
                begun[key] += 1
            elif ended[key] < begun[key]:
                ended[key] += 1
            else:
                yield key
        yield from begun - ended


def anchors(opened: OpenedFile) -> Iterator[Finding]:
    """Every link inside the file, of text, of shapes and of fields, leads to a bookmark."""
    texts = {link.get(tag("w:anchor")) for link in opened.every("w:hyperlink")}
    shapes = {one.target[1:] for one in opened.relations if one.within}
    fields = {found[1] for code in _codes(opened) if (found := _FIELD_ANCHOR.match(code))}
    missing = (texts | shapes | fields) - {None, *_names(opened)}
    yield from (Finding("anchor_without_bookmark", str(anchor)) for anchor in sorted(map(str, missing)))


# ---------------------------------------------------------------- drawings


def drawing_ids(opened: OpenedFile) -> Iterator[Finding]:
    """No two drawings or shapes have one id, over all parts; a picture may bear that of the drawing that it fills.

    Word reads one branch of mc:AlternateContent, so the other may bear the same ids.
    """
    found = set[str]()
    for unread in ("mc:Fallback", "mc:Choice"):
        ids = [key for root in opened.roots.values() for key in _drawing_ids(root, unread)]
        found |= {key for key, count in Counter(ids).items() if count > 1}
    yield from (Finding("drawing_id_repeated", key) for key in sorted(found))


def _drawing_ids(root: Element, unread: str) -> Iterator[str]:
    aside = tag(unread)
    shapes = tuple(map(tag, ("wps:cNvPr", "wpg:cNvPr", "pic:cNvPr")))
    for drawing in root.iter(tag("wp:docPr")):
        if next(drawing.iterancestors(aside), None) is not None:
            continue
        own = drawing.get("id", "")
        yield own
        around = drawing.getparent()
        for shape in around.iter(*shapes) if around is not None else ():
            key = shape.get("id", "")
            # 0 is what Word itself writes for a picture, which nothing refers to.
            if shape.tag != tag("pic:cNvPr") or key not in {own, "0"}:
                yield key


def described(opened: OpenedFile) -> Iterator[Finding]:
    """Every drawing has a description or is marked as decoration, pictures of the older kind too."""
    for drawing in opened.every("wp:docPr"):
        decorative = any(mark.get("val") in {"1", "true"} for mark in drawing.iter(tag("decorative:decorative")))
        if not decorative and not drawing.get("descr", "").strip():
            yield Finding("drawing_undescribed", drawing.get("name", ""), Part.STRUCTURE)
    for picture in opened.every("v:imagedata"):
        shape = picture.getparent()
        if shape is not None and not shape.get("alt", "").strip():
            yield Finding("drawing_undescribed", shape.get("id", ""), Part.STRUCTURE)


# ---------------------------------------------------------------- fields

_FIELD_ANCHOR = re.compile(r"""\s*(?:HYPERLINK\s+\\l|PAGEREF|REF|NOTEREF)\s+"?([^\s"\\]+)""", re.IGNORECASE)
# What fetches, runs, or leads out of the file past its relationships.
_FOREIGN = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|RD|EMBED|DATABASE|MACROBUTTON|HYPERLINK(?!\s+\\l))\b",
    re.IGNORECASE,
)


def _codes(opened: OpenedFile) -> Iterator[str]:
    """What each field says, as a whole also where it is written in several runs."""
    for root in opened.stories.values():
        yield from (one.get(tag("w:instr"), "") for one in root.iter(tag("w:fldSimple")))
        said: list[list[str]] = []
        for mark in root.iter(tag("w:fldChar"), tag("w:instrText")):
            kind = mark.get(tag("w:fldCharType"))
            if kind == "begin":
                said.append([])
            elif kind == "end" and said:
                yield "".join(said.pop())
            elif mark.tag == tag("w:instrText") and said:
                said[-1].append(mark.text or "")


def fields(opened: OpenedFile) -> Iterator[Finding]:
    """Word is not asked to count anew on opening, and no field fetches or runs anything."""
    yield from (Finding("fields_updated", "settings") for _ in opened.every("w:updateFields"))
    for name in ("w:fldChar", "w:fldSimple"):
        dirty = (mark.get(tag("w:dirty")) for mark in opened.every(name))
        yield from (Finding("field_dirty", name) for mark in dirty if mark not in _FALSE)
    foreign = (code.strip() for code in _codes(opened) if _FOREIGN.match(code))
    yield from (Finding("field_forbidden", code, Part.SAFETY) for code in foreign)


def field_marks(opened: OpenedFile) -> Iterator[Finding]:
    """Begin, perhaps separate, end: nested, within one story; a result may go on over paragraphs beside each other."""
    for part, root in opened.stories.items():
        open_fields: list[tuple[Element, bool]] = []
        for mark in root.iter(tag("w:fldChar"), tag("w:instrText")):
            kind = mark.get(tag("w:fldCharType"))
            if kind == "begin":
                open_fields.append((mark, False))
            elif not open_fields or (kind != "end" and open_fields[-1][1]):
                yield Finding("field_unbalanced", part)
            elif kind == "separate":
                open_fields[-1] = open_fields[-1][0], True
            elif kind == "end":
                begun, _ = open_fields.pop()
                if _holder(begun) is not _holder(mark):
                    yield Finding("field_crosses", part)
        yield from (Finding("field_unbalanced", part) for _ in open_fields)


def _holder(mark: Element) -> Element | None:
    """What holds the paragraph of a mark: the body, a cell, a header."""
    paragraph = next(mark.iterancestors(tag("w:p")), None)
    return None if paragraph is None else paragraph.getparent()


RULES = (bookmarks, anchors, drawing_ids, described, fields, field_marks)
