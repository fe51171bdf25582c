"""`python -m tests.faults.forks`: runs deeds in processes of their own, which wait so that they can be watched.

Reads lines of a deed and a folder, and answers with the number of the new process, which waits for SIGUSR1, and, when
it has ended, with how: one of CODES, or minus the signal. All modules are loaded before the first process: what strace
counts belongs to the deed.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import tempfile
from pathlib import Path

from pipeline.release.alone import AnotherBuild
from pipeline.release.disk import THIS_DISK
from pipeline.release.edition.refusals import Refused
from tests.faults.deeds import DEEDS, Deed
from tests.faults.judging import End, ended, prepare

BY_NAME = {deed.name: deed for deed in DEEDS}
CODES = {End.DONE: 0, End.FAILED: 3, End.UNFINISHED: 4, End.INTERRUPTED: 130}
REFUSED, BUSY, CRASHED = 2, 5, 70
_PR_SET_PTRACER = 0x59616D61  # prctl(2): where only a parent may watch its children, allow everyone
_ANYONE = ctypes.c_ulong(-1)


def run(deed: Deed, root: Path) -> int:
    """The deed on this machine's disk; a code."""
    try:
        return CODES[ended(deed, THIS_DISK, root)]
    except AnotherBuild:
        return BUSY
    except Refused:
        return REFUSED
    except BaseException as fault:
        sys.stderr.write(f"{deed.name}: {fault!r}\n")
        return CRASHED


def _forked(deed: Deed, root: Path) -> int:
    pid = os.fork()
    if pid == 0:
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYONE, 0, 0, 0)
        signal.sigwait({signal.SIGUSR1})
        os._exit(run(deed, root))
    return pid


def _warmed() -> None:
    for deed in DEEDS:
        with tempfile.TemporaryDirectory() as folder:
            ended(deed, THIS_DISK, prepare(deed, Path(folder)))


def main() -> None:
    """Serve until there are no more lines."""
    _warmed()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        name, _, root = line.rstrip("\n").partition("\t")
        pid = _forked(BY_NAME[name], Path(root))
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
        _, status = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
