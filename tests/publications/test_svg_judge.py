"""The second judge can fail: a finished drawing is spoilt in one way at a time, and each is seen."""

import re
from collections import Counter
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from pipeline.release.build import build
from pipeline.release.plan import planned
from pipeline.release.project import read_project
from tests.support.real import ROOT
from tests.support.svg_judge import overlaps
from tests.support.svg_judge.anatomy import Anatomy
from tests.support.svg_judge.graph import Graph
from tests.support.svg_judge.page import read_page
from tests.support.svg_judge.path_data import tracks
from tests.support.svg_judge.plane import samples

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def finished():
    """The smallest example's map of the first actor."""
    project = read_project(ROOT / "docs" / "examples" / "minimal")
    wanted = next(one for one in planned(project.programme) if one.format == "svg" and one.actor)
    return build(project, [wanted], lambda *_: None)[0].data.decode()


@pytest.fixture
def drawn(finished):
    return ET.fromstring(finished)


def judged(root: ET.Element) -> Graph:
    return Graph(Anatomy(read_page(ET.tostring(root, encoding="unicode"))))


def verdict(root: ET.Element) -> Counter[str]:
    """All that the judge says of a drawing, one line each."""
    graph = judged(root)
    told = [f"{a.source}-{a.target} {a.label} {'dashed' if a.dashed else 'solid'}" for a in graph.arrows]
    told += [f"coupling {source}-{target}" for source, target in graph.couplings]
    told += [f"step {name} {step.title}" for name, step in graph.steps.items()]
    told += graph.faults
    told += [f"{check.__name__}: {found}" for check in overlaps.EVERY for found in check(graph)]
    return Counter(told)


def difference(root: ET.Element, before: Counter[str]) -> str:
    """What the judge no longer says, after a minus, and what is new, after a plus."""
    now = verdict(root)
    return "\n".join([*(f"-{line}" for line in before - now), *(f"+{line}" for line in now - before)])


def painted(root: ET.Element) -> list[ET.Element]:
    """Everything that is painted, in its order: the judge counts it the same way."""
    return [element for element in root.iter() if element.tag in {f"{SVG}path", f"{SVG}text"}]


def arrow(root: ET.Element, number: int = 0) -> tuple[ET.Element, ET.Element]:
    """The line and the head of an arrow."""
    way = judged(root).ways[number]
    elements = painted(root)
    return elements[way.shape.order - 1], elements[way.head.shape.order - 1]


def remove(root: ET.Element, *elements: ET.Element) -> None:
    for element in elements:
        next(p for p in root.iter() if element in list(p)).remove(element)


def text_of(root: ET.Element, words: str) -> tuple[ET.Element, ET.Element]:
    """The first text that reads so, and the shape painted before it."""
    elements = painted(root)
    place = next(n for n, element in enumerate(elements) if element.text == words)
    return elements[place], elements[place - 1]


def step(root: ET.Element, number: int) -> ET.Element:
    return [group for group in root.iter(f"{SVG}g") if group.get("role") == "listitem" and group.get("id")][number]


def moved(element: ET.Element, dx: float, dy: float) -> None:
    element.set("transform", f"translate({dx} {dy})")


def middle(element: ET.Element) -> tuple[float, float]:
    points = tracks(element.get("d", ""))[0].points
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def points_of(element: ET.Element) -> tuple[tuple[float, float], ...]:
    return tracks(element.get("d", ""))[0].points


def _without_an_arrow(root):
    remove(root, *arrow(root))


def _without_a_line(root):
    remove(root, arrow(root)[0])


def _without_a_head(root):
    remove(root, arrow(root)[1])


def _arrow_twice(root):
    for element in arrow(root):
        root.append(element)


def _step_moved(root):
    moved(step(root, 3), 10, 0)


def _step_lowered(root):
    moved(step(root, 3), 0, 10)


def _answers_swapped(root):
    """Both pills change places."""
    yes, no = text_of(root, "Ja"), text_of(root, "Nej")
    (ax, ay), (bx, by) = middle(yes[1]), middle(no[1])
    for element in yes:
        moved(element, bx - ax, by - ay)
    for element in no:
        moved(element, ax - bx, ay - by)


def _answer_reworded(root):
    text_of(root, "Ja")[0].text = "Nej"


def _answer_off_its_arrow(root):
    for element in text_of(root, "Ja"):
        moved(element, 0, 8)


def _head_turned(root):
    head = arrow(root)[1]
    x, y = middle(head)
    head.set("transform", f"rotate(180 {x} {y})")


def _arrow_turned(root):
    """A straight arrow leads the other way: its start and its tip change places."""
    way = next(way for way in judged(root).ways if len(way.shape.points) == 2)
    elements = painted(root)
    x, y = (way.start[0] + way.tip[0]) / 2, (way.start[1] + way.tip[1]) / 2
    for order in (way.shape.order, way.head.shape.order):
        elements[order - 1].set("transform", f"rotate(180 {x} {y})")


def _arrow_shifted(root):
    for element in arrow(root):
        moved(element, 1, 1)


def _arrow_dashed(root):
    arrow(root)[0].set("stroke-dasharray", "2 1")


def _number_changed(root):
    next(text for text in step(root, 2).iter(f"{SVG}text") if text.text == "3").text = "5"


def _title_grown(root):
    list(step(root, 3).iter(f"{SVG}text"))[-1].set("font-size", "9")


