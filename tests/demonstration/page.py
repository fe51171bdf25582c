"""The page in docs that tells what was done, what became of every file, and what a reader sees."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tests.demonstration.compared import Compared
from tests.demonstration.pictures import View, stamped
from tests.demonstration.story import FIRST, REASON, SECOND, Said, Scene, Tale

_HEAD = f"""\
# Demonstration: two releases and a withdrawal

Written by `nox -s demonstration` from `tests/demonstration/`; nothing here was written by hand. In a new git
repository with a copy of the real sources, {FIRST} was made; then a decision was worded otherwise and a step was added
at Stockholms stad; {SECOND} was made; {FIRST} was withdrawn. How to do the same is in
[chapter 15 of the handbook](../handbok/15-ge-ut-en-utgava.md).
"""
_FILES = """\
## What became of every file in {second}

{carried} of {count} files were carried over: the same bytes, the same name, the same stamp as in {first}. {anew} were
made anew.

Two drafts, built before and after the changes and otherwise alike, say independently which files show a change: their
bytes differ. The words of the changes, old and new, were looked for by readers that are not ours (pdftotext; the text
in the markup of Word, SVG and HTML; a map in Word is an outlined drawing, in which they find none).

Files that disagree with the drafts or the readers: **{wrong}**.

| sheet | formats | in this release | the two drafts | words of the changes that it shows |
|---|---|---|---|---|"""
_SEEN = """\
## Is my printout current?

`gallande.html` on a telephone, at the address in the sheet's QR code. The reason given for the withdrawal:
{reason}

| sheet | address | what the page says |
|---|---|---|"""
_PICTURES = {
    "galler": f"A sheet that {SECOND} made anew.",
    "oforandrad": f"A sheet of {FIRST} that {SECOND} carried over.",
    "ersatt": f"A sheet of {FIRST} that {SECOND} made anew.",
    "aterkallad": f"The same sheet after {FIRST} was withdrawn.",
    "aterkallad-men-oforandrad": f"The carried-over sheet after {FIRST} was withdrawn.",
}
_LONGEST = 12  # files in a command's list
_CHECKED = re.compile(r".* vid kontroll av \d+ filer\n", re.DOTALL)  # the warnings about the sources, left out


def page(tale: Tale, scene: Scene, files: Sequence[Compared], views: Sequence[View]) -> str:
    """The whole page as Markdown."""
    parts = [_HEAD, _changes(tale), _commands(scene.said), _files(files), _stamps(files), _seen(views)]
    return "\n".join(parts)


def _changes(tale: Tale) -> str:
    lines = ["## What was changed between the releases\n"]
    for change in tale.changes:
        lines += [f"In `{change.file}`:\n", "```diff", *_diff(change.old, change.new), "```\n"]
    return "\n".join(lines)


def _diff(old: str, new: str) -> Iterator[str]:
    """The lines of both that are not the same, marked as diff does."""
    before, after = old.splitlines(), new.splitlines()
    yield from (f"- {line}" for line in before if line not in after)
    yield from (f"{' ' if line in before else '+'} {line}" for line in after)


def _commands(said: Sequence[Said]) -> str:
    lines = ["## What was done, and what the program said\n", "```text"]
    for one in said:
        if one.command.startswith("processpil -q build"):
            continue  # the drafts are ours, to compare with
        lines.append(f"$ {one.command}")
        listed = one.out.splitlines()
        if len(listed) > _LONGEST:
            listed = [*listed[:2], f"... ({len(listed)} files)"]
        lines += [*listed, *_CHECKED.sub("", one.err).splitlines()]
    return "\n".join([*lines, "```\n"])


def _files(files: Sequence[Compared]) -> str:
    carried = sum(one.is_carried for one in files)
    numbers = {"carried": carried, "count": len(files), "anew": len(files) - carried}
    wrong = sum(not one.is_right for one in files)
    lines = [_FILES.format(first=FIRST, second=SECOND, wrong=wrong, **numbers)]
    for anchor, group in groupby(files, key=lambda one: one.anchor):
        lines += _rows(anchor, tuple(group))
    return "\n".join([*lines, ""])


def _rows(anchor: str, group: Sequence[Compared]) -> Iterator[str]:
    """A row for the formats of a sheet that fared alike."""
    for carried in (True, False):
        alike = [one for one in group if one.is_carried == carried]
        if not alike:
            continue
        fate = f"carried over from {alike[0].made_in}" if carried else "made anew"
        drafts = ", ".join(sorted({"same" if one.drafts_agree else "differ" for one in alike}))
        shown = "; ".join(dict.fromkeys(word for one in alike for word in one.shows)) or "none"
        formats = ", ".join(dict.fromkeys(one.format for one in alike))
        yield f"| `{anchor}` | {formats} | {fate} | {drafts} | {shown} |"


def _stamps(files: Sequence[Compared]) -> str:
    lines = [
        "## The stamps of three sheets\n",
        "As pdftotext reads them, and the foot of each sheet as pdftoppm draws it.\n",
    ]
    for one in stamped(files):
        lines += [f"`{SECOND}/{one.path}`: {one.stamp}\n", f"![The foot of {one.anchor}]({one.anchor}.png)\n"]
    return "\n".join(lines)


def _seen(views: Sequence[View]) -> str:
    lines = [_SEEN.format(reason=REASON)]
    for view in views:
        lines.append(f"| {_PICTURES[view.name]} | `#{view.anchor}` | ![{_PICTURES[view.name]}]({view.name}.png) |")
    return "\n".join([*lines, ""])
