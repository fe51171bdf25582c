"""Completion: the scripts, and what the program answers them."""

import os
import shutil
import subprocess
import sys

import pytest

from pipeline.cli import main
from pipeline.cli.completions import SHELLS
from tests.support.real import ROOT


@pytest.fixture
def run(capfdbinary):
    """Runs the program; its exit code, stdout and stderr."""

    def call(*arguments):
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return end.value.code, out.decode(), err.decode()

    return call


@pytest.fixture
def ask(run, monkeypatch):
    """What is proposed for a line, whose last word (which may be empty) is being typed."""

    def call(*words, shell="bash"):
        monkeypatch.setenv("_PROCESSPIL_COMPLETE", f"{shell}_complete")
        is_powershell = shell == "powershell"
        monkeypatch.setenv("COMP_WORDS", "\n".join(words) if is_powershell else " ".join(["processpil", *words]))
        monkeypatch.setenv("COMP_CWORD", words[-1] if is_powershell else str(len(words)))
        code, out, err = run()
        assert (code, err) == (0, "")
        return [line.removeprefix("plain,") for line in out.splitlines() if line]

    return call


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script_that_asks_the_program(run, shell):
    code, out, err = run("completions", shell)
    assert (code, err) == (0, "")
    assert "_PROCESSPIL_COMPLETE" in out
    assert f"{shell}_complete" in out
    assert "processpil" in out
    assert "%(" not in out


def test_another_shell_is_told_which_there_are(run):
    code, _, err = run("completions", "csh")
    assert code == 2
    assert "bash, zsh, fish, powershell" in err


def test_the_help_says_where_the_script_belongs(run):
    out = run("completions", "--help")[1]
    for place in ("bash-completion/completions/processpil", ".zfunc/_processpil", "processpil.fish", "$PROFILE"):
        assert place in out


@pytest.mark.parametrize("shell", ["bash", "powershell"])
def test_ids_of_the_project_are_proposed(ask, monkeypatch, shell):
    monkeypatch.chdir(ROOT)
    assert {"affisch", "karta", "handout"} <= set(ask("build", "", shell=shell))
    assert ask("build", "ka", shell=shell) == ["karta"]
    assert ask("build", "--actor", "fors", shell=shell) == ["forsakringskassan"]
    assert "P103" in ask("explain", "P1", shell=shell)
    assert "check" in ask("", shell=shell)
    assert "--actor" in ask("build", "--a", shell=shell)


def test_formats_are_proposed_one_after_the_other(ask):
    assert ask("build", "--to", "") == ["svg", "pdf", "docx", "html"]
    assert ask("build", "--to", "svg,d") == ["svg,docx"]


def test_the_folder_that_was_named_is_looked_in(ask, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "karta" in ask("-C", str(ROOT), "build", "")


@pytest.mark.parametrize(
    "broken", [None, b"publikationer: [", b"publikationer: 1", b"- 1", b"publikationer:\n- 1", b"\xff"]
)
def test_without_a_project_or_with_a_broken_one_there_is_nothing_and_no_message(ask, tmp_path, monkeypatch, broken):
    monkeypatch.chdir(tmp_path)
    if broken is not None:
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources/publikationer.yaml").write_bytes(broken)
    assert ask("build", "") == []
    assert ask("build", "--actor", "") == []


def test_publications_are_proposed_also_where_others_have_faults(ask, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/publikationer.yaml").write_text("publikationer:\n- sort: karta\n- id: blad\n  namn: null\n")
    assert ask("build", "") == ["blad"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="not this system: no bash")
def test_bash_completes_with_the_script(tmp_path):
    """As bash does when the tab key is pressed: it calls the function that the script has registered."""
    program = tmp_path / "processpil"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pipeline "$@"\n')
    program.chmod(0o755)
    script = """
set -e
cd "$1"
eval "$(processpil completions bash)"
complete -p processpil >&2
COMP_WORDS=(processpil build --actor region); COMP_CWORD=3
_processpil_completion processpil
printf '%s\\n' "${COMPREPLY[@]}"
"""
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        ["bash", "-c", script, "bash", str(ROOT)], env=environment, capture_output=True, text=True, check=False
    )
    assert run.stdout.split() == ["region-stockholm"], run.stderr
    assert "-F _processpil_completion processpil" in run.stderr
