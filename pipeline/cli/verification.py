"""What `processpil verify` found, told to a person or as JSON, and how the command ends."""

from __future__ import annotations

import json as json_form
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.exits import Exit
from pipeline.cli.machine import reason_of
from pipeline.cli.settings import Settings
from pipeline.cli.visible import as_json, path_line
from pipeline.cli.words import word

if TYPE_CHECKING:
    from pipeline.release.edition.judging import Judged
    from pipeline.release.edition.rebuilding import CannotRebuild, Rebuilding
    from pipeline.release.edition.register import Registered
    from pipeline.release.edition.verifying import Flaw, Verified

_MEGA = 1_000_000
# So many names of files stand in one sentence.
_NAMED = 5
_BAD = {"different", "not_made"}


@dataclass(slots=True)
class Found:
    """All that was found; `judged` and `rebuilt` are None where that was not asked for, or not reached.

    `no_history` is why nothing could be made once more at all.
    """

    folder: Path
    verified: Verified
    registered: Registered | None
    tag: str | None
    on_shelf: bool
    judged: Judged | None = None
    rebuilt: Rebuilding | None = None
    no_history: str = ""

    @property
    def name(self) -> str:
        """The release's name, as far as that is known."""
        frozen = self.verified.frozen
        return self.registered.name if self.registered else frozen.release if frozen else ""

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """What is wrong with bytes, names and the manifest."""
        return (*self.verified.flaws, *(self.judged.flaws if self.judged else ()))

    @property
    def failed(self) -> dict[str, CannotRebuild]:
        """Why the files of some releases could not be made once more."""
        return self.rebuilt.failed if self.rebuilt else {}

    def remade(self, *verdicts: str) -> list[str]:
        """The files with one of these verdicts."""
        files = self.rebuilt.files if self.rebuilt else ()
        return [one.path for one in files if one.verdict.value in verdicts]

    @property
    def exit(self) -> Exit:
        """How the command ends: what is wrong counts for more than what could not be tried."""
        if self.flaws or (self.judged and self.judged.findings) or self.remade(*_BAD):
            return Exit.FINDINGS
        return Exit.ENVIRONMENT if self.failed or self.no_history else Exit.DONE


def tell(settings: Settings, found: Found, json: bool) -> None:
    """Verdicts of a rebuild on stdout, all else on stderr; as JSON all on stdout."""
    if json:
        click.echo(as_json(_plain(settings, found)))
        return
    if found.rebuilt:
        for one in found.rebuilt.files:
            click.echo(f"{path_line(one.path)}\t{word('verify.verdicts', one.verdict.value)}")
    if found.judged and found.judged.findings:
        settings.tell_of(found.judged.files, _report(found.judged))
    is_bad = found.exit is not Exit.DONE
    lines = [*_of_bytes(found), *_of_gates(found), *_of_rebuild(found)] if is_bad or not settings.quiet else []
    click.echo("\n".join(lines), err=True, nl=bool(lines))


def _report(judged: Judged) -> Any:
    from pipeline.diagnostics import Report

    return Report.of(judged.findings)


def _of_bytes(found: Found) -> Iterator[str]:
    """What is wrong, or what it was compared with."""
    verified = found.verified
    if verified.flaws:
        yield (
            word("verify", "unsound", release=found.name)
            if found.name
            else word("verify", "nameless", folder=found.folder)
        )
        yield from (f"- {_sentence(flaw)}" for flaw in verified.flaws)
        yield word("verify", "what_to_do")
        return
    size = f"{verified.size / _MEGA:.1f}".replace(".", ",")
    yield word("verify", "sound", release=found.name, files=verified.files, size=size)
    if found.registered:
        yield word("verify", "registered")
    else:
        yield word("verify", "not_registered" if found.on_shelf else "not_compared", release=found.name)
    if found.tag:
        yield word("verify", "tagged", release=found.name)
    if found.registered and (withdrawn := found.registered.withdrawn):
        yield word("verify", "withdrawn", date=withdrawn.date, reason=withdrawn.reason)


def _of_gates(found: Found) -> Iterator[str]:
    if found.judged is None:
        return
    yield from (_sentence(flaw) for flaw in found.judged.flaws)
    if found.judged.findings:
        yield word("verify", "badly_judged")
    if found.judged.passed:
        yield word("verify", "judged", count=len(found.judged.passed))
    if found.judged.unjudged:
        yield word("verify", "unjudged", files=_named(found.judged.unjudged))


def _of_rebuild(found: Found) -> Iterator[str]:
    if equal := found.remade("equal"):
        yield word("verify", "rebuilt", count=len(equal))
    if same := found.remade("same_content"):
        yield word("verify", "same_content", files=_named(same))
    if bad := found.remade(*_BAD):
        yield word("verify", "not_equal", files=_named(bad))
    yield from (_why(release, fault) for release, fault in found.failed.items())
    if found.no_history:
        yield found.no_history
    if found.failed or found.no_history:
        yield word("verify", "instead")


def _why(release: str, fault: CannotRebuild) -> str:
    return word("verify.failed", fault.key, **{"release": release, **fault.details})


def _sentence(flaw: Flaw) -> str:
    details = dict(flaw.details)
    fault = details.pop("fault", None)
    if isinstance(fault, OSError):
        details["reason"] = reason_of(fault)
    return word("verify.found", flaw.key, **details)


def _named(files: Iterable[str]) -> str:
    """The first files by name, and how many more there are."""
    every = tuple(files)
    first, more = ", ".join(every[:_NAMED]), len(every) - _NAMED
    return word("verify", "and_more", files=first, more=more) if more > 0 else first


def _plain(settings: Settings, found: Found) -> dict[str, Any]:
    """Everything for a program; what was not tried is null."""
    judged, rebuilt, verified = found.judged, found.rebuilt, found.verified
    return {
        "release": found.name or None,
        "folder": found.folder.as_posix(),
        "sound": found.exit is Exit.DONE,
        "manifest_sha256": verified.manifest_sha256,
        "in_register": found.registered is not None,
        "withdrawn": bool(found.registered and found.registered.withdrawn),
        "tagged": found.tag is not None,
        "files": verified.files,
        "bytes": verified.size,
        "flaws": [{"kind": flaw.key, "file": flaw.details["file"], "message": _sentence(flaw)} for flaw in found.flaws],
        "findings": _findings(settings, judged) if judged else None,
        "judged": list(judged.passed) if judged else None,
        "not_judged": list(judged.unjudged) if judged else None,
        "rebuilt": (
            [{"path": one.path, "made_in": one.made_in, "verdict": one.verdict.value} for one in rebuilt.files]
            if rebuilt
            else None
        ),
        "not_rebuilt": [
            *(
                {"release": name, "kind": fault.key, "message": _why(name, fault)}
                for name, fault in found.failed.items()
            ),
            *([{"release": None, "kind": "no_history", "message": found.no_history}] if found.no_history else []),
        ],
    }


def _findings(settings: Settings, judged: Judged) -> Any:
    """The findings of the gates, in the form that `check` has for programs."""
    from pipeline.cli.reports import FORMATS, Telling
    from pipeline.release.project import fault_texts

    report = _report(judged)
    texts = fault_texts(settings.language, {finding.code for finding in report.findings})
    told = FORMATS["json"].told(Telling(report, texts, judged.files, settings.language, colour=False))
    return json_form.loads(told)
