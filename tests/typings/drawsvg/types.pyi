"""Where an element is written, as its parts ask for it."""

from drawsvg import Context, DrawingElement

class LocalContext:
    def __init__(self, context: Context, element: DrawingElement, parent: DrawingElement) -> None: ...
