"""What tests of commands share: a copy of the real project, and the program run in this process."""

import shutil

import pytest

from pipeline.cli import main
from tests.support.real import ROOT


@pytest.fixture
def project(tmp_path):
    """A copy of the real project that a test may break."""
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def run(capsys):
    """Runs the program; its exit code, stdout and stderr."""

    def call(*arguments):
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return call
