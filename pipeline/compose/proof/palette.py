"""The sheet of a proof with colours, strokes and small measures at their true size, and a line to measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.checks.palette import LEAST_CONTRAST, LEAST_EDGE_CONTRAST, LEAST_STEP
from pipeline.compose.brief import Brief
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.proof.numbers import ink_numbers, number, palette_numbers, stroke_numbers, stroke_size
from pipeline.compose.proof.page import Part, ProofPage
from pipeline.compose.proof.table import DrawnTable
from pipeline.compose.step_card import RING, ring_items
from pipeline.geometry import Point, Rect, line, rounded_rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Outline, Role, Scene, Stroke, shifted

_SWATCH = 12.0  # width of a colour's sample, mm
_ROW, _PATCH = 7.5, 5.5  # height of a row of the table, and of the sample in it, mm
_BETWEEN = 9.0  # between two parts, mm
_MEASURED = 100.0  # the line to measure, mm
_TICK = 10.0  # from tick to tick on it, mm
_SAMPLE = 26.0  # width of a stroke's sample, mm
_STROKES = 12.0  # height of the samples, mm


def palette_pages(brief: Brief) -> Iterator[Scene]:
    """Colours with their numbers, strokes, and the line. Raises CannotCompose."""
    words = brief.wording.proof
    least = {"text": number(LEAST_CONTRAST), "edge": number(LEAST_EDGE_CONTRAST), "step": number(LEAST_STEP)}
    page = ProofPage(brief, words.palette, words.palette_about.format(**least))
    drawn = _Palette(page)
    yield from page.filled((drawn.table(), drawn.inks(), drawn.strokes(), drawn.check_line()), _BETWEEN)


@dataclass(frozen=True)
class _Palette:
    page: ProofPage

    @property
    def brief(self) -> Brief:
        return self.page.brief

    def table(self) -> Part:
        """The phases' colours, each with a sample and its number in a ring."""
        table = DrawnTable(self.page, palette_numbers(self.brief), _SWATCH + 4, _ROW)
        head, *rows = table.parts()
        items, top = head.items, head.height
        for phase, row in zip(self.brief.phases(), rows, strict=True):
            items += shifted((*self._sample(phase.number, row.height), *row.items), 0, top)
            top += row.height
        return Part(items, top)

    def _sample(self, phase: int, height: float) -> tuple[Item, ...]:
        colours, thinnest = self.brief.theme.colours(phase), self.brief.theme.strokes.thinnest
        rect = Rect(0, (height - _PATCH) / 2, _SWATCH, _PATCH)
        stroke = Stroke(colours.edge, thinnest)
        size = Pt(self.brief.sheet.step)
        middle = Point(1 + RING * size.mm / 2, rect.centre.y)
        return (
            Outline(rounded_rect(rect, 0), colours.fill, stroke),
            *ring_items(self.brief, str(phase), middle, size, stroke),
        )

    def inks(self) -> Part:
        """The other colours side by side."""
        inks, name, note = self.brief.theme.inks, self.page.name, self.page.note
        colours = (inks.ink, inks.grey, inks.rule, inks.mist, inks.paper)
        each = self.page.frame.width / len(colours)
        items: list[Item] = []
        for at, (colour, cells) in enumerate(zip(colours, ink_numbers(self.brief).rows, strict=True)):
            left, beside = at * each, at * each + _SWATCH + 3
            rect = Rect(left, 0, _SWATCH, 2 * _PATCH)
            items.append(Outline(rounded_rect(rect, 0), colour, Stroke(inks.ink, self.brief.theme.strokes.thinnest)))
            items.append(name.line(cells[0], beside, name.cap))
            items += note.lines([cell for cell in cells[1:] if cell], beside, name.cap + note.pitch)
        return Part(tuple(items), 2 * _PATCH)

    def strokes(self) -> Part:
        """What maps are drawn with, at the size of their text; each sample above what it measures."""
        words, page = self.brief.wording.proof, self.page
        title = page.name.line(words.strokes, 0, page.name.cap)
        about = words.strokes_about.format(size=number(stroke_size(self.brief)))
        intro = page.quiet.line(about, title.width + 3, page.name.cap)
        top, samples = page.name.cap + 3.0, self._samples()
        each = page.frame.width / len(samples)
        items: list[Item] = [title, intro]
        low = 0.0
        for at, (sample, text) in enumerate(zip(samples, stroke_numbers(self.brief), strict=True)):
            lines = page.note.lines(page.note.broken(text, each - 6), at * each, top + _STROKES + 2 + page.note.cap)
            items += (*shifted(sample, at * each, top), *lines)
            low = max(low, lines[-1].at.y)
        return Part(tuple(items), low + 1)

    def _samples(self) -> tuple[tuple[Item, ...], ...]:
        """Outline, arrow with a bend, arrow back, crossing, thinnest outline; each from 0, 0."""
        strokes, em = self.brief.theme.strokes, stroke_size(self.brief).mm
        middle, right = _STROKES / 2, _SAMPLE
        bent = (Point(0, 2.0), Point(right / 2, 2.0), Point(right / 2, _STROKES - 2), Point(right, _STROKES - 2))
        flat = (Point(0, middle), Point(right, middle))
        down = (Point(right / 2, 0), Point(right / 2, _STROKES))
        return (
            self._rule(max(strokes.outline * em, strokes.thinnest)),
            self._arrows({"a": bent}),
            self._arrows({"a": flat}, loop="a"),
            self._arrows({"a": flat, "b": down}, loop="a"),
            self._rule(strokes.thinnest),
        )

    def _rule(self, width: float) -> tuple[Item, ...]:
        across = line(Point(0, _STROKES / 2), Point(_SAMPLE, _STROKES / 2))
        return (Outline(across, None, Stroke(self.brief.theme.inks.ink, width)),)

    def _arrows(self, ways: dict[str, tuple[Point, ...]], loop: str = "") -> tuple[Item, ...]:
        """Arrows as maps have them; the crossed one is the way back, which is drawn first."""
        pen = Pen(self.brief, stroke_size(self.brief))
        arrows = [Connector(name, f"{name}1", f"{name}2", loop=name == loop) for name in ways]
        return pen.lines(arrows, ways)

    def check_line(self) -> Part:
        """A line of 100 mm with ticks, and what it is good for."""
        ink, words = self.brief.theme.inks.ink, self.brief.wording.proof
        stroke = Stroke(ink, self.brief.theme.strokes.thinnest)
        ticks = range(int(_MEASURED / _TICK) + 1)
        ends = [line(Point(at * _TICK, 1.5 if at % 5 else 0), Point(at * _TICK, 4)) for at in ticks]
        paths = (line(Point(0, 4), Point(_MEASURED, 4)), *ends)
        note = self.page.note
        room = self.page.frame.width - _MEASURED - 6
        text = note.lines(note.broken(words.check_line, room), _MEASURED + 6, note.cap)
        group = Group(Role.DECORATION, tuple(Outline(path, None, stroke) for path in paths))
        return Part((group, *text), max(4.0, text[-1].at.y) + 1)
