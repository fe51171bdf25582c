"""The page that says if a printed sheet is current, and the note beside a withdrawn release: states put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pipeline.release.edition.currency import ReleaseState, SheetState, State, states
from pipeline.release.edition.frozen import Frozen, FrozenArtefact
from pipeline.release.edition.register import Register, Registered
from pipeline.release.project import wording
from pipeline.wording.current_page import CurrentPageWords
from pipeline.writers.html.current_gate import checked
from pipeline.writers.html.current_page import CurrentPage, PageFile, PageRelease, PageSheet, rendered
from pipeline.writers.written import Finding


def current_page(register: Register, manifests: Mapping[str, Frozen], notes: Mapping[str, str]) -> bytes:
    """The page about all releases of the register; `notes` are their texts about what is new, where they have any.

    Its words are in the language of the newest release. Raises IndexError for a register without releases, and
    ValueError for a page in which the gate finds something, which is a fault of the program.
    """
    page = page_of(register, manifests, notes)
    data = rendered(page)
    if found := checked_current_page(data, page, manifests):
        raise ValueError(found)
    return data


def checked_current_page(data: bytes, page: CurrentPage, manifests: Mapping[str, Frozen]) -> tuple[Finding, ...]:
    """Everything wrong with a page about these releases; empty for a good one.

    Places and links are asked of the manifests, not of the states: each sheet has its place, once.
    """
    artefacts = [(name, one) for name, frozen in manifests.items() for one in frozen.artefacts]
    places = {f"{name}/{one.anchor}" for name, one in artefacts}
    return checked(data, page, places, {_address(name, one) for name, one in artefacts})


def page_of(register: Register, manifests: Mapping[str, Frozen], notes: Mapping[str, str]) -> CurrentPage:
    """What the page says, in words."""
    newest = manifests[register.releases[-1].name]
    words, latest = wording(newest.language).current_page, register.latest
    found = _Worded(words, newest.language)
    return CurrentPage(
        language=newest.language,
        title=words.title,
        full_title=words.of_programme.format(title=words.title, programme=newest.programme),
        programme=newest.programme,
        skip=words.skip,
        lead=words.lead,
        how=words.how,
        unknown=words.unknown,
        latest=words.latest.format(release=latest.name, date=_whole(latest.date)) if latest else words.none_valid,
        heading=words.releases,
        notes=words.notes,
        releases=tuple(
            found.release(one, manifests[one.registered.name], notes.get(one.registered.name, ""))
            for one in states(register, manifests)
        ),
    )


def withdrawal_note(registered: Registered, language: str) -> bytes:
    """The note beside a withdrawn release; raises ValueError for one that is not withdrawn."""
    if registered.withdrawn is None:
        raise ValueError(registered.name)
    words, gone = wording(language).current_page, registered.withdrawn
    said = words.note.format(release=registered.name, date=gone.date, reason=gone.reason)
    return f"{said}\n\n{words.note_files.format(release=registered.name)}\n{words.note_now}\n".encode()


def _whole(date: str) -> str:
    """A date that no line breaks in."""
    return date.replace("-", "\u2011")


def _address(release: str, file: FrozenArtefact) -> str:
    return quote(f"{release}/{file.path}")


_ALL = "alla"
_BLANK_LINES = re.compile(r"\n\s*\n")


def _order(sheet: SheetState) -> tuple[bool, str, str, str]:
    """Sheets of all actors first, then actor by actor."""
    first = sheet.files[0]
    return (first.actor != _ALL, first.actor, first.publication, sheet.anchor)


def _by_use(file: FrozenArtefact) -> tuple[bool, str, str]:
    """What is printed first."""
    return (file.format != "pdf", file.format, file.variant or "")


@dataclass(frozen=True, slots=True)
class _Worded:
    """States in words; `language` is that of the words."""

    words: CurrentPageWords
    language: str

    def release(self, found: ReleaseState, frozen: Frozen, notes: str) -> PageRelease:
        """A release with its sheets."""
        one, words = found.registered, self.words
        return PageRelease(
            name=one.name,
            title=words.release.format(release=one.name),
            date=words.dated.format(date=_whole(one.date)),
            brief=self._brief(found),
            state=self._of_release(found),
            is_withdrawn=one.withdrawn is not None,
            language=self._other(frozen.language),
            notes=tuple(part for part in _BLANK_LINES.split(notes.strip()) if part),
            sheets=tuple(self._sheets(found)),
        )

    def _other(self, language: str) -> str:
        """The language, if it is not that of the page."""
        return "" if language == self.language else language

    def _brief(self, found: ReleaseState) -> str:
        if found.registered.withdrawn:
            return self.words.brief_withdrawn
        return self.words.brief_latest if found.is_latest else self.words.brief_older

    def _of_release(self, found: ReleaseState) -> str:
        gone, words = found.registered.withdrawn, self.words
        if gone:
            return words.is_withdrawn.format(date=_whole(gone.date), reason=gone.reason)
        return words.is_latest if found.is_latest else words.is_older.format(latest=found.latest)

    def _sheets(self, found: ReleaseState) -> Iterator[PageSheet]:
        actor = None
        for sheet in sorted(found.sheets, key=_order):
            yield self._sheet(found, sheet, sheet.files[0].actor != actor)
            actor = sheet.files[0].actor

    def _sheet(self, release: ReleaseState, found: SheetState, is_first: bool) -> PageSheet:
        """A sheet: what holds of it, why, and what to do."""
        words, first = self.words, found.files[0]
        stamps = (words.stamp.format(release=made_in, code=code) for made_in, code in found.stamps)
        return PageSheet(
            anchor=f"{release.registered.name}/{found.anchor}",
            title=words.sheet.format(title=first.title, paper=first.paper) if first.paper else first.title,
            language=self._other(first.language),
            is_first=is_first,
            key=found.state.value,
            state=getattr(words.state, found.state.value),
            why=self._why(release, found),
            todo=self._todo(found),
            printed=words.printed.format(stamp=f" {words.either} ".join(stamps)),
            files=tuple(self._files(release, found)),
        )

    def _todo(self, found: SheetState) -> str:
        words = self.words.state
        if found.state is State.CURRENT:
            return words.keep
        return words.throw if found.now else words.throw_only

    def _why(self, release: ReleaseState, found: SheetState) -> str:
        words, one = self.words.state, release.registered
        gaps = {"release": one.name, "latest": release.latest, "since": found.since}
        match found.state:
            case State.CURRENT if release.is_latest:
                return self._carried(release, found)
            case State.CURRENT:
                return (words.is_unchanged_though if one.withdrawn else words.is_unchanged).format(**gaps)
            case State.REPLACED:
                return words.is_replaced.format(**gaps)
            case State.GONE:
                return words.is_gone.format(**gaps)
        gone = one.withdrawn
        return words.is_withdrawn.format(**gaps, date=_whole(gone.date), reason=gone.reason) if gone else ""

    def _carried(self, release: ReleaseState, found: SheetState) -> str:
        """Of a sheet in the newest release: which release made it, if that was an earlier one."""
        words, makers = self.words.state, {made_in for made_in, _ in found.stamps}
        if len(makers) == 1 and release.registered.name not in makers:
            return words.is_carried.format(made_in=makers.pop())
        return words.is_latest

    def _files(self, release: ReleaseState, found: SheetState) -> Iterator[PageFile]:
        """The files to use: those of the newest valid release. Of a withdrawn one none is ever linked."""
        for one in sorted(found.now, key=_by_use):
            label = self.words.file if release.is_latest else self.words.file_now
            name = release.latest or ""
            yield PageFile(label.format(release=name, form=self._form(one)), _address(name, one))

    def _form(self, one: FrozenArtefact) -> str:
        words = self.words
        forms = {"pdf": words.pdf, "docx": words.docx, "svg": words.svg, "html": words.html}
        form = forms.get(one.format, one.format.upper())
        return words.editable.format(form=form) if one.variant else form
