"""What lies upon what: texts, steps, arrows and labels that keep a reader from seeing one of them whole."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, groupby, pairwise

from tests.support.svg_judge.anatomy import TOUCH, Name
from tests.support.svg_judge.graph import Graph, Way
from tests.support.svg_judge.page import Shape, Words
from tests.support.svg_judge.plane import (
    Box,
    Line,
    Point,
    apart,
    areas_overlap,
    closed,
    cuts,
    inside,
    samples,
    to_border,
)

_GRAZE = 0.05  # texts and frames may share so little, mm: numbers in the file have two decimals
_STEP = 0.25  # between the points at which arrows are compared, mm
# Arrows that cross share 0.6 mm of each other's way within TOUCH; a bend that crosses another a little more.
_STRETCH = 1.5


def words_on_words(graph: Graph) -> Iterator[str]:
    """Two lines of text anywhere on the sheet whose ink meets."""
    for one, other in combinations(graph.anatomy.page.words, 2):
        if one.box.overlaps(other.box, _GRAZE):
            yield f"{one.text!r} lies on {other.text!r} at {_at(one.box.middle)}"


def words_out_of_frame(graph: Graph) -> Iterator[str]:
    """Text that reaches over the outline it stands in: of a step, a piece of the arrow, a ring, an answer."""
    for frame in _frames(graph):
        for words in graph.anatomy.page.words:
            if words.order < frame.order or not frame.box.overlaps(words.box, _GRAZE):
                continue
            across = areas_overlap(words.box.grown(-_GRAZE).corners, frame.points)
            if across and not _holds(frame.points, words.box) and not _stands_above(graph, frame, words):
                yield f"{words.text!r} at {_at(words.box.middle)} lies across an outline"


def words_on_lines(graph: Graph) -> Iterator[str]:
    """Text with a line through it that no ground in between hides."""
    lines = [shape for shape in graph.anatomy.page.shapes if not shape.is_closed and _is_seen(shape)]
    for words in graph.anatomy.page.words:
        for line in lines:
            box = words.box.grown(line.width / 2 - _GRAZE)
            if cuts(line.points, box.corners) and not _is_hidden(graph, line, words):
                yield f"{words.text!r} at {_at(words.box.middle)} has a line through it"


def heads_on_others(graph: Graph) -> Iterator[str]:
    """Heads that reach into a step, a label or a text."""
    for head in graph.anatomy.heads:
        area = _shrunk(head.shape.points)
        for name, box in graph.ends_of_arrows.items():
            if areas_overlap(area, box):
                yield f"head at {_at(head.tip)} lies in step {name}"
        for label in graph.anatomy.labels:
            if areas_overlap(area, label.ground.points):
                yield f"head at {_at(head.tip)} and the ground of {label.text!r} lie on each other"
        for disc in _arriving(graph):
            if areas_overlap(area, disc.points):
                yield f"head at {_at(head.tip)} and a letter lie on each other"


def steps_on_steps(graph: Graph) -> Iterator[str]:
    """Two outlines that share anything."""
    for (name, one), (other_name, other) in combinations(graph.ends_of_arrows.items(), 2):
        if areas_overlap(one, other):
            yield f"step {name} lies on step {other_name}"


def labels_on_others(graph: Graph) -> Iterator[str]:
    """Answers, conditions and letters that lie on a step, on each other, or over an arrow they do not belong to."""
    frames = _labelled(graph)
    for one, other in combinations(frames, 2):
        if areas_overlap(one.points, other.points):
            yield f"labels lie on each other at {_at(one.box.middle)} and {_at(other.box.middle)}"
    for label in graph.anatomy.labels:
        for name, area in graph.ends_of_arrows.items():
            if areas_overlap(_shrunk(label.ground.points), area):
                yield f"{label.text!r} at {_at(label.box.middle)} lies on step {name}"
    for frame in _off_arrows(graph):
        for way in graph.drawn:
            if cuts(way.points, Box.grown(frame.box, way.shape.width / 2 - 2 * _GRAZE).corners):
                yield f"a text at {_at(frame.box.middle)} hides {way}"


def ways_through_steps(graph: Graph) -> Iterator[str]:
    """Arrows that run through a step."""
    for way in graph.drawn:
        for name, area in graph.ends_of_arrows.items():
            if not cuts(way.points, area):
                continue
            deep = [p for _, p in samples(way.points, _STEP) if inside(p, area) and to_border(p, area) > TOUCH]
            if deep:
                yield f"{way} runs through step {name} at {_at(deep[0])}"


def ways_on_ways(graph: Graph) -> Iterator[str]:
    """Arrows of different source and different target that lie upon each other on a stretch."""
    places = _places(graph.drawn)
    ends = [graph.ends(way) for way in graph.drawn]
    for n, way in enumerate(graph.drawn):
        runs: dict[int, float] = defaultdict(float)
        for _, point in samples(way.points, _STEP):
            near = _near(point, places) - {n}
            for other in near:
                runs[other] += _STEP
                if abs(runs[other] - _STRETCH) < _STEP / 2 and other > n and _strangers(ends[n], ends[other]):
                    yield f"{way} lies on {graph.drawn[other]} at {_at(point)}"
            for other in set(runs) - near:
                runs[other] = 0.0


def broken_ways(graph: Graph) -> Iterator[str]:
    """Arrows whose line is hidden where nothing crosses it: the paper under another arrow cuts them off."""
    papers = [s for s in graph.anatomy.page.shapes if not s.is_closed and s.in_paper]
    for way in graph.drawn:
        core = graph.anatomy.core(way.shape)
        later = [p for p in papers if p.order > way.shape.order and p is not core and _close(p, way.shape)]
        over = [w.shape for w in graph.drawn if w.shape.order > way.shape.order and _close(w.shape, way.shape)]
        for place in _cuts_off(way.shape, later, over):
            yield f"{way} is cut off at {_at(place)}"
        if way.head and any(_bites(paper, way.head.shape) for paper in later):
            yield f"{way} has its head cut into by the paper under another arrow"


def out_of_page(graph: Graph) -> Iterator[str]:
    """Anything painted that reaches over the edge of the sheet."""
    page = graph.anatomy.page
    sheet = Box(0, 0, page.width, page.height)
    for shape in page.shapes:
        if not sheet.holds(shape.box.grown(shape.width / 2 if shape.stroke is not None else 0)):
            yield f"a shape at {_at(shape.box.middle)} leaves the sheet"
    for words in page.words:
        if not sheet.holds(words.box):
            yield f"{words.text!r} leaves the sheet"


def out_of_phase(graph: Graph) -> Iterator[str]:
    """Steps beyond the hairlines of their phase, or the rules of their lane."""
    lines = [line.box.left for line in graph.anatomy.hairlines]
    area = graph.anatomy.area
    borders = [area.left, *lines, area.right]
    numbers = [phase.number for phase in graph.anatomy.phases]
    if len(numbers) != len(lines) + 1:
        yield f"{len(numbers)} phases, but {len(lines)} hairlines between them"
        return
    rules = [rule.box.top for rule in graph.anatomy.rules] or [area.top]
    lanes = list(pairwise((*rules, area.bottom)))
    for name, step in graph.steps.items():
        place, box = numbers.index(step.phase), step.outline.box
        if box.left < borders[place] or box.right > borders[place + 1]:
            yield f"step {name} lies outside phase {step.phase}"
        top, bottom = lanes[name[0]]
        if box.top < top or box.bottom > bottom:
            yield f"step {name} lies outside its lane"


def phases_askew(graph: Graph) -> Iterator[str]:
    """Pieces of the process arrow that do not begin and end over the hairlines; within the gap between two pieces."""
    phases = graph.anatomy.phases
    for line, (before, after) in zip(graph.anatomy.hairlines, pairwise(phases), strict=True):
        at, point = line.box.left, before.shape.box.right - before.right
        if not before.right - _GRAZE <= at <= after.left + _GRAZE or after.left - before.right > point:
            yield f"hairline at {at:.2f} is not between phases {before.number} and {after.number}"


EVERY: tuple[Callable[[Graph], Iterator[str]], ...] = (
    words_on_words,
    words_out_of_frame,
    words_on_lines,
    heads_on_others,
    steps_on_steps,
    labels_on_others,
    ways_through_steps,
    ways_on_ways,
    broken_ways,
    out_of_page,
    out_of_phase,
    phases_askew,
)


def _frames(graph: Graph) -> tuple[Shape, ...]:
    """Every outline that has text of its own; the ground of a condition is not seen."""
    anatomy = graph.anatomy
    steps = (step.outline for step in graph.steps.values())
    discs = (disc.shape for disc in anatomy.discs)
    answers = (label.ground for label in anatomy.labels if label.is_answer)
    signs = (sign.shape for sign in anatomy.signs)
    return (*steps, *discs, *answers, *signs, *(phase.shape for phase in anatomy.phases))


def _labelled(graph: Graph) -> tuple[Shape, ...]:
    """Answers, grounds of conditions, and letters beside a step."""
    return (*(label.ground for label in graph.anatomy.labels), *_arriving(graph))


def _arriving(graph: Graph) -> tuple[Shape, ...]:
    return tuple(disc.shape for disc in graph.anatomy.letters if not disc.is_black)


def _off_arrows(graph: Graph) -> tuple[Shape, ...]:
    """What must not hide an arrow: conditions and letters. Answers sit on theirs (see Graph)."""
    conditions = (label.ground for label in graph.anatomy.labels if not label.is_answer)
    return (*conditions, *_arriving(graph))


def _stands_above(graph: Graph, frame: Shape, words: Words) -> bool:
    """True for the letter in a disc that sits across a step's upper edge and was painted over it."""
    discs = (disc for disc in graph.anatomy.letters if disc.words is words)
    return any(disc.shape.order > frame.order for disc in discs)


