"""The style rules that come from the theme and the content: colours, the family, and how wide each map is at least."""

from __future__ import annotations

import math
from collections.abc import Iterator

from pipeline.document import Site, SiteMap
from pipeline.theme import Theme
from pipeline.typesetting import Family
from pipeline.writers.html import squeezing
from pipeline.writers.html.openings import packed
from pipeline.writers.svg.fonts import css_family

_LEAST_TEXT = 13.0  # of the text in a map, px: smaller is not read on a screen
_MOST_TEXT = 20.0  # so that a map of a few boxes is not blown up, px
_ICON_EM, _SIGN_EM = 1.25, 1.9  # height of a shape beside its name, and of a sign with air round it, em


def style_sheet(site: Site, theme: Theme, family: Family, faces: str) -> str:
    """The whole style sheet: fonts, colours, the sheet that is the same for every project, and the maps' widths."""
    own = (faces, _tokens(theme, family), *_phases(site), squeezing.css(packed("style.css")), *_maps(site))
    return "\n".join((*own, *_icons(site), _forced(theme)))


def _tokens(theme: Theme, family: Family) -> str:
    inks = {name: getattr(theme.inks, name).hex for name in ("ink", "grey", "rule", "mist", "paper")}
    colours = "".join(f"--{name}:{value};" for name, value in inks.items())
    return f":root{{{colours}--family:'{css_family(family)}',{_fallback(family)}}}"


def _fallback(family: Family) -> str:
    """The fallback list with what could end a declaration taken out: it is text of a theme."""
    return "".join(char for char in family.fallback if char.isalnum() or char in " ,-'\"")


def _phases(site: Site) -> Iterator[str]:
    for phase in site.phases:
        yield f".fas-{phase.number}{{--fill:{phase.fill.hex};--on:{phase.ink.hex};--edge:{phase.edge.hex}}}"


def _maps(site: Site) -> Iterator[str]:
    """So wide that the text of the boxes is never smaller than what can be read; the map scrolls where it must."""
    for actor in site.actors:
        for number, sheet in enumerate(actor.maps, start=1):
            least, most = width(sheet, _LEAST_TEXT), width(sheet, _MOST_TEXT)
            yield f"#{map_id(actor.name_id, number)} svg{{min-width:{least}px;max-width:{most}px}}"


def map_id(actor: str, number: int) -> str:
    """The id of the region that holds a sheet of an actor's map, counted from 1."""
    return f"karta--{actor}--{number}"


def width(sheet: SiteMap, text: float) -> int:
    """The width at which the boxes' text is at least so high, px."""
    return math.ceil(sheet.figure.scene.size.width * text / sheet.text.mm)


def _forced(theme: Theme) -> str:
    """In colours of the reader's system: what is drawn in ink or paper takes their place, halos of paper too."""
    ink, paper = theme.inks.ink.hex, theme.inks.paper.hex
    rules = (
        f'.drawing path[fill="{ink}"]{{fill:CanvasText}}',
        f'.drawing path[stroke="{paper}"]{{stroke:Canvas}}',
        f'.drawing a path[stroke="{paper}"]{{stroke:CanvasText}}',
        f'.drawing text[fill="{paper}"]{{fill:Canvas}}',
        f'.drawing a text[fill="{paper}"]{{fill:LinkText}}',
    )
    return f"@media (forced-colors:active){{{''.join(rules)}}}"


def _icons(site: Site) -> Iterator[str]:
    """Shapes are as wide as they are drawn, all at one height; signs at another."""
    shown = [(f"icon-{shape.key}", shape.icons[0].size, _ICON_EM) for shape in site.shapes if shape.icons]
    shown += [(f"sign-{number}", sign.icon.size, _SIGN_EM) for number, sign in enumerate(site.signs, start=1)]
    for name, size, height in shown:
        yield f".{name}{{height:{height}em;width:{height * size.width / size.height:.3f}em}}"
