"""Which file under `sources/` holds what: the form of each, by its name."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from pipeline.model.actor import Actor
from pipeline.model.decision import Decision
from pipeline.model.glossary import Case, Source, Term
from pipeline.model.house_rules import HouseRules
from pipeline.model.phase import KindMeaning, Phase
from pipeline.model.programme import Settings
from pipeline.model.publication import Publication
from pipeline.values import Filled, Prose, Value


class PhasesFile(Value):
    """`faser.yaml`."""

    status: Prose = Field(alias="faser_status", description="Hur säkra fasernas namn är, i en mening. Trycks inte.")
    phases: Annotated[tuple[Phase, ...], Filled] = Field(alias="faser", description="Processpilens faser i ordning.")


class KindsFile(Value):
    """`former.yaml`."""

    kinds: Annotated[tuple[KindMeaning, ...], Filled] = Field(
        alias="former", description="De fyra formerna, varje form en gång."
    )


class TermsFile(Value):
    """`begrepp.yaml`."""

    terms: tuple[Term, ...] = Field(
        alias="ordlista", description="Begreppen. De skrivs ut i handledningen för varje aktör som använder dem."
    )


class CasesFile(Value):
    """`dialogfall.yaml`."""

    cases: tuple[Case, ...] = Field(
        alias="dialogfall", description="Påhittade fall till kunskapsdialogen. Inga verkliga personer."
    )


class SourcesFile(Value):
    """`kallor.yaml`."""

    sources: tuple[Source, ...] = Field(alias="kallor", description="Källor som steg och begrepp hänvisar till.")


class PublicationsFile(Value):
    """`publikationer.yaml`."""

    publications: Annotated[tuple[Publication, ...], Filled] = Field(
        alias="publikationer", description="Det som ges ut, en del för varje publikation."
    )


class DecisionsFile(Value):
    """`beslut.yaml`."""

    decisions: tuple[Decision, ...] = Field(
        alias="beslut", description="Aktörernas beslut, en del för varje aktör och utgåva. Skriv [] före det första."
    )


@dataclass(frozen=True, slots=True)
class FileKind:
    """A file, or (with many) every file of a folder, and the class of what it holds; `description` for its author.

    A project may leave an `optional` file out.
    """

    path: str
    holds: type[Value]
    description: str
    many: bool = False
    optional: bool = False


FILES = (
    FileKind("program.yaml", Settings, description="namn, datum och annat som gäller hela materialet"),
    FileKind("faser.yaml", PhasesFile, description="processens faser"),
    FileKind("former.yaml", KindsFile, description="vad formerna betyder"),
    FileKind("begrepp.yaml", TermsFile, description="begrepp som behöver förklaras"),
    FileKind("dialogfall.yaml", CasesFile, description="påhittade fall till kunskapsdialogen"),
    FileKind("kallor.yaml", SourcesFile, description="källor till texterna"),
    FileKind("publikationer.yaml", PublicationsFile, description="det som ges ut"),
    FileKind("beslut.yaml", DecisionsFile, description="aktörernas beslut om innehållet", optional=True),
    FileKind("regler.yaml", HouseRules, description="projektets egna skrivregler och undantag", optional=True),
    FileKind("aktorer", Actor, description="en fil för varje aktör", many=True),
)