def _is_seen(line: Shape) -> bool:
    return line.in_ink or line.in_grey


def _is_hidden(graph: Graph, line: Shape, words: Words) -> bool:
    """True if a filled shape that holds the words was painted over the line and below them."""
    return any(
        line.order < shape.order < words.order and _holds(shape.points, words.box.grown(-_GRAZE))
        for shape in graph.anatomy.page.shapes
        if shape.is_closed and shape.fill is not None and shape.box.overlaps(words.box)
    )


def _holds(area: Line, box: Box) -> bool:
    """True if the whole box lies in the area."""
    corners = box.grown(-_GRAZE).corners
    return all(inside(corner, area) for corner in corners) and not cuts(closed(area), corners)


def _shrunk(area: Line) -> Line:
    """The area a little smaller about its middle, so that what only touches does not count."""
    x, y = sum(p[0] for p in area) / len(area), sum(p[1] for p in area) / len(area)
    size = max(math.dist(p, (x, y)) for p in area)
    part = 1 - 2 * _GRAZE / size
    return tuple((x + part * (p[0] - x), y + part * (p[1] - y)) for p in area)


def _strangers(one: tuple[Name | None, Name | None], other: tuple[Name | None, Name | None]) -> bool:
    return one[0] != other[0] and one[1] != other[1]


