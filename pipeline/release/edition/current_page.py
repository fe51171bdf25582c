"""The page that says if a printed sheet is current, and the note beside a withdrawn release: states put into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.release.edition.currency import ReleaseState, SheetState, State, states
from pipeline.release.edition.frozen import Frozen, FrozenArtefact
from pipeline.release.edition.register import Register, Registered
from pipeline.release.project import wording
from pipeline.wording.current_page import CurrentPageWords
from pipeline.writers.html.current_page import CurrentPage, PageFile, PageRelease, PageSheet, rendered


def current_page(register: Register, manifests: Mapping[str, Frozen], notes: Mapping[str, str]) -> bytes:
    """The page about all releases of the register; `notes` are their texts about what is new, where they have any.

    Its words are in the language of the newest release. Raises IndexError for a register without releases.
    """
    newest = manifests[register.releases[-1].name]
    words = wording(newest.language).current_page
    latest = register.latest
    found = _Worded(words, manifests)
    page = CurrentPage(
        language=newest.language,
        title=words.title,
        full_title=words.of_programme.format(title=words.title, programme=newest.programme),
        programme=newest.programme,
        skip=words.skip,
        lead=words.lead,
        how=words.how,
        latest=words.latest.format(release=latest.name, date=latest.date) if latest else words.none_valid,
        heading=words.releases,
        notes=words.notes,
        releases=tuple(found.release(one, notes.get(one.registered.name, "")) for one in states(register, manifests)),
    )
    return rendered(page)


def withdrawal_note(registered: Registered, language: str) -> bytes:
    """The note beside a withdrawn release; raises ValueError for one that is not withdrawn."""
    if registered.withdrawn is None:
        raise ValueError(registered.name)
    words, gone = wording(language).current_page, registered.withdrawn
    said = words.note.format(release=registered.name, date=gone.date, reason=gone.reason)
    return f"{said}\n\n{words.note_files.format(release=registered.name)}\n{words.note_now}\n".encode()


@dataclass(frozen=True, slots=True)
class _Worded:
    """States in words."""

    words: CurrentPageWords
    manifests: Mapping[str, Frozen]

    def release(self, found: ReleaseState, notes: str) -> PageRelease:
        """A release with its sheets, those of all actors first."""
        one, words = found.registered, self.words
        sheets = sorted(found.sheets, key=_order)
        return PageRelease(
            name=one.name,
            title=words.release.format(release=one.name),
            date=words.dated.format(date=one.date),
            state=self._of_release(found),
            is_withdrawn=one.withdrawn is not None,
            notes=tuple(part for part in notes.split("\n\n") if part.strip()),
            sheets=tuple(self.sheet(found, sheet) for sheet in sheets),
        )

    def _of_release(self, found: ReleaseState) -> str:
        one, words = found.registered, self.words
        if one.withdrawn:
            return words.is_withdrawn.format(date=one.withdrawn.date, reason=one.withdrawn.reason)
        if found.is_latest:
            return words.is_latest
        latest = next((sheet.instead for sheet in found.sheets), None)
        return words.is_older.format(latest=latest)

    def sheet(self, release: ReleaseState, found: SheetState) -> PageSheet:
        """A sheet: what holds of it, why, and what to do."""
        words, first = self.words, found.files[0]
        is_current = found.state is State.CURRENT
        state = words.state
        todo = state.keep if is_current else state.throw if found.now else state.throw_only
        return PageSheet(
            anchor=f"{release.registered.name}/{found.anchor}",
            title=words.sheet.format(title=first.title, paper=first.paper) if first.paper else first.title,
            key=found.state.value,
            state=getattr(state, found.state.value),
            why=self._why(release, found),
            todo=todo,
            code=words.code.format(code=found.code),
            printed=words.printed.format(release=found.made_in, code=found.code),
            files=tuple(self._files(release, found)),
        )

    def _why(self, release: ReleaseState, found: SheetState) -> str:
        words, one = self.words.state, release.registered
        gaps = {"release": one.name, "latest": found.instead, "made_in": found.made_in, "since": found.since}
        if found.state is State.CURRENT:
            if release.is_latest:
                return (words.is_latest if found.made_in == one.name else words.is_carried).format(**gaps)
            return (words.is_unchanged_though if one.withdrawn else words.is_unchanged).format(**gaps)
        if one.withdrawn:
            return words.is_withdrawn.format(release=one.name, date=one.withdrawn.date, reason=one.withdrawn.reason)
        return (words.is_replaced if found.state is State.REPLACED else words.is_gone).format(**gaps)

    def _files(self, release: ReleaseState, found: SheetState) -> Iterator[PageFile]:
        """The files to use: of the newest valid release if it has the sheet; of a withdrawn one none of its own."""
        name = found.instead or release.registered.name
        is_other = name != release.registered.name
        for one in sorted(found.now, key=_by_use):
            form = self._form(one)
            said = (
                self.words.file_now.format(release=name, form=form) if is_other else self.words.file.format(form=form)
            )
            yield PageFile(said.format(release=name, form=form), f"{name}/{one.path}")

    def _form(self, one: FrozenArtefact) -> str:
        words = self.words
        forms = {"pdf": words.pdf, "docx": words.docx, "svg": words.svg, "html": words.html}
        form = forms.get(one.format, one.format.upper())
        return words.editable.format(form=form) if one.variant else form


_ALL = "alla"


def _order(sheet: SheetState) -> tuple[bool, str, str]:
    """Sheets of all actors first, then actor by actor."""
    first = sheet.files[0]
    return (first.actor != _ALL, first.actor, sheet.anchor)


def _by_use(file: FrozenArtefact) -> tuple[bool, str, str]:
    """What is printed first."""
    return (file.format != "pdf", file.format, file.variant or "")
