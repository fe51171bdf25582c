"""The styles of a handout, as values taken from the theme; names are Word's own where Word has one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.document import Tone
from pipeline.lengths import Mm
from pipeline.typeface import Face
from pipeline.writers.docx.formats import AS_STYLE, PLAIN, CharacterFormat, Edge, Edges, ParagraphFormat, Tab
from pipeline.writers.docx.page import Page
from pipeline.writers.look import Look

# Leading as a factor of the size.
_BODY_LEADING = 1.4
_TITLE_LEADING = 1.1
_HEADING_LEADING = 1.2
_QUESTION_LEADING = 1.25
_WRITING_LEADING = 2.15
# Parts of the running text's size, the same as in print: with 11 pt they give 12.5, 16 and 14 pt.
_LEAD, _PART_TITLE, _BAND = 12.5 / 11, 16 / 11, 14 / 11
_HAIRLINE = 0.75


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
HEADINGS = ("Heading1", "Heading2", "Heading3")
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
    | {NOTE, NOTE_MARK}
)


def styles(look: Look, page: Page) -> tuple[Style, ...]:
    """Every style but the table's, bases before what is based on them."""
    return (*_reading(look), *_headings(look), *_lists(look), *_marked(look), *_running(look, page))


def _reading(look: Look) -> tuple[Style, ...]:
    sheet, inks, half = look.sheet, look.theme.inks, units(look, 0.5)
    quiet = CharacterFormat(colour=inks.grey, size=sheet.step)
    question = ParagraphFormat(after=half, line=_line(look, _QUESTION_LEADING), keep_next=True, hyphenated=False)
    return (
        Style(
            BODY,
            "Normal",
            ParagraphFormat(before=0, after=half, line=_line(look, _BODY_LEADING)),
            CharacterFormat(colour=inks.ink, size=sheet.body),
            base="",
        ),
        Style(
            TONES[Tone.LEAD],
            "Lead",
            ParagraphFormat(after=units(look, 1)),
            CharacterFormat(size=look.sheet.body * _LEAD),
        ),
        Style(TONES[Tone.QUIET], "Quiet", text=quiet),
        Style(TONES[Tone.QUESTION], "Question", question, CharacterFormat(bold=True, size=sheet.question)),
        Style(FIGURE, "Picture Line", ParagraphFormat(before=half, after=1.5 * half, line=1.0, keep_lines=True)),
        Style(CAPTION, "caption", ParagraphFormat(after=units(look, 1), keep_lines=True), quiet),
    )


def _headings(look: Look) -> tuple[Style, ...]:
    title, run_in = look.sheet.title, look.sheet.heading
    return (
        _heading(look, "Title", "Title", title, None),
        _heading(look, HEADINGS[0], "heading 1", title, 0),
        _heading(look, HEADINGS[1], "heading 2", look.sheet.body * _PART_TITLE, 1),
        _heading(look, HEADINGS[2], "heading 3", run_in, 2),
    )


def _heading(look: Look, key: str, name: str, size: float, outline: int | None) -> Style:
    """A heading: nearer its own text than the text before it, never hyphenated, never last on a page."""
    run_in = outline == 2
    paragraph = ParagraphFormat(
        keep_next=True,
        keep_lines=True,
        hyphenated=False,
        before=units(look, 0.75 if run_in else 1.25),
        after=units(look, 0.15 if run_in else 0.5),
        line=_line(look, _HEADING_LEADING if run_in else _TITLE_LEADING),
        outline=outline,
    )
    return Style(key, name, paragraph, CharacterFormat(bold=True, size=size), follows=BODY)


def _lists(look: Look) -> tuple[Style, ...]:
    half, bullet, number = units(look, 0.5), units(look, 1), units(look, 2)
    numbered = ParagraphFormat(numbering=NOTE_LIST, left=number, hanging=number, after=half / 2)
    bulleted = ParagraphFormat(numbering=BULLET_LIST, left=bullet, hanging=bullet, after=half, gathered=True)
    return (
        Style(BULLETED, "List Bullet", bulleted),
        Style(PLAIN_LIST, "List", ParagraphFormat(after=half, gathered=True)),
        Style(DEFINITION, "Definition", ParagraphFormat(after=half / 2)),
        Style(CONTENTS[0], "toc 1", ParagraphFormat(before=half / 2, after=0, hyphenated=False, keep_next=True)),
        Style(CONTENTS[1], "toc 2", ParagraphFormat(after=0, left=units(look, 1.5), hyphenated=False)),
        Style(NOTE, "Numbered Note", numbered),
        Style(
            TABLE_TEXT,
            "Table Text",
            ParagraphFormat(before=half / 3, after=half / 3, line=_line(look, _HEADING_LEADING)),
            CharacterFormat(size=look.sheet.step),
        ),
        Style(TABLE_HEAD, "Table Heading", ParagraphFormat(keep_next=True), CharacterFormat(bold=True), TABLE_TEXT),
    )


def _marked(look: Look) -> tuple[Style, ...]:
    sheet, inks = look.sheet, look.theme.inks
    band = ParagraphFormat(
        keep_next=True,
        keep_lines=True,
        hyphenated=False,
        after=units(look, 1),
        line=_line(look, _HEADING_LEADING),
    )
    hairline = Edges(bottom=Edge(inks.rule, _HAIRLINE))
    writing = ParagraphFormat(after=0, line=_line(look, _WRITING_LEADING), keep_lines=True)
    return (
        Style(PHASE_BAND, "Phase Band", band, CharacterFormat(bold=True, size=sheet.body * _BAND)),
        Style(RULE, "Rule", ParagraphFormat(edges=hairline, line=1.0), CharacterFormat(size=sheet.small / 2)),
        Style(WRITING_LINE, "Writing Line", writing, CharacterFormat(colour=inks.grey)),
        Style(NOTE_MARK, "Note Mark", text=CharacterFormat(raised=True), base="", kind=Kind.CHARACTER),
        Style(LINK, "Hyperlink", text=CharacterFormat(colour=inks.ink, underlined=True), base="", kind=Kind.CHARACTER),
    )


def _running(look: Look, page: Page) -> tuple[Style, ...]:
    sheet, inks = look.sheet, look.theme.inks
    ends, above = (Tab(page.right_end, right=True),), Edges(top=Edge(inks.ink, _HAIRLINE, 4))
    header = ParagraphFormat(tabs=ends, after=0, line=1.0, hyphenated=False)
    footer = ParagraphFormat(tabs=ends, after=0, line=1.0, hyphenated=False, edges=above)
    return (
        Style(HEADER, "header", header, CharacterFormat(size=sheet.step)),
        Style(FOOTER, "footer", footer, CharacterFormat(size=sheet.small)),
    )


def units(look: Look, count: float) -> float:
    """Spacing units as points."""
    return Mm(look.sheet.unit * count).pt


def _line(look: Look, leading: float) -> float:
    """Leading as a factor of the font's natural line height, which is what Word multiplies.

    So a line keeps its proportion when somebody makes the text larger in Word.
    """
    font = look.family.fonts[Face.REGULAR]
    return leading / (font.ascent + font.descent)
