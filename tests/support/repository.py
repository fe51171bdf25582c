"""A project in a git repository of its own, with no settings of the machine's user."""

import os
import subprocess
from pathlib import Path

_SETTINGS = {
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "t"), ("EMAIL", "t@t"))
    },
    **{"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    **{f"GIT_{who}_DATE": "2026-11-21T12:00:00Z" for who in ("AUTHOR", "COMMITTER")},
}


def git(root: Path, *arguments: str) -> str:
    """What git prints. Raises CalledProcessError."""
    environment = {**os.environ, **_SETTINGS}
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout.strip()


def committed(root: Path, message: str = "Text") -> str:
    """Everything in the folder committed, in a new repository if there is none; the commit."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")
