"""The decision of an actor: what was decided about its content in a release, by whom, and of which content."""

from __future__ import annotations

import datetime
from enum import Enum
from typing import Annotated

from pydantic import Field

from pipeline.values import (
    ContentDigest,
    Day,
    Exact,
    Label,
    LastDay,
    MayBeBlank,
    NoList,
    OpenEnd,
    Prose,
    ReleaseName,
    Slug,
    Value,
)

_DAYS = ["2026-11-21", "2026-05-04"]


# The one value with a letter that the code's own texts do not have.
_A_UMLAUT = chr(0xE4)


class DecisionStatus(Enum):
    """How far the decision has come. Only `ADOPTED` makes a publication other than undecided."""

    ADOPTED = f"fastst{_A_UMLAUT}lld"
    NOT_ADOPTED = f"ej fastst{_A_UMLAUT}lld"


class Revision(Value):
    """One line of the history: a version, its day, and what was changed in it."""

    version: Label = Field(
        alias="version", description="Versionen som ändringen gav, till exempel 1.1.", examples=["1.0", "1.1"]
    )
    date: Day = Field(alias="datum", description="Dagen då versionen blev klar, ÅÅÅÅ-MM-DD.", examples=_DAYS)
    change: Prose = Field(
        alias="andring",
        description="Vad som ändrades, i en eller två meningar.",
        examples=["Första utgåvan.", "Steget om läkarintyg är omskrivet."],
    )


class Decision(Value):
    """The record of one actor and one release. All but those two may be empty, which means: not known yet."""

    actor: Slug = Field(alias="aktor", description="Id på aktören som beslutar: namnet på dess fil utan .yaml.")
    release: ReleaseName = Field(
        alias="utgava",
        description="Utgåvan som beslutet gäller, som i program.yaml.",
        examples=["2026.1", "2027.1"],
    )
    status: Annotated[DecisionStatus | None, MayBeBlank] = Field(
        None,
        alias="status",
        description="fastställd när beslutet är fattat och alla uppgifter är ifyllda, annars ej fastställd.",
    )
    title: Annotated[Label | None, MayBeBlank] = Field(
        None,
        alias="titel",
        description="Titeln på det som beslutas, som i diariet.",
        examples=["Process för samordnad rehabilitering", "Rutin för gemensam planering"],
    )
    document_type: Annotated[Label | None, MayBeBlank] = Field(
        None,
        alias="dokumenttyp",
        description="Vad slags dokument aktören beslutar om.",
        examples=["Bilaga till riktlinje", "Handledning"],
    )
    department: Annotated[Label | None, MayBeBlank] = Field(
        None,
        alias="ansvarig_forvaltning",
        description="Förvaltningen eller avdelningen som svarar för innehållet.",
        examples=["Socialförvaltningen", "Primärvården"],
    )
    diary_number: Annotated[Exact | None, MayBeBlank] = Field(
        None,
        alias="diarienummer",
        description="Ärendets nummer i aktörens eget diarium.",
        examples=["SN 2026/123", "RS 2026-00123"],
    )
    version: Annotated[Label | None, MayBeBlank] = Field(
        None, alias="version", description="Versionen som aktören själv räknar.", examples=["1.0", "2"]
    )
    decided_by: Annotated[Label | None, MayBeBlank] = Field(
        None,
        alias="beslutad_av",
        description="Vem som har beslutat: en nämnd eller en funktion, inte en persons namn.",
        examples=["Socialnämnden", "Verksamhetschef"],
    )
    decided_on: Annotated[Day | None, MayBeBlank] = Field(
        None, alias="beslutsdatum", description="Dagen för beslutet, ÅÅÅÅ-MM-DD.", examples=_DAYS
    )
    valid_from: Annotated[Day | None, MayBeBlank] = Field(
        None, alias="giltig_fran", description="Första dagen som det gäller, ÅÅÅÅ-MM-DD.", examples=_DAYS
    )
    valid_to: Annotated[LastDay | None, MayBeBlank] = Field(
        None,
        alias="giltig_till",
        description="Sista dagen som det gäller, ÅÅÅÅ-MM-DD, eller tills vidare.",
        examples=["2028-12-31", "tills vidare"],
    )
    replaces: Annotated[Label | None, MayBeBlank] = Field(
        None,
        alias="ersatter",
        description="Vad som slutar gälla, med nummer eller datum. Skriv ingen om inget ersätts.",
        examples=["ingen", "Version 1.0 från 2026-05-04"],
    )
    contact: Annotated[Label | None, MayBeBlank] = Field(
        None,
        alias="kontakt",
        description="Vart den vänder sig som har frågor: en funktion eller brevlåda, inte en person.",
        examples=["Kontaktcenter", "Registrator"],
    )
    law_date: Annotated[Day | None, MayBeBlank] = Field(
        None,
        alias="lagrum_granskade_per",
        description="Dagen då aktören senast läste lagrummen, ÅÅÅÅ-MM-DD.",
        examples=_DAYS,
    )
    history: Annotated[tuple[Revision, ...], NoList] = Field(
        (),
        alias="revisionshistorik",
        description="En rad för varje version, med version, datum och andring.",
    )
    digest: Annotated[ContentDigest | None, MayBeBlank] = Field(
        None,
        alias="innehall",
        description="Koden för innehållet som beslutet gäller, 16 tecken. processpil show decisions visar den.",
        examples=["0a1b2c3d4e5f6789", "9f8e7d6c5b4a3210"],
    )

    @property
    def is_adopted(self) -> bool:
        """True if the record says so; whether it may is for the checks and `holds_for`."""
        return self.status is DecisionStatus.ADOPTED

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that are still empty, in the order in which they are written."""
        return tuple(self.key(name) for name in DECIDED_FIELDS if not getattr(self, name))

    def holds_for(self, digest: str) -> bool:
        """True if this content was decided: adopted, no field empty, and the digest is the one decided on."""
        return self.is_adopted and not self.missing and self.digest == digest


DECIDED_FIELDS = tuple(name for name in Decision.model_fields if name not in {"origin", "actor", "release"})
"""What must be known of an adopted decision (users.md, 4.3): every field but those that it is found by."""


def until(end: datetime.date | OpenEnd) -> str:
    """The last day as it is printed: a date, or that there is none yet."""
    return end.value if isinstance(end, OpenEnd) else end.isoformat()
