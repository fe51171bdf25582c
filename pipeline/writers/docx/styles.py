"""The styles of a document, as values taken from the theme; names are Word's own where Word has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from pipeline.colour import Colour
from pipeline.document import HeadingLook, Tone
from pipeline.lengths import Mm
from pipeline.theme import TextRole
from pipeline.typeface import Face
from pipeline.writers.docx.formats import AS_STYLE, PLAIN, CharacterFormat, Edge, Edges, ParagraphFormat, Tab
from pipeline.writers.docx.page import Page
from pipeline.writers.look import Look

# The gap between text and the line under a heading's band or a foot's rule, pt.
_FOOT_GAP = 4


class Kind(Enum):
    """What a style is laid on; the value is Word's word for it."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id, the name Word shows (Word translates its own names), and how it differs from its base."""

    key: str
    name: str
    paragraph: ParagraphFormat = PLAIN
    text: CharacterFormat = AS_STYLE
    base: str = "Normal"
    follows: str = ""
    kind: Kind = Kind.PARAGRAPH


BODY = "Normal"
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")
# How the headings of each level look; those of another look have a style that is based on that.
_LOOKS = (HeadingLook.TITLE, HeadingLook.SECTION, HeadingLook.RUN_IN, HeadingLook.RUN_IN)
_DERIVED = {
    (2, HeadingLook.CHAPTER): "Chapter2",
    (3, HeadingLook.CHAPTER): "Chapter3",
    (3, HeadingLook.SECTION): "Section3",
    (4, HeadingLook.SECTION): "Section4",
}
ALL_HEADINGS = frozenset({*HEADINGS, *_DERIVED.values()})
KEPT_WITH_NEXT = ALL_HEADINGS | {"PhaseBand"}
TONES = {Tone.BODY: BODY, Tone.LEAD: "Lead", Tone.QUIET: "Quiet", Tone.QUESTION: "Question"}
BULLETED, PLAIN_LIST, DEFINITION, PHASE_BAND = "ListBullet", "List", "Definition", "PhaseBand"
# Not named "Figure": that is a caption style of LibreOffice, which would tag a figure inside a figure.
CONTENTS, NOTE, NOTE_MARK = ("TOC1", "TOC2"), "NumberedNote", "NoteMark"
FIGURE, CAPTION, TABLE_TEXT, TABLE_HEAD = "PictureLine", "Caption", "TableText", "TableHeading"
HEADER, FOOTER, RULE, WRITING_LINE, LINK = "Header", "Footer", "Rule", "WritingLine", "Hyperlink"
TABLE, WRITING_TABLE = "ProcessTable", "WritingTable"
BULLET_LIST, NOTE_LIST = 1, 2
# Styles that Word does not know by name.
OWN = frozenset(
    {"Lead", "Quiet", "Question", FIGURE, DEFINITION, TABLE_TEXT, TABLE_HEAD, PHASE_BAND, RULE, WRITING_LINE}
    | {NOTE, NOTE_MARK, *_DERIVED.values()}
)


def styles(look: Look, page: Page) -> tuple[Style, ...]:
    """Every style but the table's, bases before what is based on them."""
    return (*_reading(look), *_headings(look), *_lists(look), *_marked(look), *_running(look, page))


def heading_style(level: int, look: HeadingLook) -> str:
    """The key of the style of a heading."""
    return _DERIVED.get((level, look)) or HEADINGS[min(level, len(HEADINGS)) - 1]


def _reading(look: Look) -> tuple[Style, ...]:
    scale, inks, figure = look.theme.typography.scale, look.theme.inks, look.theme.typography.figure
    grey = inks.grey
    body, question = set_as(look, scale.body, colour=inks.ink), set_as(look, scale.question)
    lead, quiet, caption = (set_as(look, role) for role in (scale.lead, scale.quiet, scale.caption))
    picture = ParagraphFormat(
        before=lines(look, figure.before), after=lines(look, figure.caption), line=1.0, keep_lines=True
    )
    asked = replace(question[0], keep_next=True, hyphenated=False)
    under = replace(caption[0], after=lines(look, figure.after), keep_lines=True)
    return (
        Style(BODY, "Normal", replace(body[0], before=0), body[1], base=""),
        Style(TONES[Tone.LEAD], "Lead", *lead),
        Style(TONES[Tone.QUIET], "Quiet", quiet[0], replace(quiet[1], colour=grey)),
        Style(TONES[Tone.QUESTION], "Question", asked, question[1]),
        Style(FIGURE, "Picture Line", picture),
        Style(CAPTION, "caption", under, replace(caption[1], colour=grey)),
    )


def _headings(look: Look) -> Iterator[Style]:
    yield _heading(look, "Title", "Title", HeadingLook.TITLE, None)
    for level, (key, form) in enumerate(zip(HEADINGS, _LOOKS, strict=True)):
        yield _heading(look, key, f"heading {level + 1}", form, level)
    for (level, form), key in _DERIVED.items():
        yield _heading(look, key, f"{form.value.capitalize()} {level}", form, level - 1, HEADINGS[level - 1])


def _heading(look: Look, key: str, name: str, form: HeadingLook, outline: int | None, base: str = "Normal") -> Style:
    """A heading: nearer its own text than the text before it, never hyphenated, never last on a page."""
    paragraph, text = set_as(look, look.heading(form))
    kept = replace(paragraph, keep_next=True, keep_lines=True, hyphenated=False, outline=outline)
    return Style(key, name, kept, text, base, follows=BODY)


