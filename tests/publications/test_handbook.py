"""The handbook does what it says: its commands are run, its outputs compared, its excerpts looked for in the files.

A page is followed from top to bottom in an empty folder. What a reader does in an editor stands in comments that
readers do not see: `<!-- test: replace FILE: OLD => NEW -->`, `<!-- test: insert FILE before: LINE -->` with the next
excerpt, `<!-- test: new project NAME EXAMPLE -->`, `<!-- test: copy FILE FILE -->`, `<!-- test: exit N -->` for the
next command, and `<!-- test: only an example -->` for an excerpt that stands in no file.
Codes of content change with the sources: a page may show others, and the reader writes those that were said.
"""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from os import environ
from pathlib import Path

import pytest

from pipeline.cli.swedish import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbok"
PAGES = sorted(HANDBOOK.glob("[0-9]*.md"), key=lambda page: int(page.stem.partition("-")[0]))

PARTS = re.compile(r"^<!-- test: (?P<note>[^\n]+) -->$|^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)

CODE = re.compile(r"\b[0-9a-f]{16}\b")

PROGRAMS = {"processpil": [sys.executable, "-m", "pipeline"], "git": ["git"]}
# A reader of git has said who they are; a machine that runs tests may not have.
WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Processledare"), ("EMAIL", "processledare@example.org"))
}


class Reader:
    """Someone who follows a page: the folder they are in, and what the last command said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""
        self.exit = 0
        self.insertion: tuple[Path, str] | None = None
        self.is_example = False
        self.codes: dict[str, str] = {}

    def note(self, text: str) -> None:
        word, _, rest = text.partition(" ")
        match word:
            case "new":
                _, name, example = rest.split()
                self.run(f"processpil init {name} --example {example}")
                self.folder /= name
            case "replace":
                name, _, change = rest.partition(": ")
                old, new = (part.replace("\\n", "\n") for part in change.split(" => "))
                self.edit(self.folder / name, old, new)
            case "insert":
                name, line = rest.split(" before: ")
                self.insertion = (self.folder / name, line)
            case "copy":
                source, target = (self.folder / path for path in rest.split())
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(source, target)
            case "exit":
                self.exit = int(rest)
            case "only":
                self.is_example = True
            case _:
                raise AssertionError(text)

    def edit(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        told = CODE.sub(lambda code: self.codes.get(code[0], code[0]), new)
        path.write_text(text.replace(old, told), encoding="utf-8")

    def run(self, command: str) -> None:
        program, *arguments = shlex.split(command)
        if program == "cd":
            self.folder /= arguments[0]
            return
        wanted, self.exit = self.exit, 0
        done = subprocess.run(
            [*PROGRAMS[program], *arguments],
            cwd=self.folder,
            env={**environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", **WHO},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        self.said = done.stdout + done.stderr
        assert done.returncode == wanted, f"{command}: {done.returncode}\n{self.said}"

    def compare(self, shown: str) -> None:
        """Every line shown must stand in what was said, in this order; a line with dots alone leaves some out."""
        said = iter(self.said.splitlines())
        for line in shown.splitlines():
            assert line == "…" or any(self.is_said(line, other) for other in said), f"{line!r}\n{self.said}"

    def is_said(self, shown: str, said: str) -> bool:
        """True if the lines are the same but for codes of content, which are kept."""
        if CODE.sub("", shown).rstrip() != CODE.sub("", said).rstrip():
            return False
        self.codes |= dict(zip(CODE.findall(shown), CODE.findall(said), strict=True))
        return True

    def excerpt(self, body: str) -> None:
        if self.insertion:
            (path, line), self.insertion = self.insertion, None
            self.edit(path, line, body + line)
        elif self.is_example:
            self.is_example = False
        else:
            wanted = body.splitlines()
            assert any(_shows(path, wanted) for path in self.folder.rglob("*.yaml")), body


def _shows(path: Path, wanted: list[str]) -> bool:
    """True if the file has these lines in this order, perhaps with others between them and indented otherwise."""
    lines = (line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines())
    return all(any(line.strip(" -") == other for other in lines) for line in wanted)


def parts(page: Path) -> Iterator[tuple[str, str]]:
    """The notes and code blocks of a page in order: kind and text."""
    for match in PARTS.finditer(page.read_text(encoding="utf-8")):
        yield ("note", match["note"]) if match["note"] else (match["kind"], match["body"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(page: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for kind, text in parts(page):
        match kind:
            case "note":
                reader.note(text)
            case "bash":
                for command in text.splitlines():
                    reader.run(command)
            case "text":
                reader.compare(text)
            case "yaml":
                reader.excerpt(text)
            case _:
                raise AssertionError(kind)


def test_every_chapter_stands_in_the_contents() -> None:
    contents = (HANDBOOK / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\d[^)]+)\)", contents) == [page.name for page in PAGES]
    assert len(PAGES) == 15


def test_every_command_in_the_program_is_in_the_handbook() -> None:
    """A command that no chapter shows would be found by nobody."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in COMMANDS if f"processpil {name}" not in text] == []
