"""A project as read: programme, theme, papers and words, with everything that is wrong with them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline import checks
from pipeline.checks import Known
from pipeline.checks.scope import Gallery
from pipeline.compose import COMPOSERS, Composer
from pipeline.diagnostics import Report, diagnose
from pipeline.model import LayoutLock, Programme
from pipeline.reading import Reading, read_programme, read_value
from pipeline.release.font_files import font_findings
from pipeline.release.locks import is_lock, read_locks
from pipeline.release.pictures import read_pictures
from pipeline.release.plan import same_files
from pipeline.release.profiles import PROFILES
from pipeline.release.templates import read_templates
from pipeline.release.variants import VARIANTS
from pipeline.release.workspace import PAPERS_FILE, FontShelf, Workspace, languages, locale_file, opened
from pipeline.shapes import SHAPES
from pipeline.spans import Place
from pipeline.theme import Paper, PapersFile, Theme
from pipeline.values import Value
from pipeline.wording.faults import FaultTexts
from pipeline.wording.language import language_rules
from pipeline.writers import WRITERS

if TYPE_CHECKING:
    from pipeline.wording.explanations import Explanations
    from pipeline.wording.publications import Wording

# The language of the rules of writing; materials in more languages will ask for their own.
LANGUAGE = "sv"

# What begins the entry of a code in a file of sentences.
_ENTRY = b"\n- code: "

Held = TypeVar("Held", bound=Value)


@dataclass(frozen=True)
class Project:
    """What a folder holds. `programme` and `theme` are None where they could not be read; `report` says why.

    `locks` are those of maps that there are, by the names of the maps; `pictures` those in use, by their paths;
    `templates` the sound ones that the theme names, by their files. `released` is true of what is made for a release.
    """

    root: Path
    files: Mapping[str, bytes]
    programme: Programme | None
    theme: Theme | None
    papers: tuple[Paper, ...]
    fonts: FontShelf | None
    report: Report
    locks: Mapping[str, LayoutLock] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)
    released: bool = False

    def as_of(self, release: str, date: str) -> Project:
        """The same content as that release shows it, with the release's name and date (YYYY-MM-DD) on it."""
        if self.programme is None:
            raise ValueError(self.root)  # the caller releases only what was read whole
        stamp = {"release": release, "date": datetime.date.fromisoformat(date)}
        settings = self.programme.settings.model_copy(update=stamp)
        return replace(self, programme=replace(self.programme, settings=settings), released=True)

    def paper(self, name_id: str) -> Paper:
        """The paper with this id; raises StopIteration for an unknown one (checked)."""
        return next(paper for paper in self.papers if paper.name_id == name_id)


def read_project(root: Path, rules: Path | None = None, theme_file: Path | None = None) -> Project:
    """The project in a folder, read and checked; `rules` is read instead of its rules file, and so is `theme_file`.

    Raises NotAProject, or OSError.
    """
    workspace = opened(root, rules, theme_file)
    theme, theme_report = _style(workspace, workspace.theme_file, Theme)
    papers, papers_report = _style(workspace, PAPERS_FILE, PapersFile)
    shelf = FontShelf(root, theme.typeface) if theme else None
    covers = shelf.covers if shelf else _anything
    reading = read_programme(workspace.sources, "sources", covers)
    if reading.is_newer:
        return Project(root, workspace.files, None, theme, papers.papers if papers else (), shelf, reading.report)
    pictures, gallery = read_pictures(root, reading.actors)
    known = _known(papers, gallery)
    written = {path: data for path, data in workspace.sources.items() if not is_lock(path)}
    found = checks.run(reading.programme, reading.actors, known, written)
    locks = read_locks(workspace.sources, reading.programme, covers)
    looks = checks.look_report(theme, reading.programme, known) if theme else Report()
    fonts = Report.of(font_findings(shelf) if shelf else ())
    templates, unfit = read_templates(root, theme)
    doubled = Report.of(checks.twice(papers.papers, "name_id") if papers else ())
    report = theme_report + papers_report + reading.report + found + looks + fonts + unfit + doubled + locks.report
    if reading.programme and not report.has_errors:
        report += Report.of(same_files(reading.programme))
    report = report if report.has_errors else report + locks.note
    report = _exempted(report, reading, workspace.files)
    paper = papers.papers if papers else ()
    read = reading.programme, theme, paper, shelf, report
    return Project(root, workspace.files, *read, locks.by_map, pictures, templates)


