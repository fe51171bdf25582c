"""Which files an author writes, below `sources/` and `styles/`: each kind has a schema of its own."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import FILES
from pipeline.theme import PapersFile, Theme
from pipeline.values import Value

# What one file of a folder holds; the rest are called as their file.
_ONE_OF = {"aktorer": "aktor"}


@dataclass(frozen=True, slots=True)
class SchemaKind:
    """A file, or (with many) every file of a folder; `path` is below the project's folder."""

    name: str
    path: str
    holds: type[Value]
    description: str
    many: bool = False

    @property
    def file(self) -> str:
        """Where the schema is written, below the project's folder."""
        return f"{self.path.partition('/')[0]}/.schema/{self.name}.schema.json"

    def has(self, path: str) -> bool:
        """True for the path of a file of this kind, below the project's folder."""
        folder, _, name = path.rpartition("/")
        if not self.many:
            return path == self.path
        return folder == self.path and name.endswith(".yaml") and not name.startswith(".")

    def modeline_target(self) -> str:
        """The way from a file of this kind to its schema."""
        inner = self.path.count("/") - 1 + self.many
        return "../" * inner + f".schema/{self.name}.schema.json"


KINDS = (
    *(
        SchemaKind(
            name=_ONE_OF.get(kind.path, kind.path.removesuffix(".yaml")),
            path=f"sources/{kind.path}",
            holds=kind.holds,
            description=kind.description,
            many=kind.many,
        )
        for kind in FILES
    ),
    SchemaKind("tema", "styles/teman", Theme, description="färger, figurer, typsnitt och mått", many=True),
    SchemaKind("papper", "styles/papper.yaml", PapersFile, description="papper: bredd och höjd i millimeter"),
)
