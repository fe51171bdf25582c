"""A file put in place of another in one step, so that nobody ever finds half of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in place of another in one step, through links, with its rights. Raises OSError, nothing changed."""
    real = path.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    beside = real.with_name(f".{real.name}.processpil-{os.getpid()}")
    try:
        beside.write_bytes(data)
        if real.exists():
            beside.chmod(real.stat().st_mode)
        beside.replace(real)
    except BaseException as fault:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(fault, OSError):  # told of the file, not of one beside it that nobody has seen
            raise OSError(fault.errno, fault.strerror, str(path)) from fault
        raise
