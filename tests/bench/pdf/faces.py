"""The fonts of the bench, the same for every writer: the files that the project's theme names."""

from importlib import resources

from pipeline.typeface import Face

FAMILY = "Atkinson Hyperlegible"
FILES = {
    Face.REGULAR: "AtkinsonHyperlegible-Regular.ttf",
    Face.BOLD: "AtkinsonHyperlegible-Bold.ttf",
    Face.ITALIC: "AtkinsonHyperlegible-Italic.ttf",
    Face.BOLD_ITALIC: "AtkinsonHyperlegible-BoldItalic.ttf",
}


def files() -> dict[Face, bytes]:
    """The four files as bytes."""
    folder = resources.files("fontpkg_atkinson_hyperlegible") / "files"
    return {face: (folder / name).read_bytes() for face, name in FILES.items()}
