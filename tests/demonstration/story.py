"""Two releases of a project and a withdrawal, told by the commands themselves in a repository of their own.

Between the releases a draft is built with the sources as they were and as they are: two drafts that differ only in
what was changed say, without asking the code of releases, which files must be made anew.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST, SECOND = "2026.1", "2026.2"
FIRST_DATE, SECOND_DATE, WITHDRAWN = "2026-11-21", "2027-01-15", "2027-02-01"
PAGE = "gallande.html"
ADDRESS = "https://example.org/gallande.html"
REASON = "Frågan om arbetsplats var fel ställd."
# The clock is the day of the withdrawal; no other part of a release knows of one.
_PROGRAM = "import pipeline.release.clock as c, pipeline.cli as p; c.today = lambda: {day!r}; p.main()"
# The same author at the same time: the commits, and with them the manifests, are the same in every telling.
_WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Processledare"), ("EMAIL", "p@example.org"), ("DATE", "2026-11-21T12:00:00Z"))
}


@dataclass(frozen=True)
class Change:
    """A passage of a source file that is written otherwise."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Tale:
    """A project (the folder with its sources and styles), what is changed between the releases, and words of that.

    `gone` and `come` are texts that stand on every sheet that shows the change, before it and after it.
    """

    home: Path
    changes: tuple[Change, ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """A command as it was written, what it said, and how it ended."""

    command: str
    out: str
    err: str
    code: int


@dataclass
class Scene:
    """The repository, and what was said there so far."""

    folder: Path
    said: list[Said] = field(default_factory=list)

    @property
    def output(self) -> Path:
        """The folder of the releases."""
        return self.folder / "output"

    def run(self, command: str, *arguments: str, wanted: int = 0) -> Said:
        """A command in the project's folder, which must end as wanted."""
        program = [sys.executable, "-c", _PROGRAM.format(day=WITHDRAWN)] if command == "processpil" else [command]
        done = subprocess.run(
            [*program, *arguments],
            cwd=self.folder,
            env={**os.environ, **_WHO, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        shown = " ".join(f'"{one}"' if re.search(r"\s", one) else one for one in (command, *arguments))
        said = Said(shown, done.stdout, done.stderr, done.returncode)
        assert said.code == wanted, f"{shown}: {said.code}\n{said.out}{said.err}"
        self.said.append(said)
        return said

    def change(self, change: Change) -> None:
        """Write a passage otherwise; it must stand there once."""
        file = self.folder / change.file
        text = file.read_text(encoding="utf-8")
        assert text.count(change.old) == 1, (change.file, change.old, text.count(change.old))
        file.write_text(text.replace(change.old, change.new), encoding="utf-8")

    def commit(self, words: str) -> None:
        """Everything into git."""
        self.run("git", "add", "--all")
        self.run("git", "commit", "--quiet", "--message", words)

    def tag(self, release: Said) -> None:
        """The tag that the release asks for, by the command that it prints last."""
        self.run(*shlex.split(release.err.splitlines()[-1]))

    def draft(self, name: str) -> None:
        """All publications as a draft beside the project."""
        self.run("processpil", "-q", "build", "--out", str(self.folder.parent / name))


def told(tale: Tale, folder: Path) -> Scene:
    """The whole tale in an empty folder: 2026.1, the changes, 2026.2, the withdrawal of 2026.1, and both verified.

    The page of what is current before the withdrawal is kept beside the project.
    """
    scene = _begun(tale, folder)
    scene.run("processpil", "layout", "--update")
    scene.draft("before")
    scene.commit(f"Utgåvan {FIRST}")
    scene.tag(scene.run("processpil", "release", FIRST))
    for change in tale.changes:
        scene.change(change)
    scene.run("processpil", "layout", "--update")
    scene.draft("after")
    scene.change(Change("sources/program.yaml", f"utgava: '{FIRST}'", f"utgava: '{SECOND}'"))
    scene.change(Change("sources/program.yaml", f"datum: '{FIRST_DATE}'", f"datum: '{SECOND_DATE}'"))
    scene.commit(f"Utgåvan {SECOND}")
    scene.tag(scene.run("processpil", "release", SECOND))
    shutil.copyfile(scene.output / PAGE, folder / PAGE)
    scene.run("processpil", "withdraw", FIRST, "--reason", REASON)
    scene.run("processpil", "list")
    scene.run("processpil", "latest")
    for name in (FIRST, SECOND):
        scene.run("processpil", "verify", name)
    return scene


def _begun(tale: Tale, folder: Path) -> Scene:
    """The project in a repository, with a name for its release and an address for its printouts."""
    project = folder / "projekt"
    for name in ("sources", "styles"):
        shutil.copytree(tale.home / name, project / name)
    (project / ".gitignore").write_text("/output/\n", encoding="utf-8")
    scene = Scene(project)
    settings = project / "sources/program.yaml"
    text = re.sub(r"^utgava: .*\n", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    scene.change(Change("sources/program.yaml", "webbadress: null\n", f"webbadress: {ADDRESS}\nutgava: '{FIRST}'\n"))
    text = re.sub(r"^datum: .*\n", f"datum: '{FIRST_DATE}'\n", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    scene.run("git", "init", "--quiet")
    return scene