def _lists(look: Look) -> tuple[Style, ...]:
    scale = look.theme.typography.scale
    note, first, second = (set_as(look, role) for role in (scale.note, scale.contents, scale.contents_below))
    indent = units(look, scale.note.indent)
    numbered = replace(note[0], numbering=NOTE_LIST, left=indent, hanging=indent)
    cell, head = set_as(look, scale.cell), set_as(look, scale.head_cell)
    table = look.theme.typography.table
    room = replace(cell[0], before=lines(look, table.above), after=lines(look, table.below))
    return (
        Style(BULLETED, "List Bullet", _listed(look, scale.bulleted, numbering=BULLET_LIST)),
        Style(PLAIN_LIST, "List", _listed(look, scale.listed)),
        Style(DEFINITION, "Definition", *set_as(look, scale.meaning)),
        Style(CONTENTS[0], "toc 1", replace(first[0], hyphenated=False, keep_next=True), first[1]),
        Style(CONTENTS[1], "toc 2", replace(second[0], hyphenated=False), second[1]),
        Style(NOTE, "Numbered Note", numbered, note[1]),
        Style(TABLE_TEXT, "Table Text", room, cell[1]),
        Style(TABLE_HEAD, "Table Heading", ParagraphFormat(keep_next=True), head[1], TABLE_TEXT),
    )


def _listed(look: Look, role: TextRole, numbering: int | None = None) -> ParagraphFormat:
    """A line of a list. Without air between its lines the last one has that of a paragraph, which Word gathers."""
    paragraph, _ = set_as(look, role)
    indent = units(look, role.indent)
    after = role.after or look.theme.typography.scale.body.after
    return replace(
        paragraph,
        numbering=numbering,
        after=lines(look, after),
        left=indent or None,
        hanging=indent or None,
        gathered=None if role.after else True,
    )


def _marked(look: Look) -> tuple[Style, ...]:
    typography, inks, foot = look.theme.typography, look.theme.inks, look.theme.typography.scale.foot
    band, named = set_as(look, typography.scale.band)
    named_band = replace(
        band,
        keep_next=True,
        keep_lines=True,
        hyphenated=False,
        before=lines(look, typography.band.before),
        after=lines(look, typography.band.after),
    )
    hairline = Edges(bottom=Edge(inks.rule, rule_width(look)))
    pitch = Mm(typography.panel.writing).pt / typography.scale.body.size(look.sheet)
    writing = ParagraphFormat(after=0, line=_line(look, pitch), keep_lines=True)
    return (
        Style(PHASE_BAND, "Phase Band", named_band, named),
        Style(RULE, "Rule", ParagraphFormat(edges=hairline, line=1.0), CharacterFormat(size=foot.size(look.sheet) / 2)),
        Style(WRITING_LINE, "Writing Line", writing, CharacterFormat(colour=inks.grey)),
        Style(NOTE_MARK, "Note Mark", text=CharacterFormat(raised=True), base="", kind=Kind.CHARACTER),
        Style(LINK, "Hyperlink", text=CharacterFormat(colour=inks.ink, underlined=True), base="", kind=Kind.CHARACTER),
    )


def _running(look: Look, page: Page) -> tuple[Style, ...]:
    scale, inks = look.theme.typography.scale, look.theme.inks
    ends, above = (Tab(page.right_end, right=True),), Edges(top=Edge(inks.ink, rule_width(look), _FOOT_GAP))
    header = ParagraphFormat(tabs=ends, after=0, line=1.0, hyphenated=False)
    footer = ParagraphFormat(tabs=ends, after=0, line=1.0, hyphenated=False, edges=above)
    return (
        Style(HEADER, "header", header, CharacterFormat(size=scale.head.size(look.sheet))),
        Style(FOOTER, "footer", footer, CharacterFormat(size=scale.foot.size(look.sheet))),
    )


def set_as(look: Look, role: TextRole, colour: Colour | None = None) -> tuple[ParagraphFormat, CharacterFormat]:
    """How a role of the theme's scale is set.

    Word adds the distances of two paragraphs, where the theme says that the larger one holds: what stands above is
    taken to be running text, and its distance is taken off.
    """
    size = role.size(look.sheet)
    above = max(role.before - look.theme.typography.scale.body.after, 0.0)
    paragraph = ParagraphFormat(
        before=lines(look, above),
        after=lines(look, role.after),
        line=_line(look, role.line_pitch(look.sheet) / size),
        left=units(look, role.indent) or None,
    )
    return paragraph, CharacterFormat(bold=True if role.bold else None, colour=colour, size=size)


def lines(look: Look, count: float) -> float:
    """Baselines as points."""
    return look.sheet.baseline * count


def rule_width(look: Look) -> float:
    """The thinnest line of the theme, pt."""
    return Mm(look.theme.strokes.thinnest).pt


def units(look: Look, count: float) -> float:
    """Spacing units as points."""
    return Mm(look.sheet.unit * count).pt


def _line(look: Look, leading: float) -> float:
    """Leading as a factor of the font's natural line height, which is what Word multiplies.

    So a line keeps its proportion when somebody makes the text larger in Word.
    """
    font = look.family.fonts[Face.REGULAR]
    return leading / (font.ascent + font.descent)