def _line_of_title_raised(root):
    title = list(step(root, 3).iter(f"{SVG}text"))[-1]
    title.set("y", str(float(title.get("y", "0")) - 4))


def _step_on_step(root):
    one, other = (middle(next(step(root, n).iter(f"{SVG}path"))) for n in (3, 4))
    moved(step(root, 3), other[0] - one[0] + 5, other[1] - one[1])


def _arrow_through_step(root):
    """An arrow goes a long way round, through a step that it has nothing to do with."""
    line = arrow(root)[0]
    x, y = middle(next(step(root, 3).iter(f"{SVG}path")))
    start = points_of(line)[0]
    line.set("d", f"M{start[0]},{start[1]} L{x - 80},{y} L{x + 80},{y} " + line.get("d", "").replace("M", "L", 1))


def _arrow_on_another(root):
    """An arrow goes there and back along one that leaves another step for another step."""
    graph = judged(root)
    first = graph.ways[0]
    other = next(way for way in graph.ways if not set(graph.ends(way)) & set(graph.ends(first)))
    round_way = " ".join(f"L{x},{y}" for x, y in (*other.points, *other.points[::-1]))
    line = painted(root)[first.shape.order - 1]
    line.set("d", f"M{first.start[0]},{first.start[1]} {round_way} {line.get('d', '').replace('M', 'L', 1)}")


def _arrow_whitened(root):
    """Paper over the middle of an arrow, as where another one crosses it: but none does."""
    places = list(samples(judged(root).ways[0].shape.points, 0.5))
    x, y = places[len(places) // 2][1]
    attributes = {"d": f"M{x - 1},{y - 1} L{x + 1},{y + 1}", "stroke": "#FFFFFF", "stroke-width": "2"}
    root.append(ET.Element(f"{SVG}path", {"fill": "none", **attributes}))


def _hairline_moved(root):
    moved(next(path for path in root.iter(f"{SVG}path") if path.get("stroke") == "#C9CCD1"), 8, 0)


def _piece_of_the_arrow_moved(root):
    """The second piece of the process arrow, below its number and name."""
    moved(next(group for group in root.iter(f"{SVG}g") if (group.get("aria-label") or "").startswith("Fas 2")), 4, 0)


def _phase_changed(root):
    next(text for text in step(root, 3).iter(f"{SVG}text")).text = "1"


def _out_of_the_sheet(root):
    moved(next(root.iter(f"{SVG}text")), 1000, 0)


def _line_through_text(root):
    text = text_of(root, "UTKAST")[0]
    x, y = (float(text.get(name, "0")) for name in ("x", "y"))
    attributes = {"d": f"M{x - 3},{y - 1} L{x + 9},{y - 1}", "stroke": "#1A1A1A", "stroke-width": "0.5"}
    root.append(ET.Element(f"{SVG}path", {"fill": "none", **attributes}))


# What is done to the map, and what the judge then says: a line that begins with - was said before and is not now.
SPOILT: dict[Callable[[ET.Element], None], str] = {
    _without_an_arrow: r"^-\(0, \d\)-\(0, \d\)",
    _without_a_line: r"^\+head at .* ends no line",
    _without_a_head: r"^\+line from .* has no head",
    _arrow_twice: r"^\+\(0, \d\)-\(0, \d\)",
    _step_moved: r"^\+arrow .* (starts|ends) [\d.]+ mm from the outline of \(0, 4\)",
    _step_lowered: r"^\+arrow .* (starts|ends) [\d.]+ mm from the outline of \(0, 4\)",
    _answers_swapped: r"^\+\(0, 2\)-\(0, 4\) Ja",
    _answer_reworded: r"^\+\(0, 2\)-\(0, 3\) Nej",
    _answer_off_its_arrow: r"^\+'Ja' .* sits on 0 arrows",
    _head_turned: r"^\+head at .* ends no line",
    _arrow_turned: r"^\+\(0, \d\)-\(0, \d\)",
    _arrow_shifted: r"^\+arrow .* starts 1\.\d+ mm from the outline",
    _arrow_dashed: r"^\+.* dashed$",
    _number_changed: r"^\+two steps are number 5 of lane 0",
    _title_grown: r"^\+words_out_of_frame",
    _line_of_title_raised: r"^\+words_on_words",
    _step_on_step: r"^\+steps_on_steps: step \(0, 4\) lies on step \(0, 5\)",
    _arrow_through_step: r"^\+ways_through_steps: .* through step \(0, 4\)",
    _arrow_on_another: r"^\+ways_on_ways",
    _arrow_whitened: r"^\+broken_ways: .* is cut off",
    _hairline_moved: r"^\+phases_askew: hairline",
    _piece_of_the_arrow_moved: r"^\+phases_askew: hairline",
    _phase_changed: r"^\+out_of_phase: step \(0, 4\) lies outside phase 1",
    _out_of_the_sheet: r"^\+out_of_page",
    _line_through_text: r"^\+words_on_lines: 'UTKAST'",
}


@pytest.fixture(scope="module")
def before(finished):
    return verdict(ET.fromstring(finished))


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__.strip("_"))
def test_what_is_spoilt_is_seen(drawn, before, spoil):
    spoil(drawn)
    said = difference(drawn, before)
    assert re.search(SPOILT[spoil], said, re.MULTILINE), said
