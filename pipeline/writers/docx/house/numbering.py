"""Our lists among the template's: new numbers after its own, and bullets where its style of bullets has none."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pipeline.writers.docx import parts, styles
from pipeline.writers.docx.house.stylesheet import HouseStyles
from pipeline.writers.docx.house.template import setting
from pipeline.writers.docx.ooxml import Element, clark, node, value
from pipeline.writers.look import Look

_KIND, _LIST = "w:abstractNum", "w:num"


def apply(root: Element, body: Element, house: HouseStyles, look: Look) -> None:
    """Add our lists to a template's numbering, and let our styles and paragraphs use them by their new numbers.

    A list's level names the style that uses it, unless a style of the template has taken that style's place.
    """
    known = {used.get(clark("w:numId"), "") for used in root.findall(clark(_LIST))}
    bulleted = house[styles.BULLETED]
    is_bare = house.index.numbering(bulleted) not in known and styles.BULLETED not in house.added
    lists = _merge(root, look, house)
    for added in (*house.added.values(), body):
        for number in added.iter(clark("w:numId")):
            number.set(clark("w:val"), lists.get(number.get(clark("w:val"), ""), number.get(clark("w:val"), "")))
    for key, list_number in ((styles.BULLETED, styles.BULLET_LIST), (styles.NOTE, styles.NOTE_LIST)):
        _tie(root, lists[str(list_number)], house[key] if key in house.added else None)
    if is_bare:
        _bullet(body, bulleted, lists[str(styles.BULLET_LIST)])


def _merge(root: Element, look: Look, house: HouseStyles) -> dict[str, str]:
    """Add our lists; returns the new numbers by ours. A number that a style asks for in vain is not given to them."""
    ours = etree.fromstring(parts.numbering(look))
    asked = (mark.get(clark("w:val"), "") for mark in house.index.root.iter(clark("w:numId")))
    largest = max(_largest(root, _LIST, "w:numId"), *(int(number) for number in asked if number.isdecimal()), 0)
    kinds = _renumbered(ours.findall(clark(_KIND)), "w:abstractNumId", _largest(root, _KIND, "w:abstractNumId"))
    lists = _renumbered(ours.findall(clark(_LIST)), "w:numId", largest)
    for kind in ours.findall(clark(_KIND)):
        root.insert(_end(root, (_LIST, "w:numIdMacAtCleanup")), kind)
    for used in ours.findall(clark(_LIST)):
        _set(used, "w:abstractNumId", kinds[setting(used, "w:abstractNumId") or ""])
        root.insert(_end(root, ("w:numIdMacAtCleanup",)), used)
    return lists


def _renumbered(elements: Iterable[Element], attribute: str, largest: int) -> dict[str, str]:
    numbers: dict[str, str] = {}
    for number, element in enumerate(elements, largest + 1):
        numbers[element.get(clark(attribute), "")] = str(number)
        element.set(clark(attribute), str(number))
    return numbers


def _largest(root: Element, name: str, attribute: str) -> int:
    numbers = (element.get(clark(attribute), "") for element in root.iter(clark(name)))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _end(root: Element, later: tuple[str, ...]) -> int:
    """Where an element is added: before the first of those that stand later."""
    tags = tuple(map(clark, later))
    return next((at for at, child in enumerate(root) if child.tag in tags), len(root))


def _set(element: Element, name: str, text: str) -> None:
    child = element.find(clark(name))
    if child is not None:
        child.set(clark("w:val"), text)


def _tie(root: Element, number: str, style: str | None) -> None:
    """Name the style at the level of a list; none if the template's own style has taken our style's place."""
    used = next(found for found in root.findall(clark(_LIST)) if found.get(clark("w:numId")) == number)
    kind = setting(used, "w:abstractNumId")
    for found in root.findall(clark(_KIND)):
        if found.get(clark("w:abstractNumId")) == kind:
            for mark in list(found.iter(clark("w:pStyle"))):
                if style is None:
                    _remove(mark)
                else:
                    mark.set(clark("w:val"), style)


def _remove(element: Element) -> None:
    around = element.getparent()
    if around is not None:
        around.remove(element)


def _bullet(body: Element, style: str, number: str) -> None:
    """Give a bullet to each paragraph of a style that has none: in the paragraph, the template's style stays."""
    for mark in body.iter(clark("w:pStyle")):
        looks = mark.getparent()
        if mark.get(clark("w:val")) == style and looks is not None and looks.find(clark("w:numPr")) is None:
            before = ("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl")
            tags = tuple(map(clark, before))
            at = next((at for at, child in enumerate(looks) if child.tag not in tags), len(looks))
            looks.insert(at, node("w:numPr", None, value("w:ilvl", 0), value("w:numId", number)))
