"""What is dear to make and the same for every process of a test run: the first one makes it, the others read it.

Nothing of it outlives the run: it lies in the run's own temporary folder.
"""

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import pytest

Shared = TypeVar("Shared")
# The longest wait for another process, in seconds; what it makes takes about one minute.
PATIENCE = 400.0
_PAUSE = 0.2


def made_once(paths: pytest.TempPathFactory, name: str, make: Callable[[], Shared]) -> Shared:
    """What `make` returns, made by the process that asks first. Where that one fails, each makes its own."""
    base = paths.getbasetemp()
    folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    kept, claim = folder / f"{name}.pickle", folder / f"{name}.claim"
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        return cast(Shared, pickle.loads(kept.read_bytes())) if _has_come(kept, claim) else make()
    return _kept(kept, claim, make)


def _kept(kept: Path, claim: Path, make: Callable[[], Shared]) -> Shared:
    try:
        made = make()
        half = kept.with_suffix(".half")
        half.write_bytes(pickle.dumps(made))
        half.replace(kept)
    except BaseException:
        claim.write_text("failed", encoding="utf-8")
        raise
    return made


def _has_come(kept: Path, claim: Path) -> bool:
    """Waits for the process that makes it; False if that one failed, or takes too long."""
    end = time.monotonic() + PATIENCE
    while not kept.exists():
        if claim.stat().st_size or time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True