def _exempted(report: Report, reading: Reading, files: Mapping[str, bytes]) -> Report:
    """The report without what the project's own rules excuse."""
    if not reading.rules.exemptions:
        return report
    from pipeline.checks.exemptions import Exempted, codes_in  # noqa: PLC0415 - few projects excuse anything

    codes = codes_in(locale_file(LANGUAGE, "faults.yaml")[1])
    return Exempted(reading.rules, reading.programme, reading.actors, tuple(files), codes).report(report)


def _anything(_char: str) -> bool:
    """Without a theme there is no font to ask; the theme's own fault is told instead."""
    return True


def _style(workspace: Workspace, path: str, cls: type[Held]) -> tuple[Held | None, Report]:
    data = workspace.files.get(path)
    if data is None:
        return None, Report.of([diagnose("U606", Place(path, 0, 0), file=path)])
    return read_value(path, data, cls, _anything)


def _known(papers: PapersFile | None, gallery: Gallery) -> Known:
    return Known(
        papers=frozenset(paper.name_id for paper in papers.papers) if papers else frozenset(),
        formats={kind: formats_of(composer) for kind, composer in COMPOSERS.items()},
        shapes=frozenset(SHAPES),
        languages=languages(),
        language=language_rules(locale_file(LANGUAGE, "language.toml")[1].decode("utf-8")),
        condensed=frozenset(kind for kind, composer in COMPOSERS.items() if composer.condensed),
        gallery=gallery,
        takes={kind: composer.takes for kind, composer in COMPOSERS.items()},
        profiles=frozenset(PROFILES),
        variants={variant.name_id: variant.formats for variant in VARIANTS.values()},
        paper_sizes={paper.name_id: (paper.width, paper.height) for paper in papers.papers} if papers else {},
    )


def formats_of(composer: Composer) -> frozenset[str]:
    """The formats that accept what the composer gives."""
    return frozenset(writer.format for writer in WRITERS.values() if composer.gives in writer.accepts)


def fault_texts(language: str, codes: Collection[str] | None = None) -> FaultTexts:
    """The sentences of these codes, or of all: `check` tells a dozen of two hundred and reads no more."""
    return _locale(language, "faults.yaml", FaultTexts, lambda data: data if codes is None else _of_codes(data, codes))


def _of_codes(data: bytes, codes: Collection[str]) -> bytes:
    """The head of a file of sentences, and the entries of these codes."""
    head, *entries = data.split(_ENTRY)
    wanted = [entry for entry in entries if entry[:4].decode("ascii") in codes]
    return _ENTRY.join([head, *wanted]) if wanted else head.replace(b"\nfaults:", b"\nfaults: []")


@cache
def explanations(language: str) -> Explanations:
    """What lies behind all codes."""
    from pipeline.wording.explanations import Explanations  # noqa: PLC0415 - check needs none of them

    return _locale(language, "explanations.yaml", Explanations)


def wording(language: str) -> Wording:
    """The fixed texts of publications."""
    from pipeline.wording.publications import Wording  # noqa: PLC0415 - check needs none of them

    return _locale(language, "texts.yaml", Wording)


def _locale(language: str, name: str, cls: type[Held], part: Callable[[bytes], bytes] = bytes) -> Held:
    path, data = locale_file(language, name)
    value, report = read_value(path, part(data), cls, _anything)
    if value is None:  # a fault of the program itself, not of its user
        raise ValueError(str(report.findings))
    return value
