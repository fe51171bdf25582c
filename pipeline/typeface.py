"""The four faces of a type family, named the same in every engine and writer."""

from enum import Enum


class Face(Enum):
    """A style of the type family; the value is its key in a theme."""

    REGULAR = "normal"
    BOLD = "fet"
    ITALIC = "kursiv"
    BOLD_ITALIC = "fetkursiv"
