"""What it costs an arrow to leave or arrive at a port; hundredths of a mm, as all costs of routes."""

from __future__ import annotations

from pipeline.layout.field import EAST, Port
from pipeline.layout.reading import Arrow

_OUT = (0, 500, 3800, 1600)  # leaving to the east, south, west, north
_IN = (3800, 1600, 0, 500)  # arriving at these sides
_LOOP_OUT = (1400, 0, 800, 2400)
_LOOP_IN = (1600, 0, 1000, 1600)
_OFF_MIDDLE = 900
_TAG_OFF_MIDDLE = 6000
_WIDE_LABEL = 1000  # a label beside an upright first piece


def port_cost(arrow: Arrow, port: Port, arriving: bool) -> int:
    """The cost of a port, at the arrow's end or at its start."""
    leaving, entering = (_LOOP_OUT, _LOOP_IN) if arrow.edge.loop else (_OUT, _IN)
    table = entering if arriving else leaving
    tagged = not arriving and arrow.edge.label is not None and arrow.edge.on_line
    off = _TAG_OFF_MIDDLE if tagged else _OFF_MIDDLE
    beside = port[0] % 2 == EAST and not arriving and arrow.edge.label and not arrow.edge.on_line
    return table[port[0]] + abs(port[1]) * off + (_WIDE_LABEL if beside else 0)
