"""How findings are told: one line for each format, and the file that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.diagnostics import Report
    from pipeline.wording.faults import FaultTexts


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be told: the findings, the words for them in `language`, and the files that were read."""

    report: Report
    texts: FaultTexts
    files: Mapping[str, bytes]
    language: str = "sv"
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A format. Its module has a function `told`; one for other programs (`is_data`) goes to stdout."""

    module: str
    is_data: bool

    def told(self, telling: Telling) -> str:
        """The findings in this format. The module is loaded now: `check` pays only for the format it uses."""
        from pipeline.cli.reports.discreet import discreet

        make: Callable[[Telling], str] = import_module(f"pipeline.cli.reports.{self.module}").told
        return make(replace(telling, report=discreet(telling.report)))


FORMATS: Mapping[str, Format] = {
    "full": Format("full", is_data=False),
    "short": Format("short", is_data=False),
    "json": Format("json", is_data=True),
    "github": Format("github", is_data=True),
    "sarif": Format("sarif", is_data=True),
}
