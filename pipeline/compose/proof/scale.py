"""The sheets of a proof with the theme's type: each role at its true size, with a line of the language set in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.compose.proof.numbers import Numbers, number, own_sheets, sheet_name, shown_sheet, sizes
from pipeline.compose.proof.page import Part, ProofPage
from pipeline.lengths import Pt
from pipeline.scene import Group, Role, Scene, shifted
from pipeline.theme import TextRole
from pipeline.typeface import Face

_NAMES = 46.0  # width of the column with the roles' names, mm
_BETWEEN = 4.0  # between two roles, mm
_GUTTER = 6.0  # between two columns of them, mm
_ABREAST, _LARGE = 2, 13.0  # columns; a role of this size (pt) takes the whole width
_PART_OF_PAGE = 0.5  # so much of a page's height the sample of one role may take
_WORD = re.compile(r"[^\W\d_]+")
# Words in drawings: the field of the sheet with their size, their face, and their leading (process_arrow, step_card).
_DRAWN = (
    *(("step", Face.REGULAR, 1.2), ("step_least", Face.REGULAR, 1.2)),
    *(("legend", Face.REGULAR, 1.2), ("arrow_name", Face.BOLD, 1.1)),
)


@dataclass(frozen=True, slots=True)
class RoleLook:
    """How a role is set on the sheet that is shown: its id in the words of the proof, size, face, and leading."""

    name_id: str
    size: Pt
    face: Face
    leading: float

    @property
    def pitch(self) -> str:
        """From line to line, pt."""
        return number(round(self.size * self.leading, 1))


def roles(brief: Brief) -> tuple[RoleLook, ...]:
    """Every role of the theme: those of documents, then the words of drawings."""
    sheet, scale = shown_sheet(brief.theme), brief.theme.typography.scale
    named = [(name, getattr(scale, name)) for name in type(scale).model_fields]
    flowing = [_role(brief, name, role) for name, role in named if isinstance(role, TextRole)]
    return (*flowing, *(RoleLook(name, getattr(sheet, name), face, leading) for name, face, leading in _DRAWN))


def _role(brief: Brief, name: str, role: TextRole) -> RoleLook:
    sheet = shown_sheet(brief.theme)
    size = role.size(sheet)
    return RoleLook(name, size, Face.BOLD if role.bold else Face.REGULAR, role.line_pitch(sheet) / size)


def scale_pages(brief: Brief) -> Iterator[Scene]:
    """The type of the theme's documents and drawings in the hand. Raises CannotCompose."""
    words = brief.wording.proof
    about = words.scale_about.format(sheets=_names(brief), family=brief.family.name)
    page = ProofPage(brief, words.scale, about)
    yield from page.filled(_parts(page), _BETWEEN)


def _parts(page: ProofPage) -> Iterator[Part]:
    """Large roles over the whole width, small ones in pairs; letters and figures stand once in each size and face."""
    seen: set[tuple[float, Face]] = set()
    waiting: list[Part] = []
    whole = page.frame.width
    half = (whole - _GUTTER) / 2
    for role in roles(page.brief):
        look, is_small = (round(role.size, 2), role.face), role.size < _LARGE
        part = _part(page, role, half if is_small else whole, look not in seen)
        seen.add(look)
        if waiting and (not is_small or len(waiting) == _ABREAST):
            yield _beside(waiting, half + _GUTTER)
            waiting = []
        if is_small:
            waiting.append(part)
        else:
            yield part
    if waiting:
        yield _beside(waiting, half + _GUTTER)


def _beside(parts: list[Part], pitch: float) -> Part:
    items = tuple(item for at, part in enumerate(parts) for item in shifted(part.items, at * pitch, 0))
    return Part(items, max(part.height for part in parts))


def scale_numbers(brief: Brief) -> Numbers:
    """Each role with its size and the distance from line to line, pt."""
    words = brief.wording.proof
    rows = tuple((getattr(words.scales, role.name_id).name, _size(role), role.pitch) for role in roles(brief))
    return Numbers((words.role_column, words.size_column, words.pitch_column), rows)


def _size(role: RoleLook) -> str:
    return number(round(role.size, 2))


def _names(brief: Brief) -> str:
    """The kinds of sheet that have these sizes."""
    shown = shown_sheet(brief.theme)
    return "; ".join(sheet_name(sheet) for sheet in own_sheets(brief.theme) if sizes(sheet) == sizes(shown))


def _part(page: ProofPage, role: RoleLook, width: float, with_characters: bool) -> Part:
    """A role's name and measures, and its text, in lines as close as they stand in the materials."""
    brief, words = page.brief, page.brief.wording.proof
    said = getattr(words.scales, role.name_id)
    style = page.letters(role.size, role.face, role.leading)
    room = width - _NAMES
    text = list(style.broken(said.sample, room))
    if with_characters:
        text += style.broken(_characters(brief, style, room), room)
    # A poster's title is as large as a page of the proof: as many lines are shown as that holds.
    shown = text[: max(int(_PART_OF_PAGE * page.frame.height / style.pitch), 1)]
    lines = style.lines(shown, _NAMES, max(style.cap, page.name.cap))
    measures = words.set_in.format(size=_size(role), pitch=role.pitch)
    names = page.name.lines(page.name.broken(said.name, _NAMES - 4), 0, lines[0].at.y)
    below = page.quiet.line(measures, 0, names[-1].at.y + page.name.pitch)
    foot = max(lines[-1].at.y + 0.25 * style.size.mm, below.at.y + 0.25 * page.quiet.size.mm)
    return Part((Group(Role.TEXT, (*names, below, *lines), said.name),), foot)


def _characters(brief: Brief, style: Lettering, room: float) -> str:
    """Letters and figures that are easily mixed up, and the longest word there is, if the width holds it."""
    word = longest_word(brief)
    fits = style.width(word) <= room
    return brief.wording.proof.characters.format(word=word if fits else "").rstrip()


def longest_word(brief: Brief) -> str:
    """The longest word of the programme's steps; the first of several."""
    texts = (text for _, step in brief.programme.steps() for text in (step.title, *step.texts))
    words = (word for text in texts for word in _WORD.findall(text))
    return max(words, key=len, default="")
