"""All drawings of the bench on one sheet (SVG), each as large as in its file; same results, same bytes."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

from tests.bench.layout.cases import Case
from tests.bench.layout.graphs import Graph, graph

WIDTH = 3000.0  # of the sheet, pt
GAP, CAPTION = 40.0, 30.0
TEXT, LETTER, LINE = 0.85, 0.5, 1.2  # size of text, part of the graph's own; a letter's width and a line's height, em
FILLS = ("#cfe8f3", "#d5ead0", "#fdf0c4", "#fbdcc4", "#e9d3ea", "#d9d9ee")
STYLE = (
    "svg{font-family:sans-serif;text-anchor:middle}.c{font-size:20px;text-anchor:start}.l{fill:#063}"
    "path,rect{stroke:#333}.a{fill:none;marker-end:url(#m)}.k{stroke:#c00}.d{stroke-dasharray:4 2}"
)
HEAD = '<marker id="m" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="7" markerHeight="7" orient="auto">'
Drawn = tuple[Case, dict[str, Any]]


def contact_sheet(drawings: Sequence[Drawn]) -> str:
    """The drawings in rows, each with a caption."""
    parts: list[str] = []
    x = y = tall = 0.0
    for case, result in drawings:
        left, top, right, bottom = extent(result)
        width, height = right - left, bottom - top + CAPTION
        if x and x + width > WIDTH:
            x, y, tall = 0.0, y + tall + GAP, 0.0
        size = graph(case.graph)["font_size"] * TEXT
        parts.append(f'<g font-size="{_n(size)}" transform="translate({_n(x - left)} {_n(y - top + CAPTION)})">')
        parts.append(f'<text class="c" x="{_n(left)}" y="{_n(top - 8)}">{escape(f"{case.graph}: {case.asked}")}</text>')
        parts += [*_drawing(graph(case.graph), result), "</g>"]
        x, tall = x + width + GAP, max(tall, height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 {_n(WIDTH + 40)} {_n(y + tall + 40)}">'
    defs = f'<style>{STYLE}</style><defs>{HEAD}<path d="M0 0L6 3L0 6z"/></marker></defs>'
    return "\n".join([head, defs, '<rect x="-20" y="-20" width="100%" height="100%" fill="#fff"/>', *parts, "</svg>\n"])


def extent(result: dict[str, Any]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is drawn."""
    boxes = [*result["nodes"], *(edge["label"] for edge in result["edges"] if edge["label"])]
    points = [point for edge in result["edges"] for point in edge["points"]]
    xs = [*(x for x, _ in points), *(v for box in boxes for v in (box["x"], box["x"] + box["width"]))]
    ys = [*(y for _, y in points), *(v for box in boxes for v in (box["y"], box["y"] + box["height"]))]
    return min(xs), min(ys), max(xs), max(ys)


def _drawing(source: Graph, result: dict[str, Any]) -> Iterator[str]:
    nodes, edges = ({one["id"]: one for one in source[key]} for key in ("nodes", "edges"))
    for edge in result["edges"]:
        kind = " k" if edges[edge["id"]]["kind"] == "coupling" else ""
        way = "L".join(f"{_n(x)} {_n(y)}" for x, y in edge["points"])
        yield f'<path class="a{kind}" d="M{way}"/>'
    for box in result["nodes"]:
        yield from _box(box, nodes[box["id"]], source["font_size"] * TEXT)
    for edge in result["edges"]:
        if label := edge["label"]:
            x, y = label["x"] + label["width"] / 2, label["y"] + label["height"] / 2
            for line, base in _lines(edges[edge["id"]]["label"], label["width"], y, source["font_size"] * TEXT):
                yield f'<text class="l" x="{_n(x)}" y="{_n(base)}">{escape(line)}</text>'


def _box(box: dict[str, float], node: dict[str, Any], size: float) -> Iterator[str]:
    x, y, width, height = (box[key] for key in ("x", "y", "width", "height"))
    fill = FILLS[node["phase"] % len(FILLS)]
    if node["shape"] == "yes_no":
        corners = ((x, y + height / 2), (x + width / 2, y), (x + width, y + height / 2), (x + width / 2, y + height))
        yield f'<path fill="{fill}" d="M{"L".join(f"{_n(a)} {_n(b)}" for a, b in corners)}z"/>'
    else:
        radius = f' rx="{_n(height / 2)}"' if node["shape"] == "start_stop" else ""
        dashed = ' class="d"' if node["shape"] == "link" else ""
        place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
        yield f'<rect fill="{fill}"{dashed} {place}{radius}/>'
    room = width * (0.75 if node["shape"] == "yes_no" else 0.9)
    for line, base in _lines(node["label"], room, y + height / 2, size):
        yield f'<text x="{_n(x + width / 2)}" y="{_n(base)}">{escape(line)}</text>'


def _lines(label: str, room: float, middle: float, size: float) -> Iterator[tuple[str, float]]:
    """The lines of a label with their baselines."""
    lines = wrap(label, max(1, int(room / (LETTER * size))), break_long_words=False)
    first = middle + 0.35 * size - (len(lines) - 1) * LINE * size / 2
    yield from ((text, first + LINE * size * n) for n, text in enumerate(lines))


def _n(value: float) -> str:
    """A length with one decimal at most."""
    return f"{round(value, 1) + 0.0:g}" if abs(value) < 1000 else f"{round(value, 1):.1f}".removesuffix(".0")
