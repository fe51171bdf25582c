"""The poster's map without the layout engine: steps in a row a lane, and only the ways that a test asks for."""

from collections.abc import Mapping

from pipeline.compose.connectors import Pen
from pipeline.compose.off_page import MapSheet
from pipeline.compose.poster import poster_cards
from pipeline.compose.process_map import Lane, PlacedMap, connectors_of, couplings_of
from pipeline.geometry import Point, Rect, Size
from pipeline.layout.drawing import Drawing, Extent, Route
from pipeline.lengths import Pt
from tests.support.real import brief_for

HIGH = 100.0  # a lane, mm
WIDE = 797.0


def placed(ways: Mapping[str, tuple[Point, ...]]) -> PlacedMap:
    """All four lanes; `ways` by the name of the connector. Other arrows of a lane get a short way somewhere."""
    brief = brief_for("affisch")
    actors, size = brief.programme.actors, Pt(12)
    pen = Pen(brief, size, dense=True)
    lanes = tuple(Lane(actor, poster_cards(brief)(actor, size)) for actor in actors)
    arrows = tuple(connector for actor in actors for connector in connectors_of(pen, actor))
    boxes = {
        card.name: Rect(40.0 * number, HIGH * lane + 40, card.size.width, card.size.height)
        for lane, of in enumerate(lanes)
        for number, card in enumerate(of.cards)
    }
    routes = {name: Route(points) for name, points in ways.items()}
    extents = tuple(Extent(HIGH * lane, HIGH * (lane + 1)) for lane in range(len(lanes)))
    drawing = Drawing(Size(WIDE, HIGH * len(lanes)), boxes, routes, (Extent(0, WIDE),), extents)
    sheet = MapSheet(tuple(phase.number for phase in brief.phases()))
    return PlacedMap(brief, size, lanes, (*arrows, *couplings_of(pen, actors)), drawing, sheet)


def coupling_names() -> tuple[str, ...]:
    """Names of the couplings in reading order."""
    return tuple(connector.name for connector in placed({}).connectors if connector.coupling)