_Places = dict[tuple[int, int], list[tuple[Point, int]]]


def _places(ways: tuple[Way, ...]) -> _Places:
    """Points of all arrows by the square of TOUCH mm in which they lie."""
    found: _Places = defaultdict(list)
    for n, way in enumerate(ways):
        for _, point in samples(way.points, _STEP):
            found[_square(point)].append((point, n))
    return found


def _square(point: Point) -> tuple[int, int]:
    return math.floor(point[0] / TOUCH), math.floor(point[1] / TOUCH)


def _near(point: Point, places: _Places) -> set[int]:
    """The arrows that pass within TOUCH of a point, give or take half a step."""
    x, y = _square(point)
    squares = ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    return {n for square in squares for other, n in places.get(square, ()) if math.dist(point, other) <= TOUCH}


def _close(one: Shape, other: Shape) -> bool:
    return one.box.grown(one.width).overlaps(other.box.grown(1))


def _bites(paper: Shape, head: Shape) -> bool:
    """True if a line of paper painted over a head takes more than a graze of it."""
    if paper.order < head.order or not paper.box.grown(paper.width / 2).overlaps(head.box):
        return False
    return apart(paper.points, head.points) < paper.width / 2 - 2 * _GRAZE


def _cuts_off(line: Shape, papers: list[Shape], over: list[Shape]) -> Iterator[Point]:
    """Where paper hides the line and no arrow crosses it: at its start, or beside a stretch that it shares.

    A crossing looks like this along the line: seen, hidden, the other's ink, hidden, seen.
    """
    if not papers:
        return
    runs, widest = _runs(line, papers, over), max((other.width for other in over), default=0.0)
    for n, (look, _, place) in enumerate(runs):
        if look != "hidden":
            continue
        beside = [runs[m] for m in (n - 1, n + 1) if 0 <= m < len(runs)]
        crossing = [length for other, length, _ in beside if other == "shared"]
        if n == 0 or not crossing or max(crossing) > max(_STRETCH, 2 * widest):
            yield place


def _runs(line: Shape, papers: list[Shape], over: list[Shape]) -> list[tuple[str, float, Point]]:
    """The line as stretches that are seen, hidden by paper, or shared with a later arrow: look, mm, middle."""
    looks = []
    for _, point in samples(line.points, _STEP):
        if any(_on(point, other, other.width / 2) for other in over):
            looks.append(("shared", point))
        elif any(_on(point, paper, paper.width / 2) for paper in papers):
            looks.append(("hidden", point))
        else:
            looks.append(("seen", point))
    found = []
    for look, group in groupby(looks, key=lambda pair: pair[0]):
        points = [point for _, point in group]
        found.append((look, _STEP * len(points), points[len(points) // 2]))
    return found


def _on(point: Point, line: Shape, within: float) -> bool:
    if not line.box.grown(within).holds(Box(*point, *point)):
        return False
    return any(_to_piece_within(point, a, b, within) for a, b in pairwise(line.points))


def _to_piece_within(point: Point, a: Point, b: Point, within: float) -> bool:
    x, y = point
    if not (min(a[0], b[0]) - within <= x <= max(a[0], b[0]) + within):
        return False
    if not (min(a[1], b[1]) - within <= y <= max(a[1], b[1]) + within):
        return False
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    part = min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / square)) if square else 0.0
    return math.dist(point, (a[0] + part * dx, a[1] + part * dy)) <= within


def _at(point: Point) -> str:
    return f"({point[0]:.1f}, {point[1]:.1f})"
